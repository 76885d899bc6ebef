internal import Expressions

/// What a scenario's cuts do to home's imports from the partner in a period, line by line.
struct ImportFlows {
  /// One line's flows, USD m in the period.
  struct Line {
    /// M without any policy.
    let baseline: Expression
    /// M'.
    let value: Expression
    /// h', averaged over the period.
    let tariff: Expression
    /// h'·M', summed over the segments.
    let duty: Expression
    /// h·M.
    let baselineDuty: Expression
    /// a.
    let additionality: Expression
  }

  /// In the order of the study's import lines.
  let lines: [Line]
}

extension ImportFlows {
  init(study: Study, scenario: PolicyScenario, frame: TimeFrame, _ number: DrawnQuantities) {
    let graph = number.graph
    let weights = frame.segments.map(\.weight)
    lines = study.imports.map { line in
      let cuts = LandedPriceCuts(study: study, scenario: scenario, line: line, number)
      let baseline = frame.baseFlow(line.baseValue, group: line.group, growth: line.growth, number)
      let tariff = number(line.tariff)
      let levels = frame.segments.map { cuts.level(in: $0) }
      let averageTariff = graph.sum(zip(levels, weights).map { $0.tariff * $1 })
      let relatives: [Expression]
      switch study.periodResponse {
      case .averageResponse:
        relatives = levels.map { line.response.relative(landedPrice: cuts.landedPrice($0.tariff, $0.barrier), number) }
      case .averageRate:
        let averageBarrier = graph.sum(zip(levels, weights).map { $0.barrier * $1 })
        let relative = line.response.relative(landedPrice: cuts.landedPrice(averageTariff, averageBarrier), number)
        relatives = levels.map { _ in relative }
      }
      return Line(
        baseline: baseline, value: baseline * graph.sum(zip(relatives, weights).map { $0 * $1 }), tariff: averageTariff,
        duty: baseline * graph.sum(zip(zip(levels, relatives), weights).map { $0.0.tariff * $0.1 * $1 }),
        baselineDuty: baseline * tariff,
        additionality: line.additionality?.share(elasticity: line.response.elasticity, number) ?? number.graph.constant(1))
    }
  }
}

/// The cuts of a scenario that cover one import line.
private struct LandedPriceCuts {
  private let tariff: Expression
  private let barrier: Expression
  private let tariffCuts: [DatedCut]
  private let barrierCuts: [DatedCut]

  init(study: Study, scenario: PolicyScenario, line: ImportLine, _ number: DrawnQuantities) {
    tariff = number(line.tariff)
    barrier = number(line.barrier, default: 0)
    tariffCuts = scenario.tariffCuts.compactMap { use in
      guard let cut = study.tariffCuts.first(where: { $0.name == use.name }) else { return nil }
      let scale = number(use.scale, default: 1)
      guard let covered = line.coveredPart(by: cut.covers, number) else { return nil }
      return DatedCut(validity: cut.validity, phaseIn: PhaseIn(cut.phaseIn, number)) { old, share in
        let change = (cut.rule.newRate(old, scale: scale, number) - old) * covered
        return old + (share.map { change * $0 } ?? change)
      }
    }
    barrierCuts = scenario.barrierCuts.compactMap { use in
      guard let cut = study.barrierCuts.first(where: { $0.name == use.name }) else { return nil }
      guard let covered = line.coveredPart(by: cut.covers, number) else { return nil }
      let whole = number(cut.share) * number(use.scale, default: 1) * covered
      return DatedCut(validity: cut.validity, phaseIn: PhaseIn(cut.phaseIn, number)) { old, share in
        old * (1 - (share.map { whole * $0 } ?? whole))
      }
    }
  }

  /// h' and n' in a segment; cuts act one after the other in the scenario's order.
  func level(in segment: Segment) -> (tariff: Expression, barrier: Expression) {
    (
      tariffCuts.reduce(tariff) { $1.applied(to: $0, in: segment) },
      barrierCuts.reduce(barrier) { $1.applied(to: $0, in: segment) }
    )
  }

  /// T̂ = (1 + h')(1 + n')/((1 + h)(1 + n)).
  func landedPrice(_ newTariff: Expression, _ newBarrier: Expression) -> Expression {
    ((1 + newTariff) * (1 + newBarrier)) / ((1 + tariff) * (1 + barrier))
  }
}

/// A cut on one line, with the days on which it acts.
private struct DatedCut {
  let validity: Validity
  let phaseIn: PhaseIn
  /// The new rate from the old one and the share of the cut that is in force; nothing means all of it.
  let newRate: (Expression, Expression?) -> Expression

  /// The rate that an old one becomes in a segment.
  func applied(to old: Expression, in segment: Segment) -> Expression {
    guard segment.isActive(validity) else { return old }
    if phaseIn.isEmpty { return newRate(old, nil) }
    return phaseIn.share(in: segment).map { newRate(old, $0) } ?? old
  }
}

extension ImportLine {
  /// The share of the line's value that prefixes cover, or nothing where they cover none of it.
  fileprivate func coveredPart(by covers: [CodePrefix], _ number: DrawnQuantities) -> Expression? {
    let part = CodeCoverage(covers: covers, exemptions: []).part(of: hs)
    if part.isWhole { return number.graph.constant(1) }
    return part.isNothing ? nil : number.graph.sum(part.finer.map { number($0.share, default: 1) })
  }
}

extension TariffCut.Rule {
  /// h' from h.
  fileprivate func newRate(_ old: Expression, scale: Expression, _ number: DrawnQuantities) -> Expression {
    switch self {
    case .share(let share): old * (1 - number(share) * scale)
    case .newRate(let rate): number(rate)
    case .cap(let cap): minimum(old, number(cap))
    case .swiss(let coefficient): number(coefficient) * old / (number(coefficient) + old)
    }
  }
}
