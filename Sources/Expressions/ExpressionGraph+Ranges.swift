internal import Distributions
internal import Glibc

extension ExpressionGraph {
  /// The range of a node from those of its operands; nothing where it is not bounded, or not known to be.
  ///
  /// O(operands).
  func range(of node: Node) -> ValueRange? {
    switch node {
    case .draw(let input): inputs[input].kind == .uniform ? ValueRange(0, 1) : nil
    case .member, .state, .settled: nil
    case .interpolated(let table, _): ValueRange(tables[table].support.lower, tables[table].support.upper)
    case .fill(let value): ValueRange(value, value)
    case .sum(let terms, let constant): range(ofSum: terms, constant: constant)
    case .product(let x, let y): combined(x, y) { $0 * $1 }
    case .quotient(let x, let y): combined(x, y) { x, y in y.reciprocal.flatMap { x * $0 } }
    case .reciprocal(let x): ranges[x]?.reciprocal
    case .exponential(let x, let scale, let offset):
      ranges[x]?.mapped(scale: scale, offset: offset).flatMap { ValueRange(Glibc.exp($0.lower), Glibc.exp($0.upper)) }
    case .logarithm(let x, let scale, let offset):
      ranges[x]?.mapped(scale: scale, offset: offset).flatMap {
        $0.lower > 0 ? ValueRange(Glibc.log($0.lower), Glibc.log($0.upper)) : nil
      }
    case .exponentialMinusOne(let x):
      ranges[x].flatMap { ValueRange(Glibc.expm1($0.lower), Glibc.expm1($0.upper)) }
    case .logarithmOfOnePlus(let x):
      ranges[x].flatMap { $0.lower > -1 ? ValueRange(Glibc.log1p($0.lower), Glibc.log1p($0.upper)) : nil }
    case .maximum(let x, let y): combined(x, y) { ValueRange(max($0.lower, $1.lower), max($0.upper, $1.upper)) }
    case .minimum(let x, let y): combined(x, y) { ValueRange(min($0.lower, $1.lower), min($0.upper, $1.upper)) }
    case .selection(_, _, let yes, let no): combined(yes, no) { $0.union($1) }
    }
  }

  private func combined(_ x: Int, _ y: Int, _ body: (ValueRange, ValueRange) -> ValueRange?) -> ValueRange? {
    guard let x = ranges[x], let y = ranges[y] else { return nil }
    return body(x, y)
  }

  private func range(ofSum terms: [Node.Term], constant: Double) -> ValueRange? {
    var sum = ValueRange(constant, constant)
    for term in terms {
      guard let total = sum, let own = ranges[term.node]?.mapped(scale: term.weight, offset: 0) else { return nil }
      sum = total + own
    }
    return sum
  }
}
