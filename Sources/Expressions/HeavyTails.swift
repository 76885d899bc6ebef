internal import Distributions
internal import Glibc

/// Which moments of the columns of a graph exist, given inputs that do not have all of them.
///
/// Follows from node to node how each column grows with each such input (``Growth``). Inputs are taken as independent, steps of
/// iterations at their present values. Leans to the side of too few moments: growth that cancels in a way that the rules of
/// arithmetic do not show is growth.
package struct HeavyTails {
  /// An input that leaves a column without some moments.
  package struct Input: Hashable {
    /// The input's own column.
    package let column: OutputColumn
    /// E|input|ᵏ is finite for k below it.
    package let ownOrder: Double
    /// E|column|ᵏ is finite for k below it, as far as this input goes.
    package let order: Double
  }

  private let graph: ExpressionGraph
  /// By the input's node.
  private var orders: [Int: Double] = [:]
  /// By node, then by the input's node; none for columns that depend on no such input.
  private var growths: [[Int: Growth]] = []
  private var extents: [Extent] = []

  /// O(nodes), and nothing to do where all inputs have all moments.
  package init(_ graph: ExpressionGraph) {
    self.graph = graph
    for (number, node) in graph.nodes.enumerated() {
      guard case .interpolated(let table, _) = node else { continue }
      let order = graph.tables[table].momentOrder
      if order < .infinity { orders[number] = order }
    }
    guard !orders.isEmpty else { return }
    for (number, node) in graph.nodes.enumerated() {
      let extent = graph.ranges[number].map { Extent($0.lower, $0.upper) } ?? extent(of: node)
      extents.append(extent)
      growths.append(
        orders[number] == nil
          ? growth(of: node).mapValues { $0.within(extent) } : [number: Growth.input.within(extent)])
    }
  }

  /// The inputs that leave a column without some moments.
  package func limits(of column: OutputColumn) -> [Input] {
    guard !growths.isEmpty else { return [] }
    return growths[column.node].sorted { $0.key < $1.key }.compactMap { input, growth in
      guard growth.degree.upper > 0, let order = orders[input] else { return nil }
      return Input(column: OutputColumn(node: input), ownOrder: order, order: order / growth.degree.upper)
    }
  }

  private func growth(of node: Node) -> [Int: Growth] {
    switch node {
    case .uniform, .normal, .member, .fill, .state, .interpolated: return [:]
    case .settled(let loop, let index): return growths[graph.loops[loop].next[index]]
    case .sum(let terms, let constant): return growth(ofSum: terms, constant: constant)
    case .product(let x, let y):
      return combined(x, y) { .product($0, $1, extents: (extents[x], extents[y])) }
    case .quotient(let x, let y):
      let reciprocal = extents[y].reciprocal
      return combined(x, y) { .product($0, $1.reciprocal.within(reciprocal), extents: (extents[x], reciprocal)) }
    case .reciprocal(let x): return growths[x].mapValues(\.reciprocal)
    case .exponential(let x, let scale, _): return growths[x].mapValues { $0.scaled(by: scale).ofExponential }
    case .logarithm(let x, let scale, let offset):
      return growth(ofSum: [Node.Term(node: x, weight: scale)], constant: offset).mapValues(\.ofLogarithm)
    case .exponentialMinusOne(let x): return growths[x].mapValues(\.ofExponentialMinusOne)
    case .logarithmOfOnePlus(let x):
      return growth(ofSum: [Node.Term(node: x, weight: 1)], constant: 1).mapValues(\.ofLogarithm)
    case .maximum(let x, let y):
      let arePositive = min(extents[x].lower, extents[y].lower) >= 0
      return combined(x, y) { .greater($0, $1, arePositive: arePositive) }
    case .minimum(let x, let y):
      let arePositive = min(extents[x].lower, extents[y].lower) >= 0
      return combined(x, y) { .lesser($0, $1, arePositive: arePositive) }
    case .selection(_, _, let yes, let no): return combined(yes, no, Growth.either)
    }
  }

  private func combined(_ x: Int, _ y: Int, _ body: (Growth, Growth) -> Growth) -> [Int: Growth] {
    if growths[x].isEmpty && growths[y].isEmpty { return [:] }
    var result: [Int: Growth] = [:]
    for input in Set(growths[x].keys).union(growths[y].keys) {
      result[input] = body(growths[x][input] ?? .none, growths[y][input] ?? .none)
    }
    return result
  }

  private func growth(ofSum terms: [Node.Term], constant: Double) -> [Int: Growth] {
    var parts: [Int: [Growth]] = [:]
    for term in terms {
      for (input, growth) in growths[term.node] { parts[input, default: []].append(growth.scaled(by: term.weight)) }
    }
    if parts.isEmpty { return [:] }
    let scaled = terms.map { extents[$0.node].mapped(scale: $0.weight, offset: 0) } + [Extent(constant, constant)]
    let haveOneSign = scaled.allSatisfy { $0.lower >= 0 } || scaled.allSatisfy { $0.upper <= 0 }
    return parts.mapValues { own in
      // What does not depend on the input is a part of degree 0.
      let isAll = own.count == terms.count && constant == 0
      return Growth.sum(isAll ? own : own + [.none], haveOneSign: haveOneSign)
    }
  }

  /// Where the values of a node lie, from where those of its operands do.
  private func extent(of node: Node) -> Extent {
    switch node {
    case .uniform: Extent(0, 1)
    case .normal, .member, .state, .settled: .all
    case .interpolated(let table, _): Extent(graph.tables[table].support.lower, graph.tables[table].support.upper)
    case .fill(let value): Extent(value, value)
    case .sum(let terms, let constant):
      terms.reduce(Extent(constant, constant)) { $0 + extents[$1.node].mapped(scale: $1.weight, offset: 0) }
    case .product(let x, let y): extents[x] * extents[y]
    case .quotient(let x, let y): extents[x] * extents[y].reciprocal
    case .reciprocal(let x): extents[x].reciprocal
    case .exponential(let x, let scale, let offset): extents[x].mapped(scale: scale, offset: offset).mapped(Glibc.exp)
    case .logarithm(let x, let scale, let offset): extents[x].mapped(scale: scale, offset: offset).mapped(Glibc.log)
    case .exponentialMinusOne(let x): extents[x].mapped(Glibc.expm1)
    case .logarithmOfOnePlus(let x): extents[x].mapped(Glibc.log1p)
    case .maximum(let x, let y): .greater(extents[x], extents[y])
    case .minimum(let x, let y): .lesser(extents[x], extents[y])
    case .selection(_, _, let yes, let no): extents[yes].union(extents[no])
    }
  }
}
