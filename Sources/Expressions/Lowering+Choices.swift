extension Lowering {
  /// An exponential that only one long sum reads is added to it in the pass that forms it, and so are the parts that only it
  /// reads.
  ///
  /// Readers have higher numbers than what they read, so that a walk down knows of each sum whether it is inlined itself.
  mutating func chooseInlined() {
    for number in graph.nodes.indices.reversed() where readers[number] > 0 {
      guard case .exponential(let x, _, _) = graph.nodes[number] else { continue }
      let joinsOneSum = readers[number] == 1 && sums[number].count == 1 && !isPair(sums[number][0].sum)
      isInlined[number] = joinsOneSum
      guard readers[x] == 1 else { continue }
      switch graph.nodes[x] {
      case .sum(let terms, _) where terms.count == 2:
        isInlined[x] = true
      case .product where joinsOneSum:
        if let logarithm = logarithmInProduct(x) {
          isInlined[x] = true
          isInlined[logarithm.number] = true
        }
      default: break
      }
    }
  }

  /// Columns that only long sums read, and each of them the same sums, are added by products.
  mutating func chooseAggregated() {
    for number in graph.nodes.indices where readers[number] > 0 && !isInlined[number] {
      guard readers[number] == sums[number].count, !sums[number].contains(where: { isPair($0.sum) }) else { continue }
      switch graph.nodes[number] {
      // A member of a product has its place there, and a long sum gets its place before it is complete.
      case .member: continue
      case .sum where !isPair(number): continue
      default: break
      }
      aggregation.consider(number, sums: sums[number].map(\.sum))
    }
  }

  /// The factor of a product that is a logarithm nobody else reads.
  func logarithmInProduct(_ product: Int) -> (number: Int, exponent: Int, base: Int, slope: Double, intercept: Double)? {
    guard case .product(let a, let b) = graph.nodes[product], a != b else { return nil }
    for (number, exponent) in [(b, a), (a, b)] where readers[number] == 1 {
      if case .logarithm(let base, let slope, let intercept) = graph.nodes[number] {
        return (number, exponent, base, slope, intercept)
      }
    }
    return nil
  }
}
