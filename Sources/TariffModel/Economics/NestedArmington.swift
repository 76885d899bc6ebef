package import Expressions

/// A market whose suppliers are nested: substitution σ_g within nest g and σ_0 between nests.
///
/// P_g is the index of nest g from the shares within it, P that of the nests' indices with their shares and σ_0. Demand of a
/// supplier is q̂ = (p̂/P_g)^−σ_g (P_g/P)^−σ_0 P^−η: its shift at an unchanged exporter's price is
/// d = (σ_g − σ_0) ln P_g + (σ_0 − η) ln P − σ_g ln τ, and the rest is as in ``armington(_:substitution:demand:)``, whose answer it
/// gives for σ_g = σ_0.
///
/// Given P every nest is a flat market of its own with the demand elasticity σ_0, so that ln P_g is the root of a convex or concave
/// equation (``CompositePrice``). In ln P there is one more, which is increasing for every σ_g, σ_0 > 0 and η, μ ≥ 0; it is convex
/// where all of them exceed 1 and concave where none does, and where they differ Newton's steps are guarded by a bracket and
/// halved (``NestedPrice``). Solving the nests inside is what makes this hold: joint steps in all indices would be cheaper, but are
/// known to converge only for σ_g, σ_0 > 1 and η ≤ σ_0.
///
/// O(suppliers) in each step.
///
/// - Parameters:
///   - suppliers: At least one.
///   - substitution: σ_g by the number of the nest.
///   - nestSubstitution: σ_0.
///   - demand: η ≥ 0 of the composite. Not 0 where no supplier's quantity reacts.
package func nestedArmington(
  _ suppliers: [MarketSupplier], substitution: [Expression], nestSubstitution: Expression, demand: Expression
) -> MarketAnswer {
  let reactions = suppliers.map { SupplierReaction($0, substitution: substitution[$0.nest]) }
  let nests = Set(suppliers.map(\.nest)).sorted()
  let price = NestedPrice(
    nests: nests.map { nest in
      CompositePrice(
        zip(suppliers, reactions).filter { $0.0.nest == nest }.map { $0.1 }, substitution: substitution[nest],
        demand: nestSubstitution)
    }, tariffs: reactions.map(\.logPower), nestSubstitution: nestSubstitution, demand: demand)
  let solution = price.solved()
  let shiftOfNest = Dictionary(
    uniqueKeysWithValues: zip(nests, solution.nests).map { nest, logPrice in
      (nest, (substitution[nest] - nestSubstitution) * logPrice + (nestSubstitution - demand) * solution.index)
    })
  let elasticities = nests.map { substitution[$0] } + [nestSubstitution, demand]
  return MarketAnswer(
    relatives: reactions.relatives(
      commonShifts: suppliers.map { shiftOfNest[$0.nest] ?? demand.graph.constant(0) },
      mayBeFar: CompositePrice.mayBeFar(reactions.map(\.logPower), elasticities: elasticities)),
    priceIndex: exp(solution.index))
}
