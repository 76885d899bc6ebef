extension ExpressionGraph {
  /// Where the ratio of a sum to a sum of the same columns lies, however large these are; all numbers where that says nothing.
  ///
  /// Σ wᵢ·fᵢ·tᵢ/(Σ vᵢ·tᵢ + c) with tᵢ, c ≥ 0 and vᵢ > 0 is a mean of the wᵢ·fᵢ/vᵢ, and of 0 where columns or a constant are left over:
  /// a mean duty, or a share of trade. O(terms).
  func extent(ofRatio x: Int, to y: Int, among extents: [Extent]) -> Extent {
    guard case .sum(let parts, let constant) = nodes[y], constant >= 0,
      parts.allSatisfy({ $0.weight > 0 && extents[$0.node].lower >= 0 })
    else { return .all }
    let weights = Dictionary(uniqueKeysWithValues: parts.map { ($0.node, $0.weight) })
    let terms: [Node.Term]
    if case .sum(let own, let offset) = nodes[x], weights[x] == nil {
      guard offset == 0 else { return .all }
      terms = own
    } else {
      terms = [Node.Term(node: x, weight: 1)]
    }
    var ratio = Extent.zero
    for term in terms {
      guard let own = self.ratio(of: term.node, to: weights, among: extents) else { return .all }
      ratio = ratio.union(own.mapped(scale: term.weight, offset: 0))
    }
    return ratio
  }

  /// A column over the part of the sum that it has as a factor; nothing where it has none.
  private func ratio(of node: Int, to weights: [Int: Double], among extents: [Extent]) -> Extent? {
    if let weight = weights[node] { return Extent(1 / weight, 1 / weight) }
    guard case .product(let a, let b) = nodes[node] else { return nil }
    if let weight = weights[a] { return extents[b].mapped(scale: 1 / weight, offset: 0) }
    if let weight = weights[b] { return extents[a].mapped(scale: 1 / weight, offset: 0) }
    return nil
  }
}
