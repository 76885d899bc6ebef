import Distributions
import TariffModel
import TestSupport
import Testing
import VectorMath

/// Markets whose goods are ordered before they arrive: each day of order clears as a market without a lag does.
@Suite("Order lags in markets")
struct MarketLagTests {
  static let responses: [MarketResponse] = [
    .armington(substitution: number(3), demand: number(1.2)),
    .nested(substitution: number(4), nestSubstitution: number(2), demand: number(0.8)),
    .smart(substitution: number(1.5), demand: number(1.1), form: .linear),
  ]

  /// A measure on all from 14 February, and another one on China alone from 1 June.
  private func market(_ response: MarketResponse, supply: SupplyElasticity = .infinite, lag: OrderLag?) throws -> MarketStudy {
    var market = MarketStudy()
    market.study.markets[0].response = response
    market.study.markets[0].supply = supply
    market.study.markets[0].lag = lag
    market.study.nests = [Nest(name: "South", origins: ["Home", "India"]), Nest(name: "East", origins: ["China"])]
    market.study.exports[0].redirection = number(0.3)
    market.setMeasures([
      TariffMeasure(name: "all", rate: number(0.1), validity: Validity(start: try day(2025, 2, 14))),
      TariffMeasure(name: "china", rate: number(0.4), countries: ["China"], validity: Validity(start: try day(2025, 6, 1))),
    ])
    market.study.periods = try quarters()
    return market
  }

  @Test("Every supplier's arrivals are a mean of what it sells under the duties of the days of order", arguments: responses)
  func means(response: MarketResponse) throws {
    for supply in [SupplyElasticity.infinite, .finite(number(2.5))] {
      let lagged = try market(response, supply: supply, lag: OrderLag(delay: number(45), halfLife: number(20)))
      // The same market under certain measures for a whole year, without a lag.
      func still(_ measures: [Int]) throws -> MarketStudy {
        var study = try market(response, supply: supply, lag: nil)
        study.study.periods = []
        study.setMeasures(measures.map { study.study.measures[$0] })
        return study
      }
      let (one, both) = (try still([0]), try still([0, 1]))
      let (first, second) = (try day(2025, 2, 14), try day(2025, 6, 1))
      for period in lagged.study.periods {
        let (a, b) = (Double(period.start.dayNumber), Double(period.end.dayNumber + 1))
        func share(_ day: CivilDate) -> Double { orderedShare(a, b, from: Double(day.dayNumber), lag: 45, halfLife: 20) }
        for origin in ["Home", "India", "China"] {
          func change(_ study: MarketStudy) throws -> Double {
            try study.outcome(.marketImportsChange, slice: .origin(origin)) * (b - a) / 365
          }
          let expected = share(first) * (try change(one)) + share(second) * (try change(both) - change(one))
          let found = try lagged.outcome(.marketImportsChange, period: period.name, slice: .origin(origin))
          #expect(isClose(found, expected, relative: 1e-12, scale: 100), "\(origin) in \(period.name)")
        }
        func redirected(_ study: MarketStudy) throws -> Double { try study.outcome(.redirectedExports) * (b - a) / 365 }
        let lost = share(first) * (try redirected(one)) + share(second) * (try redirected(both) - redirected(one))
        #expect(isClose(try lagged.outcome(.redirectedExports, period: period.name), lost, relative: 1e-12, scale: 100))
      }
      // Imports of China pay 20, 30 or 70 % by the day of arrival.
      let china = OutcomeSlice.origin("China")
      let duty = try lagged.outcome(.marketDuty, period: "2025 Q4", slice: china)
      #expect(isClose(duty, 0.7 * (try lagged.outcome(.marketImports, period: "2025 Q4", slice: china))))
    }
  }

  @Test("Price index and incidence are those of the orders of a period's days")
  func prices() throws {
    let lagged = try market(Self.responses[0], lag: OrderLag(delay: number(45), halfLife: number(20)))
    let plain = try market(Self.responses[0], lag: nil)
    for outcome in [Outcome.priceIndexChangePercent, .buyerIncidence, .exporterIncidence] {
      for period in ["2025 Q1", "2025 Q2", "2025 Q4"] {
        #expect(isClose(try lagged.outcome(outcome, period: period), try plain.outcome(outcome, period: period), relative: 1e-13))
      }
    }
  }

  @Test("A lag of 0 is none, to the bit", arguments: responses)
  func zero(response: MarketResponse) throws {
    let plain = try market(response, supply: .finite(number(3)), lag: nil).outcomes()
    #expect(try market(response, supply: .finite(number(3)), lag: OrderLag(delay: number(0))).outcomes() == plain)
  }

  @Test("Elasticities that move have the age of the day of order, by 91 days from the first change of any member's duty")
  func longRun() throws {
    var alone = try market(Self.responses[0], lag: nil)
    alone.study.markets[0].adjustment = MarketAdjustment(substitution: nil, demand: number(2.5), speed: number(0.9))
    (alone.study.suppliers, alone.study.nests) = ([], [])
    alone.study.lag = OrderLag(delay: number(30), halfLife: number(9))
    alone.setMeasures([alone.study.measures[0]])
    var line = StudyFixture(response: .constantElasticity(.demand(elasticity: number(1.2))))
    line.study.exports[0].adjustment = ElasticityAdjustment(longRun: number(2.5), speed: number(0.9))
    line.study.lag = alone.study.lag
    (line.study.measures, line.study.periods) = (alone.study.measures, alone.study.periods)
    line.study.scenarios = alone.study.scenarios
    for period in alone.study.periods.map(\.name) {
      let (a, b) = (try alone.outcome(.exportRevenue, period: period), try line.outcome(.exportRevenue, period: period))
      #expect(isClose(a, b, relative: 1e-12))
    }
  }

  /// Draws of every outcome by what it is.
  private func draws(_ study: Study, _ count: Int) throws -> [OutcomeKey: [Double]] {
    let model = try CompiledModel(study, reportsLines: true)
    let columns = outputs(of: model.program, draws: count, seed: 7, kernels: KernelChoice(.detected))
    return Dictionary(
      uniqueKeysWithValues: model.outcomes.compactMap { outcome in
        switch outcome.value {
        case .certain(let value): (outcome.key, Array(repeating: value, count: count))
        case .undefined: nil
        case .column(let number, let scale, let offset): (outcome.key, columns[number].map { $0 * scale + offset })
        }
      })
  }

  @Test("In every draw an uncertain lag does what a certain one of its size does, 0 included", arguments: responses)
  func drawn(response: MarketResponse) throws {
    var study = try market(response, supply: .finite(number(2)), lag: nil).study
    study.exports.append(
      ExportLine(
        id: "2", hs: "9403", baseValue: number(50), baseDuty: number(0.03),
        response: .ownPrice(.levels(elasticity: number(1.4), passThrough: number(0.7))), redirection: number(0.2)))
    let (lags, halfLives) = ([0.0, 40, 75.5], [0.0, 16])
    study.parameters = [
      "lag": Quantity(.distribution(try .discrete(values: lags, probabilities: [0.3, 0.4, 0.3])), path: "parameters/lag"),
      "half": Quantity(.distribution(try .discrete(values: halfLives, probabilities: [0.5, 0.5])), path: "parameters/half"),
    ]
    study.lag = OrderLag(
      delay: Quantity(.parameter(name: "lag", times: 1), path: "orderLag"),
      halfLife: Quantity(.parameter(name: "half", times: 1), path: "adjustmentHalfLife"))
    let uncertain = try draws(study, 64)
    let numbers = UncertainNumbers(study)
    let columns = outputs(of: numbers.program, draws: 64, seed: 7, kernels: KernelChoice(.detected))
    let values = numbers.images.map { image in columns[image.output].map { $0 * image.scale + image.offset } }
    #expect(numbers.paths == ["parameters/half", "parameters/lag"])
    for lag in lags {
      for halfLife in halfLives {
        var certain = study
        certain.parameters["lag"]?.value = .distribution(.constant(lag))
        certain.parameters["half"]?.value = .distribution(.constant(halfLife))
        let expected = try draws(certain, 1)
        for draw in 0..<64 where values[1][draw] == lag && values[0][draw] == halfLife {
          for (key, value) in expected {
            let found = try #require(uncertain[key])[draw]
            #expect(isClose(found, value[0], relative: 1e-12, scale: key.outcome.unit == .millionUSD ? 200 : 1), "\(key)")
          }
        }
      }
    }
  }
}
