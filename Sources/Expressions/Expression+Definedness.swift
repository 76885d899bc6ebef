/// An expression in the draws in which everything that it divides by is something, and infinite in the others: there it is not
/// defined, which is told from a draw that was not solved.
///
/// A divisor below the least normal number is nothing. One that is not solved, NaN, leaves the expression NaN. The value alone does
/// not tell: what is nothing in every draw, or a multiple of its divisor, is folded to a constant. Where no divisor can vanish the
/// expression is returned as it is.
///
/// - Parameter divisors: None of them negative.
package func defined(_ value: Expression, dividingBy divisors: Expression...) -> Expression {
  let least = Double.leastNormalMagnitude
  let vanishing = divisors.filter { !$0.isAlwaysSomething }
  guard let first = vanishing.first else { return value }
  let smallest = vanishing.dropFirst().reduce(first) { minimum($0, $1) }
  let threshold = value.graph.constant(least)
  guard value.node != nil else { return select(smallest, atLeast: threshold, then: value, else: 1 / smallest) }
  // The scale stays outside, as it is where nothing can vanish.
  let column = Expression(graph: value.graph, node: value.node, scale: 1, offset: 0)
  return select(smallest, atLeast: threshold, then: column, else: 1 / smallest) * value.scale + value.offset
}

/// x ÷ y in the draws in which y is something; see ``defined(_:dividingBy:)``.
package func ratio(_ x: Expression, to y: Expression) -> Expression { defined(x / y, dividingBy: y) }

extension Expression {
  /// Whether no draw that the generator can make is below the least normal number: e⁻ᶻ never is, z being within the generator's reach.
  fileprivate var isAlwaysSomething: Bool {
    // Far above the rounding of the interval's ends.
    let least = 0x1p-1000
    guard let node else { return offset >= .leastNormalMagnitude }
    return graph.drawnExtent(of: node).mapped(scale: scale, offset: offset).lower >= least
  }
}
