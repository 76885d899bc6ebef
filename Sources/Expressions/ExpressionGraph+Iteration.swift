/// One pass of an iteration: where it goes from the present values, and how far these are from a solution.
package struct IterationStep {
  package let next: [Expression]
  /// Its magnitude is compared with the tolerance.
  package let residual: Expression

  package init(next: [Expression], residual: Expression) {
    self.next = next
    self.residual = residual
  }
}

extension ExpressionGraph {
  /// Values that are improved until the residual of every draw of a block is within a tolerance.
  ///
  /// The residual is that of the values it is computed from: where all draws of a block are within the tolerance the values stay,
  /// otherwise all of them take a further step. A draw whose residual is still beyond the tolerance (or not a number) after `limit`
  /// steps has NaN for all its values: it is not solved. What is certain is solved while it is written.
  ///
  /// - Parameters:
  ///   - initial: Where the iteration starts.
  ///   - tolerance: The largest residual of a solution, at least 0.
  ///   - limit: The most steps, at least 1.
  ///   - step: One pass, as arithmetic on the present values. It may read any other expression of the graph, and iterate itself.
  package func iterate(
    from initial: [Expression], tolerance: Double, limit: Int, step: ([Expression]) -> IterationStep
  ) -> [Expression] {
    if let values = certainValues(from: initial, tolerance: tolerance, limit: limit, step: step) { return values }
    let loop = openLoop(from: initial, tolerance: tolerance, limit: limit)
    let states = initial.indices.map { column(.state(loop: loop, index: $0)) }
    let pass = step(states)
    precondition(pass.next.count == initial.count, "a step has a next value for each present one")
    return close(loop, with: pass)
  }

  /// The solution where everything is certain; nothing as soon as something is not.
  private func certainValues(
    from initial: [Expression], tolerance: Double, limit: Int, step: ([Expression]) -> IterationStep
  ) -> [Expression]? {
    var values = initial
    for count in 0...limit {
      guard values.allSatisfy({ $0.constantValue != nil }) else { return nil }
      let pass = step(values)
      guard let residual = pass.residual.constantValue else { return nil }
      if residual.magnitude <= tolerance { return values }
      if count < limit { values = pass.next }
    }
    return values.map { _ in constant(.nan) }
  }
}
