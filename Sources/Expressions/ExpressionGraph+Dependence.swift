extension ExpressionGraph {
  /// A number for each of some nodes, the same for those that are computed from a common column of random numbers or from columns that
  /// are correlated by a common product.
  ///
  /// O(what the nodes are computed from).
  func dependenceClasses(of wanted: [Int]) -> [Int: Int] {
    var roots: [Int: Int] = [:]
    func root(_ key: Int) -> Int {
      var key = key
      while let next = roots[key], next != key { key = next }
      return key
    }
    var seen: [Int: Int] = [:]
    for start in wanted {
      let own = nodes.count + products.count + start
      roots[own] = own
      var open = [start]
      var visited: Set<Int> = []
      while let number = open.popLast() {
        guard visited.insert(number).inserted else { continue }
        guard let source = sourceKey(of: nodes[number], number) else {
          nodes[number].forEachOperand { open.append($0) }
          continue
        }
        if let other = seen[source] { roots[root(other)] = root(own) }
        seen[source] = own
      }
    }
    return Dictionary(uniqueKeysWithValues: wanted.map { ($0, root(nodes.count + products.count + $0)) })
  }

  /// What a column of random numbers has in common with others: itself, or its product; nothing of a column that is computed.
  private func sourceKey(of node: Node, _ number: Int) -> Int? {
    switch node {
    case .draw: return number
    case .member(let product, _):
      if case .loadings(let factors, _) = products[product] { return nodes.count + factors }
      return nodes.count + product
    default: return nil
    }
  }
}
