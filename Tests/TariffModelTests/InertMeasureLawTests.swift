import Distributions
import TariffModel
import TestSupport
import Testing
import VectorMath

/// A measure that changes no duty of a line in a draw changes nothing else of it there; random studies with a fixed seed.
@Suite("Measures that change nothing, laws")
struct InertMeasureLawTests {
  /// A way in which a measure changes nothing, with how to add it to a study.
  enum Kind: CaseIterable {
    /// An all-in rate below every duty of the base data.
    case certainFloor
    case drawnFloor
    case noShare
    case noScale
    /// Under a measure that replaces everything.
    case replaced
    /// Behind another layer of its exclusive group.
    case behind
    /// A rate of 0 in half of the draws, and 20 % in the others.
    case sometimes
  }

  /// Draws of every outcome by what it is.
  private func draws(_ study: Study) throws -> [OutcomeKey: [Double]] {
    let model = try CompiledModel(study, reportsLines: true)
    let count = 200
    let columns = outputs(of: model.program, draws: count, seed: 7, kernels: KernelChoice(.detected))
    return Dictionary(
      uniqueKeysWithValues: model.outcomes.map { outcome in
        switch outcome.value {
        case .certain(let value): (outcome.key, Array(repeating: value, count: count))
        case .undefined: (outcome.key, Array(repeating: .infinity, count: count))
        case .column(let number, let scale, let offset): (outcome.key, columns[number].map { $0 * scale + offset })
        }
      })
  }

  private func drawn(_ distribution: Distribution, _ path: String) -> Quantity {
    Quantity(.distribution(distribution), path: path)
  }

  /// Three lines that react to their own price and a market of two rivals with a fourth, all of them with a long run, in the
  /// quarters or halves of 2025, under one to four measures.
  private func study(_ generator: inout Generator) throws -> Study {
    var study = Study(title: "test", home: "Home", partner: "Partner")
    let responses: [(Quantity) -> OwnPriceResponse] = [
      { .valueElasticity($0) }, { .levels(elasticity: $0, passThrough: number(0.8)) },
      { .constantElasticity(.demandAndSupply(elasticity: $0, supply: .finite(number(3)))) },
      { .constantElasticity(.demandAndPassThrough(elasticity: $0, passThrough: number(0.7))) },
    ]
    study.exports = try (0..<3).map { index in
      let elasticity = drawn(try .uniform(lower: 0.4, upper: 0.9), "exports/\(index)/elasticity")
      return ExportLine(
        id: "\(index)", hs: "630\(index)", group: index == 0 ? "A" : nil, baseValue: number(100),
        baseDuty: number(generator.uniform(0.05, 0.15)),
        response: .ownPrice(responses[generator.below(responses.count)](elasticity)),
        adjustment: ElasticityAdjustment(
          longRun: drawn(try .uniform(lower: 2, upper: 3), "exports/\(index)/longRun"), speed: number(generator.uniform(0.5, 3))),
        redirection: number(0.2))
    }
    study.exports.append(
      ExportLine(id: "m", hs: "6109", baseValue: number(100), baseDuty: number(0.1), response: .market(supply: nil, nest: nil)))
    study.markets = [
      Market(
        hs: "6109", response: .armington(substitution: number(2), demand: number(0.7)),
        adjustment: MarketAdjustment(substitution: number(5), demand: number(1.5), speed: number(1)))
    ]
    study.suppliers = [("India", 0.08), ("China", 0.2)].map {
      Supplier(origin: $0.0, hs: "6109", baseValue: number(200), baseDuty: number($0.1))
    }
    let months: [(Int, Int, Int)] =
      generator.below(2) == 0 ? [(1, 3, 31), (4, 6, 30), (7, 9, 30), (10, 12, 31)] : [(1, 6, 30), (7, 12, 31)]
    study.periods = try months.map {
      Period(name: "from \($0.0)", start: try day(2025, $0.0, 1), end: try day(2025, $0.1, $0.2))
    }
    study.measures = try (0..<(1 + generator.below(4))).map { index in
      let rate = drawn(
        generator.below(2) == 0
          ? try .uniform(lower: 0.1, upper: 0.3) : try .discrete(values: [0, 0.15, 0.25], probabilities: [0.3, 0.3, 0.4]),
        "measures/\(index)/rate")
      let start = try day(2024 + generator.below(2), 1 + generator.below(12), 1 + generator.below(28))
      let end = generator.below(3) == 0 ? try day(2025, 6 + generator.below(6), 1 + generator.below(28)) : nil
      let stacking: [Stacking] = [
        .add, .add, .exclusive(group: "g", priority: index, choice: .lowestPriority),
        .exclusive(group: "h", priority: 0, choice: .highest),
      ]
      return TariffMeasure(
        name: "m\(index)", rate: .uniform(rate), validity: Validity(start: start, end: end.flatMap { $0 < start ? nil : $0 }),
        stacking: stacking[generator.below(4)], coverage: generator.below(3) == 0 ? number(0.6) : nil,
        isInclusive: generator.below(4) == 0)
    }
    if generator.below(4) == 0 { study.periodResponse = .averageRate }
    study.scenarios = [PolicyScenario(name: "policy", measures: study.measures.map { PolicyScenario.Use($0.name) })]
    return study
  }

  /// The study with a measure more, or nothing where it has no place for this kind.
  private func adding(_ kind: Kind, to study: Study, validity: Validity, name: String) throws -> Study? {
    var study = study
    var use = PolicyScenario.Use(name)
    var measure = TariffMeasure(name: name, rate: .uniform(number(0.2)), validity: validity)
    switch kind {
    case .certainFloor: (measure.rate, measure.isInclusive) = (.uniform(number(0.04)), true)
    case .drawnFloor:
      (measure.rate, measure.isInclusive) = (.uniform(drawn(try .uniform(lower: 0.01, upper: 0.04), "measures/inert/rate")), true)
    case .noShare: measure.phaseIn = [PhaseInStep(date: try day(2024, 3, 1), share: number(0))]
    case .noScale: use.scale = number(0)
    case .replaced:
      // Both studies have the replacing measure: see the caller.
      guard let index = study.measures.firstIndex(where: { $0.stacking == .replace }) else { return nil }
      measure.validity = study.measures[index].validity
    case .behind:
      guard let ahead = study.measures.firstIndex(where: { $0.name == "ahead" }) else { return nil }
      measure.validity = study.measures[ahead].validity
      measure.stacking = .exclusive(group: "first", priority: 2, choice: .lowestPriority)
    case .sometimes:
      measure.rate = .uniform(drawn(try .discrete(values: [0, 0.2], probabilities: [0.5, 0.5]), "measures/inert/rate"))
    }
    study.measures.append(measure)
    study.scenarios[0].measures.append(use)
    return study
  }

  /// The draws in which the added measure's rate is 0.
  private func quietDraws(_ study: Study) throws -> Set<Int> {
    let numbers = UncertainNumbers(study)
    let index = try #require(numbers.paths.firstIndex(of: "measures/inert/rate"))
    let columns = outputs(of: numbers.program, draws: 200, seed: 7, kernels: KernelChoice(.detected))
    let image = numbers.images[index]
    return Set((0..<200).filter { columns[image.output][$0] * image.scale + image.offset == 0 })
  }

  @Test("Every outcome of a draw in which it changes no duty is as without it", arguments: Kind.allCases)
  func law(kind: Kind) throws {
    var generator = Generator(seed: 2_025)
    var (compared, exact) = (0, 0)
    for round in 0..<40 {
      var base = try study(&generator)
      let start = try day(2023 + generator.below(3), 1 + generator.below(12), 1 + generator.below(28))
      var validity = Validity(start: start)
      // In half of the rounds it has the dates of another measure and cuts nothing.
      let cutsNothing = round % 2 == 0
      if cutsNothing { validity = base.measures[0].validity }
      if kind == .replaced {
        base.measures.append(TariffMeasure(name: "all", rate: number(0.3), validity: validity, stacking: .replace))
        base.scenarios[0].measures.append(PolicyScenario.Use("all"))
      }
      if kind == .behind {
        base.measures.append(
          TariffMeasure(
            name: "ahead", rate: number(0.1), validity: validity,
            stacking: .exclusive(group: "first", priority: 1, choice: .lowestPriority)))
        base.scenarios[0].measures.append(PolicyScenario.Use("ahead"))
      }
      let name = ["a inert", "z inert"][generator.below(2)]
      let other = try #require(try adding(kind, to: base, validity: validity, name: name))
      let (without, with) = (try draws(base), try draws(other))
      // A supplier's incidence is told where its change of duty is certain.
      let others = Set(without.keys).symmetricDifference(with.keys)
      #expect(others.allSatisfy { [.buyerIncidence, .exporterIncidence].contains($0.outcome) && kind == .sometimes })
      let quiet = kind == .sometimes ? try quietDraws(other) : Set(0..<200)
      // The date of a step cuts the period too.
      let isExact = cutsNothing && [.certainFloor, .noScale, .replaced, .behind].contains(kind)
      for (key, expected) in without {
        guard let values = with[key] else { continue }
        // Differences of flows of 100, and percentages of them, keep the digits of the flows; an incidence is a share.
        for draw in quiet {
          let (x, y) = (values[draw], expected[draw])
          compared += 1
          if isExact {
            exact += 1
            #expect(x == y, "\(kind), round \(round), \(key), draw \(draw)")
          } else {
            #expect(
              x == y || isClose(x, y, relative: 1e-12, scale: 100), "\(kind), round \(round), \(key), draw \(draw): \(x) \(y)")
          }
        }
      }
    }
    #expect(compared > 100_000 && (exact > 0) == [.certainFloor, .noScale, .replaced, .behind].contains(kind))
  }

  @Test("An all-in rate that never binds, under a long-run elasticity, is as if it were not there")
  func allInRateBelowTheDuty() throws {
    var fixture = StudyFixture(value: 100, duty: 0.03, rate: 0.31, response: .valueElasticity(number(0.5)))
    fixture.study.periods = [Period(name: "y", start: try day(2025, 1, 1), end: try day(2025, 12, 31))]
    fixture.study.measures[0].validity.start = try day(2025, 2, 1)
    fixture.study.exports[0].adjustment = ElasticityAdjustment(longRun: number(3), speed: number(1))
    let without = try draws(fixture.study)
    for stacking in [Stacking.floor, .add] {
      for (year, month) in [(2024, 3), (2025, 1), (2025, 6)] {
        var other = fixture
        let rate = drawn(try .uniform(lower: 0.01, upper: 0.03), "measures/inert/rate")
        other.addMeasure(
          TariffMeasure(
            name: "inert", rate: .uniform(rate), validity: Validity(start: try day(year, month, 1)), stacking: stacking,
            isInclusive: stacking == .add))
        let with = try draws(other.study)
        for (key, expected) in without {
          let values = try #require(with[key])
          #expect(zip(values, expected).allSatisfy { isClose($0, $1, relative: 1e-12, scale: 100) }, "\(key)")
        }
      }
    }
  }

  @Test("The clock of each draw starts where its own duty first changes")
  func clockOfTheDraw() throws {
    var fixture = StudyFixture(value: 100, duty: 0.1, rate: 0.2, response: .valueElasticity(number(0.5)))
    fixture.study.periods = try quarters()
    fixture.study.measures[0].validity.start = try day(2025, 4, 1)
    fixture.study.exports[0].adjustment = ElasticityAdjustment(longRun: number(3), speed: number(1))
    var (early, late) = (fixture, fixture)
    early.addMeasure(TariffMeasure(name: "early", rate: number(0.1), validity: Validity(start: try day(2024, 1, 1))))
    late.addMeasure(TariffMeasure(name: "early", rate: number(0), validity: Validity(start: try day(2024, 1, 1))))
    var drawnStudy = fixture
    let rate = drawn(try .discrete(values: [0, 0.1], probabilities: [0.5, 0.5]), "measures/inert/rate")
    drawnStudy.addMeasure(
      TariffMeasure(name: "early", rate: .uniform(rate), validity: Validity(start: try day(2024, 1, 1))))
    let (earlyDraws, lateDraws, values) = (try draws(early.study), try draws(late.study), try draws(drawnStudy.study))
    let quiet = try quietDraws(drawnStudy.study)
    // Binomial(200, ½) outside [50, 150]: 10⁻¹², were the seed not fixed.
    #expect((50...150).contains(quiet.count))
    for (key, column) in values where key.outcome == .exportRevenue {
      let expected = try (#require(earlyDraws[key]), #require(lateDraws[key]))
      for draw in 0..<200 {
        let own = quiet.contains(draw) ? expected.1[draw] : expected.0[draw]
        #expect(isClose(column[draw], own, relative: 1e-13), "\(key) \(draw)")
      }
    }
  }

  @Test("A measure that content takes away in full starts the clock in the period in which it first bites")
  func contentByPeriod() throws {
    var fixture = StudyFixture(value: 100, duty: 0.1, rate: 0.2, response: .valueElasticity(number(0.5)))
    fixture.study.periods = try quarters()
    fixture.study.exports[0].adjustment = ElasticityAdjustment(longRun: number(3), speed: number(1))
    var late = fixture
    fixture.study.measures[0].validity.start = try day(2025, 1, 1)
    late.study.measures[0].validity.start = try day(2025, 4, 1)
    // Purchases of the first quarter alone lift the content to 1.
    fixture.addCommitment(
      PurchaseCommitment(
        name: "cotton", amount: .value(number(100)), basis: .level(base: nil),
        schedule: Dictionary(uniqueKeysWithValues: fixture.study.periods.dropFirst().map { ($0.name, number(0)) }),
        additionality: .share(number(0))))
    fixture.study.measures[0].contentRule = ContentRule(
      initialShare: number(0), threshold: number(0.2), commitment: "cotton", sharePerUSDm: number(1))
    for (a, b) in zip(try fixture.byPeriod(.exportRevenue), try late.byPeriod(.exportRevenue)) {
      #expect(isClose(a, b, relative: 1e-14))
    }
  }

  @Test("A rate that is summed in another order does not end a stretch")
  func sameSum() throws {
    var fixture = StudyFixture(value: 100, duty: 0.1, rate: 0.3, response: .valueElasticity(number(0.5)))
    fixture.study.periods = [Period(name: "y", start: try day(2025, 1, 1), end: try day(2025, 12, 31))]
    fixture.study.measures[0].validity.start = try day(2025, 1, 1)
    fixture.study.exports[0].adjustment = ElasticityAdjustment(longRun: number(3), speed: number(1))
    let whole = try fixture.outcome(.exportRevenue, period: "y")
    // 0.1 + 0.2 is not 0.3 in floating point.
    let second = Validity(start: try day(2025, 7, 1))
    fixture.study.measures[0].validity.end = try day(2025, 6, 30)
    fixture.addMeasure(TariffMeasure(name: "a", rate: number(0.1), validity: second))
    fixture.addMeasure(TariffMeasure(name: "b", rate: number(0.2), validity: second))
    #expect(isClose(try fixture.outcome(.exportRevenue, period: "y"), whole, relative: 1e-13))
  }

  @Test("A date on the other line of a quota's elasticity cuts nothing where no duty changes")
  func quotaStretches() throws {
    var fixture = StudyFixture(value: 100, duty: 0.1, rate: 0.1, response: .valueElasticity(number(0.5)))
    fixture.study.periods = [Period(name: "y", start: try day(2025, 1, 1), end: try day(2025, 12, 31))]
    fixture.study.measures[0].validity.start = try day(2025, 1, 1)
    fixture.study.exports[0].adjustment = ElasticityAdjustment(longRun: number(3), speed: number(1))
    fixture.study.quotas = [
      TariffQuota(name: "q", quantity: number(80), inQuotaRate: number(0), outOfQuotaRate: number(0.4), holder: .importer)
    ]
    fixture.study.scenarios[0].quotas = [PolicyScenario.Use("q")]
    let outcomes = [Outcome.exportRevenue, .quotaRent, .partnerTariffRevenue]
    let whole = try outcomes.map { try fixture.outcome($0, period: "y") }
    fixture.addMeasure(TariffMeasure(name: "nothing", rate: number(0), validity: Validity(start: try day(2025, 5, 5))))
    for (outcome, expected) in zip(outcomes, whole) {
      #expect(isClose(try fixture.outcome(outcome, period: "y"), expected, relative: 1e-13), "\(outcome)")
    }
  }

  @Test("Goods are not brought forward by a measure that changes nothing, nor by a mean of equal rates")
  func frontLoading() throws {
    var fixture = StudyFixture(value: 365, duty: 0.1, rate: 0.3)
    fixture.study.periods = try quarters()
    fixture.study.measures[0].validity = Validity(start: try day(2025, 7, 1))
    let plain = try fixture.byPeriod(.exportRevenue)
    let warned = Anticipation(announced: try day(2025, 4, 1), frontLoading: number(0.5))
    fixture.addMeasure(
      TariffMeasure(
        name: "inert", rate: .uniform(number(0.05)), validity: Validity(start: try day(2025, 7, 1)), anticipation: warned,
        isInclusive: true))
    #expect(try fixture.byPeriod(.exportRevenue) == plain)
    // The same 30 % from one measure to the next, over a window that another date cuts.
    var same = StudyFixture(value: 365, duty: 0.1, rate: 0.3)
    same.study.periods = try quarters()
    same.study.measures[0].validity = Validity(end: try day(2025, 6, 30))
    for (name, rate) in [("a", 0.1), ("b", 0.2)] {
      same.addMeasure(
        TariffMeasure(
          name: name, rate: number(rate), validity: Validity(start: try day(2025, 7, 1)), anticipation: warned))
    }
    same.addMeasure(TariffMeasure(name: "cut", rate: number(0), validity: Validity(start: try day(2025, 5, 11))))
    let flows = try same.byPeriod(.exportRevenue)
    for (flow, days) in zip(flows, [90.0, 91, 92, 92]) { #expect(isClose(flow, days * 1.1 / 1.4, relative: 1e-13)) }
  }
}

extension Generator {
  fileprivate mutating func below(_ count: Int) -> Int { Int(word() % UInt64(count)) }
}
