internal import Expressions

/// What a scenario's purchase commitments bring in a period (the model's §5).
struct CommitmentFlows {
  /// One commitment's flows, USD m in the period.
  struct Commitment {
    let name: String
    /// D.
    let delivered: Expression
    /// I: the realised increment of bilateral imports.
    let increment: Expression
    let financed: Expression
    /// a·I: the part that is new demand in total.
    let additional: Expression
    /// F = π·(1 − a)·I.
    let premium: Expression
    /// h'·I − (1 − a)·h_MFN·I: home's duty on the increment less that on what it displaces.
    let dutyChange: Expression
    /// (1 − a)·I: what other suppliers lose.
    let displaced: Expression
    let suppliers: [DisplacedSupplier]
    /// u times the years of the period: the subsidy that would induce the purchases of its import line; nothing where there is no
    /// line, or the additionality does not come from elasticities.
    let subsidyYears: Expression?
    let years: Expression
  }

  let commitments: [Commitment]
}

extension CommitmentFlows {
  init(study: Study, scenario: PolicyScenario, frame: TimeFrame, imports: ImportFlows, _ number: DrawnQuantities) {
    let used: [(commitment: PurchaseCommitment, delivered: Expression)] = scenario.commitments.compactMap { use in
      guard let commitment = study.commitments.first(where: { $0.name == use.name }) else { return nil }
      return (commitment, commitment.delivered(scale: use.scale, frame: frame, number))
    }
    commitments = used.map { commitment, delivered in
      let line = study.imports.firstIndex { $0.id == commitment.importLine }
      // The commitments of one import line are pooled; one without a line stands alone.
      let pool = line == nil ? [(commitment, delivered)] : used.filter { $0.commitment.importLine == commitment.importLine }
      let total = number.graph.sum(pool.map { $0.1 })
      let pooled = Self.increment(of: pool, flow: line.map { imports.lines[$0] }, frame: frame, number)
      // Nothing delivered means nothing to split: the smallest positive number keeps 0/0 out.
      let increment =
        pool.count == 1
        ? pooled : pooled * (delivered / maximum(total, number.graph.constant(Double.leastNormalMagnitude)))
      let arc = line.flatMap { commitment.additionality.arc(increment: pooled, imports: imports.lines[$0].value, number) }
      let additionality = arc?.additionality ?? commitment.additionality.share(elasticity: nil, number)
      let displaced = (1 - additionality) * increment
      let tariff = line.map { imports.lines[$0].tariff } ?? number(commitment.tariff, default: 0)
      let baseTariff = line.map { number(study.imports[$0].tariff) } ?? tariff
      let displacedTariff = commitment.displacedTariff.map { number($0) } ?? baseTariff
      return Commitment(
        name: commitment.name, delivered: delivered, increment: increment,
        financed: delivered * number(commitment.financedShare, default: 0), additional: additionality * increment,
        premium: number(commitment.premium, default: 0) * displaced,
        dutyChange: tariff * increment - displacedTariff * displaced, displaced: displaced, suppliers: commitment.suppliers,
        subsidyYears: arc.map { $0.subsidy * frame.years }, years: frame.years)
    }
  }

  /// I of the commitments that share an import line, or of one without a line.
  private static func increment(
    of pool: [(commitment: PurchaseCommitment, delivered: Expression)], flow: ImportFlows.Line?, frame: TimeFrame,
    _ number: DrawnQuantities
  ) -> Expression {
    let zero = number.graph.constant(0)
    guard case .level(let base) = pool[0].commitment.basis else {
      let beyondOverlap = number.graph.sum(
        pool.map { commitment, delivered in
          guard case .increment(let overlap) = commitment.basis else { return zero }
          return (1 - number(overlap, default: 0)) * delivered
        })
      guard let flow, pool[0].commitment.countsPolicyResponse else { return beyondOverlap }
      return maximum(beyondOverlap - maximum(flow.value - flow.baseline, zero), zero)
    }
    let anyway = flow?.value ?? number(base, default: 0) * frame.years
    return maximum(number.graph.sum(pool.map(\.delivered)) - anyway, zero)
  }
}

extension PurchaseCommitment {
  /// D = f·scale·C in the period.
  fileprivate func delivered(scale: Quantity?, frame: TimeFrame, _ number: DrawnQuantities) -> Expression {
    let annual: Expression =
      switch amount {
      case .value(let value): number(value)
      case .volume(let millionUnits, let usdPerUnit): number(millionUnits) * number(usdPerUnit)
      }
    return annual * number(fulfilment, default: 1) * number(scale, default: 1) * number(schedule[frame.name], default: 1)
      * frame.years
  }
}
