package import Simulation
internal import TariffModel

/// A question after a probability: that of an event, perhaps given another, as in `balance < 2000 and exports…` or
/// `balance < 2000 given export_revenue_change_pct >= -10`.
package struct Condition: Hashable, Sendable {
  package typealias Relation = ObservedEvent.Relation

  /// An outcome on one side of a level, which is in the outcome's unit.
  package struct Bound: Hashable, Sendable {
    package var measure: OutcomeMeasure
    package var relation: Relation
    /// Finite.
    package var level: Double

    package init(_ measure: OutcomeMeasure, _ relation: Relation, _ level: Double) {
      self.measure = measure
      self.relation = relation
      self.level = level
    }

    package var text: String { "\(measure.text) \(relation.rawValue) \(Condition.exact(level))" }
  }

  /// All hold where the event happens; at least one.
  package var event: [Bound]
  /// All hold in the draws that are asked about; in all draws where there is none.
  package var given: [Bound]

  package init(_ event: [Bound], given: [Bound] = []) {
    self.event = event
    self.given = given
  }

  /// As it can be typed: one text for one condition, however it was written.
  package var text: String { eventText + (given.isEmpty ? "" : " given " + givenText) }
  package var eventText: String { event.map(\.text).joined(separator: " and ") }
  package var givenText: String { given.map(\.text).joined(separator: " and ") }

  package var terms: [OutcomeTerm] { (event + given).flatMap(\.measure.terms) }

  /// The shortest text that reads back as the number, without `.0`.
  static func exact(_ value: Double) -> String {
    value.magnitude < 0x1p53 ? Int(exactly: value).map(String.init) ?? String(value) : String(value)
  }
}
