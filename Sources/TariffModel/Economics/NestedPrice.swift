internal import Expressions

/// The equation for x = ln P of a market of nests.
///
/// G(x) = −ln(Σ π_g e^((1−σ_0)(y_g(x) − x)))/(1 − σ_0), where y_g(x) solves nest g under the shift (σ_0 − η)·x of its demand.
/// G' is the mean of 1 − y_g', which is positive: y_g' = (σ_0 − η)·Σw/(σ_g + μ) ÷ Σw(σ_0 + μ)/(σ_g + μ). Every root lies between
/// the least and the greatest ln τ, or 0.
struct NestedPrice {
  /// Newton's method takes two to five steps; bisection alone would take 45.
  private static let limit = 100

  let nests: [CompositePrice]
  /// ln τ of every supplier.
  let tariffs: [Expression]
  /// σ_0.
  let nestSubstitution: Expression
  /// η.
  let demand: Expression

  private var graph: ExpressionGraph { demand.graph }
  private var exponent: Expression { CompositePrice.exponent(nestSubstitution) }
  /// By how much ln of a nest's demand rises with x.
  private var shiftPerIndex: Expression { nestSubstitution - demand }
  private var weights: [Expression] { CompositePrice.weights(nests.map(\.spending)) }

  /// Whether powers of the nests' indices may leave the range of numbers.
  private var mayBeFar: Bool { CompositePrice.mayBeFar(tariffs, elasticities: [nestSubstitution]) }

  /// x and every y_g.
  func solved() -> (index: Expression, nests: [Expression]) {
    if nests.allSatisfy(\.isClosed) {
      let unshifted = graph.constant(0)
      let indices = nests.map { $0.solved(shift: unshifted, from: unshifted) }
      let members = zip(weights, indices).map { (weight: $0, logarithm: $1) }
      let mean =
        mayBeFar
        ? CompositePrice.anyMean(members, exponent: exponent) : CompositePrice.powerMean(members, exponent: exponent)
      return (mean, indices)
    }
    let index = firstGuess
    let start = [index, lowerBound, upperBound, graph.constant(.greatestFiniteMagnitude)] + nests.map { nest(at: index, $0) }
    let settled = graph.iterate(from: start, tolerance: CompositePrice.tolerance, limit: Self.limit, step: step)
    // The indices of the nests that settled were the guess for this index.
    let solutions = zip(nests, settled.dropFirst(4)).map { solution(of: $0, at: settled[0], from: $1) }
    return (settled[0], solutions.map(\.index))
  }

  /// x if all means were geometric: exact for small changes, and on the side from which Newton's steps do not turn back.
  private var firstGuess: Expression {
    let unshifted = graph.constant(0)
    let own = graph.sum(zip(weights, nests).map { $0 * $1.firstGuess(shift: unshifted) })
    return own / positive(graph.sum(zip(weights, nests).map { $0 * (1 - shiftPerIndex * $1.firstResponse) }))
  }

  private func nest(at index: Expression, _ nest: CompositePrice) -> Expression {
    nest.firstGuess(shift: shiftPerIndex * index)
  }

  // The margin keeps a root off the ends.
  private var lowerBound: Expression { tariffs.reduce(graph.constant(0), minimum) - 0.01 }
  private var upperBound: Expression { tariffs.reduce(graph.constant(0), maximum) + 0.01 }

  /// y_g and y_g' at x.
  private func solution(
    of nest: CompositePrice, at index: Expression, from guess: Expression
  ) -> (index: Expression, slope: Expression) {
    let shift = shiftPerIndex * index
    let settled = nest.solved(shift: shift, from: guess)
    if nest.isClosed { return (settled, graph.constant(0)) }
    // One more step, from within the tolerance, so that the error is one of rounding: G sees no other.
    let state = nest.state(at: settled, shift: shift)
    return (settled - state.gap / state.slope, shiftPerIndex * (state.response / state.slope))
  }

  private func step(_ values: [Expression]) -> IterationStep {
    let (index, lower, upper, last) = (values[0], values[1], values[2], values[3])
    let solutions = zip(nests, values.dropFirst(4)).map { solution(of: $0, at: index, from: $1) }
    let (gap, slope) = state(at: index, solutions)

    let zero = graph.constant(0)
    let newUpper = select(gap, atLeast: zero, then: index, else: upper)
    let newLower = select(gap, atLeast: zero, then: lower, else: index)
    let newton = index - gap / positive(slope)
    let middle = (newLower + newUpper) / 2
    let inside = select(
      newton, atLeast: newLower, then: select(newUpper, atLeast: newton, then: newton, else: middle), else: middle)
    let halving = select(last / 2, atLeast: magnitude(newton - index), then: inside, else: middle)
    // A draw that is solved stays while others go on.
    let next = select(graph.constant(CompositePrice.tolerance), atLeast: magnitude(gap), then: index, else: halving)
    let change = next - index
    return IterationStep(
      next: [next, newLower, newUpper, magnitude(change)] + solutions.map { $0.index + $0.slope * change }, residual: gap)
  }

  /// G and G' at x.
  private func state(
    at index: Expression, _ solutions: [(index: Expression, slope: Expression)]
  ) -> (gap: Expression, slope: Expression) {
    if mayBeFar {
      let far = CompositePrice.farPowers(zip(weights, solutions).map { ($0, exponent * ($1.index - index)) })
      return (-1 / exponent * far.logarithm, graph.sum(zip(far.parts, solutions).map { $0 * (1 - $1.slope) }))
    }
    let total = graph.sum(weights)
    let excesses = solutions.map { expm1(exponent * ($0.index - index)) }
    let excess = graph.sum(zip(weights, excesses).map { $0 * $1 })
    let slopes = zip(zip(weights, excesses), solutions).map { $0.0 * ((1 + $0.1) * (1 - $1.slope)) }
    return (-1 / exponent * log1p(excess / total), graph.sum(slopes) / (total + excess))
  }

  private func magnitude(_ x: Expression) -> Expression { maximum(x, -x) }
  /// The slope is 0 only where no quantity reacts to any price.
  private func positive(_ slope: Expression) -> Expression { maximum(slope, graph.constant(1e-300)) }
}
