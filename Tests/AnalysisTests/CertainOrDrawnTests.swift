import Analysis
import Distributions
import Glibc
import Simulation
import Statistics
import TariffModel
import TestSupport
import Testing
import VectorMath

/// Whether a number is certain or drawn with one value decides nothing: the same answer, or the same refusal.
@Suite("Certain and drawn numbers")
struct CertainOrDrawnTests {
  private static let kernels = KernelChoice(.detected)

  /// The numbers of a study, certain or drawn.
  private struct Numbers {
    let isDrawn: Bool

    /// A drawn number has another value in one draw of a thousand million, and so in none of those of the fixed seed.
    func callAsFunction(_ value: Double, _ path: String) throws -> Quantity {
      guard isDrawn else { return .constant(value, path: path) }
      let other = value == 0 ? 1e-3 : value / 2
      return Quantity(
        .distribution(
          try .discrete(values: [value, other].sorted(), probabilities: value == 0 ? [1 - 1e-9, 1e-9] : [1e-9, 1 - 1e-9])),
        path: path)
    }
  }

  /// Every outcome as its least and greatest draw; those without a value in any draw by themselves.
  private struct Answer {
    var values: [OutcomeKey: (least: Double, greatest: Double)] = [:]
    var undefined: Set<OutcomeKey> = []
    var unsolved = false
    var rules: [ModelRule] = []
  }

  private func answer(_ study: Study) throws -> Answer {
    var answer = Answer()
    do {
      let model = try CompiledModel(study, reportsLines: true)
      let result = try simulate(
        model, plan: Plan(draws: 1_100, seed: 3, reportsLines: true), threads: 2, kernels: Self.kernels)
      for outcome in result.outcomes { answer.values[outcome.key] = (outcome.summary.minimum, outcome.summary.maximum) }
      answer.undefined = Set(result.undefined.map(\.key))
      answer.unsolved = result.unsolved != nil
    } catch let error as ModelError {
      answer.rules = error.problems.map(\.rule)
    }
    return answer
  }

  private func expectSame(
    _ name: String, _ build: (Numbers) throws -> Study, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let certain = try answer(build(Numbers(isDrawn: false)))
    let drawn = try answer(build(Numbers(isDrawn: true)))
    #expect(certain.rules == drawn.rules, "\(name)", sourceLocation: sourceLocation)
    #expect(!certain.unsolved && !drawn.unsolved, "\(name)", sourceLocation: sourceLocation)
    // A supplier's incidence is told where its change of duty is certain.
    let others = certain.undefined.symmetricDifference(drawn.undefined)
    #expect(others.allSatisfy(Self.isIncidence), "\(name): \(others)", sourceLocation: sourceLocation)
    for (key, value) in certain.values {
      guard let other = drawn.values[key] else {
        #expect(Self.isIncidence(key), "\(name) \(key)", sourceLocation: sourceLocation)
        continue
      }
      for end in [other.least, other.greatest] {
        let scale = 1e-12 * max(1000, value.least.magnitude)
        #expect((end - value.least).magnitude <= scale, "\(name) \(key): \(end) \(value.least)", sourceLocation: sourceLocation)
      }
    }
  }

  private static func isIncidence(_ key: OutcomeKey) -> Bool { [.buyerIncidence, .exporterIncidence].contains(key.outcome) }

  private func market(
    _ number: Numbers, _ response: MarketResponse, values: [Double], rate: Double, supply: Double?
  ) throws -> Study {
    var study = Study(title: "test", home: "Home", partner: "Partner")
    study.exports = [
      ExportLine(
        id: "1", hs: "6302", baseValue: try number(values[0], "exports/1/value"), baseDuty: try number(0.1, "exports/1/duty"),
        response: .market(supply: try supply.map { .finite(try number($0, "exports/1/supply")) }, nest: nil))
    ]
    study.markets = [Market(hs: "6302", response: response)]
    study.suppliers = try values.dropFirst().enumerated().map { index, value in
      Supplier(
        origin: "Origin \(index)", hs: "6302", baseValue: try number(value, "suppliers/\(index)/value"),
        baseDuty: try number(0.05, "suppliers/\(index)/duty"),
        supply: try supply.map { .finite(try number($0, "suppliers/\(index)/supply")) })
    }
    study.nests = [Nest(name: "A", origins: ["Home", "Origin 0"]), Nest(name: "B", origins: ["Origin 1"])]
    study.measures = [TariffMeasure(name: "tariff", rate: try number(rate, "measures/tariff/rate"))]
    study.scenarios = [PolicyScenario(name: "policy", measures: [PolicyScenario.Use("tariff")])]
    return study
  }

  @Test("Markets of every kind, with members of no value and elasticities that end all trade")
  func markets() throws {
    for values in [[100.0, 300, 50], [100, 0, 50], [100, 0, 0]] {
      for rate in [0.2, 0.99] {
        for supply in [nil, 3.0] {
          for (sigma, eta) in [(3.0, 1.2), (0.4, 0.7), (400, 2), (2_500, 1.5), (2_500, 1_800)] {
            let name = "\(values) \(rate) \(supply ?? .infinity) \(sigma) \(eta)"
            try expectSame("armington \(name)") {
              try market(
                $0, .armington(substitution: try $0(sigma, "sigma"), demand: try $0(eta, "eta")), values: values, rate: rate,
                supply: supply)
            }
            try expectSame("nested \(name)") {
              try market(
                $0,
                .nested(
                  substitution: try $0(sigma, "sigma"), nestSubstitution: try $0(sigma / 2, "sigma0"),
                  demand: try $0(eta, "eta")), values: values, rate: rate, supply: supply)
            }
            try expectSame("smart \(name)") {
              try market(
                $0, .smart(substitution: try $0(sigma, "sigma"), demand: try $0(eta, "eta"), form: .linear), values: values,
                rate: rate, supply: supply)
            }
          }
        }
      }
    }
  }

  @Test("Where all powers of the tariffs vanish, the market is that of the composite's price")
  func vanishingPowers() throws {
    // All pay τ: P = τ, and everybody sells τ^−η.
    for drawn in [false, true] {
      let study = try market(
        Numbers(isDrawn: drawn),
        .armington(substitution: try Numbers(isDrawn: drawn)(5_000, "sigma"), demand: number(1.5)), values: [100, 300, 50],
        rate: 0.99, supply: nil)
      var even = study
      for index in even.suppliers.indices { even.suppliers[index].baseDuty = number(0.1) }
      even.exports[0].baseDuty = number(0.1)
      let value = try #require(
        try answer(even).values.first { $0.key.outcome == .exportRevenue && $0.key.slice == .total }?.value)
      let expected = 100 * pow(1.1 / 2.09, 1.5)
      #expect((value.least - expected).magnitude < 1e-10 && (value.greatest - expected).magnitude < 1e-10)
    }
  }

  /// Every value is 0 in half of the draws, at once, and 100 in the others.
  @Test("Draws in which a whole market has no trade count as draws without trade", arguments: [0, 1, 2, 3])
  func emptyMarket(kind: Int) throws {
    let responses: [MarketResponse] = [
      .armington(substitution: number(3), demand: number(1.2)),
      .nested(substitution: number(3), nestSubstitution: number(2), demand: number(1.2)),
      .smart(substitution: number(1.5), demand: number(1.2), form: .linear),
      .armington(substitution: number(3), demand: number(1.2)),
    ]
    var study = try market(
      Numbers(isDrawn: false), responses[kind], values: [1, 1, 1], rate: 0.3, supply: kind == 3 ? 2 : nil)
    study.parameters["v"] = Quantity(
      .distribution(try .discrete(values: [0, 100], probabilities: [0.5, 0.5])), path: "parameters/v")
    let value = Quantity(.parameter(name: "v", times: 1), path: "value")
    study.exports[0].baseValue = value
    for index in study.suppliers.indices { study.suppliers[index].baseValue = value }
    let model = try CompiledModel(study, reportsLines: true)
    let plan = Plan(draws: 9_001, seed: 3, reportsLines: true)
    let whole = try simulate(model, plan: plan, threads: 2, kernels: Self.kernels)
    #expect(whole.unsolved == nil)
    let revenue = try whole.summary(.exportRevenue)
    #expect(revenue.draws == 9_001 && revenue.minimum == 0 && revenue.maximum > 50)
    let rate = try whole.summary(.effectiveTariffRate)
    // A binomial count within 6 standard errors: 2·10⁻⁹, were the seed not fixed.
    #expect((Double(rate.draws) / 9_001 - 0.5).magnitude < 3 / 9_001.0.squareRoot())
    let parts = try (1...3).map { index in
      var run = DistributionRun(
        model, plan: plan, shard: try #require(Shard(index, of: 3)), threads: index, kernels: Self.kernels)
      run.advance(threads: 2)
      return run.tally.encoded
    }
    let merged = try merge(parts, model: model, plan: plan)
    #expect(whole.everything == merged.everything && whole.undefined == merged.undefined && merged.unsolved == nil)
  }

  @Test("Worlds in which a region sells or buys nothing")
  func worlds() throws {
    func world(_ number: Numbers, isEmpty: Distribution) throws -> Study {
      let names = ["A", "B", "C"]
      var study = Study(title: "test", home: "A", partner: "B")
      study.parameters["v"] = Quantity(.distribution(isEmpty), path: "parameters/v")
      study.world = TradeWorld(
        regions: try names.map {
          TradeWorld.Region(
            name: $0, demandElasticity: try number(1.25, "\($0)/demand"), supplyElasticity: try number(1.5, "\($0)/supply"),
            substitution: try number(5, "\($0)/substitution"))
        },
        flows: try names.flatMap { exporter in
          try names.filter { $0 != exporter }.map { importer in
            // C neither sells nor buys where v is 0.
            let isOfC = exporter == "C" || importer == "C"
            return TradeWorld.Flow(
              exporter: exporter, importer: importer,
              value: isOfC
                ? Quantity(.parameter(name: "v", times: 70), path: "\(exporter)\(importer)")
                : try number(100, "\(exporter)\(importer)"), tariff: try number(0.2, "\(exporter)\(importer)/tariff"))
          }
        })
      study.worldTariffs = [
        WorldTariff(name: "cut", rule: .newRate(try number(0.05, "cut")), exporters: ["A"], importers: ["B"])
      ]
      study.scenarios = [PolicyScenario(name: "policy")]
      study.scenarios[0].worldTariffs = [PolicyScenario.Use("cut")]
      return study
    }
    for value in [0.0, 1] {
      try expectSame("world \(value)") { try world($0, isEmpty: .constant(value)) }
    }
    // In some draws nothing of C, in the others as above.
    let mixed = try answer(world(Numbers(isDrawn: false), isEmpty: .discrete(values: [0, 1], probabilities: [0.5, 0.5])))
    let ends = try [0.0, 1].map { try answer(world(Numbers(isDrawn: false), isEmpty: .constant($0))) }
    #expect(!mixed.unsolved && mixed.rules.isEmpty)
    for (key, value) in mixed.values {
      let expected = try ends.map { try #require($0.values[key]).least }
      let scale = 1e-9 * max(1000, value.greatest.magnitude)
      #expect((value.least - min(expected[0], expected[1])).magnitude < scale, "\(key)")
      #expect((value.greatest - max(expected[0], expected[1])).magnitude < scale, "\(key)")
    }
  }

  @Test("Quotas of every size, nothing among them, on lines that end and on lines that hardly react")
  func quotas() throws {
    for quantity in [0.0, 60, 150, 500] {
      for count in [1, 2] {
        for (kind, elasticity) in [(0, 2.0), (0, 1e-7), (1, 1.7), (1, 1e-7), (2, 1.2)] {
          try expectSame("quota \(quantity) \(count) \(kind) \(elasticity)") { number in
            let epsilon = try number(elasticity, "elasticity")
            let response: OwnPriceResponse =
              kind == 0
              ? .linear(elasticity: epsilon, passThrough: nil)
              : kind == 1 ? .valueElasticity(epsilon) : .levels(elasticity: epsilon, passThrough: nil)
            var study = Study(title: "test", home: "Home", partner: "Partner")
            study.exports = try (0..<count).map {
              ExportLine(
                id: "\($0)", baseValue: try number(100, "exports/\($0)/value"), baseDuty: try number(0.1, "exports/\($0)/duty"),
                response: .ownPrice(response), redirection: try number(0.5, "exports/\($0)/redirection"))
            }
            study.measures = [TariffMeasure(name: "tariff", rate: try number(0.05, "measures/tariff/rate"))]
            study.quotas = [
              TariffQuota(
                name: "q", quantity: try number(quantity, "q/quantity"), inQuotaRate: try number(0.02, "q/in"),
                outOfQuotaRate: try number(1.5, "q/out"), holder: .exporter)
            ]
            study.scenarios = [PolicyScenario(name: "policy", measures: [PolicyScenario.Use("tariff")])]
            study.scenarios[0].quotas = [PolicyScenario.Use("q")]
            return study
          }
        }
      }
    }
  }

  @Test("Lines of every response under random layers")
  func lines() throws {
    var generator = Generator(seed: 31)
    for round in 0..<60 {
      let fixed = (0..<20).map { _ in generator.uniform() }
      try expectSame("round \(round)") { number in
        var left = fixed[...]
        func next() -> Double { left.popFirst() ?? 0.5 }
        let (epsilon, rho) = (try number(3 * next(), "elasticity"), try number(0.2 + 0.8 * next(), "passThrough"))
        let responses: [OwnPriceResponse] = [
          .linear(elasticity: epsilon, passThrough: rho), .levels(elasticity: epsilon, passThrough: rho),
          .valueElasticity(epsilon), .constantElasticity(.demandAndSupply(elasticity: epsilon, supply: .finite(rho))),
          .constantElasticity(.demandAndPassThrough(elasticity: epsilon, passThrough: rho)), .theta(epsilon),
        ]
        var study = Study(title: "test", home: "Home", partner: "Partner")
        study.exports = [
          ExportLine(
            id: "1", baseValue: try number(500 * next(), "value"), baseDuty: try number(next() < 0.5 ? 0 : 0.1, "duty"),
            response: .ownPrice(responses[Int(next() * 6)]), redirection: try number(next(), "redirection"))
        ]
        let kinds: [Stacking] = [
          .add, .exclusive(group: "g", priority: 1, choice: .lowestPriority),
          .exclusive(group: "g", priority: 1, choice: .lowestPriority), .floor,
        ]
        study.measures = try kinds.enumerated().map { index, stacking in
          let rate = next()
          return TariffMeasure(
            name: "m\(index)", rate: .uniform(try number(rate < 0.25 ? 0 : rate * 0.6, "rate\(index)")), stacking: stacking,
            coverage: next() < 0.5 ? nil : try number(0.7, "coverage\(index)"))
        }
        study.scenarios = [PolicyScenario(name: "policy", measures: study.measures.map { PolicyScenario.Use($0.name) })]
        return study
      }
    }
  }

  @Test("All goods brought forward leave exactly nothing, and a period without an effective rate")
  func allBroughtForward() throws {
    func day(_ month: Int, _ day: Int) throws -> CivilDate { try #require(CivilDate(year: 2025, month: month, day: day)) }
    func study(_ number: Numbers) throws -> Study {
      var study = Study(title: "test", home: "Home", partner: "Partner")
      study.exports = [
        ExportLine(
          id: "1", baseValue: try number(365, "exports/1/value"), baseDuty: try number(0.1, "exports/1/duty"),
          response: .ownPrice(.valueElasticity(try number(1.3, "exports/1/elasticity"))))
      ]
      study.measures = [
        TariffMeasure(
          name: "tariff", rate: try number(0.29, "measures/tariff/rate"), validity: Validity(start: try day(7, 1)),
          anticipation: Anticipation(announced: try day(4, 1), frontLoading: try number(1, "measures/tariff/frontLoading")))
      ]
      study.periods = [
        Period(name: "before", start: try day(4, 1), end: try day(6, 30)),
        Period(name: "after", start: try day(7, 1), end: try day(9, 30)),
      ]
      study.scenarios = [PolicyScenario(name: "policy", measures: [PolicyScenario.Use("tariff")])]
      return study
    }
    try expectSame("all brought forward", study)
    let answer = try answer(study(Numbers(isDrawn: false)))
    let key = OutcomeKey(scenario: "policy", period: "after", outcome: .exportRevenue, slice: .total)
    #expect(try #require(answer.values[key]) == (0, 0))
    var rate = key
    rate.outcome = .effectiveTariffRate
    #expect(answer.undefined.contains(rate))
  }
}
