/// rate·factor·value, of which many products of a sum share the factor and what the rate adds to a base rate.
package struct RatedProduct {
  package let rate: Expression
  /// A rate that is the product's own.
  package let base: Expression
  package let factor: Expression
  package let value: Expression

  package init(rate: Expression, base: Expression, factor: Expression, value: Expression) {
    self.rate = rate
    self.base = base
    self.factor = factor
    self.value = value
  }
}

/// What many products are multiplied by.
private struct SharedFactor: Hashable {
  let factor: Expression
  let rate: Double
}

extension ExpressionGraph {
  /// Fewer products than these are as quickly added one by one.
  private static let mostAlone = 3

  /// Σ rateᵢ·factorᵢ·valueᵢ, with rate = base + added + scale·column: one product for all that share the factor and what is added,
  /// and one for all that share the factor, the column and its scale.
  ///
  /// O(products · log products).
  package func sum(ofRated products: [RatedProduct]) -> Expression {
    var certain: [(factor: Expression, value: Expression)] = []
    var added: [SharedFactor: [Expression]] = [:]
    var order: [SharedFactor] = []
    var columns: [Int] = []
    var drawn: [Int: [(factor: Expression, value: Expression)]] = [:]
    var rates: [Double: Double] = [:]
    for product in products {
      let base = product.base.constantValue ?? 0
      if base != 0 { certain.append((product.factor, product.value * base)) }
      let rate = Self.added(to: base, by: product.rate.offset, &rates)
      if rate != 0 {
        let key = SharedFactor(factor: product.factor, rate: rate)
        if added[key] == nil { order.append(key) }
        added[key, default: []].append(product.value)
      }
      guard let node = product.rate.node else { continue }
      if drawn[node] == nil { columns.append(node) }
      drawn[node, default: []].append((product.factor, product.value * product.rate.scale))
    }
    var parts: [Expression] = []
    for key in order {
      let values = added[key] ?? []
      if values.count > Self.mostAlone {
        parts.append(key.factor * (sum(values) * key.rate))
      } else {
        certain += values.map { (key.factor, $0 * key.rate) }
      }
    }
    parts += columns.map { Expression(graph: self, node: $0, scale: 1, offset: 0) * sum(ofProducts: drawn[$0] ?? []) }
    return sum([sum(ofProducts: certain)] + parts)
  }

  /// What a rate adds to a base: one number for all pairs whose sum that number gives to the last bit.
  private static func added(to base: Double, by rate: Double, _ known: inout [Double: Double]) -> Double {
    let own = rate - base
    let key = (own * 0x1p40).rounded()
    if let shared = known[key], base + shared == rate { return shared }
    known[key] = own
    return own
  }
}
