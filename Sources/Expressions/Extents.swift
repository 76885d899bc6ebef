internal import Distributions
internal import Glibc

/// Where the values of each node of a graph lie, open ends included.
///
/// Unlike a node's range it is known for every node, however little it says.
struct Extents {
  private var extents: [Extent] = []

  /// O(nodes).
  init(_ graph: ExpressionGraph) {
    extents.reserveCapacity(graph.nodes.count)
    for (number, node) in graph.nodes.enumerated() {
      extents.append(graph.ranges[number].map { Extent($0.lower, $0.upper) } ?? extent(of: node, in: graph))
    }
  }

  subscript(node: Int) -> Extent { extents[node] }

  /// Whether the parts of a sum are all at least 0 or all at most 0.
  func haveOneSign(_ terms: [Node.Term], constant: Double) -> Bool {
    let scaled = terms.map { self[$0.node].mapped(scale: $0.weight, offset: 0) } + [Extent(constant, constant)]
    return scaled.allSatisfy { $0.lower >= 0 } || scaled.allSatisfy { $0.upper <= 0 }
  }

  /// From where the values of its operands lie.
  private func extent(of node: Node, in graph: ExpressionGraph) -> Extent {
    switch node {
    case .uniform: Extent(0, 1)
    case .normal, .member, .state, .settled: .all
    case .interpolated(let table, _): Extent(graph.tables[table].support.lower, graph.tables[table].support.upper)
    case .fill(let value): Extent(value, value)
    case .sum(let terms, let constant):
      terms.reduce(Extent(constant, constant)) { $0 + extents[$1.node].mapped(scale: $1.weight, offset: 0) }
    case .product(let x, let y): x == y ? extents[x].square : extents[x] * extents[y]
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
