extension Market {
  func forEachNumber(_ body: NumberVisitor) {
    switch response {
    case .armington(let substitution, let demand):
      body(substitution, .positive)
      body(demand, .nonNegative)
    case .nested(let substitution, let nestSubstitution, let demand):
      body(substitution, .positive)
      body(nestSubstitution, .positive)
      body(demand, .nonNegative)
    case .smart(let substitution, let demand, _):
      body(substitution, .nonNegative)
      body(demand, .nonNegative)
    }
    if let adjustment {
      visit(adjustment.substitution, .positive, body)
      visit(adjustment.demand, .nonNegative, body)
      body(adjustment.speed, .nonNegative)
    }
    lag?.forEachNumber(body)
    forecast?.forEachNumber(body)
    supply.forEachNumber(body)
  }
}

extension Supplier {
  func forEachNumber(listsBaseData: Bool, _ body: NumberVisitor) {
    if listsBaseData || !baseValue.isCertain { body(baseValue, .nonNegative) }
    if listsBaseData || !baseDuty.isCertain { body(baseDuty, .nonNegative) }
    supply?.forEachNumber(body)
  }
}
