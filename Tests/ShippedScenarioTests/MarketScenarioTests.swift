import Analysis
import Distributions
import ScenarioFiles
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

  private func rows(_ name: String, keepingEmpty: Bool = false) throws -> [[String]] {
    let data = try PackageFiles.data("Tests/ShippedScenarioTests/Reference/\(name)")
    return String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: !keepingEmpty).map(String.init)
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
    let numbers = study.numbers.filter { uncertain.contains($0.quantity.path) }
    #expect(!uncertain.isEmpty && Set(numbers.map(\.quantity.path)) == uncertain)
    for number in numbers {
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

  /// The law of the tables' making, told apart from the program that made them: what is listed bears no reciprocal duty, and a
  /// chapter's mean is the source's wherever the rest of the chapter bears less than the origin's general rate.
  @Test("Rates by heading keep the means of chapters, and exempt goods bear none of what the list lifts")
  func importBookExemptions() throws {
    let folder = "Scenarios/us-import-book"
    let study = try loadStudy(at: PackageFiles.path(folder), overrides: []).study
    let tables = study.measures.map { measure -> [String: [String: Double]] in
      guard case .table(let table) = measure.rate else { return [:] }
      return table.rates
    }
    var sources: [String: [String: Double]] = [:]
    for row in try rows("../../../\(folder)/added-duty-by-chapter.csv") { sources[row[0], default: [:]][row[1]] = Double(row[2]) }
    let exempt = Set(
      try rows("../../../\(folder)/exempt-headings.csv", keepingEmpty: true).filter { $0[1] == "1" }.map { $0[0] })
    var flows = study.exports.map { (origin: study.home, code: $0.hs ?? "", value: $0.baseValue.constant) }
    flows += study.suppliers.map { (origin: $0.origin, code: $0.hs, value: $0.baseValue.constant) }
    var means: [String: [String: (duty: Double, value: Double)]] = [:]
    for (origin, code, value) in flows {
      let chapter = String(code.prefix(2))
      let known = try #require(tables[0][origin]?[code] ?? tables[0][origin]?[chapter])
      // Half of what may be exempt is taken for exempt, as where the tables were made.
      let rate = known + 0.5 * (tables[1][origin]?[code] ?? 0)
      let old = means[origin]?[chapter] ?? (0, 0)
      means[origin, default: [:]][chapter] = (old.duty + value * rate, old.value + value)
      if exempt.contains(code) && !["Canada", "Mexico", "China", "Hong Kong", "Brazil"].contains(origin) {
        #expect(known == 0, "\(origin) \(code)")
      }
    }
    for (origin, chapters) in means {
      let source = try #require(sources[origin])
      let occurrences = Dictionary(grouping: source.values) { $0 }.mapValues(\.count)
      let general = try #require(occurrences.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key)
      for (chapter, sum) in chapters {
        let rate = try #require(source[chapter])
        let rest = try #require(tables[0][origin]?[chapter])
        #expect(sum.duty / sum.value <= rate + 1e-5, "\(origin) \(chapter)")
        // Rates are kept to five places.
        if rest < max(general, rate) - 1e-5 {
          #expect(abs(sum.duty / sum.value - rate) < 1e-5, "\(origin) \(chapter)")
        }
      }
    }
  }
}

extension Quantity {
  /// The value of a number that is not drawn.
  fileprivate var constant: Double {
    guard case .distribution(let distribution) = value else { return .nan }
    return distribution.constantValue ?? .nan
  }
}
