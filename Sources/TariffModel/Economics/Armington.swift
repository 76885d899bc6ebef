package import Expressions

/// A market whose suppliers' goods are imperfect substitutes: exact changes under a constant elasticity of substitution.
///
/// π is a supplier's share of duty-inclusive spending, and all else is new over old:
/// P = (Σ π p̂^(1−σ))^(1/(1−σ)), demand q̂ = (p̂/P)^−σ P^−η, supply q̂ = (p̂/τ)^μ, V̂ = (p̂/τ)·q̂.
///
/// Given P all of it is closed: with the shift d = (σ − η) ln P − σ ln τ of demand at an unchanged exporter's price,
/// ln p̂* = d/(σ + μ) and ln q̂ = μ d/(σ + μ). What is left is one equation in ln P (``CompositePrice``); without any finite supply
/// elasticity it is a formula. A draw that is not solved is NaN. P. Armington (1969), doi:10.2307/3866403.
///
/// O(suppliers) in each step.
///
/// - Parameters:
///   - suppliers: At least one; those of no value have an answer and no weight.
///   - substitution: σ > 0.
///   - demand: η ≥ 0 of the composite; it may exceed σ. Not 0 where no supplier's quantity reacts, which leaves P open.
package func armington(_ suppliers: [MarketSupplier], substitution: Expression, demand: Expression) -> MarketAnswer {
  let reactions = suppliers.map { SupplierReaction($0, substitution: substitution) }
  let composite = CompositePrice(reactions, substitution: substitution, demand: demand)
  let unshifted = demand.graph.constant(0)
  let logPrice = composite.solved(shift: unshifted, from: composite.firstGuess(shift: unshifted))
  let commonShift = (substitution - demand) * logPrice
  let mayBeFar = CompositePrice.mayBeFar(reactions.map(\.logPower), elasticities: [substitution, demand])
  return MarketAnswer(
    relatives: reactions.relatives(commonShifts: reactions.map { _ in commonShift }, mayBeFar: mayBeFar),
    priceIndex: exp(logPrice))
}
