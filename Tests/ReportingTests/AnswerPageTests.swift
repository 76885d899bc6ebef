import Reporting
import Testing

@Suite("The page about a comparison, a sweep or a goal")
struct AnswerPageTests {
  private static let hostile = "<script>alert(1)</script>\u{202E}\u{7}\" onload='x' =cmd|' /C calc'!A0"

  private static let determined = """
    {"programVersion": "1", "files": [{"name": "scenario.toml", "sha256": "00ff"}], "overrides": [], "draws": 1000,
     "design": "random", "thresholds": []}
    """

  private func files(_ question: String, _ members: String, title: String = "A title") -> [String: String] {
    let title = JSONValue.string(title).text.trimmed
    return [
      "summary.json": """
      {"schema": "tariffsim.summary/1", "question": "\(question)", "title": \(title),
       "determinedBy": [\(Self.determined)], "notes": [], \(members)}
      """,
      "run.json": "{\"schema\": \"tariffsim.run/1\", \"identity\": \"5a\", \"seed\": \"18446744073709551615\"}",
    ]
  }

  private static func statistic(_ value: Double) -> String {
    "{\"value\": \(value), \"standardError\": 0.5, \"low\": \(value - 1), \"high\": \(value + 1)}"
  }

  /// Figures whose percentiles lie at 8, 9, 10, 11 and 12 times a scale.
  private static func statistics(_ prefix: String, _ scale: Double) -> String {
    zip([5, 25, 50, 75, 95], scale < 0 ? [12.0, 11, 10, 9, 8] : [8, 9, 10, 11, 12]).map {
      "\"\(prefix)p\($0)\": \(statistic($1 * scale))"
    }
    .joined(separator: ", ") + ", \"\(prefix)mean\": \(statistic(10 * scale)), \"\(prefix)sd\": \(statistic(1))"
  }

  private func comparison(_ choice: String = "package") -> String {
    let name = JSONValue.string(choice).text.trimmed
    return """
      "choices": [{"choice": "nothing"}, {"choice": \(name)}], "against": "nothing",
      "comparisons": [{"period": "year", "outcome": "balance", "group": "total", "unit": "USD m", "better": "less",
        "levels": [{"choice": "nothing", "statistics": {\(Self.statistics("", 100))}},
                   {"choice": \(name), "statistics": {\(Self.statistics("", 30))}}],
        "againstReference": [{"choice": \(name), "statistics": {\(Self.statistics("difference_", -70)),
          "p_better": \(Self.statistic(0.875)), "p_worse": \(Self.statistic(0.125)), "dominates_first_order": "yes",
          "dominates_second_order": "yes", "dominated_first_order": "no", "dominated_second_order": "no"}}],
        "amongAll": [{"choice": \(name), "statistics": {"regret_mean": \(Self.statistic(3)), "p_best": \(Self.statistic(0.9))}}]
      }]
      """
  }

  @Test("A comparison shows the difference from the one named first, and the level beside it")
  func compared() throws {
    let page = try ResultPage(files: files("comparison", comparison()))
    let text = page.text.replacing("\u{A0}", with: " ")
    let charts = page.chartFiles.map(\.name)
    #expect(charts == ["difference-balance.svg", "difference-balance.csv", "level-balance.svg", "level-balance.csv"])
    #expect(
      text.contains("Balance, USD m, less that of nothing: package −700.0 (−840.0 to −560.0), better in 87.5 % of the draws."))
    #expect(text.contains("1st order") && text.contains("Less is better."))
    #expect(text.contains("seed 18446744073709551615"))
    let table = try #require(page.chartFiles.first { $0.name == "difference-balance.csv" }?.text)
    #expect(
      table == """
        "Difference in balance, USD m",P5,P25,P50,P75,P95,mean,"better in, %",dominates,"best in, %",mean regret
        package,-840,-770,-700,-630,-560,-700,87.5,1st order,90,3

        """)
  }

  @Test("Variants stand at their places on the axes, of which the last runs fastest")
  func swept() throws {
    func variant(_ scale: Double) -> String {
      func outcome(_ statistics: String) -> String {
        """
        {"scenario": "deal", "period": "year", "outcome": "balance", "group": "total", "unit": "USD m",
         "statistics": {\(statistics)}}
        """
      }
      return "{\"outcomes\": [\(outcome(Self.statistics("", scale))), \(outcome(Self.statistics("difference_", -scale)))]}"
    }
    let members = """
      "axes": [[{"coordinate": "measures/a/rate", "values": ["0", "1"]}], [{"coordinate": "b", "values": ["x", "y", "z"]}]],
      "against": {"b": "x"}, "variants": [\((1...5).map { variant(Double($0)) }.joined(separator: ", ")), {"failed": "no law"}]
      """
    let page = try ResultPage(files: files("sweep", members))
    let table = try #require(page.chartFiles.first { $0.name == "sweep-balance.csv" }?.text)
    let rows = table.split(separator: "\n").dropFirst().map { row in row.split(separator: ",").map(String.init) }
    // The label of a row has commas in it and stands in quotes.
    #expect(
      rows.map { $0[0...2].joined(separator: ",") } == [
        "\"deal, x, 0\"", "\"deal, x, 1\"", "\"deal, y, 0\"", "\"deal, y, 1\"", "\"deal, z, 0\"",
      ])
    #expect(rows.map { $0[5] } == ["10", "40", "20", "50", "30"])
    let differences = try #require(page.chartFiles.first { $0.name == "difference-balance.csv" }?.text)
    #expect(differences.contains("\"deal, y, 1\",-60,-55,-50,-45,-40,-50"))
    #expect(page.text.contains("1, z: no law"))
  }

  @Test("A goal shows where it begins to hold, and what was looked at in the order of the values")
  func solved() throws {
    let members = """
      "path": "commitments/cotton/amount", "present": 300, "answers": [
        {"scenario": "deal", "period": "year", "goal": "P(balance < 2000) >= 0.9", "target": 0.9, "status": "solved",
         "words": ["It is 387."], "answer": 387, "low": 344, "high": 437, "evaluations": [
          {"at": 5000, "value": 0.99, "low": 0.98, "high": 1}, {"at": 0, "value": 0.5, "low": 0.4, "high": 0.6}]}]
      """
    let page = try ResultPage(files: files("goal", members))
    let names = page.chartFiles.map(\.name)
    #expect(names == ["answers.svg", "answers.csv", "evaluations-1.svg", "evaluations-1.csv"])
    #expect(page.text.contains("It is 387.") && page.text.contains("387 (344 to 437)"))
    let table = try #require(page.chartFiles.last?.text)
    #expect(
      table == """
        commitments/cotton/amount,"P(balance < 2000), %",from,to
        0,50,40,60
        5000,99,98,100

        """)
  }

  @Test("Names from files are inert on the page, in charts, in tables and as names of files")
  func hostileNames() throws {
    let page = try ResultPage(files: files("comparison", comparison(Self.hostile), title: Self.hostile))
    for text in [page.text] + page.chartFiles.filter({ $0.name.hasSuffix(".svg") }).map(\.text) {
      #expect(!text.contains("<script") && !text.contains("onload='") && !text.contains("\u{202E}") && !text.contains("\u{7}"))
    }
    for table in page.chartFiles where table.name.hasSuffix(".csv") {
      #expect(!table.text.contains("\n=cmd") && !table.text.contains(",=cmd") && !table.text.contains("\u{202E}"))
    }
    let part = comparison().replacing("\"group\": \"total\"", with: "\"group\": \"../../etc/<x>\"")
    let names = try ResultPage(files: files("comparison", part)).chartFiles.map(\.name)
    #expect(names.first == "difference-balance-.._.._etc__x_.svg")
  }

  @Test("A damaged answer is refused with the reason")
  func damaged() throws {
    let whole = files("comparison", comparison())
    for name in AnswerDocument.fileNames {
      var lacking = whole
      lacking[name] = nil
      #expect(throws: ResultReadingFailure.missing(file: name)) { try ResultPage(files: lacking) }
    }
    #expect(throws: ResultReadingFailure.damaged(file: "summary.json", reason: "'backcast' is no question of this version")) {
      try ResultPage(files: files("backcast", comparison()))
    }
    for member in ["choices", "against", "comparisons", "levels", "againstReference", "amongAll", "better"] {
      let lacking = whole.mapValues { $0.replacing("\"\(member)\":", with: "\"other\":") }
      #expect(throws: ResultReadingFailure.self, "\(member)") { try ResultPage(files: lacking) }
    }
  }
}

extension String {
  fileprivate var trimmed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
