import Distributions
import TariffModel
import TestSupport
import Testing
import VectorMath

/// A quota that adds nothing to a duty in a draw changes nothing else of its lines there; random studies with a fixed seed.
@Suite("Quotas that change nothing, laws")
struct QuotaClockLawTests {
  /// A way in which a quota adds nothing.
  enum Kind: CaseIterable {
    /// Rates of 0 within it and beyond, whatever its quantity.
    case noRates
    /// Free within, and never filled: more than could be sold at any duty.
    case neverFilled
    /// Rates of 0 in half of the draws, and one rate of 20 % in the others.
    case sometimesFree
    /// Not filled in half of the draws, and always filled in the others.
    case sometimesFilled
    /// On one line; the others are as without it.
    case anotherLine

    /// Whether that is known before any draw.
    var isCertain: Bool { [.noRates, .neverFilled].contains(self) }
  }

  private static let draws = 120

  private func draws(_ study: Study) throws -> [OutcomeKey: [Double]] {
    let model = try CompiledModel(study, reportsLines: true)
    let columns = outputs(of: model.program, draws: Self.draws, seed: 11, kernels: KernelChoice(.detected))
    return Dictionary(
      uniqueKeysWithValues: model.outcomes.map { outcome in
        switch outcome.value {
        case .certain(let value): (outcome.key, Array(repeating: value, count: Self.draws))
        case .undefined: (outcome.key, Array(repeating: .infinity, count: Self.draws))
        case .column(let number, let scale, let offset): (outcome.key, columns[number].map { $0 * scale + offset })
        }
      })
  }

  /// The draws in which an input is at most a number.
  private func draws(_ study: Study, in path: String, atMost limit: Double) throws -> Set<Int> {
    let numbers = UncertainNumbers(study)
    let index = try #require(numbers.paths.firstIndex(of: path))
    let columns = outputs(of: numbers.program, draws: Self.draws, seed: 11, kernels: KernelChoice(.detected))
    let image = numbers.images[index]
    return Set((0..<Self.draws).filter { columns[image.output][$0] * image.scale + image.offset <= limit })
  }

  private func drawn(_ distribution: Distribution, _ path: String) -> Quantity {
    Quantity(.distribution(distribution), path: path)
  }

  /// Three lines with a long run under one to three measures, some of which change nothing in some draws.
  private func study(_ generator: inout Generator) throws -> Study {
    var study = Study(title: "test", home: "Home", partner: "Partner")
    let responses: [(Quantity) -> OwnPriceResponse] = [
      { .valueElasticity($0) }, { .levels(elasticity: $0, passThrough: number(0.8)) },
      { .linear(elasticity: $0, passThrough: number(0.5)) },
      { .constantElasticity(.demandAndSupply(elasticity: $0, supply: .finite(number(3)))) },
    ]
    study.exports = try (0..<3).map { index in
      ExportLine(
        id: "\(index)", hs: "630\(index)", baseValue: number(100), baseDuty: number(generator.uniform(0.05, 0.15)),
        response: .ownPrice(
          responses[generator.below(responses.count)](
            drawn(try .uniform(lower: 0.4, upper: 0.9), "exports/\(index)/elasticity"))),
        adjustment: ElasticityAdjustment(
          longRun: drawn(try .uniform(lower: 1.2, upper: 1.6), "exports/\(index)/longRun"),
          speed: number(generator.uniform(0.5, 3))),
        redirection: number(0.2))
    }
    study.periods = try [(1, 6, 30), (7, 12, 31)].map {
      Period(name: "from \($0.0)", start: try day(2025, $0.0, 1), end: try day(2025, $0.1, $0.2))
    }
    study.measures = try (0..<(1 + generator.below(3))).map { index in
      let rate = drawn(
        generator.below(2) == 0
          ? try .uniform(lower: 0.1, upper: 0.3) : try .discrete(values: [0, 0.15, 0.25], probabilities: [0.3, 0.3, 0.4]),
        "measures/\(index)/rate")
      let start = try day(2024 + generator.below(2), 1 + generator.below(12), 1 + generator.below(28))
      return TariffMeasure(
        name: "m\(index)", rate: .uniform(rate),
        covers: generator.below(3) == 0 ? [CodePrefix(digits: "630\(generator.below(3))")] : [],
        validity: Validity(start: start), isInclusive: generator.below(4) == 0)
    }
    study.scenarios = [PolicyScenario(name: "policy", measures: study.measures.map { PolicyScenario.Use($0.name) })]
    return study
  }

  private func quota(_ kind: Kind, _ generator: inout Generator) throws -> TariffQuota {
    var quota = TariffQuota(
      name: "q", covers: generator.below(2) == 0 ? [] : [CodePrefix(digits: "6300"), CodePrefix(digits: "6301")],
      quantity: number(generator.uniform(50, 300)), inQuotaRate: number(0), outOfQuotaRate: number(0.4), holder: .importer)
    switch kind {
    case .noRates: quota.outOfQuotaRate = number(0)
    case .neverFilled: quota.quantity = number(generator.uniform(301, 1_000))
    case .sometimesFree:
      let rate = Quantity(.parameter(name: "rate", times: 1), path: "quotas/q/rate")
      (quota.inQuotaRate, quota.outOfQuotaRate) = (rate, rate)
    case .sometimesFilled:
      quota.quantity = drawn(try .discrete(values: [1, 1_000], probabilities: [0.5, 0.5]), "quotas/q/quantity")
    case .anotherLine: quota.covers = [CodePrefix(digits: "6302")]
    }
    return quota
  }

  @Test("Every outcome of a draw in which it adds nothing is as without it", arguments: Kind.allCases)
  func law(kind: Kind) throws {
    var generator = Generator(seed: 88_838)
    var (compared, exact) = (0, 0)
    for round in 0..<40 {
      var base = try study(&generator)
      base.parameters["rate"] = drawn(try .discrete(values: [0, 0.2], probabilities: [0.5, 0.5]), "parameters/rate")
      var other = base
      var quota = try quota(kind, &generator)
      // In half of the rounds it has the dates of a measure and cuts nothing.
      let cutsNothing = round % 2 == 0
      let start = try day(2024 + generator.below(2), 1 + generator.below(12), 1 + generator.below(28))
      let end = generator.below(2) == 0 ? try day(2025, 11, 1 + generator.below(28)) : nil
      quota.validity =
        cutsNothing ? base.measures[0].validity : Validity(start: start, end: end.flatMap { $0 < start ? nil : $0 })
      other.quotas = [quota]
      other.scenarios[0].quotas = [PolicyScenario.Use("q")]
      let (without, with) = (try draws(base), try draws(other))
      let quiet: Set<Int> =
        switch kind {
        case .noRates, .neverFilled, .anotherLine: Set(0..<Self.draws)
        case .sometimesFree: try draws(other, in: "parameters/rate", atMost: 0)
        case .sometimesFilled:
          Set(0..<Self.draws).subtracting(try draws(other, in: "quotas/q/quantity", atMost: 1))
        }
      // Binomial(120, ½) within [20, 100]: 10⁻¹³ outside, were the seed not fixed.
      #expect(quiet.count >= 20)
      let isExact = cutsNothing && (kind.isCertain || kind == .anotherLine)
      for (key, expected) in without {
        if kind == .anotherLine {
          guard case .line(let id) = key.slice, id != "2" else { continue }
        }
        guard let values = with[key] else {
          // An incidence is told where the change of the duty is certain.
          #expect([.buyerIncidence, .exporterIncidence].contains(key.outcome) && !kind.isCertain, "\(key)")
          continue
        }
        for draw in quiet {
          let (x, y) = (values[draw], expected[draw])
          compared += 1
          // The terms of means over lines are summed in the order of writing, in which a quota's lines come first.
          let means = [Outcome.buyerIncidence, .exporterIncidence, .effectiveTariffRateFixedWeights]
          let isToTheBit = isExact && !means.contains(key.outcome)
          exact += isToTheBit ? 1 : 0
          let agrees = x == y || (!isToTheBit && isClose(x, y, relative: 1e-12, scale: 100))
          #expect(agrees, "\(kind), round \(round), \(key), draw \(draw): \(x) \(y)")
        }
      }
    }
    #expect(compared > 50_000 && (exact > 0) == (kind.isCertain || kind == .anotherLine))
  }

  @Test("Where its rate is added the stretch ends on its first day, and on its last")
  func itsOwnStretch() throws {
    var fixture = StudyFixture(value: 100, duty: 0.1, rate: 0.2, response: .valueElasticity(number(0.5)))
    fixture.study.periods = [Period(name: "y", start: try day(2025, 1, 1), end: try day(2025, 12, 31))]
    fixture.study.measures[0].validity.start = try day(2025, 1, 1)
    fixture.study.exports[0].adjustment = ElasticityAdjustment(longRun: number(3), speed: number(1))
    var like = fixture
    let validity = Validity(start: try day(2025, 7, 1), end: try day(2025, 9, 30))
    fixture.study.quotas = [
      TariffQuota(
        name: "q", quantity: number(1_000), inQuotaRate: number(0.05), outOfQuotaRate: number(0.4), validity: validity,
        holder: .importer)
    ]
    fixture.study.scenarios[0].quotas = [PolicyScenario.Use("q")]
    like.addMeasure(TariffMeasure(name: "as the quota", rate: number(0.05), validity: validity))
    for outcome in [Outcome.exportRevenue, .partnerTariffRevenue] {
      let (with, expected) = (try fixture.outcome(outcome, period: "y"), try like.outcome(outcome, period: "y"))
      #expect(isClose(with, expected, relative: 1e-13), "\(outcome)")
    }
  }

  @Test("A date on one line of a quota is none on the others where the quota's rate stays")
  func datesOfOtherLines() throws {
    for quantity in [1_000.0, 1] {
      var fixture = StudyFixture(value: 100, duty: 0.1, rate: 0.2, response: .valueElasticity(number(0.5)))
      fixture.study.periods = [Period(name: "y", start: try day(2025, 1, 1), end: try day(2025, 12, 31))]
      fixture.study.measures[0].validity.start = try day(2025, 1, 1)
      fixture.study.exports[0].adjustment = ElasticityAdjustment(longRun: number(3), speed: number(1))
      var second = fixture.study.exports[0]
      (second.id, second.hs) = ("2", "6109")
      fixture.study.exports.append(second)
      fixture.study.quotas = [
        TariffQuota(
          name: "q", quantity: number(quantity), inQuotaRate: number(0.05), outOfQuotaRate: number(0.4), holder: .importer)
      ]
      fixture.study.scenarios[0].quotas = [PolicyScenario.Use("q")]
      let whole = try fixture.outcome(.exportRevenue, period: "y", slice: .line("1"))
      fixture.addMeasure(
        TariffMeasure(
          name: "of the other", rate: number(0.1), covers: [CodePrefix(digits: "6109")],
          validity: Validity(start: try day(2025, 5, 5))))
      #expect(isClose(try fixture.outcome(.exportRevenue, period: "y", slice: .line("1")), whole, relative: 1e-13))
    }
  }
}

extension Generator {
  fileprivate mutating func below(_ count: Int) -> Int { Int(word() % UInt64(count)) }
}
