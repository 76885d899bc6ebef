internal import Expressions

/// Who bears a change of duty, as shares of ln τ; what neither bears falls on the importer's margin.
struct PriceIncidence {
  /// ln p̂/ln τ.
  let buyer: Expression
  /// −ln p̂*/ln τ.
  let exporter: Expression
}

extension PriceIncidence {
  /// The incidence where the buyer's price is 1 + ρ(τ − 1) and the exporter's stays.
  ///
  /// A draw without a change of duty takes the limit ρ, to eight digits.
  init(retailPassThrough passThrough: Expression, power tau: Expression) {
    let graph = tau.graph
    exporter = graph.constant(0)
    // Where ln τ is nowhere small, an error of 2⁻⁵⁴ in both logarithms is one of 10⁻¹⁵ in the share.
    if tau.staysApart(from: 1, by: 0x1p-5) {
      let price = OwnPriceCurve.retailPrice(passThrough, tau)
      buyer = log(price, accuracy: .absolute) / log(tau, accuracy: .absolute)
      return
    }
    // The ratio is 0/0 at τ = 1 and smooth around it: it is taken beside the hole.
    let (above, below) = (graph.constant(1 + 1e-8), graph.constant(1 - 1e-8))
    let apart = select(tau, atLeast: above, then: tau, else: select(below, atLeast: tau, then: tau, else: above))
    buyer = log(OwnPriceCurve.retailPrice(passThrough, apart)) / log(apart)
  }
}

extension TradeRelatives {
  /// Who bears the change of duty: as the response says, or from p̂ where it says no more than that.
  ///
  /// A supplier's price in a market moves with its rivals' too, so that ln p̂/ln τ has no limit as τ → 1: it is taken where the
  /// change of duty is certain.
  func incidence(power tau: Expression) -> PriceIncidence? {
    if let incidence { return incidence }
    guard let buyerPrice, let certain = tau.constantValue, certain != 1 else { return nil }
    let buyer = log(buyerPrice) / log(tau)
    return PriceIncidence(buyer: buyer, exporter: 1 - buyer)
  }
}

/// Incidence summed over segments, periods or lines with weights; a mean once divided by the weight.
struct IncidenceSum {
  let buyer: Expression
  let exporter: Expression
  let weight: Expression
}

extension IncidenceSum {
  /// The mean over the segments in which the duty differs from the base data in the draw, by their days; nothing where it never does.
  ///
  /// Where a response says nothing of prices there is nothing either. `weight` is the spending of the whole period before the
  /// measures, at the buyer's price.
  init?(_ segments: [(change: DutyChange, incidence: PriceIncidence?, days: Double)], spending: Expression) {
    let graph = spending.graph
    let changed = segments.compactMap { segment -> (incidence: PriceIncidence?, days: Expression)? in
      if case .never = segment.change { return nil }
      let days = segment.change.select(then: { graph.constant(segment.days) }, else: { graph.constant(0) })
      return (segment.incidence, days)
    }
    let known = changed.compactMap { segment in segment.incidence.map { (incidence: $0, days: segment.days) } }
    guard !known.isEmpty, known.count == changed.count, spending.constantValue != 0 else { return nil }
    buyer = spending * graph.sum(known.map { $0.incidence.buyer * $0.days })
    exporter = spending * graph.sum(known.map { $0.incidence.exporter * $0.days })
    weight = spending * graph.sum(known.map(\.days))
  }

  /// The sum of several; nothing where there is none.
  init?(_ parts: [IncidenceSum]) {
    guard let graph = parts.first?.weight.graph else { return nil }
    buyer = graph.sum(parts.map(\.buyer))
    exporter = graph.sum(parts.map(\.exporter))
    weight = graph.sum(parts.map(\.weight))
  }

  /// Nobody bears a duty on goods that are no longer sold.
  func value(of outcome: Outcome, revenue: Expression) -> Expression? {
    switch outcome {
    case .buyerIncidence: defined(buyer / weight, dividingBy: weight, revenue)
    case .exporterIncidence: defined(exporter / weight, dividingBy: weight, revenue)
    default: nil
    }
  }
}
