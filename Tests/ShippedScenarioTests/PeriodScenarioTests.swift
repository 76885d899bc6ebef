import Analysis
import ScenarioFiles
import Statistics
import TariffModel
import Testing
import VectorMath

/// Dated duties, phase-in, front-loading, growth and long-run elasticities together, from the file to the result.
@Suite("Eight quarters under the dated duties")
struct PeriodScenarioTests {
  private let file = "Tests/ShippedScenarioTests/Reference/quarters.toml"

  /// What stands in place of the distributions at the points of `quarters_reference.py`.
  private static func overrides(_ point: [Double]) -> [(path: String, value: String)] {
    let paths = [
      "parameters/speed", "exports/textiles/growth", "exports/textiles/elasticity", "exports/textiles/longRunElasticity",
      "exports/other/elasticity", "imports/5201/elasticity", "measures/reciprocal-19/frontLoading",
      "tariffCuts/opening/phaseIn/2026-02-15",
    ]
    return zip(paths, point).map { ($0, "\($1)") } + [("exports/other/growth", "\(point[1])")]
  }

  static let points: [[Double]] = [
    [0.35, 0.03, 0.76, 2.0, 1.0, 1.2, 0.15, 0.9], [0.20, -0.05, 0.6, 2.25, 0.7, 1.6, 0.3, 0.7],
    [0.60, 0.12, 0.9, 1.75, 1.3, 0.8, 0.0, 1.0],
  ]

  @Test("At certain points every outcome of every quarter and sum is that of an independent program", arguments: 0..<3)
  func agreesWithIndependentProgram(point: Int) throws {
    let study = try loadStudy(at: PackageFiles.path(file), overrides: Self.overrides(Self.points[point])).study
    #expect(study.uncertainPaths.isEmpty)
    var values: [OutcomeKey: Double] = [:]
    for outcome in try CompiledModel(study).outcomes {
      guard case .certain(let value) = outcome.value else { continue }
      values[outcome.key] = value
    }
    let data = try PackageFiles.data("Tests/ShippedScenarioTests/Reference/quarters_reference.csv")
    let rows = String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    let own = rows.filter { $0[0] == "\(point)" }
    // Two scenarios, eight quarters with seven sums, ten outcomes.
    #expect(own.count == 2 * 15 * 10)
    for row in own {
      let outcome = try #require(Outcome(rawValue: String(row[3])))
      let key = OutcomeKey(scenario: String(row[1]), period: String(row[2]), outcome: outcome, slice: .total)
      let (value, reference) = (try #require(values[key]), try #require(Double(row[4])))
      // The reference adds days of a flow of up to 11,000; changes are differences of such sums.
      let scale: Double = outcome.unit == .fraction ? 1 : outcome.unit == .percent ? 100 : 11_000
      #expect(abs(value - reference) <= 1e-12 * scale, "\(key): \(value), reference \(reference)")
    }
  }

  @Test("Over the draws the means of the quarters add up to those of the sums")
  func meansAddUp() throws {
    let loaded = try loadStudy(at: PackageFiles.path(file), overrides: [])
    let result = try simulate(
      CompiledModel(loaded.study), plan: Plan(draws: 4000, seed: 3), threads: 2, kernels: KernelChoice(.detected))
    func mean(_ outcome: Outcome, _ period: String) throws -> Double {
      let key = OutcomeKey(scenario: "as-it-happened", period: period, outcome: outcome, slice: .total)
      return try #require(result.outcomes.first { $0.key == key }).summary.mean.value
    }
    for outcome in Outcome.allCases where outcome.unit == .millionUSD && loaded.study.reportsTotal(of: outcome) {
      let quarters = try loaded.study.periods.map { try mean(outcome, $0.name) }
      #expect(abs(try mean(outcome, "all") - quarters.reduce(0, +)) <= 1e-9, "\(outcome)")
      #expect(abs(try mean(outcome, "to 2025 Q3") - quarters[..<3].reduce(0, +)) <= 1e-9, "\(outcome)")
    }
  }
}
