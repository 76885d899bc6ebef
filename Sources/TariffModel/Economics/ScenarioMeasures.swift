internal import Expressions

/// The layers that a scenario's measures put on the goods of the study's origins in a period.
struct ScenarioMeasures {
  private struct Layer: Equatable {
    /// The measure's number in the study.
    let measure: Int
    let validity: Validity
    let phaseIn: PhaseIn
    /// Steps of the share of its duty that is paid.
    let remittance: PhaseIn
    /// The day number of the first day on which it acts; nothing where it never does.
    let firstDay: Int?
    /// With the whole rate; of a measure with a table of rates with what its rates are multiplied by.
    let tariff: TariffLayer

    /// Whether its first day has come; before the first period its validity alone does not tell.
    private func hasStarted(by segment: Segment) -> Bool {
      if segment.isOfOrders { return true }
      guard let day = segment.days?.lowerBound else { return true }
      return firstDay.map { $0 <= day } ?? false
    }

    /// The days on which it begins, takes a step, or ends; none where it acts in no period.
    var changeDays: [Int] {
      guard let firstDay else { return [] }
      let steps = phaseIn.steps.map(\.date.dayNumber).filter { $0 > firstDay }
      return [firstDay] + steps + (validity.end.map { [$0.dayNumber + 1] } ?? [])
    }

    /// The days on which it is another one than on the day before, whether or not a period has them.
    var dates: [Int] {
      [validity.start?.dayNumber, validity.end.map { $0.dayNumber + 1 }].compactMap { $0 } + phaseIn.steps.map(\.date.dayNumber)
    }

    /// The layer as it is in force on some goods in a segment, with the part of them that bears it; nothing where it does not act.
    func tariff(in segment: Segment, on goods: TariffExposure.Fall) -> (part: CodeCoverage.Part, tariff: TariffLayer)? {
      guard let stage = goods.stage(in: segment) else { return nil }
      return tariff(in: segment, atTableRate: stage.tableRate).map { (stage.part, $0) }
    }

    private func tariff(in segment: Segment, atTableRate tableRate: Double?) -> TariffLayer? {
      guard segment.isActive(validity), hasStarted(by: segment) else { return nil }
      let rate = tableRate.map { tariff.rate * $0 } ?? tariff.rate
      guard let phased = phaseIn.isEmpty ? rate.graph.constant(1) : phaseIn.share(in: segment) else { return nil }
      let share = tariff.share * phased
      // What adds nothing in any draw leaves no trace.
      let isNothing = share.constantValue == 0 || (rate.constantValue == 0 && tariff.stacking.needsRate)
      return isNothing
        ? nil
        : TariffLayer(
          name: tariff.name, stacking: tariff.stacking, isInclusive: tariff.isInclusive, rate: rate, share: share,
          part: tariff.part, remittance: remittance.share(in: segment) ?? tariff.remittance)
    }
  }

  private let layers: [Layer]
  /// The quotas of the scenario.
  private(set) var quotas: [QuotaLayer]
  /// Those of its quotas that purchases earn.
  private(set) var earnedQuotas: [EarnedQuotaLayer]
  private let number: DrawnQuantities

  /// - Parameters:
  ///   - origins: Whose goods the study has.
  ///   - earnedQuotas: Those of the scenario in the period.
  init(
    study: Study, origins: [String], scenario: PolicyScenario, frame: TimeFrame, commitments: CommitmentFlows,
    earnedQuotas: [EarnedQuotaLayer], _ number: DrawnQuantities
  ) {
    self.number = number
    self.earnedQuotas = earnedQuotas
    quotas = scenario.quotas.compactMap { use in
      guard let index = study.quotas.firstIndex(where: { $0.name == use.name }) else { return nil }
      let quota = study.quotas[index]
      return QuotaLayer(
        quota: index, validity: quota.validity, holder: quota.holder,
        quantity: number(quota.quantity) * number(use.scale, default: 1) * frame.years, inQuotaRate: number(quota.inQuotaRate),
        outOfQuotaRate: number(quota.outOfQuotaRate))
    }
    // By name: the order in which a file states them does not matter.
    let places =
      scenario.measures.isEmpty ? [:] : Dictionary(study.measures.enumerated().map { ($1.name, $0) }) { first, _ in first }
    layers = scenario.measures.sorted { $0.name < $1.name }.compactMap { use in
      guard let index = places[use.name] else { return nil }
      let measure = study.measures[index]
      guard origins.contains(where: measure.applies(toOrigin:)) else { return nil }
      let rate: Expression =
        switch measure.rate {
        case .uniform(let rate): number(rate)
        case .table: number.graph.constant(1)
        }
      let stated = rate * number(use.scale, default: 1)
      let coverage = number(measure.coverage, default: 1)
      let relief = measure.contentRule?.relief(frame: frame, commitments: commitments, number) ?? number.graph.constant(0)
      let tariff = TariffLayer(
        name: measure.name, stacking: measure.stacking, isInclusive: measure.isInclusive, rate: stated,
        share: coverage * (1 - relief), part: measure.part, remittance: number(measure.remittance, default: 1))
      return Layer(
        measure: index, validity: measure.validity, phaseIn: PhaseIn(measure.phaseIn, number),
        remittance: PhaseIn(measure.remittanceSteps, number),
        firstDay: study.firstDay(of: measure.validity, phaseIn: measure.phaseIn), tariff: tariff)
    }
  }

  /// The same measures on the days before the first period, with what quotas let in then.
  ///
  /// - Parameters:
  ///   - earnedQuotas: Those of the scenario on these days.
  ///   - frame: The days.
  ///   - first: The first period, whose measures these are.
  func before(_ first: TimeFrame, in frame: TimeFrame, earnedQuotas: [EarnedQuotaLayer]) -> ScenarioMeasures {
    var earlier = self
    earlier.earnedQuotas = earnedQuotas
    earlier.quotas = quotas.map {
      QuotaLayer(
        quota: $0.quota, validity: $0.validity, holder: $0.holder, quantity: $0.quantity * (frame.years / first.years),
        inQuotaRate: $0.inQuotaRate, outOfQuotaRate: $0.outOfQuotaRate)
    }
    return earlier
  }

  /// Whether the same measures and quotas act with the same rates: then all goods bear the same duties.
  func haveSameLayers(as other: ScenarioMeasures) -> Bool {
    layers == other.layers && quotas == other.quotas && earnedQuotas == other.earnedQuotas
  }

  /// The day numbers on which the measures that fall on goods begin, take a step, or end.
  func changeDays(on goods: TariffExposure) -> Set<Int> {
    Set(
      layers.flatMap { layer in
        goods.falls[layer.measure].map { fall in
          layer.changeDays + (layer.firstDay.map { first in fall.changeDays.filter { $0 > first } } ?? [])
        } ?? []
      })
  }

  /// The day numbers on which the measures that fall on goods begin, take a step, or end, whether or not a period has them.
  func dates(on goods: TariffExposure) -> Set<Int> {
    Set(layers.flatMap { layer in goods.falls[layer.measure].map { layer.dates + $0.changeDays } ?? [] })
  }

  /// The duty on goods in a segment: the mean of their parts, each with the layers that fall on it.
  ///
  /// Prefixes finer than the goods' code cut them into parts with stated shares; all else is one part.
  func level(on goods: TariffExposure, in segment: Segment, baseline: Expression) -> TariffLevel {
    level(of: layers, on: goods, in: segment, baseline: baseline)
  }

  /// The same without some of the study's measures, by their numbers.
  func level(
    on goods: TariffExposure, in segment: Segment, baseline: Expression, waiving waived: Set<Int>
  ) -> TariffLevel {
    level(of: layers.filter { !waived.contains($0.measure) }, on: goods, in: segment, baseline: baseline)
  }

  /// Whether one measure makes a difference to the duty on goods in a segment.
  ///
  /// - Parameter measure: Its number in the study.
  func change(by measure: Int, on goods: TariffExposure, in segment: Segment, baseline: Expression) -> DutyChange {
    let others = layers.filter { $0.measure != measure }
    return DutyChange(
      from: level(of: others, on: goods, in: segment, baseline: baseline).rate,
      to: level(on: goods, in: segment, baseline: baseline).rate)
  }

  private func level(
    of layers: [Layer], on goods: TariffExposure, in segment: Segment, baseline: Expression
  ) -> TariffLevel {
    let active = layers.compactMap { layer in
      goods.falls[layer.measure].flatMap { layer.tariff(in: segment, on: $0) }
    }
    func stacked(_ isCovered: (CodeCoverage.Part) -> Bool) -> TariffLevel {
      TariffLevel(baseline: baseline, layers: active.filter { isCovered($0.part) }.map(\.tariff))
    }
    var finer: [CodePrefix] = []
    for (part, _) in active {
      for prefix in part.finer where !finer.contains(where: { $0.digits == prefix.digits }) { finer.append(prefix) }
    }
    let rest = stacked { $0.isWhole }
    if finer.isEmpty { return rest }
    // A finer prefix is in a measure's list where it differs from what the measure does to the whole.
    let parts = finer.map { prefix in
      (
        share: number(prefix.share, default: 1),
        level: stacked { part in part.isWhole != part.finer.contains { $0.digits == prefix.digits } }
      )
    }
    // As differences from the rest: parts with equal duties are no parts, to the bit.
    return TariffLevel(
      rate: number.graph.sum([rest.rate] + parts.map { $0.share * ($0.level.rate - rest.rate) }),
      paidRate: number.graph.sum([rest.paidRate] + parts.map { $0.share * ($0.level.paidRate - rest.paidRate) }))
  }
}

extension Stacking {
  /// Whether a layer of rate 0 does nothing.
  fileprivate var needsRate: Bool { self != .replace && self != .preference }
}

extension ContentRule {
  /// The share of the rate that is forgiven: c once c reaches the threshold, for the part of the line that qualifies.
  fileprivate func relief(frame: TimeFrame, commitments: CommitmentFlows, _ number: DrawnQuantities) -> Expression {
    let zero = number.graph.constant(0)
    // κ is per USD m a year, so that a quarter's purchases count four times.
    let increment = commitments.commitments.first { $0.name == commitment }.map { $0.increment / frame.years } ?? zero
    let lift = increment * number(sharePerUSDm, default: 0)
    let content = minimum(number(initialShare) + lift, number.graph.constant(1))
    if let qualifyingShare { return number(qualifyingShare) * content }
    return select(content, atLeast: number(threshold), then: content, else: zero)
  }
}
