internal import Expressions

extension Study {
  /// The markets with their members, lines before suppliers, each in the study's order.
  ///
  /// O(lines + suppliers).
  func marketSolvers(_ schedule: TariffSchedule, _ number: DrawnQuantities) -> [MarketSolver] {
    let index = MarketIndex(markets)
    let nestOfOrigin = Dictionary(
      nests.enumerated().flatMap { nest in nest.element.origins.map { ($0, nest.element.name) } },
      uniquingKeysWith: { first, _ in first })
    var sellers = Array(repeating: [Seller](), count: markets.count)
    for (number, line) in exports.enumerated() {
      guard case .market(let supply, let nest) = line.response, let hs = line.hs, let market = index.market(of: hs) else {
        continue
      }
      sellers[market].append(
        Seller(
          line: number,
          supplier: Supplier(
            origin: home, hs: hs, baseValue: line.baseValue, baseDuty: line.baseDuty, supply: supply, nest: nest)))
    }
    for supplier in suppliers {
      guard let market = index.market(of: supplier.hs) else { continue }
      sellers[market].append(Seller(line: nil, supplier: supplier))
    }
    return zip(markets, sellers).map { market, sellers in
      var nests: [String: Int] = [:]
      let members = sellers.map { seller in
        let supplier = seller.supplier
        let name = market.response.isNested ? supplier.nest ?? nestOfOrigin[supplier.origin] ?? "" : ""
        let nest = nests[name] ?? nests.count
        nests[name] = nest
        return MarketMember(
          origin: supplier.origin, code: supplier.hs, line: seller.line, value: number(supplier.baseValue),
          statedValue: supplier.baseValue, group: seller.line.flatMap { exports[$0].group },
          growth: seller.line.flatMap { exports[$0].growth },
          baseDuty: number(supplier.baseDuty),
          exposure: schedule.exposure(origin: supplier.origin, code: supplier.hs),
          supply: (supplier.supply ?? market.supply).drawn(number), nest: nest)
      }
      return MarketSolver(market, members: members, number)
    }
  }
}

/// An export line or a supplier, seen as a supplier.
private struct Seller {
  let line: Int?
  let supplier: Supplier
}

extension MarketResponse {
  var isNested: Bool {
    if case .nested = self { true } else { false }
  }
}

extension SupplyElasticity {
  /// μ, or nothing where it is infinite.
  fileprivate func drawn(_ number: DrawnQuantities) -> Expression? {
    switch self {
    case .finite(let supply): number(supply)
    case .infinite: nil
    }
  }
}
