internal import Expressions

/// What a quota asks of a response: how far the quantity moves, how fast, and at which duty it is reached.
///
/// All of it is in terms of q̂ − 1 and of changes of the duty, so that small elasticities and small changes keep their digits.
extension OwnPriceCurve {
  /// q̂ − 1.
  ///
  /// - Parameters:
  ///   - rise: Δt = t' − t.
  ///   - base: 1 + t.
  func quantityChange(rise: Expression, base: Expression) -> Expression {
    switch self {
    case .powers(_, let exponent, _): return expm1(exponent * log1p(rise / base))
    case .levels(let elasticity, let passThrough): return expm1(-elasticity * log1p(passThrough * (rise / base)))
    case .linear(let elasticity, let passThrough):
      return maximum(-(elasticity * passThrough * rise), rise.graph.constant(-1))
    }
  }

  /// dq̂/dt', at most 0.
  func slope(rise: Expression, base: Expression) -> Expression {
    switch self {
    case .powers(_, let exponent, _): return exponent * exp((exponent - 1) * log1p(rise / base)) / base
    case .levels(let elasticity, let passThrough):
      let price = log1p(passThrough * (rise / base))
      return -(elasticity * passThrough) * exp((-elasticity - 1) * price) / base
    case .linear(let elasticity, let passThrough):
      let slope = elasticity * passThrough
      let zero = rise.graph.constant(0)
      // Where nothing is sold any more, nothing is left to lose.
      return select(zero, atLeast: 1 - slope * rise, then: zero, else: -slope)
    }
  }

  /// Δt at which a quantity is sold; beyond any duty where the response never reaches it.
  ///
  /// - Parameters:
  ///   - change: q̂ − 1, above −1.
  ///   - base: 1 + t.
  func rise(atQuantityChange change: Expression, base: Expression) -> Expression {
    switch self {
    case .powers(_, let exponent, _):
      return base * expm1(Self.bounded(Self.logarithm(change) / -positive(-exponent)))
    case .levels(let elasticity, let passThrough):
      return base * (expm1(Self.bounded(Self.logarithm(change) / -positive(elasticity))) / positive(passThrough))
    case .linear(let elasticity, let passThrough):
      return -change / positive(elasticity * passThrough)
    }
  }

  /// Without its zeros, at which no duty moves the quantity: any reached then is beyond all.
  private func positive(_ x: Expression) -> Expression { maximum(x, x.graph.constant(1e-200)) }

  /// ln(1 + x), accurate near 0, of an x that may be −1.
  private static func logarithm(_ x: Expression) -> Expression { log1p(maximum(x, x.graph.constant((-1.0).nextUp))) }

  /// A logarithm of a price that is cut at e^±700, near the largest numbers there are.
  private static func bounded(_ logarithm: Expression) -> Expression {
    minimum(maximum(logarithm, logarithm.graph.constant(-700)), logarithm.graph.constant(700))
  }
}
