internal import Analysis
internal import TariffModel

extension OutcomeTerm {
  /// What a study lacks of what the term names, and where in a text it stands; nothing where it has it all.
  func lack(in study: Study, of text: String) -> ConditionError? {
    func error(_ words: String, at signs: [String]) -> ConditionError {
      let place = signs.lazy.compactMap { text.firstRange(of: $0) }.first?.lowerBound ?? text.startIndex
      return ConditionError(text: text, offset: text.distance(from: text.startIndex, to: place), words: words)
    }
    if let scenario, !study.scenarios.contains(where: { $0.name == scenario }) {
      return error(
        "no scenario '\(scenario)'" + AskedSelection.wayOut(scenario, among: study.scenarios.map(\.name)),
        at: ["\(scenario):", "\(scenario) :", "\(scenario)\"", scenario])
    }
    if !study.reportedGroups.contains(group) {
      return error(
        "no group '\(group)'" + AskedSelection.wayOut(group, among: study.reportedGroups),
        at: ["\(group)]", "\(group) ]", "\(group)\"", group])
    }
    if let period, !study.reportedPeriods.contains(period) {
      return error(
        "no period '\(period)'" + AskedSelection.wayOut(period, among: study.reportedPeriods),
        at: ["@\(period)", "@ \(period)", "\"\(period)", period])
    }
    if group == OutcomeSlice.totalName, !study.reportsTotal(of: outcome) {
      return error(
        "\(outcome.rawValue) is an outcome that this study has no total of: name a group, as in \(outcome.rawValue)[NAME]",
        at: [outcome.rawValue])
    }
    return nil
  }
}

extension Condition {
  /// Reads a condition whose names are those of a study.
  static func read(_ text: String, in study: Study) throws(ConditionError) -> Condition {
    let condition = try Condition(parsing: text)
    for term in condition.terms {
      if let error = term.lack(in: study, of: text) { throw error }
    }
    return condition
  }
}
