import Distributions
import ScenarioFiles
import Simulation
import Statistics
import TariffModel
import Testing

/// The scenarios in which rivals compete, against independent programs that read tables and distributions from the same files.
///
/// Both programs err: a difference is compared with eight times the joint standard error. A reference's percentile errors are
/// estimated from 20 batches; a t distribution with 19 degrees of freedom exceeds 8 with probability 2e-7, and the joint error
/// has many more; the seeds are fixed.
@Suite("Scenarios with rivals")
struct MarketScenarioTests {
  /// A number of an independent program, with its standard error.
  private struct ReferenceRow {
    let key: OutcomeKey
    let statistic: String
    let value: Double
    let standardError: Double
  }

  private func rows(_ name: String) throws -> [[String]] {
    let data = try PackageFiles.data("Tests/ShippedScenarioTests/Reference/\(name)")
    return String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",").map(String.init)
    }
  }

  private func expect(_ references: [ReferenceRow], in run: LoadedRun) throws {
    let summaries = Dictionary(uniqueKeysWithValues: run.result.outcomes.map { ($0.key, $0.summary) })
    for row in references {
      let summary = try #require(summaries[row.key], "\(row.key)")
      let (value, error) = try summary.estimate(row.statistic)
      let joint = (error * error + row.standardError * row.standardError).squareRoot()
      // Ten digits of the reference are kept.
      let tolerance = 8 * joint + 1e-9 * max(1, abs(row.value))
      #expect(abs(value - row.value) <= tolerance, "\(row.key) \(row.statistic): \(value), reference \(row.value)")
    }
  }

  @Test("The import book of the United States: imports and duty of 51 origins and in total")
  func importBook() throws {
    let references = try rows("us_import_book_reference.csv").map { row in
      ReferenceRow(
        key: OutcomeKey(
          scenario: "august-2025", period: "year", outcome: try #require(Outcome(rawValue: row[1])),
          slice: row[0] == "all" ? .total : .origin(row[0])),
        statistic: row[2], value: try #require(Double(row[3])), standardError: try #require(Double(row[4])))
    }
    #expect(references.count == 52 * 2 * 4)
    try expect(references, in: LoadedRun("Scenarios/us-import-book", draws: 20_000, percentiles: [5, 50, 95]))
  }

  @Test(
    "Dated rates by quarter: home under every scenario, rivals as it happened",
    arguments: [
      "pakistan-us-2025/scenario-armington.toml", "pakistan-us-2025/scenario-dated.toml", "bangladesh-us-2025/scenario.toml",
    ])
  func quarters(file: String) throws {
    let run = try LoadedRun("Scenarios/\(file)", draws: 20_000, percentiles: [5, 50, 95])
    let references = try rows("market_quarters_reference.csv").filter { $0[0] == file }.map { row in
      let isHome = row[3] == run.study.home
      return ReferenceRow(
        key: OutcomeKey(
          scenario: row[1], period: row[2], outcome: isHome ? .exportRevenue : .marketImports,
          slice: isHome ? .total : .origin(row[3])),
        statistic: row[4], value: try #require(Double(row[5])), standardError: try #require(Double(row[6])))
    }
    #expect(references.count >= run.study.scenarios.count * 9 * 4)
    try expect(references, in: run)
  }

  @Test(
    "Every number that is drawn names a source or says that it is judgement",
    arguments: [
      "us-import-book/scenario.toml", "pakistan-us-2025/scenario-armington.toml", "pakistan-us-2025/scenario-dated.toml",
      "bangladesh-us-2025/scenario.toml",
    ])
  func lineage(file: String) throws {
    let study = try loadStudy(at: PackageFiles.path("Scenarios/\(file)"), overrides: []).study
    let uncertain = Set(study.uncertainPaths)
    #expect(!uncertain.isEmpty)
    for number in study.numbers where uncertain.contains(number.quantity.path) {
      let provenance = number.quantity.provenance
      #expect(provenance.source != nil || provenance.isJudgement, "\(number.quantity.path)")
    }
  }

  @Test("The Union's goods are without Slovakia's, and every flow of the import book has a rate")
  func importBookTables() throws {
    let study = try loadStudy(at: PackageFiles.path("Scenarios/us-import-book"), overrides: []).study
    #expect(study.exports.count == 478)
    #expect(study.suppliers.count == 30_065)
    #expect(Set(study.suppliers.map(\.origin)).count == 50)
    let total =
      study.exports.map { $0.baseValue.constant }.reduce(0, +) + study.suppliers.map { $0.baseValue.constant }.reduce(0, +)
    #expect(abs(total - 3_208_820.074369) < 1e-5)
  }
}

extension Quantity {
  /// The value of a number that is not drawn.
  fileprivate var constant: Double {
    guard case .distribution(let distribution) = value else { return .nan }
    return distribution.constantValue ?? .nan
  }
}
