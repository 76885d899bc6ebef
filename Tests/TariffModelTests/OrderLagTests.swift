import Glibc
import TariffModel
import Testing

/// Goods that are ordered before they arrive: closed forms.
@Suite("Order lags")
struct OrderLagTests {
  /// 365 of exports through quarters, a duty of 10 % and a measure of 20 % from a day on, ordered 50 days and more before.
  private func step(
    _ years: ClosedRange<Int> = 2025...2025, from start: (Int, Int, Int)? = (2025, 4, 10), lag: Double = 50,
    halfLife: Double? = 18, response: OwnPriceResponse = .constantElasticity(.demand(elasticity: number(1)))
  ) throws -> StudyFixture {
    var fixture = StudyFixture(value: 365, duty: 0.1, rate: 0.2, response: response)
    fixture.study.periods = try quarters(years)
    fixture.study.measures[0].validity.start = try start.map { try day($0.0, $0.1, $0.2) }
    fixture.study.lag = OrderLag(delay: number(lag), halfLife: halfLife.map { number($0) })
    fixture.study.exports[0].redirection = number(0.25)
    return fixture
  }

  /// The share of what arrives in a period that was ordered on a day or later, by the formula of the model.
  private func share(_ period: Period, from day: CivilDate, lag: Double = 50, halfLife: Double = 18) -> Double {
    func integral(_ x: Int) -> Double {
      let y = max(0, Double(x) - lag)
      return halfLife == 0 ? y : y - halfLife / log(2) * (1 - exp2(-y / halfLife))
    }
    let (a, b) = (period.start.dayNumber, period.end.dayNumber + 1)
    return (integral(b - day.dayNumber) - integral(a - day.dayNumber)) / Double(b - a)
  }

  private func days(_ period: Period) -> Double { Double(period.end.dayNumber + 1 - period.start.dayNumber) }

  @Test("After one step what arrives is a mean of both days' answers, and pays the duty of its arrival", arguments: [0.0, 18])
  func oneStep(halfLife: Double) throws {
    let fixture = try step(
      halfLife: halfLife, response: .constantElasticity(.demandAndSupply(elasticity: number(1.2), supply: .finite(number(4)))))
    let tau = 1.3 / 1.1
    let (value, quantity) = (pow(tau, -1.2 * 5 / 5.2), pow(tau, -4 * 1.2 / 5.2))
    let start = try day(2025, 4, 10)
    for period in fixture.study.periods {
      let share = share(period, from: start, halfLife: halfLife)
      let expected = days(period) * (1 + share * (value - 1))
      #expect(isClose(try fixture.outcome(.exportRevenue, period: period.name), expected))
      let redirected = 0.25 * days(period) * share * (1 - quantity)
      #expect(isClose(try fixture.outcome(.redirectedExports, period: period.name), redirected, scale: 1))
    }
    // Of the second quarter nine days pay 10 %, and nothing that was ordered after the step has come by then.
    let later = share(
      Period(name: "", start: start, end: try day(2025, 6, 30)), from: start, halfLife: halfLife)
    let duty = 0.1 * 9 + 0.3 * 82 * (1 + later * (value - 1))
    #expect(isClose(try fixture.outcome(.partnerTariffRevenue, period: "2025 Q2"), duty))
    #expect(isClose(try fixture.outcome(.partnerTariffRevenue, period: "2025 Q1"), 9))
    // What the law says at the weights of the base data does not wait.
    let fixed = (0.1 * 9 + 0.3 * 82) / 91
    #expect(isClose(try fixture.outcome(.effectiveTariffRateFixedWeights, period: "2025 Q2"), fixed))
  }

  @Test("The mean is that of the answer's relatives, whatever the response", arguments: LongRunElasticityTests.kinds)
  func responses(kind: LongRunElasticityTests.Kind) throws {
    let fixture = try step(response: kind.response(1.3))
    var still = StudyFixture(value: 365, duty: 0.1, rate: 0.2, response: kind.response(1.3))
    still.study.exports[0].redirection = number(0.25)
    let change = try still.outcome(.exportRevenueChange) / 365
    let redirected = try still.outcome(.redirectedExports) / 365
    for period in fixture.study.periods {
      let share = share(period, from: try day(2025, 4, 10)) * days(period)
      #expect(isClose(try fixture.outcome(.exportRevenueChange, period: period.name), share * change, scale: 100))
      #expect(isClose(try fixture.outcome(.redirectedExports, period: period.name), share * redirected, scale: 100))
    }
    // Who bears the duty was settled when the goods were ordered: under the measure as without a lag.
    for outcome in [Outcome.buyerIncidence, .exporterIncidence] where try still.has(outcome) {
      #expect(isClose(try fixture.outcome(outcome, period: "2025 Q2"), try still.outcome(outcome)))
      #expect(try !fixture.has(outcome, period: "2025 Q1"))
    }
  }

  @Test("A lag of 0 is none, to the bit")
  func zero() throws {
    for response in LongRunElasticityTests.kinds.map({ $0.response(0.7) }) {
      var without = try step(response: response)
      without.study.lag = nil
      var zero = without
      zero.study.lag = OrderLag(delay: number(0), halfLife: number(0))
      zero.study.exports[0].lag = OrderLag(delay: number(0))
      for outcome in Outcome.ofEveryStudy {
        #expect(try zero.byPeriod(outcome) == without.byPeriod(outcome), "\(outcome)")
      }
    }
  }

  @Test("What is ordered arrives once: a duty that ends takes away as much as without a lag, later")
  func conserved() throws {
    for (lag, halfLife) in [(40.0, 0.0), (0, 15), (33.5, 12)] {
      var fixture = try step(2025...2027, from: (2025, 3, 7), lag: lag, halfLife: halfLife)
      fixture.study.measures[0].validity.end = try day(2025, 6, 5)
      let lost = 91 * (1 - 1.1 / 1.3)
      // After two years and a half 2⁻⁶⁰ of the last orders is still to come.
      #expect(isClose(try fixture.outcome(.exportRevenueChange, period: "all"), -lost, relative: 1e-12))
      let byQuarter = try fixture.byPeriod(.exportRevenueChange)
      #expect(isClose(byQuarter.reduce(0, +), -lost, relative: 1e-12))
      #expect(byQuarter[0] > -24 * (1 - 1.1 / 1.3))
    }
  }

  @Test("A measure from before the first period, and one that has ended by then, is in what was ordered under it")
  func before() throws {
    let early = try step(from: (2024, 12, 1))
    for period in early.study.periods {
      let share = share(period, from: try day(2024, 12, 1))
      let expected = days(period) * (1 + share * (1.1 / 1.3 - 1))
      #expect(isClose(try early.outcome(.exportRevenue, period: period.name), expected))
      #expect(isClose(try early.outcome(.effectiveTariffRate, period: period.name), 0.3))
    }
    var ended = early
    ended.study.measures[0].validity.end = try day(2024, 12, 31)
    for period in ended.study.periods {
      let share = share(period, from: try day(2024, 12, 1)) - self.share(period, from: try day(2025, 1, 1))
      let expected = days(period) * (1 + share * (1.1 / 1.3 - 1))
      #expect(isClose(try ended.outcome(.exportRevenue, period: period.name), expected))
      #expect(isClose(try ended.outcome(.effectiveTariffRate, period: period.name), 0.1))
    }
    #expect(try CompiledModel(ended.study).notes.allSatisfy { $0.subject.kind != "neverActs" })
  }

  @Test("A measure without a first day has always been")
  func openStart() throws {
    let fixture = try step(from: nil)
    for period in fixture.study.periods {
      #expect(isClose(try fixture.outcome(.exportRevenue, period: period.name), days(period) * 1.1 / 1.3))
    }
  }

  @Test("A line has its own lag before that of the study, key by key")
  func ownLag() throws {
    var fixture = try step(lag: 10, halfLife: 18)
    fixture.study.exports[0].lag = OrderLag(delay: number(50))
    #expect(try fixture.byPeriod(.exportRevenue) == step().byPeriod(.exportRevenue))
  }

  @Test("Periods cut otherwise add up to the same")
  func periods() throws {
    let quarterly = try step(lag: 41, halfLife: 13)
    var yearly = quarterly
    yearly.study.periods = [Period(name: "2025", start: try day(2025, 1, 1), end: try day(2025, 12, 31))]
    for outcome in Outcome.ofEveryStudy where outcome.unit == .millionUSD {
      let sum = try quarterly.byPeriod(outcome).reduce(0, +)
      #expect(isClose(try yearly.outcome(outcome, period: "2025"), sum, scale: 100), "\(outcome)")
    }
  }

  @Test(
    "Front-loading takes its share of what would have arrived, and sells it at the price at which the window's goods were ordered"
  )
  func frontLoading() throws {
    var fixture = try step(
      from: (2025, 7, 1), response: .constantElasticity(.demandAndPassThrough(elasticity: number(1.5), passThrough: number(0.6))))
    // A first measure, so that what arrives in the window has another price than the base data.
    fixture.addMeasure(
      TariffMeasure(name: "first", rate: number(0.05), validity: Validity(start: try day(2025, 2, 1))))
    let before = fixture
    fixture.study.measures[0].anticipation = Anticipation(announced: try day(2025, 4, 1), frontLoading: number(0.3))
    func relatives(_ rate: Double) -> (value: Double, quantity: Double) {
      let tau = (1.1 + rate) / 1.1
      return (pow(tau, 0.6 - 1 - 0.6 * 1.5), pow(tau, -0.6 * 1.5))
    }
    let (one, both) = (relatives(0.05), relatives(0.25))
    func mean(_ period: Period, _ first: Double, _ second: Double) throws -> Double {
      1 + share(period, from: try day(2025, 2, 1)) * (first - 1) + share(period, from: try day(2025, 7, 1)) * (second - first)
    }
    let (window, rise) = (fixture.study.periods[1], fixture.study.periods[2])
    let moved = 0.3 * 92 * (try mean(rise, one.quantity, both.quantity))
    let price = try mean(window, one.value, both.value) / mean(window, one.quantity, both.quantity)
    let quarters = try fixture.byPeriod(.exportRevenue)
    #expect(isClose(quarters[1], 91 * (try mean(window, one.value, both.value)) + moved * price))
    #expect(isClose(quarters[2], 0.7 * 92 * (try mean(rise, one.value, both.value))))
    #expect(isClose(try fixture.byPeriod(.partnerTariffRevenue)[1], 0.15 * quarters[1]))
    let (changed, plain) = (try fixture.byPeriod(.redirectedExports), try before.byPeriod(.redirectedExports))
    for (a, b) in zip(changed, plain) { #expect(isClose(a, b, scale: 1)) }
  }

  @Test("A long-run elasticity has the age of the day of order, by 91 days from the first")
  func longRun() throws {
    var fixture = try step(2025...2026, response: .valueElasticity(number(0.5)))
    fixture.study.exports[0].adjustment = ElasticityAdjustment(longRun: number(2), speed: number(0.8))
    let start = try day(2025, 4, 10).dayNumber
    for period in fixture.study.periods {
      var mean = 1.0
      var last = 1.0
      for cell in 0..<8 {
        let first = CivilDate(dayNumber: start + 91 * cell)
        // Days of 2025 count 1/365, and so do those of 2026.
        let age = (91 * Double(cell) + 45.5) / 365
        let value = pow(1.3 / 1.1, -(2 - 1.5 * exp(-0.8 * age)))
        mean += share(period, from: first) * (value - last)
        last = value
      }
      #expect(isClose(try fixture.outcome(.exportRevenue, period: period.name), days(period) * mean))
    }
  }

  @Test("Of a stretch that ends the last piece is shorter, and a study that ends earlier changes nothing")
  func lastPiece() throws {
    var fixture = try step(2025...2026, response: .valueElasticity(number(0.5)))
    fixture.study.measures[0].validity.end = try day(2025, 8, 1)
    fixture.study.exports[0].adjustment = ElasticityAdjustment(longRun: number(2), speed: number(0.8))
    let (start, end) = (try day(2025, 4, 10), try day(2025, 8, 2))
    func value(_ days: Double) -> Double { pow(1.3 / 1.1, -(2 - 1.5 * exp(-0.8 * days / 365))) }
    let second = CivilDate(dayNumber: start.dayNumber + 91)
    let (one, two) = (value(45.5), value((91 + Double(end.dayNumber - start.dayNumber)) / 2))
    let period = fixture.study.periods[2]
    let expected =
      1 + share(period, from: start) * (one - 1) + share(period, from: second) * (two - one)
      + share(period, from: end) * (1 - two)
    #expect(isClose(try fixture.outcome(.exportRevenue, period: period.name), 92 * expected))
    var shorter = fixture
    shorter.study.periods = Array(fixture.study.periods[..<3])
    #expect(try shorter.outcome(.exportRevenue, period: period.name) == fixture.outcome(.exportRevenue, period: period.name))
  }

  @Test("A lag needs periods and responses that are averaged, and no world")
  func problems() throws {
    var fixture = try step()
    fixture.study.periods = []
    #expect(fixture.study.problems().map(\.rule) == [.needsPeriods])
    fixture = try step()
    fixture.study.periodResponse = .averageRate
    #expect(fixture.study.problems().map(\.rule) == [.lagNeedsAverageResponse])
    fixture = try step(lag: -1)
    #expect(fixture.study.problems().map(\.rule) == [.range(.nonNegative)])
    fixture = try step()
    fixture.study.exports[0].lag = OrderLag(halfLife: number(-2))
    #expect(fixture.study.problems().map(\.rule) == [.range(.nonNegative)])
  }
}

extension StudyFixture {
  /// Whether the study has an outcome.
  fileprivate func has(_ outcome: Outcome, period: String = "year") throws -> Bool {
    try CompiledModel(study).outcomes.contains { $0.key.outcome == outcome && $0.key.period == period }
  }
}
