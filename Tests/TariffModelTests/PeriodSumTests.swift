import TariffModel
import Testing

@Suite("Sums over periods")
struct PeriodSumTests {
  /// Two lines in two groups and one without, imports with a cut, and a commitment, over the quarters of 2025.
  private func study() throws -> StudyFixture {
    var fixture = StudyFixture(value: 365, duty: 0.1, rate: 0.19)
    var rice = fixture.study.exports[0]
    (rice.id, rice.hs, rice.group, rice.baseValue) = ("2", "1006", "Rice", number(100))
    var other = rice
    (other.id, other.hs, other.group, other.redirection) = ("3", "9018", nil, number(0.3))
    fixture.study.exports += [rice, other]
    fixture.study.periods = try quarters()
    fixture.study.measures[0].validity.start = try day(2025, 8, 7)
    fixture.addImport(value: 200, tariff: 0.05, additionality: 0.4)
    fixture.study.tariffCuts = [TariffCut(name: "cut", rule: .share(number(1)), validity: Validity(start: try day(2025, 5, 1)))]
    fixture.study.scenarios[0].tariffCuts = [PolicyScenario.Use("cut")]
    fixture.addCommitment(
      PurchaseCommitment(
        name: "cotton", amount: .value(number(300)), basis: .increment(overlap: nil), importLine: "5201",
        schedule: ["2025 Q3": number(0.5)], additionality: .share(number(0.2)), premium: number(0.05)))
    return fixture
  }

  private func keys(_ fixture: StudyFixture) throws -> [String] {
    var names: [String] = []
    for outcome in try CompiledModel(fixture.study).outcomes where !names.contains(outcome.key.period) {
      names.append(outcome.key.period)
    }
    return names
  }

  @Test("Flows are sums, in total, by group and by line")
  func flows() throws {
    let fixture = try study()
    for outcome in Outcome.ofEveryStudy where outcome.unit == .millionUSD {
      let sum = try fixture.byPeriod(outcome).reduce(0, +)
      #expect(isClose(try fixture.outcome(outcome, period: "all"), sum, scale: 1000), "\(outcome)")
    }
    for slice in [OutcomeSlice.group("Rice"), .line("1"), .line("3")] {
      let parts = try fixture.study.periods.map { try fixture.outcome(.exportRevenue, period: $0.name, slice: slice) }
      #expect(isClose(try fixture.outcome(.exportRevenue, period: "all", slice: slice), parts.reduce(0, +)))
    }
  }

  @Test("Rates are ratios of the sums, percentages those of the summed baseline")
  func ratios() throws {
    let fixture = try study()
    let (revenue, change) = (try fixture.byPeriod(.exportRevenue), try fixture.byPeriod(.exportRevenueChange))
    let base = zip(revenue, change).map { $0 - $1 }
    func total(_ weights: [Double], _ outcome: Outcome) throws -> Double {
      zip(weights, try fixture.byPeriod(outcome)).map { $0 * $1 }.reduce(0, +) / weights.reduce(0, +)
    }
    #expect(isClose(try fixture.outcome(.effectiveTariffRate, period: "all"), try total(revenue, .effectiveTariffRate)))
    #expect(
      isClose(
        try fixture.outcome(.effectiveTariffRateFixedWeights, period: "all"),
        try total(base, .effectiveTariffRateFixedWeights)))
    let percent = 100 * change.reduce(0, +) / base.reduce(0, +)
    #expect(isClose(try fixture.outcome(.exportRevenueChangePercent, period: "all"), percent))
  }

  @Test("The sum stands behind the periods; one period and no period have none")
  func names() throws {
    var fixture = try study()
    #expect(try keys(fixture) == ["2025 Q1", "2025 Q2", "2025 Q3", "2025 Q4", "all"])
    fixture.study.commitments[0].schedule = [:]
    fixture.study.periods.removeLast(3)
    #expect(try keys(fixture) == ["2025 Q1"])
    fixture.study.periods = []
    #expect(try keys(fixture) == ["year"])
  }

  @Test("Running totals are sums in the order of the dates, whatever that of the file")
  func runningTotals() throws {
    var fixture = try study()
    fixture.study.periods.reverse()
    fixture.study.reportsRunningTotals = true
    #expect(
      try keys(fixture) == ["2025 Q4", "2025 Q3", "2025 Q2", "2025 Q1", "to 2025 Q2", "to 2025 Q3", "all"])
    for outcome in Outcome.ofEveryStudy where outcome.unit == .millionUSD {
      let parts = try fixture.byPeriod(outcome)
      #expect(
        isClose(try fixture.outcome(outcome, period: "to 2025 Q3"), parts[1...].reduce(0, +), scale: 1000), "\(outcome)")
    }
  }

  @Test("Periods that share days have no sum, and that is said")
  func overlap() throws {
    var fixture = try study()
    fixture.study.periods.append(Period(name: "2025", start: try day(2025, 1, 1), end: try day(2025, 12, 31)))
    #expect(try !keys(fixture).contains("all"))
    let note = ModelNote(scenario: nil, subject: .overlappingPeriods(first: "2025 Q1", second: "2025"))
    #expect(try CompiledModel(fixture.study).notes.contains(note))
  }
}
