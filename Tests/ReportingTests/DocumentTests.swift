import Analysis
import FoundationEssentials
import Reporting
import Statistics
import TariffModel
import Testing

@Suite("JSON documents")
struct DocumentTests {
  @Test("texts are escaped, numbers exact, members in the order given")
  func text() {
    let value = JSONValue.object([
      .init("b", .string("quote \" slash \\ line \n tab \t bell \u{7} é 😀")),
      .init("a", .array([.integer(-3), .unsigned(.max), .number(-0.0), .number(0.1), .bool(true), .null])),
      .init("empty", .object([])), .init("none", .array([])),
      .init("nested", .array([.object([.init("x", .integer(1))])])),
    ])
    #expect(
      value.text == """
        {
          "b": "quote \\" slash \\\\ line \\n tab \\t bell \\u0007 é 😀",
          "a": [-3, 18446744073709551615, 0, 0.1, true, null],
          "empty": {},
          "none": [],
          "nested": [
            {"x": 1}
          ]
        }

        """)
  }

  /// What a reader of `summary.json` looks for.
  private struct Summary: Decodable {
    struct Determinants: Decodable {
      var seed: UInt64
      var draws: Int
      var drawsPerBlock: Int
      var blasCore: String
      var files: [[String: String]]
      var overrides: [[String: String]]
    }
    struct Estimate: Decodable {
      var value: Double
      var standardError: Double?
    }
    struct Percentile: Decodable {
      var percent: Double
      var value: Double
      var low: Double?
    }
    struct Outcome: Decodable {
      var outcome: String
      var group: String
      var statistics: [String: Estimate]
      var percentiles: [Percentile]
    }
    struct Period: Decodable {
      var period: String
      var outcomes: [Outcome]
    }
    struct Scenario: Decodable {
      var scenario: String
      var periods: [Period]
    }
    var schema: String
    var determinedBy: Determinants
    var scenarios: [Scenario]
  }

  @Test("the summary counts the draws that each outcome leaves out, and says nothing where there are none")
  func unsolved() {
    var result = Fixture.full
    result.unsolved = Fixture.unsolved(count: 2)
    result.outcomes[1].summary.draws = result.plan.draws - 2
    for index in result.outcomes.indices where index != 1 { result.outcomes[index].summary.draws = result.plan.draws }
    let text = SummaryDocument.document(result, of: Fixture.description(), facts: Fixture.facts).text
    #expect(
      text.contains(
        """
        "unsolved": {
            "draws": 2,
            "outcomes": [
              {"scenario": "pause-10", "period": "year", "outcome": "export_revenue_change", "group": "total", "draws": 2}
            ]
          },
        """))
    #expect(
      !SummaryDocument.document(Fixture.full, of: Fixture.description(), facts: Fixture.facts).text.contains("unsolved"))
  }

  @Test("the summary reads back with every number as it was")
  func summary() throws {
    let text = SummaryDocument.document(Fixture.full, of: Fixture.description(), facts: Fixture.facts).text
    let read = try JSONDecoder().decode(Summary.self, from: Data(text.utf8))
    #expect(read.schema == SummaryDocument.schema)
    #expect(read.determinedBy.seed == 1 && read.determinedBy.draws == 100_000 && read.determinedBy.drawsPerBlock == 512)
    #expect(read.determinedBy.blasCore == "ZEN")
    #expect(read.determinedBy.files == [["name": "scenario.toml", "sha256": "00ff"]])
    #expect(read.determinedBy.overrides == [["path": "parameters/usPassThrough", "value": "0.9"]])
    #expect(read.scenarios.map(\.scenario) == ["pause-10", "reciprocal-29", "reciprocal-29-with-package"])
    let outcomes = read.scenarios.flatMap(\.periods).flatMap(\.outcomes)
    #expect(outcomes.count == Fixture.full.outcomes.count)
    for (outcome, expected) in zip(outcomes, Fixture.full.outcomes) {
      #expect(outcome.outcome == expected.key.outcome.rawValue)
      #expect(outcome.percentiles.map(\.value) == expected.summary.percentiles.map(\.value))
      #expect(outcome.percentiles.map(\.low) == expected.summary.percentiles.map { $0.interval?.lowerBound })
      for statistic in expected.summary.namedStatistics {
        #expect(outcome.statistics[statistic.name]?.value == statistic.estimate?.value)
        #expect(outcome.statistics[statistic.name]?.standardError == statistic.estimate?.standardError)
      }
    }
  }

  @Test(
    "the summary says what its percentiles are taken from; few draws are all kept",
    arguments: [(16_384, false, true), (16_385, false, false), (16_385, true, true)])
  func percentileSource(draws: Int, isSought: Bool, isExact: Bool) {
    var result = Fixture.small
    result.plan.draws = draws
    result.plan.seeksExactPercentiles = isSought
    let text = SummaryDocument.document(result, of: Fixture.description(), facts: Fixture.facts).text
    #expect(text.contains("\"percentilesFrom\": \"\(isExact ? "exact order statistics" : "a sketch of the draws")\""))
    #expect(text.contains("\"exactPercentiles\": \(isSought)"))
  }

  @Test("the largest seed keeps its digits")
  func seed() throws {
    var result = Fixture.small
    result.plan.seed = .max
    let text = SummaryDocument.document(result, of: Fixture.description(), facts: Fixture.facts).text
    let read = try JSONDecoder().decode(Summary.self, from: Data(text.utf8))
    #expect(read.determinedBy.seed == .max)
  }

  @Test("the run record holds what may differ between equal results")
  func run() {
    let record = RunRecord(
      origin: Fixture.origin, threads: 2, instructionSet: "v4", swiftVersion: "6.3", openBLASVersion: "0.3.21", commit: nil,
      wallSeconds: 1.25)
    #expect(
      RunDocument.document(record, facts: Fixture.facts).text == """
        {
          "schema": "tariffsim.run/1",
          "identity": "5a",
          "date": "2026-01-02T03:04:05Z",
          "command": "tariffsim run 'my case.toml'",
          "scenario": "my case.toml",
          "programVersion": "0.1.0",
          "commit": null,
          "threads": 2,
          "instructionSet": "v4",
          "swiftVersion": "6.3",
          "openBLASVersion": "0.3.21",
          "blasCore": "ZEN",
          "wallSeconds": 1.25
        }

        """)
  }

  @Test("the record of a merge tells of each shard as well")
  func merge() {
    var record = RunRecord(
      origin: Fixture.origin, threads: 1, instructionSet: "v4", swiftVersion: "6.3", openBLASVersion: "0.3.21", commit: "b24b997",
      wallSeconds: 0.5)
    record.shards = [4.5, 5].map { ShardRecord(threads: 2, instructionSet: "v3", openBLASVersion: "0.3.20", wallSeconds: $0) }
    #expect(
      RunDocument.document(record, facts: Fixture.facts).text.hasSuffix(
        """
          "wallSeconds": 0.5,
          "shards": [
            {"threads": 2, "instructionSet": "v3", "openBLASVersion": "0.3.20", "wallSeconds": 4.5},
            {"threads": 2, "instructionSet": "v3", "openBLASVersion": "0.3.20", "wallSeconds": 5}
          ]
        }

        """))
  }
}
