extension ExportLine {
  func forEachNumber(_ body: NumberVisitor) {
    body(baseValue, .nonNegative)
    body(baseDuty, .nonNegative)
    switch response {
    case .ownPrice(let response): response.forEachNumber(body)
    case .market(let supply, _): supply?.forEachNumber(body)
    }
    visit(adjustment?.longRun, .nonNegative, body)
    visit(adjustment?.speed, .nonNegative, body)
    lag?.forEachNumber(body)
    forecast?.forEachNumber(body)
    visit(growth, .aboveMinusOne, body)
    visit(redirection, .share, body)
    visit(redirectionDiscount, .share, body)
  }
}

extension OwnPriceResponse {
  func forEachNumber(_ body: NumberVisitor) {
    switch self {
    case .constantElasticity(let incidence): incidence.forEachNumber(body)
    case .levels(let elasticity, let passThrough), .linear(let elasticity, let passThrough):
      body(elasticity, .nonNegative)
      visit(passThrough, .share, body)
    case .valueElasticity(let elasticity), .theta(let elasticity): body(elasticity, .nonNegative)
    }
  }
}

extension Incidence {
  func forEachNumber(_ body: NumberVisitor) {
    switch self {
    case .demand(let elasticity), .demandAndSupply(let elasticity, .infinite): body(elasticity, .nonNegative)
    case .demandAndPassThrough(let elasticity, let passThrough):
      body(elasticity, .nonNegative)
      body(passThrough, .share)
    case .demandAndSupply(let elasticity, .finite(let supply)):
      body(elasticity, .nonNegative)
      body(supply, .nonNegative)
    case .supplyAndPassThrough(let supply, let passThrough):
      body(supply, .nonNegative)
      body(passThrough, .positiveShare)
    }
  }
}

extension SupplyElasticity {
  func forEachNumber(_ body: NumberVisitor) {
    if case .finite(let supply) = self { body(supply, .nonNegative) }
  }
}

extension ImportLine {
  func forEachNumber(_ body: NumberVisitor) {
    body(baseValue, .nonNegative)
    body(tariff, .nonNegative)
    visit(barrier, .nonNegative, body)
    response.forEachNumber(body)
    forecast?.forEachNumber(body)
    visit(growth, .aboveMinusOne, body)
    additionality?.forEachNumber(body)
  }
}

extension ImportResponse {
  func forEachNumber(_ body: NumberVisitor) {
    switch self {
    case .log(let elasticity, let passThrough), .levels(let elasticity, let passThrough):
      body(elasticity, .nonNegative)
      visit(passThrough, .share, body)
    case .valueElasticity(let elasticity): body(elasticity, .nonNegative)
    case .supply(let elasticity, let supply):
      body(elasticity, .nonNegative)
      body(supply, .nonNegative)
    }
  }
}

extension Additionality {
  func forEachNumber(_ body: NumberVisitor) {
    switch self {
    case .share(let share): body(share, .share)
    case .demandRatio(let importDemand): body(importDemand, .nonNegative)
    case .ces(let importDemand, let substitution, let partnerShare):
      body(importDemand, .nonNegative)
      body(substitution, .positive)
      body(partnerShare, .share)
    }
  }
}
