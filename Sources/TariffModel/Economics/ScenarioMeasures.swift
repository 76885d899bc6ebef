internal import Expressions

/// The layers that a scenario's measures put on home's exports in a period.
struct ScenarioMeasures {
  private struct Layer: Equatable {
    /// The measure's number in the study.
    let measure: Int
    let validity: Validity
    let tariff: TariffLayer
  }

  private let layers: [Layer]
  private let number: DrawnQuantities

  init(study: Study, scenario: PolicyScenario, frame: TimeFrame, commitments: CommitmentFlows, _ number: DrawnQuantities) {
    self.number = number
    layers = scenario.measures.compactMap { use in
      guard let index = study.measures.firstIndex(where: { $0.name == use.name }) else { return nil }
      let measure = study.measures[index]
      guard measure.applies(toOrigin: study.home) else { return nil }
      let stated = number(measure.rate) * number(use.scale, default: 1) * number(measure.coverage, default: 1)
      let relief = measure.contentRule?.relief(frame: frame, commitments: commitments, number) ?? number.graph.constant(0)
      let tariff = TariffLayer(
        stacking: measure.stacking, rate: stated * (1 - relief), remittance: number(measure.remittance, default: 1))
      return Layer(measure: index, validity: measure.validity, tariff: tariff)
    }
  }

  /// Whether the same measures act with the same rates: then every line bears the same duties.
  func haveSameLayers(as other: ScenarioMeasures) -> Bool { layers == other.layers }

  /// The duty on a line in a segment: the mean of its parts, each with the layers that fall on it.
  ///
  /// Prefixes finer than the line's code cut it into parts with stated shares; all else is one part. `covered` is the part of the
  /// line that each measure of the study covers, in the study's order.
  func level(onLineCovered covered: [CodeCoverage.Part], in segment: Segment, baseline: Expression) -> TariffLevel {
    func stacked(_ isCovered: (CodeCoverage.Part) -> Bool) -> TariffLevel {
      var falling: [TariffLayer] = []
      for layer in layers where segment.isActive(layer.validity) && isCovered(covered[layer.measure]) {
        falling.append(layer.tariff)
      }
      return TariffLevel(baseline: baseline, layers: falling)
    }
    var finer: [CodePrefix] = []
    for layer in layers where segment.isActive(layer.validity) {
      for prefix in covered[layer.measure].finer where !finer.contains(where: { $0.digits == prefix.digits }) {
        finer.append(prefix)
      }
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
    let remaining = 1 - number.graph.sum(parts.map(\.share))
    return TariffLevel(
      rate: number.graph.sum([remaining * rest.rate] + parts.map { $0.share * $0.level.rate }),
      paidRate: number.graph.sum([remaining * rest.paidRate] + parts.map { $0.share * $0.level.paidRate }))
  }
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
