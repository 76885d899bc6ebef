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
  /// The most that the line pays on top of the duty, where it need not pay what the others do.
  var limit: Expression?

  /// What the line pays of a rate that all do.
  private func own(_ rate: Expression) -> Expression { limit.map { minimum(rate, $0) } ?? rate }

  /// V·(q̂ − 1) with a rate on top of the duty.
  func change(adding rate: Expression) -> Expression {
    let rate = own(rate)
    return baseline * curve.quantityChange(rise: duty - baseDuty + rate, base: 1 + baseDuty)
  }

  /// d(V·q̂)/d(rate), at most 0.
  func slope(adding rate: Expression) -> Expression {
    let slope = baseline * curve.slope(rise: duty - baseDuty + own(rate), base: 1 + baseDuty)
    return limit.map { select(rate, atLeast: $0, then: rate.graph.constant(0), else: slope) } ?? slope
  }

  /// The rate on top of the duty at which V·(q̂ − 1) has a value.
  func rate(atChange change: Expression) -> Expression {
    let relative = change / maximum(baseline, change.graph.constant(1e-200))
    return curve.rise(atQuantityChange: relative, base: 1 + baseDuty) - (duty - baseDuty)
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
  /// The share of all goods that enter which is within the quota.
  let within: Expression
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
  /// Solves in terms of what is lost, V·(1 − q̂): where elasticities are small that is a small part of V, and has its digits.
  init(_ layer: QuotaLayer, _ members: [QuotaMember]) {
    let graph = layer.quantity.graph
    let (zero, one) = (graph.constant(0), graph.constant(1))
    let (low, high) = (layer.inQuotaRate, layer.outOfQuotaRate)
    let pool = QuotaPool(members: members, graph: graph)
    // Q − Σ V, and the same of what is sold at either rate.
    let gap = layer.quantity - pool.baseline
    let (most, least) = (pool.change(at: low), pool.change(at: high))
    let target = minimum(maximum(gap, least), most)
    func between() -> Expression {
      let solution = members.count == 1 ? members[0].rate(atChange: target) : pool.rate(atChange: target, from: low, to: high)
      return minimum(maximum(solution, low), high)
    }
    // What is the in-quota rate in every draw stays that, without columns: such a quota leaves no trace where the rate is 0.
    let isOneRate = low == high || (most - gap).staysAtMost(0)
    // With a quota of nothing all is out of quota, whatever the rate at which nothing would be sold.
    let some = graph.constant(.leastNormalMagnitude)
    rate =
      isOneRate
      ? low
      : select(
        layer.quantity, atLeast: some,
        then: select(gap, atLeast: most, then: low, else: select(least, atLeast: gap, then: high, else: between())), else: high)
    // Beyond the quota the goods within it are a share Q/Σ V·q̂ of all that enter.
    let entering = pool.baseline + pool.change(at: rate)
    within = minimum(layer.quantity / maximum(entering, graph.constant(1e-200)), one)
    rentRate = (rate - low) * within
    unfilled = select(gap, atLeast: most, then: one, else: zero)
    exceeded = select(gap, atLeast: most, then: zero, else: select(least, atLeast: gap, then: one, else: zero))
    filled = 1 - unfilled - exceeded
  }
}
