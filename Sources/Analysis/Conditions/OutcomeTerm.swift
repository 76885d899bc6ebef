package import TariffModel

/// An outcome as conditions name it, as in `deal: export_revenue[Apparel]@2026`.
package struct OutcomeTerm: Hashable, Sendable {
  /// Nothing where every scenario, or the one that a question speaks of, is meant.
  package var scenario: String?
  package var outcome: Outcome
  /// As the column `group` of the tables has it.
  package var group: String
  /// Nothing where every period, or the leading one, is meant.
  package var period: String?

  package init(_ outcome: Outcome, scenario: String? = nil, group: String = OutcomeSlice.totalName, period: String? = nil) {
    self.scenario = scenario
    self.outcome = outcome
    self.group = group
    self.period = period
  }

  /// As it can be typed; names in quotes where they hold signs of the language.
  package var text: String {
    (scenario.map { Self.quoted($0) + ": " } ?? "") + outcome.rawValue
      + (group == OutcomeSlice.totalName ? "" : "[\(Self.quoted(group))]") + (period.map { "@" + Self.quoted($0) } ?? "")
  }

  private static func quoted(_ name: String) -> String {
    let isPlain =
      !name.contains { ":[]@<>=()\"".contains($0) } && !name.contains(" - ") && !name.contains(" and ")
      && !name.contains(" given ") && name == name.trimmed && !name.isEmpty
    return isPlain ? name : "\"\(name)\""
  }
}

/// An outcome, or the first less the second in the same draw.
package struct OutcomeMeasure: Hashable, Sendable {
  package var first: OutcomeTerm
  package var second: OutcomeTerm?

  package init(_ first: OutcomeTerm, minus second: OutcomeTerm? = nil) {
    self.first = first
    self.second = second
  }

  package var terms: [OutcomeTerm] { [first] + (second.map { [$0] } ?? []) }

  package var text: String { terms.map(\.text).joined(separator: " - ") }
}

extension StringProtocol {
  /// Without spaces at its ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
