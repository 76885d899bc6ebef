import Distributions
import Glibc
import Sampling
import TariffModel
import TestSupport
import Testing
import VectorMath

/// What will be counted: effects times growth and noise.
@Suite("Forecasts")
struct ForecastTests {
  /// 365 of exports in two groups, a tariff of 20 % on a duty of 10 % from July on, over quarters.
  private func study(_ forecast: Forecast, _ years: ClosedRange<Int> = 2025...2026) throws -> StudyFixture {
    var fixture = StudyFixture(value: 365, duty: 0.1, rate: 0.2)
    fixture.study.exports.append(
      ExportLine(
        id: "2", hs: "1006", group: "Food", baseValue: number(73), baseDuty: number(0),
        response: .ownPrice(.valueElasticity(number(2)))))
    fixture.study.periods = try quarters(years)
    fixture.study.measures[0].validity.start = try day(2025, 7, 1)
    fixture.study.baseYear = 2024
    fixture.study.forecast = forecast
    return fixture
  }

  /// Every outcome in every draw.
  private func draws(_ study: Study, _ count: Int) throws -> [OutcomeKey: [Double]] {
    let model = try CompiledModel(study, reportsLines: true)
    let columns = outputs(of: model.program, draws: count, seed: 11, kernels: KernelChoice(.detected))
    return Dictionary(
      uniqueKeysWithValues: model.outcomes.compactMap { outcome in
        switch outcome.value {
        case .certain(let value): (outcome.key, Array(repeating: value, count: count))
        case .undefined: nil
        case .column(let number, let scale, let offset): (outcome.key, columns[number].map { $0 * scale + offset })
        }
      })
  }

  private func key(_ outcome: Outcome, _ period: String, _ slice: OutcomeSlice = .total) -> OutcomeKey {
    OutcomeKey(scenario: "policy", period: period, outcome: outcome, slice: slice)
  }

  /// z of a series in the first quarters, draw by draw, from the generator itself.
  private func series(_ name: String, persistence: Double, quarters: Int, draws: Int) -> [[Double]] {
    var values: [[Double]] = []
    for quarter in 1...quarters {
      let own = (0..<draws).map {
        DrawStream(seed: 11, stream: StreamID(path: "forecast/noise/\(name)/\(quarter)")).normal(at: UInt64($0))
      }
      guard let last = values.last else {
        values.append(own)
        continue
      }
      values.append(zip(last, own).map { persistence * $0 + (1 - persistence * persistence).squareRoot() * $1 })
    }
    return values
  }

  @Test("Growth alone is e^(g·y), with y whole years from the base year, and no effect has it")
  func growth() throws {
    var fixture = try study(Forecast(origins: ["Home": FlowForecast(growth: number(-0.07))]), 2024...2026)
    fixture.study.exports[1].forecast = FlowForecast(growth: number(0.1))
    var effects = fixture
    (effects.study.forecast, effects.study.exports[1].forecast) = (nil, nil)
    for (index, period) in fixture.study.periods.enumerated() {
      let years = Double(index / 4)
      let lines = try ["1", "2"].map { try fixture.outcome(.exportRevenue, period: period.name, slice: .line($0)) }
      let days = Double(period.end.dayNumber - period.start.dayNumber + 1)
      let expected = lines[0] * exp(-0.07 * years) + lines[1] * exp(0.03 * years)
      #expect(isClose(try fixture.outcome(.forecastExports, period: period.name), expected))
      #expect(
        isClose(try fixture.outcome(.forecastExports, period: period.name, slice: .line("2")), lines[1] * exp(0.03 * years)))
      let change = 100 * (expected / (438 * days / 365) - 1)
      #expect(
        isClose(try fixture.outcome(.forecastExportsChangePercent, period: period.name), change, relative: 1e-13, scale: 100))
      #expect(isClose(try fixture.outcome(.forecastBalance, period: period.name), expected))
    }
    for outcome in Outcome.ofEveryStudy { #expect(try fixture.byPeriod(outcome) == effects.byPeriod(outcome)) }
    #expect(try !CompiledModel(effects.study).outcomes.contains { $0.key.outcome.isForecast })
  }

  @Test("A period over two years grows day by day")
  func turnOfTheYear() throws {
    var fixture = try study(Forecast(origins: ["Home": FlowForecast(growth: number(0.2))]))
    fixture.study.measures[0].validity.start = nil
    fixture.study.periods = [Period(name: "winter", start: try day(2024, 12, 1), end: try day(2025, 2, 28))]
    let revenue = try fixture.outcome(.exportRevenue, period: "winter")
    // 31 days of the base year, 59 of the next.
    #expect(isClose(try fixture.outcome(.forecastExports, period: "winter"), revenue * (31 + 59 * exp(0.2)) / 90))
  }

  @Test("Noise is that of the streams of its series, quarter by quarter, in every draw")
  func noise() throws {
    var fixture = try study(
      Forecast(
        persistence: number(0.6), commonNoise: number(0.05),
        origins: ["Home": FlowForecast(growth: number(0.02), noise: number(0.17))]))
    fixture.study.exports[0].forecast = FlowForecast(noise: number(0.08))
    let values = try draws(fixture.study, 100)
    let names = ["exports", "origins/Home", "exports/1"]
    let z = names.map { series($0, persistence: 0.6, quarters: 8, draws: 100) }
    func factor(_ s: Double, _ z: Double) -> Double { exp(s * z - s * s / 2) }
    for (quarter, period) in fixture.study.periods.map(\.name).enumerated() {
      let lines = try ["1", "2"].map { try #require(values[key(.exportRevenue, period, .line($0))]) }
      let total = try #require(values[key(.forecastExports, period)])
      let group = try #require(values[key(.forecastExports, period, .group("Food"))])
      for draw in 0..<100 {
        let shared =
          exp(0.02 * Double(1 + quarter / 4)) * factor(0.05, z[0][quarter][draw]) * factor(0.17, z[1][quarter][draw])
        let own = lines[0][draw] * factor(0.08, z[2][quarter][draw]) + lines[1][draw]
        #expect(isClose(total[draw], shared * own, relative: 1e-13))
        #expect(isClose(group[draw], shared * lines[1][draw], relative: 1e-13))
      }
    }
    // A year and its quarters agree, and so do months and their quarter.
    let all = try #require(values[key(.forecastExports, "all")])
    for draw in 0..<100 {
      let sum = try fixture.study.periods.reduce(0) { $0 + (try #require(values[key(.forecastExports, $1.name)]))[draw] }
      #expect(isClose(all[draw], sum, relative: 1e-13))
    }
    var yearly = fixture
    yearly.study.periods = try [2025, 2026].map {
      Period(name: "\($0)", start: try day($0, 1, 1), end: try day($0, 12, 31))
    }
    yearly.study.measures[0].validity.start = nil
    fixture.study.measures[0].validity.start = nil
    let (a, b) = (try draws(yearly.study, 50), try draws(fixture.study, 50))
    for draw in 0..<50 {
      let sum = try ["Q1", "Q2", "Q3", "Q4"].reduce(0) { $0 + (try #require(b[key(.forecastExports, "2026 \($1)")]))[draw] }
      #expect(isClose(try #require(a[key(.forecastExports, "2026")])[draw], sum, relative: 1e-13))
    }
  }

  @Test("Noise has mean 1, and its logarithms the stated deviation and persistence")
  func moments() throws {
    let fixture = try study(Forecast(persistence: number(0.7), origins: ["Home": FlowForecast(noise: number(0.3))]))
    let count = 40_000
    let values = try draws(fixture.study, count)
    let factors = try ["2025 Q1", "2025 Q2", "2026 Q4"].map { period in
      let effect = try #require(values[key(.exportRevenue, period)])
      return zip(try #require(values[key(.forecastExports, period)]), effect).map { $0 / $1 }
    }
    let size = Double(count)
    let root = size.squareRoot()
    // (ln n + s²/2)/s is a standard normal.
    let normals = factors.map { own in own.map { (log($0) + 0.045) / 0.3 } }
    // Six standard errors: a chance of 2·10⁻⁹ each.
    for (own, normal) in zip(factors, normals) {
      let mean: Double = own.reduce(0, +) / size
      #expect(abs(mean - 1) <= 6 * 0.31 / root)
      let square: Double = normal.map { $0 * $0 }.reduce(0, +) / size
      #expect(abs(square - 1) <= 6 * 1.42 / root)
    }
    let product: Double = zip(normals[0], normals[1]).map { $0 * $1 }.reduce(0, +) / size
    #expect(abs(product - 0.7) <= 6 * 1.23 / root)
  }

  @Test("Imports have series of their own, and a commitment to a level fills what they leave open")
  func balance() throws {
    var fixture = try study(
      Forecast(persistence: number(0.5), imports: FlowForecast(growth: number(0.04), noise: number(0.2))))
    fixture.addImport(value: 100, tariff: 0.1)
    fixture.study.imports[0].forecast = FlowForecast(noise: number(0.1))
    fixture.addCommitment(
      PurchaseCommitment(
        name: "level", amount: .value(number(100)), basis: .level(base: nil), importLine: "5201",
        additionality: .share(number(1))))
    fixture.addCommitment(
      PurchaseCommitment(
        name: "extra", amount: .value(number(30)), basis: .increment(overlap: nil), additionality: .share(number(1))))
    let values = try draws(fixture.study, 200)
    let (all, own) = (
      series("imports", persistence: 0.5, quarters: 8, draws: 200),
      series("imports/5201", persistence: 0.5, quarters: 8, draws: 200)
    )
    for (quarter, period) in fixture.study.periods.enumerated() {
      let length = Double(period.end.dayNumber - period.start.dayNumber + 1) / 365
      let exports = try #require(values[key(.forecastExports, period.name)])
      let balance = try #require(values[key(.forecastBalance, period.name)])
      for draw in 0..<200 {
        let noise = exp(0.2 * all[quarter][draw] - 0.02 + 0.1 * own[quarter][draw] - 0.005)
        let bought = 100 * length * exp(0.04 * Double(1 + quarter / 4)) * noise
        #expect(isClose(balance[draw], exports[draw] - max(bought, 100 * length) - 30 * length, relative: 1e-13, scale: 100))
      }
    }
  }

  @Test("In markets each rival has its growth and noise, by origin, and by origin and market")
  func markets() throws {
    var study = MarketStudy().study
    study.periods = try quarters(2025...2025)
    study.baseYear = 2024
    study.reportsMarkets = true
    study.markets.append(Market(hs: "6403", response: .smart(substitution: number(1.5), demand: number(1), form: .linear)))
    study.suppliers += [("India", 40.0), ("Italy", 90)].map {
      Supplier(origin: $0.0, hs: "6403", baseValue: number($0.1), baseDuty: number(0.05))
    }
    study.markets[0].forecast = FlowForecast(noise: number(0.08))
    study.exports[0].forecast = FlowForecast(growth: number(0.01))
    study.forecast = Forecast(
      persistence: number(0.4), commonNoise: number(0.03),
      origins: [
        "Home": FlowForecast(growth: number(0.02), noise: number(0.17)), "India": FlowForecast(growth: number(-0.03)),
        "China": FlowForecast(noise: number(0.1)),
      ])
    let values = try draws(study, 60)
    func z(_ name: String) -> [[Double]] { series(name, persistence: 0.4, quarters: 4, draws: 60) }
    func factor(_ s: Double, _ z: Double) -> Double { exp(s * z - s * s / 2) }
    let (common, china, flows) = (z("exports"), z("origins/China"), ["India", "China"].map { z("suppliers/\($0)/6302") })
    let home = (z("origins/Home"), z("exports/1"))
    for (quarter, period) in study.periods.map(\.name).enumerated() {
      func effect(_ origin: String, _ market: String) throws -> [Double] {
        try #require(values[key(.marketImports, period, .flow(origin: origin, market: market))])
      }
      func forecast(_ origin: String, _ market: String) throws -> [Double] {
        try #require(values[key(.forecastExports, period, .flow(origin: origin, market: market))])
      }
      let (india, shoes, ownChina, ownHome) = try (
        effect("India", "6302"), effect("India", "6403"), effect("China", "6302"), effect("Home", "6302")
      )
      for draw in 0..<60 {
        let all = factor(0.03, common[quarter][draw])
        let expected = india[draw] * all * exp(-0.03) * factor(0.08, flows[0][quarter][draw])
        #expect(isClose(try forecast("India", "6302")[draw], expected, relative: 1e-13))
        #expect(isClose(try forecast("India", "6403")[draw], shoes[draw] * all * exp(-0.03), relative: 1e-13))
        let whole = try #require(values[key(.forecastExports, period, .origin("India"))])[draw]
        #expect(isClose(whole, expected + shoes[draw] * all * exp(-0.03), relative: 1e-13))
        let other = ownChina[draw] * all * factor(0.1, china[quarter][draw]) * factor(0.08, flows[1][quarter][draw])
        #expect(isClose(try forecast("China", "6302")[draw], other, relative: 1e-13))
        let mine =
          ownHome[draw] * all * exp(0.03) * factor(0.17, home.0[quarter][draw]) * factor(0.08, home.1[quarter][draw])
        #expect(isClose(try forecast("Home", "6302")[draw], mine, relative: 1e-13))
        #expect(isClose(try #require(values[key(.forecastExports, period)])[draw], mine, relative: 1e-13))
      }
      // Effects of the flows add up to those of the origin and of the market.
      for outcome in [Outcome.marketImports, .marketImportsChange, .marketDuty, .marketDutyChange] {
        let sum = try ["6302", "6403"].reduce(0) {
          $0 + (try #require(values[key(outcome, period, .flow(origin: "India", market: $1))]))[0]
        }
        #expect(isClose(sum, try #require(values[key(outcome, period, .origin("India"))])[0], relative: 1e-13, scale: 100))
      }
      let shares = try ["Home", "India", "China"].map {
        try #require(values[key(.marketShareChange, period, .flow(origin: $0, market: "6302"))])[0]
      }
      #expect(abs(shares.reduce(0, +)) <= 1e-11 && shares.contains { abs($0) > 0.1 })
    }
  }

  @Test("What cannot be forecast is told")
  func problems() throws {
    let growing = Forecast(origins: ["Home": FlowForecast(growth: number(0.02))])
    func rules(_ change: (inout Study) -> Void) throws -> [ModelRule] {
      var study = try study(growing).study
      change(&study)
      return study.problems().map(\.rule)
    }
    #expect(try rules { _ in }.isEmpty)
    #expect(try rules { $0.periods = [] } == [.needsPeriods])
    #expect(try rules { $0.baseYear = nil } == [.growthNeedsBaseYear])
    #expect(try rules { $0.forecast?.persistence = number(1) } == [.range(.belowOne)])
    #expect(try rules { $0.forecast?.commonNoise = number(2) } == [.range(.belowTwo)])
    #expect(try rules { $0.exports[0].forecast = FlowForecast(noise: number(-0.1)) } == [.range(.belowTwo)])
    #expect(try rules { $0.exports[1].growth = number(0.01, "growth") } == [.growthTwice(other: "test")])
    #expect(
      try rules { $0.forecast?.origins["Hom"] = FlowForecast(noise: number(0.1)) } == [
        .knownName(kind: "origin", nearest: "Home")
      ])
    #expect(
      try rules {
        $0.forecast = nil
        $0.exports[1].forecast = FlowForecast(noise: number(0.1))
      } == [.flowForecastNeedsForecast])
    let near = try Distribution.uniform(lower: 0.4, upper: 1)
    #expect(try rules { $0.forecast?.persistence = Quantity(.distribution(near), path: "forecast/persistence") }.isEmpty)
    let at = try Distribution.discrete(values: [0.5, 1], probabilities: [0.5, 0.5])
    #expect(
      try rules { $0.forecast?.persistence = Quantity(.distribution(at), path: "forecast/persistence") } == [.range(.belowOne)])
  }
}
