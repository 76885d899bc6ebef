import Analysis
import ScenarioFiles
import Statistics
import TariffModel
import Testing
import VectorMath

/// The shipped back-test: eleven origins of furniture in 2025.
@Suite("Furniture of 2025, scored")
struct FurnitureBacktestTests {
  private func result() throws -> BacktestResult {
    let checked = try loadStudy(at: PackageFiles.path("Scenarios/furniture-us-2025"), overrides: []).checked
    let table = try ObservedTable(
      at: PackageFiles.path("Scenarios/furniture-us-2025/us-imports-9403-monthly.csv"), origins: checked.study.tradingOrigins)
    let records = try BacktestRecords(table.records, history: table.records, study: checked.study)
    let question = BacktestQuestion(
      checked, scenario: "as-happened", records: records, extent: Plan(draws: 512, seed: 20_250_807).extent,
      kernels: KernelChoice(.detected))
    return try question.result(threads: 2, progress: { _ in }, isCancelled: { false })
  }

  @Test("Actuals, spread, growth and the naive scores are those of an independent program")
  func naive() throws {
    let result = try result()
    let data = try PackageFiles.data("Tests/ShippedScenarioTests/Reference/backtest_reference.csv")
    let rows = String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(rows.count == 44 && result.scores.count == 44 && result.unscored.isEmpty)
    #expect(result.records.baseRecords == 11 * 24 && result.naive.changes == 44)
    for row in rows {
      let score = try #require(
        result.scores.first { $0.actual.origin == row[0] && $0.actual.period == row[1] }, "\(row[0]) \(row[1])")
      let numbers = try row.dropFirst(2).map { try #require(Double($0)) }
      let naive: [Double?] = [
        score.actual.value, score.actual.base, result.naive.deviation, nil, score.log[.unchangedWithSpread]?.crps,
        score.log[.lastGrowth]?.crps, score.percent[.unchangedWithSpread]?.crps, score.percent[.lastGrowth]?.crps,
      ]
      for (found, reference) in zip(naive, numbers) {
        guard let found else { continue }
        // Simpson's rule with a kink at the end of each part: its error is below 10⁻⁷ of the score.
        #expect(abs(found - reference) <= 1e-7 * max(1, abs(reference)), "\(row[0]) \(row[1]): \(found), \(reference)")
      }
    }
  }

  /// Not a bound on how good it must be: what the README says of it.
  @Test("Its intervals hold what they say, and nothing of it is out of sample")
  func coverage() throws {
    let total = try result().total
    let coverage = try #require(total.coverage90)
    #expect(coverage.clusters == 44 && coverage.interval?.contains(0.9) == true)
    let mean = try #require(total.log[.model])
    #expect(mean.actuals == 44 && abs(mean.crps - mean.crpsByCluster) < 1e-15, "each actual is a cluster of its own")
    #expect(total.pitCounts.reduce(0, +) == 44)
  }
}
