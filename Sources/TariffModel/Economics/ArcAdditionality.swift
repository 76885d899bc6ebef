package import Expressions

/// What a purchase beyond the market's own demand does, and the subsidy that would bring it about.
package struct ArcAdditionality {
  /// a: the share of the increment that is new demand in total; the rest displaces other suppliers.
  package let additionality: Expression
  /// u: the subsidy on the partner's price that would induce the same purchase, a fraction of the price.
  package let subsidy: Expression
}

/// The additionality of an increment of any size under a constant elasticity of substitution (the model's §5).
///
/// A shadow subsidy u on the partner's good, T = 1 − u, makes buyers want the increment: with P = (s·T^(1−σ) + 1 − s)^(1/(1−σ)),
/// q̂ = (T/P)^−σ P^−η = 1 + I/M'. Others sell q̂_o = P^(σ−η), and a = [s(q̂ − 1) + (1 − s)(q̂_o − 1)]/[s(q̂ − 1)]. For a small
/// increment that is η/(σ(1 − s) + ηs). R. Feenstra and C. Hong (2020), doi:10.3386/w27383.
///
/// With v = −ln T and y = ln P + v, the equation is η·v + (σ − η)·y(v) = ln(1 + I/M'); it is solved for v/ln(1 + I/M'), which stays
/// finite as the increment vanishes. Its left side is convex or concave throughout, and the first guess, its tangent at 0, lies on
/// the side from which Newton's method does not turn back. Where demand is too stiff for any subsidy (η = 0, a large increment),
/// both results are NaN.
///
/// - Parameters:
///   - increment: I/M' ≥ 0, over the imports from the partner without the increment.
///   - share: s in (0, 1], the partner's share of home's imports of the good.
///   - substitution: σ > 0.
///   - demand: η ≥ 0 of home's import demand for the good.
package func arcAdditionality(
  increment: Expression, share: Expression, substitution: Expression, demand: Expression
) -> ArcAdditionality {
  let graph = increment.graph
  // Far below any purchase, and far above the smallest number: what is left at 0 is the limit.
  let ratio = maximum(increment, graph.constant(1e-30))
  let wanted = log1p(ratio)
  let exponent = CompositePrice.exponent(substitution)
  let gross = substitution - demand
  let others = 1 - share
  let guess = 1 / (substitution * others + demand * share)
  let solution = graph.iterate(from: [guess], tolerance: 1e-13, limit: 100) { values in
    let growth = expm1(exponent * wanted * values[0])
    let mean = 1 + others * growth
    let gap = demand * values[0] + gross * (log1p(others * growth) / exponent / wanted) - 1
    // y' = (1 − s)·e^((1−σ)v)/mean.
    let slope = demand + gross * (others * (1 + growth) / mean)
    return IterationStep(next: [values[0] - gap / slope], residual: gap)
  }[0]
  let logPower = -(wanted * solution)
  let logPrice = log1p(share * expm1(exponent * logPower)) / exponent
  return ArcAdditionality(
    additionality: 1 + others / share * (expm1(gross * logPrice) / ratio), subsidy: -expm1(logPower))
}
