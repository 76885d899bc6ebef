/// Something that happens in a draw or does not: several numbers, each on its side of a level; perhaps among the draws in which
/// something else happens.
package struct ObservedEvent: Hashable, Sendable {
  /// Which side of a level a number is on.
  package enum Relation: String, Hashable, Sendable, CaseIterable {
    case below = "<"
    case atMost = "<="
    case above = ">"
    case atLeast = ">="

    package func holds(_ value: Double, _ level: Double) -> Bool {
      switch self {
      case .below: value < level
      case .atMost: value <= level
      case .above: value > level
      case .atLeast: value >= level
      }
    }
  }

  /// A number, or the first less the second, on one side of a level.
  package struct Bound: Hashable, Sendable {
    /// Each is certain, or reads an output that is a column of the experiment too.
    package var first: Operand
    package var second: Operand?
    package var relation: Relation
    package var level: Double

    package init(_ first: Operand, minus second: Operand? = nil, _ relation: Relation, _ level: Double) {
      self.first = first
      self.second = second
      self.relation = relation
      self.level = level
    }
  }

  /// All hold where it happens; at least one.
  package var bounds: [Bound]
  /// All hold in the draws among which it is counted: in all of them where there is none.
  package var given: [Bound]

  package init(_ bounds: [Bound], given: [Bound] = []) {
    self.bounds = bounds
    self.given = given
  }

  var operands: [Operand] { (bounds + given).flatMap { [$0.first] + ($0.second.map { [$0] } ?? []) } }
}
