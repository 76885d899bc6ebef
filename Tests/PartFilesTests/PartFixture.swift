import Analysis
import PartFiles
import Reporting
import ScenarioFiles
import Simulation
import TariffModel

/// A small part with something in every field.
enum PartFixture {
  static let identity = RunIdentity(
    programVersion: "0.1.0", commit: "b24b997",
    files: [
      ScenarioFile(name: "scenario.toml", bytes: Array("title = 'é'\n".utf8)), ScenarioFile(name: "lines.csv", bytes: [0, 255]),
    ],
    overrides: [.init(path: "parameters/x", value: "29%"), .init(path: "cifFactor", value: "1.1")],
    plan: Plan(
      draws: 20_011, seed: .max, percentiles: [2.5, 50], thresholds: [.init(outcome: .balance, value: -2000.5)],
      shortfallPercent: 2.5, reportsLines: true, seeksExactPercentiles: true,
      selection: OutcomeSelection(outcomes: [.imports, .balance], groups: ["total"]),
      conditions: [Condition([.init(OutcomeMeasure(OutcomeTerm(.imports)), .above, 1.5)])]),
    arithmetic: "fused", blasCore: "ZEN")

  static func part(_ index: Int = 2, of count: Int = 3) -> PartFile? {
    Shard(index, of: count).map { shard in
      let share = shard.blocks(of: identity.plan.blockCount)
      return PartFile(
        identity: identity, shard: shard, origin: .init(stem: "my-case", argument: "./my-case/scenario.toml"),
        record: ShardRecord(threads: 7, instructionSet: "v4", openBLASVersion: "0.3.21", wallSeconds: 12.5),
        partial: .init(blocks: share.lowerBound..<(share.upperBound - 3), grids: [1, 2, 3], tallies: [4, 5]))
    }
  }
}
