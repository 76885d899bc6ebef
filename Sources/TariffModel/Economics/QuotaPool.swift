internal import Expressions

/// The lines of a quota, which pay one rate on top of their duties.
struct QuotaPool {
  let members: [QuotaMember]
  let graph: ExpressionGraph

  /// Newton's method takes two to five steps; bisection alone would take 50.
  private static let limit = 120
  private static let tolerance = 1e-13

  /// Σ V.
  var baseline: Expression { graph.sum(members.map(\.baseline)) }

  /// Σ V·(q̂ − 1) at a rate.
  func change(at rate: Expression) -> Expression { graph.sum(members.map { $0.change(adding: rate) }) }

  /// r with Σ V·(q̂(r) − 1) = `target`, which lies between what it is at the two rates.
  ///
  /// In y = ln(1 + r), in which quantities are nearly exponentials, by Newton's method on the logarithm of what is sold. A bracket
  /// holds the solution, and where a step leaves it or does not halve the last one the bracket is halved instead: a response that
  /// stops at 0, or hardly any, cannot lead it astray. O(members) in each step.
  func rate(atChange target: Expression, from low: Expression, to high: Expression) -> Expression {
    let (lower, upper) = (log1p(low), log1p(high))
    let start = [lower, lower, upper, graph.constant(.greatestFiniteMagnitude)]
    let settled = graph.iterate(from: start, tolerance: Self.tolerance, limit: Self.limit) { values in
      step(target, values)
    }
    // One more step, from within the tolerance: what is left is rounding, in the digits of r, however small it is.
    return expm1(minimum(maximum(settled[0] - newton(target, at: settled[0]).change, lower), upper))
  }

  private func step(_ target: Expression, _ values: [Expression]) -> IterationStep {
    let (y, lower, upper, last) = (values[0], values[1], values[2], values[3])
    let (excess, change) = newton(target, at: y)
    let zero = graph.constant(0)
    let newLower = select(excess, atLeast: zero, then: y, else: lower)
    let newUpper = select(excess, atLeast: zero, then: upper, else: y)
    let next = y - change
    let middle = (newLower + newUpper) / 2
    let inside = select(next, atLeast: newLower, then: select(newUpper, atLeast: next, then: next, else: middle), else: middle)
    let chosen = select(last / 2, atLeast: magnitude(inside - y), then: inside, else: middle)
    let distance = minimum(magnitude(change), newUpper - newLower) / (1 + y)
    // A draw that is solved stays while others go on.
    let settled = select(graph.constant(Self.tolerance), atLeast: distance, then: y, else: chosen)
    return IterationStep(next: [settled, newLower, newUpper, magnitude(settled - y)], residual: distance)
  }

  /// By how much too much is sold at y, and by how much Newton's method goes back from it.
  private func newton(_ target: Expression, at y: Expression) -> (excess: Expression, change: Expression) {
    let rate = expm1(y)
    let change = change(at: rate)
    let excess = change - target
    let slope = graph.sum(members.map { $0.slope(adding: rate) }) * (1 + rate)
    // ln S − ln T = ln(1 + (S − T)/T), over d ln S/dy.
    let least = graph.constant(1e-200)
    let (sold, wanted) = (maximum(baseline + change, least), maximum(baseline + target, least))
    return (excess, log1p(maximum(excess / wanted, graph.constant((-1.0).nextUp))) * (sold / minimum(slope, -least)))
  }

  private func magnitude(_ x: Expression) -> Expression { maximum(x, -x) }
}
