internal import Analysis
internal import TariffModel

extension OutcomeTerm {
  /// What a study lacks of what the term names, in words with a way out; nothing where it has it all.
  func lack(in study: Study) -> String? {
    if let scenario, !study.scenarios.contains(where: { $0.name == scenario }) {
      return "no scenario '\(scenario)'" + AskedSelection.wayOut(scenario, among: study.scenarios.map(\.name))
    }
    if !study.reportedGroups.contains(group) {
      return "no group '\(group)'" + AskedSelection.wayOut(group, among: study.reportedGroups)
    }
    if let period, !study.reportedPeriods.contains(period) {
      return "no period '\(period)'" + AskedSelection.wayOut(period, among: study.reportedPeriods)
    }
    if group == OutcomeSlice.totalName, !study.reportsTotal(of: outcome) {
      return "\(outcome.rawValue) is an outcome that this study has no total of: name a group, as in \(outcome.rawValue)[NAME]"
    }
    return nil
  }
}

extension Condition {
  /// Reads a condition whose names are those of a study.
  static func read(_ text: String, in study: Study) throws(ConditionError) -> Condition {
    let condition = try Condition(parsing: text)
    for term in condition.terms {
      if let lack = term.lack(in: study) { throw ConditionError(text: text, offset: term.offset(in: text), words: lack) }
    }
    return condition
  }
}

extension OutcomeTerm {
  /// About where the term stands in a text.
  func offset(in text: String) -> Int {
    text.firstRange(of: outcome.rawValue).map { text.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
  }
}
