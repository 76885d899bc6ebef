/// Where the values of each node of a graph lie, open ends included.
///
/// Unlike a node's range it is known for every node, however little it says.
struct Extents {
  private var extents: [Extent] = []

  /// O(nodes).
  init(_ graph: ExpressionGraph) {
    extents.reserveCapacity(graph.nodes.count)
    for (number, node) in graph.nodes.enumerated() {
      extents.append(
        graph.ranges[number].map { Extent($0.lower, $0.upper) } ?? graph.extent(of: node, among: extents, inputs: .byTheirLaws))
    }
  }

  subscript(node: Int) -> Extent { extents[node] }

  /// Whether the parts of a sum are all at least 0 or all at most 0.
  func haveOneSign(_ terms: [Node.Term], constant: Double) -> Bool {
    let scaled = terms.map { self[$0.node].mapped(scale: $0.weight, offset: 0) } + [Extent(constant, constant)]
    return scaled.allSatisfy { $0.lower >= 0 } || scaled.allSatisfy { $0.upper <= 0 }
  }
}
