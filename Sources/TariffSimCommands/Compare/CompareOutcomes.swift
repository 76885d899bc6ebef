internal import Analysis
internal import TariffModel

/// The outcomes that a comparison names, and which way they are better.
struct CompareOutcomes {
  /// What is compared unless something else is asked for.
  private static let leading: Set<Outcome> = [
    .exportRevenue, .imports, .balance, .totalBalanceChange, .partnerTariffRevenue, .marketImports, .worldExports, .welfareChange,
  ]

  let outcomes: Set<Outcome>
  let directions: [Outcome: Direction]

  /// - Parameter command: For messages.
  init(
    _ names: [String]?, directions given: [(name: String, value: String)], command: String = "compare"
  ) throws(CommandFailure) {
    var outcomes: Set<Outcome> = []
    for name in names ?? [] { outcomes.insert(try AskedSelection.outcome(name, option: "--outcomes", command: command)) }
    var directions: [Outcome: Direction] = [:]
    for (name, value) in given {
      let outcome = try AskedSelection.outcome(name, option: "--better", command: command)
      guard let direction = Direction(rawValue: value) else {
        throw .contradiction("--better \(name)=\(value): say \(name)=more or \(name)=less", command: "compare")
      }
      guard directions.updateValue(direction, forKey: outcome) == nil else {
        throw .contradiction("--better says twice which way \(name) is better", command: "compare")
      }
    }
    if names == nil { outcomes = Self.leading.union(directions.keys) }
    if let stray = directions.keys.first(where: { !outcomes.contains($0) }) {
      throw .contradiction(
        "--better turns \(stray.rawValue), which is not compared: add it to --outcomes", command: "compare")
    }
    self.outcomes = outcomes
    self.directions = directions
  }
}
