extension ExpressionGraph {
  /// Σ factorᵢ·valueᵢ, with one product for all factors that are one column with different constants:
  /// Σ (aᵢ + bᵢ·x)·yᵢ = Σ aᵢ·yᵢ + x·Σ bᵢ·yᵢ.
  ///
  /// O(terms · log terms).
  package func sum(ofProducts terms: [(factor: Expression, value: Expression)]) -> Expression {
    var columns: [Int] = []
    var members: [Int: [(factor: Expression, value: Expression)]] = [:]
    var parts: [Expression] = []
    for term in terms {
      guard let node = term.factor.node else {
        parts.append(term.factor * term.value)
        continue
      }
      if members[node] == nil { columns.append(node) }
      members[node, default: []].append(term)
    }
    for node in columns {
      let terms = members[node] ?? []
      guard terms.count > 1 else {
        parts.append(terms[0].factor * terms[0].value)
        continue
      }
      parts += terms.map { $0.value * $0.factor.offset }
      parts.append(Expression(graph: self, node: node, scale: 1, offset: 0) * sum(terms.map { $0.value * $0.factor.scale }))
    }
    return sum(parts)
  }
}
