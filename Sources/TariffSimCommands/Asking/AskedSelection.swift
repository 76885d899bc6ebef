internal import Analysis
internal import CommandLineKit
internal import TariffModel

/// The outcomes, groups and periods that options name.
struct AskedSelection {
  /// Names as they were given; nothing where an option was not.
  var outcomes: [String]?
  var groups: [String]?
  var periods: [String]?
  /// For messages.
  var command: String

  init(_ parsed: ParsedCommand) {
    outcomes = parsed.words("outcomes")
    groups = parsed.words("groups")
    periods = parsed.words("periods")
    command = parsed.command
  }

  /// What is asked of a study: what the options say, else what its file does.
  func selection(in study: Study, default stated: OutcomeSelection) throws(CommandFailure) -> OutcomeSelection {
    var selection = stated
    if let outcomes {
      var chosen: Set<Outcome> = []
      for name in outcomes { chosen.insert(try Self.outcome(name, option: "--outcomes", command: command)) }
      selection.outcomes = chosen
    }
    if let groups { selection.groups = try checked(groups, among: study.reportedGroups, option: "--groups", kind: "group") }
    if let periods { selection.periods = try checked(periods, among: study.reportedPeriods, option: "--periods", kind: "period") }
    return selection
  }

  /// An outcome by its name.
  static func outcome(_ name: String, option: String, command: String) throws(CommandFailure) -> Outcome {
    if let outcome = Outcome(rawValue: name) { return outcome }
    let nearest = NearestWord.to(name, in: Outcome.allCases.map(\.rawValue))
    throw .contradiction(
      "\(option): no outcome '\(name)'"
        + (nearest.map { ": did you mean '\($0)'?" } ?? "; statistics.csv of a run lists them, as in balance or export_revenue"),
      command: command)
  }

  private func checked(
    _ parts: [String], among known: [String], option: String, kind: String
  ) throws(CommandFailure) -> Set<String> {
    var chosen: Set<String> = []
    for name in NameList.names(parts, among: known) {
      guard known.contains(name) else {
        throw .contradiction("\(option): no \(kind) '\(name)'" + Self.wayOut(name, among: known), command: command)
      }
      chosen.insert(name)
    }
    return chosen
  }

  /// What was meant, or what there is.
  static func wayOut(_ name: String, among known: [String]) -> String {
    if let nearest = NearestWord.to(name, in: known) { return ": did you mean '\(nearest)'?" }
    if known.count == 1 { return "; there is only '\(known[0])'" }
    return "; there are \(known.prefix(6).joined(separator: ", "))" + (known.count > 6 ? " and \(known.count - 6) more" : "")
  }
}
