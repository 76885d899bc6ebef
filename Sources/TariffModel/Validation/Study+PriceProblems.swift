/// A good whose supply does not react (μ = 0) has a price as long as its demand does.
extension Study {
  /// Lines and markets of which neither demand nor supply ever reacts to the price.
  func priceProblems() -> [ModelProblem] {
    let lines = exports.filter { line in
      guard case .ownPrice(.constantElasticity(.demandAndSupply(let elasticity, .finite(let supply)))) = line.response
      else { return false }
      return isNothing(elasticity) && line.adjustment == nil && isNothing(supply)
    }
    let cuts = imports.filter { line in
      guard case .supply(let elasticity, let supply) = line.response else { return false }
      return isNothing(elasticity) && isNothing(supply)
    }
    return lines.map { ModelProblem(path: "exports/\($0.id)", rule: .somethingFixesThePrice) }
      + cuts.map { ModelProblem(path: "imports/\($0.id)", rule: .somethingFixesThePrice) } + marketPriceProblems
  }

  private var marketPriceProblems: [ModelProblem] {
    guard markets.contains(where: { isNothing($0.response.demand) && $0.adjustment == nil }) else { return [] }
    let index = MarketIndex(markets)
    var reacts = Array(repeating: false, count: markets.count)
    var stands = Array(repeating: true, count: markets.count)
    // In a market of composites one supplier that reacts is enough; in one by creation each stands for itself.
    func join(_ code: String?, _ own: SupplyElasticity?) {
      guard let code, let market = index.market(of: code) else { return }
      let isFixed = isFixed(own ?? markets[market].supply)
      if isFixed { stands[market] = false } else { reacts[market] = true }
    }
    for line in exports {
      if case .market(let own, _) = line.response { join(line.hs, own) }
    }
    for supplier in suppliers { join(supplier.hs, supplier.supply) }
    return markets.indices.compactMap { number in
      let market = markets[number]
      guard isNothing(market.response.demand), market.adjustment == nil else { return nil }
      let isSmart = if case .smart = market.response { true } else { false }
      guard isSmart ? !stands[number] : !reacts[number] else { return nil }
      return ModelProblem(path: "markets/\(market.hs)", rule: .somethingFixesThePrice)
    }
  }

  private func isNothing(_ quantity: Quantity) -> Bool { upperBound(of: quantity) == 0 }

  private func isFixed(_ supply: SupplyElasticity) -> Bool {
    if case .finite(let supply) = supply { isNothing(supply) } else { false }
  }
}

extension MarketResponse {
  /// The elasticity of demand for all suppliers together.
  fileprivate var demand: Quantity {
    switch self {
    case .armington(_, let demand), .nested(_, _, let demand), .smart(_, let demand, _): demand
    }
  }
}
