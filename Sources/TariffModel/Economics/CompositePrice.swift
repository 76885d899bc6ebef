internal import Expressions

/// The equation for y = ln P of a composite of suppliers that react to it.
///
/// The buyer's price of a supplier is ln p̂ = (μ ln τ + s + (σ − η) y)/(σ + μ), where s is a shift of demand that is the same for
/// all, and P = (Σ π p̂^(1−σ))^(1/(1−σ)) closes it. In terms of the price relative to the index, ln p̂ − y = a − c·y with
/// a = (μ ln τ + s)/(σ + μ) and c = (μ + η)/(σ + μ), it reads
///
///     F(y) = −ln(Σ π e^((1−σ)(a − c·y)))/(1 − σ) = 0.
///
/// F' is a mean of the c, positive, and F is convex for σ > 1 and concave for σ < 1. The geometric mean bounds the power mean, so
/// the solution of Σ π (a − c·y) = 0 lies on the side from which Newton's method goes to the root without turning back; from the
/// other side it does so after one step. At σ = 1 the guess is the solution.
///
/// The sum is formed as 1 + Σ π·expm1(…): at the root it is 1 whatever the tariffs, so that nothing cancels, for σ near 1 and for
/// large changes alike. F is then rounded by some units of 2⁻⁵² of the largest ln p̂, and the tolerance is a hundred times that.
struct CompositePrice {
  /// Suppliers that pay the same change of tariff and have the same supply elasticity, as one.
  private struct Term {
    /// Spending before the change.
    let weight: Expression
    /// τ.
    let power: Expression
    /// τ^−σ.
    let ownResponse: Expression
    /// μ ln τ/(σ + μ).
    let ownPrice: Expression
    /// 1/(σ + μ).
    let shiftWeight: Expression
    /// c.
    let slope: Expression
  }

  /// F is solved to this.
  static let tolerance = 1e-13
  /// Newton's method takes two to five steps, and ten at most over 30,000 random markets with σ from 0.05 to 300 and tariffs that
  /// double.
  static let limit = 50

  /// How near σ is to 1 where the closed index is taken with more care: 2⁻⁷.
  private static let nearness = 0x1p-7
  /// Logarithms of powers are within this where none of them, nor a product of two, can overflow or vanish.
  private static let reach = 340.0

  /// Whether powers of prices between 1 and those with some logarithms are known to come near the ends of the range of numbers.
  ///
  /// Where an elasticity has no bound it is taken to stay away from them; a draw in which it does not is not solved.
  static func mayBeFar(_ logarithms: [Expression], elasticities: [Expression]) -> Bool {
    logarithms.contains { price in elasticities.contains { ($0 * price).reaches(reach) } }
  }

  /// 1 in draws in which an exponential of one of some logarithms is near the ends of the range of numbers, 0 in the others.
  static func isFar(_ logarithms: [Expression]) -> Expression {
    let graph = logarithms[0].graph
    let largest = logarithms.map { maximum($0, -$0) }.reduce(graph.constant(0), maximum)
    return select(graph.constant(reach), atLeast: largest, then: graph.constant(0), else: graph.constant(1))
  }

  private let terms: [Term]
  private let substitution: Expression
  /// Spending on all of them before the change.
  let spending: Expression
  /// The weights of the terms, summed.
  private let total: Expression
  /// 1 − σ.
  private let exponent: Expression
  /// Whether no supplier reacts to the index.
  let isClosed: Bool
  /// Whether powers of its prices may leave the range of numbers.
  private let mayBeFar: Bool

  /// - Parameters:
  ///   - substitution: σ between the suppliers.
  ///   - demand: η of the composite: by how much its quantity falls with its own price.
  init(_ suppliers: [SupplierReaction], substitution: Expression, demand: Expression) {
    let graph = substitution.graph
    struct Key: Hashable {
      let power: Expression
      let supply: Expression?
    }
    var order: [Key] = []
    var members: [Key: (first: SupplierReaction, weights: [Expression])] = [:]
    for (supplier, weight) in zip(suppliers, Self.weights(suppliers.map(\.spending))) {
      let key = Key(power: supplier.power, supply: supplier.supply)
      if members[key] == nil { order.append(key) }
      members[key, default: (supplier, [])].weights.append(weight)
    }
    terms = order.compactMap { key in
      guard let (first, weights) = members[key] else { return nil }
      return Term(
        weight: graph.sum(weights), power: key.power, ownResponse: first.ownResponse,
        ownPrice: first.quantity * first.logPower, shiftWeight: first.price, slope: first.weighted(demand))
    }
    spending = graph.sum(suppliers.map(\.spending))
    total = graph.sum(terms.map(\.weight))
    self.substitution = substitution
    exponent = Self.exponent(substitution)
    isClosed = suppliers.allSatisfy { $0.supply == nil }
    mayBeFar = Self.mayBeFar(suppliers.map(\.logPower), elasticities: [substitution, demand])
  }

  /// y for a unit of shift, by the first guess.
  var firstResponse: Expression { sum { $0.weight * $0.shiftWeight } / positive(sum { $0.weight * $0.slope }) }

  /// The solution of Σ π (a − c·y) = 0.
  func firstGuess(shift: Expression) -> Expression {
    let own = sum { $0.weight * ($0.ownPrice + $0.shiftWeight * shift) }
    return own / positive(sum { $0.weight * $0.slope })
  }

  /// y at a shift of demand.
  func solved(shift: Expression, from guess: Expression) -> Expression {
    if isClosed { return closedPrice }
    return total.graph.iterate(from: [guess], tolerance: Self.tolerance, limit: Self.limit) { values in
      let state = state(at: values[0], shift: shift)
      return IterationStep(next: [values[0] - state.gap / state.slope], residual: state.gap)
    }[0]
  }

  /// ln (Σ π τ^(1−σ))/(1 − σ), the index where no exporter's price moves.
  ///
  /// The powers are products of τ and τ^−σ, which the quantities need anyhow. What they cost in accuracy, 2⁻⁵²/|1 − σ|, is let pass
  /// up to 3·10⁻¹⁴; nearer to σ = 1 the mean is taken as ``powerMean(_:exponent:)`` does, in the blocks that have such draws. Where
  /// the powers overflow, or all of them vanish, they are taken relative to the largest.
  private var closedPrice: Expression {
    let graph = total.graph
    let powers = graph.sum(ofProducts: terms.map { ($0.power, $0.weight * $0.ownResponse) })
    let logarithm = log(powers / total)
    let (zero, one) = (graph.constant(0), graph.constant(1))
    let isNear = select(
      graph.constant(Self.nearness), atLeast: maximum(exponent, -exponent), then: one, else: zero)
    let isFar = mayBeFar ? Self.isFar([logarithm]) : zero
    return graph.iterate(
      from: [logarithm / exponent, isNear] + (mayBeFar ? [isFar] : []), tolerance: 0, limit: 1
    ) { values in
      // ln τ = −ln(τ^−σ)/σ. The flag as a factor, 1 where it counts, makes this a part of the step.
      let members = terms.map { ($0.weight, log($0.ownResponse * values[1]) / -substitution) }
      let careful = Self.powerMean(members, exponent: exponent)
      let near = select(values[1], atLeast: one, then: careful, else: values[0])
      guard mayBeFar else { return IterationStep(next: [near, zero], residual: values[1]) }
      let farPrice = Self.farMean(terms.map { ($0.weight, $0.ownPrice * values[2]) }, exponent: exponent)
      let far = select(values[2], atLeast: one, then: farPrice, else: near)
      return IterationStep(next: [far, zero, zero], residual: values[1] + values[2])
    }[0]
  }

  /// F, F' and −∂F/∂s at y.
  func state(at logPrice: Expression, shift: Expression) -> (gap: Expression, slope: Expression, response: Expression) {
    let powers = terms.map { exponent * $0.ownPrice + exponent * $0.shiftWeight * shift - exponent * $0.slope * logPrice }
    if mayBeFar {
      let far = Self.farPowers(zip(terms, powers).map { ($0.weight, $1) })
      func mean(_ part: (Term) -> Expression) -> Expression { total.graph.sum(zip(terms, far.parts).map { part($0) * $1 }) }
      return (-1 / exponent * far.logarithm, positive(mean(\.slope)), mean(\.shiftWeight))
    }
    let excesses = powers.map { expm1($0) }
    /// What the change adds to a sum over suppliers with their spending as weights.
    func added(_ part: (Term) -> Expression) -> Expression {
      total.graph.sum(zip(terms, excesses).map { part($0) * $1 })
    }
    let excess = added(\.weight)
    let newTotal = total + excess
    let slope = sum { $0.weight * $0.slope } + added { $0.weight * $0.slope }
    let response = sum { $0.weight * $0.shiftWeight } + added { $0.weight * $0.shiftWeight }
    return (-1 / exponent * log1p(excess / total), positive(slope) / newTotal, response / newTotal)
  }

  private func sum(_ part: (Term) -> Expression) -> Expression { total.graph.sum(terms.map(part)) }

  /// A slope that is 0 only where nothing reacts and F is 0 too: whatever it is then, Newton's step is 0.
  private func positive(_ slope: Expression) -> Expression { maximum(slope, slope.graph.constant(1e-300)) }
}
