internal import Expressions

/// The layers that a scenario's measures put on home's exports in a period.
struct ScenarioMeasures {
  private struct Layer {
    let measure: TariffMeasure
    /// Rate × scale × coverage, after the content rule.
    let rate: Expression
    let remittance: Expression
  }

  private let layers: [Layer]
  private let number: DrawnQuantities

  init(study: Study, scenario: PolicyScenario, frame: TimeFrame, commitments: CommitmentFlows, _ number: DrawnQuantities) {
    self.number = number
    layers = scenario.measures.compactMap { use in
      guard let measure = study.measures.first(where: { $0.name == use.name }), measure.applies(toOrigin: study.home) else {
        return nil
      }
      let stated = number(measure.rate) * number(use.scale, default: 1) * number(measure.coverage, default: 1)
      let relief = measure.contentRule?.relief(frame: frame, commitments: commitments, number) ?? number.graph.constant(0)
      return Layer(measure: measure, rate: stated * (1 - relief), remittance: number(measure.remittance, default: 1))
    }
  }

  /// The duty on a line in a segment: the mean of its parts, each with the layers that fall on it.
  ///
  /// Prefixes finer than the line's code cut it into parts with stated shares; all else is one part.
  func level(on line: ExportLine, in segment: Segment, baseline: Expression) -> TariffLevel {
    let active = layers.filter { segment.isActive($0.measure.validity) }
    let coverage = active.map { $0.measure.codeCoverage.part(of: line.hs) }
    var finer: [CodePrefix] = []
    for prefix in coverage.flatMap(\.finer) where !finer.contains(where: { $0.digits == prefix.digits }) { finer.append(prefix) }

    func stacked(_ isCovered: (CodeCoverage.Part) -> Bool) -> TariffLevel {
      let falling = zip(active, coverage).filter { isCovered($0.1) }.map { layer, _ in
        TariffLayer(stacking: layer.measure.stacking, rate: layer.rate, remittance: layer.remittance)
      }
      return TariffLevel(baseline: baseline, layers: falling)
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
