internal import Analysis
internal import CommandLineKit
internal import TariffModel

/// The choices that a comparison names, found in its studies.
struct CompareChoices {
  let choices: [ComparisonQuestion.Choice]
  let reference: Int

  /// - Parameters:
  ///   - studies: Each with the name that stands before its scenarios where there are several.
  ///   - wanted: Scenarios by name or label, in the order wanted; all where nothing is wanted.
  ///   - against: The name or label of the reference; the first choice where nothing is said.
  init(_ studies: [(name: String, study: Study)], wanted: [String]?, against: String?) throws(CommandFailure) {
    var all: [ComparisonQuestion.Choice] = []
    for (model, file) in studies.enumerated() {
      for scenario in file.study.scenarios {
        all.append(
          ComparisonQuestion.Choice(
            model: model, scenario: scenario.name, label: studies.count > 1 ? "\(file.name)/\(scenario.name)" : scenario.name))
      }
    }
    var chosen: [ComparisonQuestion.Choice] = []
    for name in NameList.names(wanted ?? [], among: all.map(\.label) + all.map(\.scenario)) {
      let found = all.filter { $0.label == name || $0.scenario == name }
      guard !found.isEmpty else { throw Self.unknown(name, among: all) }
      for choice in found {
        guard !chosen.contains(choice) else {
          throw .contradiction("--scenarios names '\(choice.label)' twice", command: "compare")
        }
        chosen.append(choice)
      }
    }
    if wanted == nil { chosen = all }
    if let against {
      let found = all.filter { $0.label == against || $0.scenario == against }
      guard let first = found.first else { throw Self.unknown(against, among: all) }
      guard found.count == 1 else {
        throw .contradiction(
          "several files have a scenario '\(against)': say --against \(found[0].label)", command: "compare")
      }
      if !chosen.contains(first) { chosen.insert(first, at: 0) }
      reference = chosen.firstIndex(of: first) ?? 0
    } else {
      reference = 0
    }
    guard chosen.count > 1 else {
      throw .contradiction(
        all.count > 1
          ? "a comparison takes two scenarios: say --scenarios \(all[0].label),\(all[1].label)"
          : "there is only one scenario, '\(all.first?.label ?? "")': add another to the file, or name a second file",
        command: "compare")
    }
    choices = chosen
  }

  private static func unknown(_ name: String, among all: [ComparisonQuestion.Choice]) -> CommandFailure {
    .contradiction(
      "no scenario '\(name)'" + AskedSelection.wayOut(name, among: (all.map(\.label) + all.map(\.scenario)).uniqued),
      command: "compare")
  }
}
