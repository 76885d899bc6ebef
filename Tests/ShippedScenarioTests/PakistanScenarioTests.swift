import Analysis
import Distributions
import ScenarioFiles
import Statistics
import TariffModel
import Testing

@Suite("Pakistan and the United States, April 2025")
struct PakistanScenarioTests {
  private let folder = "Scenarios/pakistan-us-2025"

  /// A number of an independent program (`Reference/pakistan_reference.py`, 200,000 draws), with its standard error.
  private struct ReferenceRow {
    let scenario: String
    let outcome: Outcome
    let statistic: String
    let value: Double
    let standardError: Double
  }

  private func references(_ file: String) throws -> [ReferenceRow] {
    let data = try PackageFiles.data("Tests/ShippedScenarioTests/Reference/pakistan_reference.csv")
    let rows = String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    return try rows.filter { $0[0] == file }.map { row in
      ReferenceRow(
        scenario: String(row[1]), outcome: try #require(Outcome(rawValue: String(row[2]))), statistic: String(row[3]),
        value: try #require(Double(row[4])), standardError: try #require(Double(row[5])))
    }
  }

  /// Both programs err: the difference is compared with eight times the joint standard error.
  ///
  /// The reference's percentile errors are estimated from 20 batches and have 16 % of error themselves; a t distribution with 19
  /// degrees of freedom exceeds 8 with probability 2e-7, and the joint error has many more; the seeds are fixed.
  @Test(
    "Every outcome of both prior sets agrees with an independent program", arguments: ["scenario.toml", "scenario-value.toml"])
  func agreesWithIndependentProgram(file: String) throws {
    let run = try LoadedRun("\(folder)/\(file)", draws: 100_000, percentiles: [5, 50, 95])
    let references = try references(file)
    // A shadow subsidy is reported by commitment, and the reference has totals.
    let totals = run.result.outcomes.filter { $0.key.slice == .total }
    #expect(references.count == totals.count * 4 && totals.count >= 9 * 17)
    for row in references {
      let summary = try run.summary(row.scenario, row.outcome)
      let (value, error) = try summary.estimate(row.statistic)
      let joint = (error * error + row.standardError * row.standardError).squareRoot()
      // Outcomes that are the same in every draw differ by rounding only.
      let tolerance = 8 * joint + 1e-9 * max(1, abs(row.value))
      #expect(
        abs(value - row.value) <= tolerance,
        "\(row.scenario) \(row.outcome.rawValue) \(row.statistic): \(value), reference \(row.value)")
    }
  }

  @Test("The exports are the Census table: 478 lines, USD 5,107.479031 m, duties of 489.762589 m")
  func exportTotals() throws {
    let study = try loadStudy(at: PackageFiles.path(folder), overrides: []).study
    #expect(study.exports.count == 478)
    func constant(_ quantity: Quantity) -> Double {
      guard case .distribution(let distribution) = quantity.value else { return .nan }
      return distribution.constantValue ?? .nan
    }
    let value = study.exports.map { constant($0.baseValue) }.reduce(0, +)
    let duty = study.exports.map { constant($0.baseValue) * constant($0.baseDuty) }.reduce(0, +)
    #expect(abs(value - 5107.479031) < 1e-9)
    #expect(abs(duty - 489.762589) < 1e-9)
    #expect(abs(study.imports.map { constant($0.baseValue) }.reduce(0, +) - 2130) < 1e-9)
  }

  @Test("The median change under 29 % lies between the published −11 and −26 %")
  func medianWithinPublishedRange() throws {
    let run = try LoadedRun(folder, draws: 20_000, percentiles: [50])
    let median = try #require(try run.summary("reciprocal-29", .exportRevenueChangePercent).percentiles.first)
    #expect((-26 ... -11).contains(median.value))
  }

  @Test(
    "Every number that is drawn names a source or says that it is judgement", arguments: ["scenario.toml", "scenario-value.toml"])
  func lineage(file: String) throws {
    let study = try loadStudy(at: PackageFiles.path("\(folder)/\(file)"), overrides: []).study
    let uncertain = Set(study.uncertainPaths)
    let numbers = study.numbers.filter { uncertain.contains($0.quantity.path) }
    #expect(!uncertain.isEmpty && Set(numbers.map(\.quantity.path)) == uncertain)
    for number in numbers {
      let provenance = number.quantity.provenance
      #expect(provenance.source != nil || provenance.isJudgement, "\(number.quantity.path)")
    }
  }
}
