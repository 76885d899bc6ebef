import Analysis
import Reporting
import Statistics
import TariffModel
import Testing

@Suite("Reports for people")
struct TextReportTests {
  private func report(
    _ result: SimulationResult = Fixture.full, of run: RunDescription = Fixture.description(), style: TextStyle = .plain,
    input: String = "study dir"
  ) -> String {
    TextReport(
      result: result, run: run, style: style, folder: "results/pakistan-us-2025", input: input
    ).text
  }

  @Test("no line is wider than 110 characters or ends in a space")
  func widths() {
    for line in report().split(separator: "\n") {
      #expect(line.count <= 110, "\(line)")
      #expect(line.last != " ", "\(line)")
    }
  }

  @Test("draws that do not solve are told first of what to mind, with where they are listed")
  func unsolved() {
    var result = Fixture.full
    result.unsolved = Fixture.unsolved(count: 100)
    for index in result.outcomes.indices { result.outcomes[index].summary.draws = result.plan.draws }
    result.outcomes[0].summary.draws = 99_900
    let words = report(result).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains(
        "Mind - 100 of 100,000 draws (0.1 %) do not solve. They are left out of the 1 outcome without a value in them, and"))
    #expect(words.contains("lists the first 2 of them with"))
    #expect(!report().contains("do not solve"))
  }

  @Test("the head says where exact percentiles were asked for")
  func exactPercentiles() {
    #expect(report().contains("100,000 draws · seed 1\n"))
    var result = Fixture.full
    result.plan.seeksExactPercentiles = true
    #expect(report(result).contains("100,000 draws · seed 1 · percentiles from exact order statistics\n"))
  }

  @Test("numbers of a column end below each other, and shapes begin there")
  func alignment() throws {
    let lines = report().split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex { $0.hasPrefix("  USD m unless stated") })
    let table = Array(lines[start...].prefix { !$0.contains("Zero in every draw") }.filter { !$0.contains("2,500: ") })
    let head = Array(table[0])
    let median = try #require(table[0].firstRange(of: "P50")).upperBound
    let end = table[0].distance(from: table[0].startIndex, to: median)
    let shape = try #require(table[0].firstRange(of: "shape")).lowerBound
    let begin = table[0].distance(from: table[0].startIndex, to: shape)
    #expect(head[end] == " ")
    for line in table.dropFirst().map(Array.init) {
      #expect(line[end - 1].isNumber && line[end] == " " && line[end + 1] == " ", "\(String(line))")
      #expect(line[begin] != " " && line[begin - 1] == " ", "\(String(line))")
    }
  }

  @Test("the rows of a scenario, as a reader sees them")
  func snapshot() throws {
    var result = Fixture.full
    result.outcomes = result.outcomes.filter {
      $0.key.scenario == "reciprocal-29-with-package" && $0.key.outcome != .exportRevenue
    }
    let text = report(result)
    let start = try #require(text.firstRange(of: "reciprocal-29-with-package\n")).lowerBound
    let end = try #require(text.firstRange(of: "P5 is exceeded")).lowerBound
    #expect(
      String(text[start..<end]) == """
        reciprocal-29-with-package
        Effects: against the same period without the measures. No forecasts: growth and noise are not in
        them.
          USD m unless stated             P5     P25     P50     P75     P95    mean  chance below  shape
            change                    -1,561  -1,212    -970    -728    -380    -970                ▁▁▂▄▆██▆▄▂▁▁
              Knitted apparel         -702.5  -545.6  -436.7  -327.8  -170.9  -436.7                ▁▁▂▄▆██▆▄▂▁▁
              Bed linen               -499.5  -388.0  -310.5  -233.1  -121.5  -310.5                ▁▁▂▄▆██▆▄▂▁▁
              Other                   -359.0  -278.9  -223.2  -167.5   -87.3  -223.2                ▁▁▂▄▆██▆▄▂▁▁
            change, %                 -30.56  -23.74  -19.00  -14.26   -7.44  -19.00                ▁▁▂▄▆██▆▄▂▁▁
          imports                      2,813   2,929   3,010   3,091   3,207   3,010                ▁▁▂▄▆██▆▄▂▁▁
            committed purchases          842     968   1,056   1,144   1,270   1,056                ▁▁▂▄▆██▆▄▂▁▁
            of these beyond the base     683     799     880     961   1,077     880                ▁▁▂▄▆██▆▄▂▁▁
          bilateral balance              392     826   1,127   1,428   1,862   1,127   2,000: 43 %  ▁▁▂▄▆██▆▄▂▁▁
                                                                                       2,500: 87 %
            change                    -2,586  -2,152  -1,850  -1,549  -1,115  -1,850                ▁▁▂▄▆██▆▄▂▁▁
          total balance, change       -1,985  -1,594  -1,322  -1,051    -659  -1,322                ▁▁▂▄▆██▆▄▂▁▁
          effective tariff rate, %     34.50   35.47   36.14   36.82   37.79   36.14                ▁▁▂▄▆██▆▄▂▁▁
          Zero in every draw: redirected exports (so total export revenue is export revenue).


        """)
  }

  @Test("it says that percentiles do not add up, where the files are and what to type next")
  func reading() {
    let text = report()
    #expect(text.contains("Percentiles do not add up"))
    #expect(text.contains("Files  results/pakistan-us-2025\n"))
    #expect(text.contains("tariffsim run 'study dir' --by-line"))
    #expect(text.contains("tariffsim run 'study dir' --set exports/6302/elasticity=1.53"))
    #expect(report(input: "it's").contains("tariffsim run 'it'\\''s' --by-line"))
    #expect(report(input: "a-b/c_d.toml").contains("tariffsim run a-b/c_d.toml --by-line"))
  }

  @Test("notes are told in words with their scenario")
  func notes() {
    let text = report()
    #expect(text.contains("  - Under pause-10: 'base' falls on every origin"))
    #expect(text.contains("  - No c.i.f. factor is stated"))
    var quiet = Fixture.full
    quiet.notes = []
    #expect(!report(quiet).contains("Mind"))
  }

  @Test("too few draws are told, and one draw is not certainty")
  func tooFewDraws() {
    var few = Fixture.full
    few.notes = []
    for index in few.outcomes.indices {
      for percentile in few.outcomes[index].summary.percentiles.indices {
        few.outcomes[index].summary.percentiles[percentile].interval = nil
      }
    }
    #expect(report(few).contains("too few to say how far P"))
    var one = few.outcomes[0].summary
    one.maximum = one.minimum
    #expect(HistogramText.shape(of: one) == "certain")
    one.draws = 1
    #expect(HistogramText.shape(of: one) == "one draw")
  }

  @Test("replaced numbers stand under the title")
  func replacedNumbers() {
    var run = Fixture.description()
    run.overrides = []
    #expect(!report(of: run).contains("With measures/"))
    run.overrides = [.init(path: "measures/base/rate", value: "29%")]
    #expect(report(of: run).contains("\nWith measures/base/rate = 29%\n"))
  }

  @Test(
    "every note is a sentence",
    arguments: [
      ModelNote.Subject.ownPriceUnderUniversalTariff(measure: "base"), .importAdditionalityAssumed(lines: 1),
      .importAdditionalityAssumed(lines: 1200), .cifFactorAssumed, .redirectionWithFiniteSupply(lines: 478),
      .sameDistributionInScenarios(first: "a", second: "b"),
      .stackedByParts(ModelNote.StackChange.Kind.allCases.map { ModelNote.StackChange($0, measure: "base") }),
      .percentilesAsFractions([0.05, 0.5, 0.95]), .otherNames([.init("USA", of: "United States", isPartner: true)]),
      .otherNames([.init("Viet Nam", of: "Vietnam", isPartner: false), .init("KOR", of: "South Korea", isPartner: false)]),
      .rowsWithoutGoods(
        .init(
          measure: "base", file: "rates.csv", rows: 1, unmet: 1,
          examples: [.init(origin: "China", code: "690890", nearest: .code("690721"))])),
      .exemptionsWithoutGoods(.init(table: "annex", file: "annex.csv", rows: 2, unmet: 1, example: "3004")),
      .includedMeasuresWithoutGoods(["steel", "cars"]), .mappedTable(.init(file: "comtrade.csv")),
      .magnitude(.init(.flow, path: "exports/a/value", value: 1e300, others: 3)),
      .magnitude(.init(.duty, path: "exports/a/duty", value: 1e300)),
      .magnitude(.init(.meanDuty, path: "exports", value: 1.5)), .magnitude(.init(.product, path: "gdp/home", value: 1e9)),
    ])
  func sentences(subject: ModelNote.Subject) {
    let sentence = ModelNote(scenario: nil, subject: subject).sentence
    #expect(sentence.hasSuffix(".") && !sentence.contains("\n"))
    if case .importAdditionalityAssumed(let lines) = subject {
      #expect(sentence.hasPrefix(lines == 1 ? "1 import line states" : "1,200 import lines state"))
    }
  }

  @Test("a note that stands beside several scenarios is told once")
  func sharedNotes() {
    var result = Fixture.full
    result.notes = ["pause-10", "reciprocal-29"].map {
      ModelNote(scenario: $0, subject: .ownPriceUnderUniversalTariff(measure: "base"))
    }
    #expect(report(result).contains("  - Under pause-10 and reciprocal-29: 'base' falls"))
    #expect(report(result).split(separator: "'base' falls").count == 2)
  }

  @Test("what is zero but for rounding is told as zero, what is merely small is shown")
  func rounding() {
    var result = Fixture.full
    result.outcomes = result.outcomes.filter { $0.key.scenario == "pause-10" }
    result.outcomes.append(Fixture.outcome("pause-10", .homeTariffRevenueChange, Fixture.summary(0, spread: 3e-10, error: 1e-12)))
    result.outcomes.append(Fixture.outcome("pause-10", .premiumCost, Fixture.summary(0.002, spread: 1e-5, error: 1e-7)))
    let text = report(result)
    #expect(text.contains("home tariff revenue change.") && !text.contains("home's tariff revenue, change  "))
    #expect(text.contains("  premium on purchases") && text.contains("  0.001984  "))
  }

  @Test("colour only where it is asked for")
  func colour() {
    #expect(!report().contains("\u{1B}"))
    let coloured = report(style: .coloured)
    #expect(coloured.contains("\u{1B}[1;36mPakistan and the April 2025 tariffs\u{1B}[0m"))
    // Without its marks it is the plain report, so colour never shifts a column.
    var bare = coloured
    for code in ["1;36", "1", "2", "0"] { bare = bare.replacing("\u{1B}[\(code)m", with: "") }
    #expect(bare == report())
  }

  @Test("one scenario is not compared with itself")
  func single() {
    var result = Fixture.full
    #expect(report(result).contains("Changes side by side  median (90 % interval); USD m unless stated"))
    result.outcomes = result.outcomes.filter { $0.key.scenario == "pause-10" }
    #expect(!report(result).contains("side by side"))
  }

  @Test("the largest groups are shown, the others counted")
  func groups() {
    var result = Fixture.full
    let groups = (1...10).map { number in
      Fixture.outcome(
        "pause-10", .exportRevenueChange, Fixture.summary(-Double(number), spread: 0.1), slice: .group("G\(number)"))
    }
    result.outcomes = result.outcomes.filter { $0.key.scenario == "pause-10" && $0.key.slice == .total } + groups
    let text = report(result)
    #expect(text.contains("      G10 ") && text.contains("      G5 ") && !text.contains("      G4 "))
    #expect(text.contains("4 more groups in percentiles.csv."))
  }

  @Test("a chance that few hits tell has its interval, and no mean is a dash")
  func fewHits() throws {
    var result = Fixture.full
    let row = try #require(result.outcomes.firstIndex { !$0.summary.exceedances.isEmpty })
    // None of 1,000: up to 1 − 0.025^(1/1000).
    result.outcomes[row].summary.exceedances = [
      ExceedanceEstimate(threshold: 2000, probabilityBelow: Estimate(0, standardError: 0.001), interval: 0...0.003682)
    ]
    result.outcomes[row].summary.momentOrder = 1
    let report = TextReport(
      result: result, run: Fixture.description(), style: .plain, folder: nil, input: "scenario.toml")
    let line = try #require(report.text.split(separator: "\n").first { $0.contains("2,000: 0") })
    #expect(line.contains("% (0.00 to 0.37)") && line.contains(" — "), "\(line)")
  }
}
