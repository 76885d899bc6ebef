import Analysis
import Reporting
import Statistics
import TariffModel
import Testing

@Suite("Tables of a result folder")
struct RunTablesTests {
  @Test(
    "fields are quoted where RFC 4180 asks for it",
    arguments: [
      ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("two\nlines", "\"two\nlines\""),
      ("cr\r\nlf", "\"cr\r\nlf\""), (" spaces ", " spaces "), ("é", "é"),
    ])
  func quoting(text: String, field: String) {
    var table = CSVText()
    table.add("before")
    table.add(text)
    table.endRow()
    #expect(table.text == "before," + field + "\n")
  }

  @Test("unsolved draws: a row each, with every uncertain number")
  func unsolved() {
    #expect(
      RunTables.unsolved(Fixture.unsolved(count: 2)) == """
        draw,scenarios,outcomes,parameters/e,exports/a/elasticity
        7,policy,effective_tariff_rate,1.25,0.1
        513,policy; other,export_revenue; effective_tariff_rate,1.5,1e-07

        """)
    let files = { (result: SimulationResult) in
      ResultFiles.files(
        result, of: Fixture.description(), facts: Fixture.facts,
        record: RunRecord(
          origin: Fixture.origin, threads: 1, instructionSet: "v3", swiftVersion: "6", openBLASVersion: "0", commit: nil,
          wallSeconds: 1)
      ).map { OutputFolder.File(name: $0.name, text: $0.text()) }
    }
    var result = Fixture.full
    result.unsolved = Fixture.unsolved(count: 2)
    #expect(Set(files(result).map(\.name)).subtracting(files(Fixture.full).map(\.name)) == ["unsolved.csv"])
    #expect(files(result).map(\.name).allSatisfy(OutputFolder.fileNames.contains))
    #expect(files(result).first { $0.name == "run.json" }?.text.contains("\"unsolvedDraws\": 2") == true)
    #expect(files(Fixture.full).allSatisfy { !$0.text.contains("unsolved") })
  }

  @Test("percentiles: an interval that is not there is blank")
  func percentiles() {
    #expect(
      RunTables.percentiles(Fixture.small) == """
        scenario,period,outcome,group,unit,percentile,value,ci_low,ci_high,resolution
        "a, ""b""\",year,balance,Knit,USD m,2.5,1e-07,,,

        """)
  }

  @Test("percentiles: every percentile of totals and groups has a row, lines have none")
  func percentileRows() {
    var result = Fixture.full
    result.outcomes.append(Fixture.outcome("pause-10", .exportRevenue, Fixture.zero, slice: .line("6302")))
    let rows = RunTables.percentiles(result).split(separator: "\n")
    #expect(rows.count == 1 + 5 * Fixture.full.outcomes.count)
    #expect(rows[1] == "pause-10,year,export_revenue,total,USD m,5,4532.36740875,4530.0154087500005,4534.71940875,")
    #expect(rows.contains { $0.hasPrefix("pause-10,year,export_revenue_change,Bed linen,USD m,50,") })
    #expect(rows.contains { $0.hasPrefix("pause-10,year,export_revenue_change_pct,total,%,50,-7,") })
    #expect(rows.contains { $0.hasPrefix("pause-10,year,effective_tariff_rate,total,fraction,") })
  }

  @Test("percentiles: an interval that was widened to its bins is marked")
  func coarsePercentile() {
    var result = Fixture.small
    result.outcomes[0].summary.percentiles = [PercentileEstimate(percent: 2.5, value: 1, interval: 0...2, isWidened: true)]
    #expect(RunTables.percentiles(result).hasSuffix(",2.5,1,0,2,coarse\n"))
  }

  @Test("statistics: names carry thresholds and tails; no negative zero")
  func statistics() {
    #expect(
      RunTables.statistics(Fixture.small) == """
        scenario,period,outcome,group,unit,statistic,value,standard_error,ci_low,ci_high
        "a, ""b""\",year,balance,Knit,USD m,mean,-0.1,0,,
        "a, ""b""\",year,balance,Knit,USD m,sd,0,,,
        "a, ""b""\",year,balance,Knit,USD m,skewness,12345678.901234567,0.3333333333333333,,
        "a, ""b""\",year,balance,Knit,USD m,probability_below_2000,0.25,0.015,0.125,0.5
        "a, ""b""\",year,balance,Knit,USD m,probability_at_least_2000,0.75,0.015,0.5,0.875
        "a, ""b""\",year,balance,Knit,USD m,expected_shortfall_lower_2.5,5000,,,
        "a, ""b""\",year,balance,Knit,USD m,expected_shortfall_upper_2.5,1e+21,0.25,,

        """)
  }

  @Test("statistics: what rests on a moment that does not exist is blank, and a dash on the screen")
  func missingMoments() {
    var result = Fixture.small
    result.outcomes[0].summary.momentOrder = 1
    let rows = RunTables.statistics(result).split(separator: "\n").dropFirst()
    #expect(rows.count { $0.hasSuffix(",,,,") } == 5)
    #expect(rows.count { $0.contains("probability") && $0.contains(",0.015,") } == 2)
    #expect(result.unreportable == nil)
    result.outcomes[0].summary.momentOrder = 1.5
    #expect(RunTables.statistics(result).contains(",mean,-0.1,,,\n"))
  }

  @Test("lines: one row each with mean, deviation and the percentiles that were asked for")
  func lines() {
    var result = Fixture.small
    result.plan.percentiles = [5, 95]
    result.outcomes = [
      Fixture.outcome("a", .exportRevenue, Fixture.summary(10, spread: 2, percents: [5, 95]), slice: .line("6302")),
      Fixture.outcome("a", .exportRevenue, Fixture.zero),
    ]
    #expect(
      RunTables.lines(result) == """
        scenario,period,outcome,line,unit,mean,sd,p5,p95
        a,year,export_revenue,6302,USD m,10,2,6.71,13.29

        """)
  }

  @Test("assumptions: source and judgement beside the figures")
  func assumptions() {
    #expect(
      RunTables.assumptions(Fixture.description().assumptions) == """
        path,distribution,mean,sd,p5,p50,p95,source,judgement
        exports/6302/elasticity,lognormal with mean 1.6 and sd 0.5,1.6,0.5,0.95,1.53,2.5,\
        "Kee, Nicita & Olarreaga (2008), ""Import demand""\",false
        parameters/usPassThrough,0.9,0.9,0,0.9,0.9,0.9,,true

        """)
  }

  @Test("a number that is not finite is found before anything is written")
  func unreportable() {
    #expect(Fixture.full.unreportable == nil)
    var result = Fixture.full
    result.outcomes[3].summary.standardDeviation.value = .nan
    #expect(result.unreportable == UnreportableNumber(key: result.outcomes[3].key, statistic: "sd"))
    result = Fixture.full
    result.outcomes[0].summary.maximum = .infinity
    #expect(result.unreportable?.statistic == "range")
    result = Fixture.full
    result.outcomes[1].summary.percentiles[2].value = .nan
    #expect(result.unreportable?.statistic == "percentile 50.0")
  }
}
