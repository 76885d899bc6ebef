internal import Expressions

/// A quota that a scenario uses, as far as its lines do not matter.
struct QuotaLayer: Equatable {
  /// The quota's number in the study.
  let quota: Int
  let validity: Validity
  let holder: RentHolder
  /// Q·L: what may enter in the period at the in-quota rate.
  let quantity: Expression
  let inQuotaRate: Expression
  let outOfQuotaRate: Expression
}

/// A line in a quota in one segment of a period.
struct QuotaMember {
  /// V: the flow of the period without any policy.
  let baseline: Expression
  /// t.
  let baseDuty: Expression
  /// t' without the quota.
  let duty: Expression
  let curve: OwnPriceCurve

  private func change(adding rate: Expression) -> TariffChange {
    let rateChange = duty + rate - baseDuty
    return TariffChange(power: 1 + rateChange / (1 + baseDuty), rateChange: rateChange, yearsInForce: 0)
  }

  /// V·q̂ with a rate on top of the duty.
  func quantity(adding rate: Expression) -> Expression { baseline * curve.quantity(change(adding: rate)) }

  /// d(V·q̂)/d(rate).
  func slope(adding rate: Expression) -> Expression {
    let base = 1 + baseDuty
    return baseline * curve.slope(change(adding: rate), base: base) / base
  }

  /// The rate on top of the duty at which V·q̂ is a quantity.
  func rate(atQuantity quantity: Expression) -> Expression {
    let graph = baseline.graph
    let relative = quantity / maximum(baseline, graph.constant(1e-200))
    return curve.duty(atQuantity: maximum(relative, graph.constant(1e-300)), baseline: baseDuty) - duty
  }
}

/// What a quota does in one segment of a period (the model's §9).
///
/// Its lines pay one rate r on top of their duties, between the in-quota and the out-of-quota rate, so that Σ V·q̂(r) = Q. Where less
/// is sold at the in-quota rate, r is that; where more is sold at the out-of-quota rate, r is that. The rent is what buyers pay above
/// the in-quota rate on the goods within the quota. As Q grows, r, the quantities and the rent move without a jump.
struct QuotaFill {
  /// r: what buyers pay on top of the duty.
  let rate: Expression
  /// The part of r that is rent, over all goods that enter.
  let rentRate: Expression
  /// 1 in the draws in which the quota is not filled, 0 in the others.
  let unfilled: Expression
  /// 1 in the draws in which just the quota enters.
  let filled: Expression
  /// 1 in the draws in which more than the quota enters.
  let exceeded: Expression
}

extension QuotaFill {
  init(_ layer: QuotaLayer, _ members: [QuotaMember]) {
    let graph = layer.quantity.graph
    let (zero, one) = (graph.constant(0), graph.constant(1))
    let (low, high) = (layer.inQuotaRate, layer.outOfQuotaRate)
    func sold(_ rate: Expression) -> Expression { graph.sum(members.map { $0.quantity(adding: rate) }) }
    let (most, least) = (sold(low), sold(high))
    let solution =
      members.count == 1
      ? members[0].rate(atQuantity: layer.quantity)
      : Self.commonRate(layer, members, target: minimum(maximum(layer.quantity, least), most), most: most)
    rate = minimum(maximum(solution, low), high)
    // Beyond the quota the goods within it are a share Q/Σ V·q̂ of all that enter.
    let within = minimum(layer.quantity / maximum(sold(rate), graph.constant(1e-200)), one)
    rentRate = (rate - low) * within
    unfilled = select(layer.quantity, atLeast: most, then: one, else: zero)
    let isBeyond = select(least, atLeast: layer.quantity, then: one, else: zero)
    exceeded = select(layer.quantity, atLeast: most, then: zero, else: isBeyond)
    filled = 1 - unfilled - exceeded
  }

  /// r with Σ V·q̂(r) = `target`, by Newton's method from the in-quota rate.
  ///
  /// Every q̂ is convex and falls in r: from the side on which too much is sold the steps never pass the solution, and they are
  /// quadratic near it. The target lies between what is sold at the two rates, so that there is a solution.
  private static func commonRate(
    _ layer: QuotaLayer, _ members: [QuotaMember], target: Expression, most: Expression
  ) -> Expression {
    let graph = target.graph
    let unit = maximum(maximum(target, most * 1e-9), graph.constant(1e-200))
    // Where no rate moves the quantity the target is reached at once, and the step has nothing to divide.
    let steepest = -unit * 1e-9
    return graph.iterate(from: [layer.inQuotaRate], tolerance: 1e-12, limit: 60) { values in
      let excess = graph.sum(members.map { $0.quantity(adding: values[0]) }) - target
      let slope = minimum(graph.sum(members.map { $0.slope(adding: values[0]) }), steepest)
      return IterationStep(next: [values[0] - excess / slope], residual: excess / unit)
    }[0]
  }
}
