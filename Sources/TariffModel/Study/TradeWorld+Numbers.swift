extension TradeWorld {
  func forEachNumber(_ body: NumberVisitor) {
    for region in regions {
      body(region.demandElasticity, .nonNegative)
      body(region.supplyElasticity, .positive)
      body(region.substitution, .positive)
    }
    for flow in flows {
      body(flow.value, .nonNegative)
      body(flow.tariff, .nonNegative)
    }
  }
}

extension WorldTariff {
  func forEachNumber(_ body: NumberVisitor) {
    switch rule {
    case .newRate(let rate), .add(let rate): body(rate, .nonNegative)
    case .cut(let share): body(share, .share)
    }
  }
}
