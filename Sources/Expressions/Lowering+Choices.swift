extension Lowering {
  /// A node is an exponent where all that reads it is an exponential, or a sum or product that is an exponent itself.
  ///
  /// Readers have higher numbers than what they read, so one walk down knows all readers of a node before the node.
  mutating func findExponents() {
    for node in outputsOfNode.keys { isExponent[node] = false }
    for number in graph.nodes.indices.reversed() where readers[number] > 0 {
      switch graph.nodes[number] {
      case .exponential: continue
      case .sum, .product: if isExponent[number] { continue }
      default: break
      }
      graph.nodes[number].forEachOperand { isExponent[$0] = false }
    }
    for operand in graph.loops.flatMap(\.operands) { isExponent[operand] = false }
  }

  /// An exponential that only one long sum reads is added to it in the pass that forms it, and so are the parts that only it
  /// reads.
  ///
  /// Readers have higher numbers than what they read, so that a walk down knows of each sum whether it is inlined itself.
  mutating func chooseInlined() {
    for number in graph.nodes.indices.reversed() where readers[number] > 0 {
      guard case .exponential(let x, _, let offset) = graph.nodes[number] else { continue }
      // The offset may become a factor of the weight, which must not overflow.
      let joinsOneSum = offset.magnitude <= 300 && readers[number] == 1 && sums[number].count == 1 && !isPair(sums[number][0].sum)
      isInlined[number] = joinsOneSum
      guard readers[x] == 1, graph.homes[x] == graph.homes[number] else { continue }
      switch graph.nodes[x] {
      case .sum(let terms, _) where terms.count == 2:
        isInlined[x] = true
      case .product(let a, let b) where a != b: isInlined[x] = true
      default: break
      }
    }
  }

  /// A product that only long sums read, one to three of them, is added to them in the pass that forms it.
  mutating func chooseInlinedProducts() {
    for number in graph.nodes.indices where readers[number] > 0 && (1...3).contains(sums[number].count) {
      guard case .product(let a, let b) = graph.nodes[number], a != b, readers[number] == sums[number].count else { continue }
      isInlined[number] = !sums[number].contains { isPair($0.sum) }
    }
  }

  /// Columns that only long sums read, and each of them the same sums, are added by products.
  mutating func chooseAggregated() {
    for number in graph.nodes.indices where readers[number] > 0 && !isInlined[number] && graph.homes[number] == nil {
      guard readers[number] == sums[number].count, !sums[number].contains(where: { isPair($0.sum) }) else { continue }
      switch graph.nodes[number] {
      // A member of a product and a value of an iteration have their places there, and a long sum gets its place before it is
      // complete.
      case .member, .settled: continue
      case .sum where !isPair(number): continue
      default: break
      }
      aggregation.consider(number, sums: sums[number].map(\.sum))
    }
  }

  /// The polynomial for a logarithm whose argument stays within a narrow interval and of which only absolute accuracy counts.
  func narrowLogarithm(_ node: Int, of x: Int, scale: Double, offset: Double) -> LogarithmPolynomial? {
    guard isExponent[node] || !graph.needsRelativeAccuracy[node] else { return nil }
    return graph.ranges[x].flatMap { LogarithmPolynomial(of: $0, scale: scale, offset: offset) }
  }
}
