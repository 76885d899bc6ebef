extension Market {
  mutating func updateNumbers(_ update: NumberUpdate) {
    switch response {
    case .armington(var substitution, var demand):
      update(&substitution)
      update(&demand)
      response = .armington(substitution: substitution, demand: demand)
    case .nested(var substitution, var nestSubstitution, var demand):
      update(&substitution)
      update(&nestSubstitution)
      update(&demand)
      response = .nested(substitution: substitution, nestSubstitution: nestSubstitution, demand: demand)
    case .smart(var substitution, var demand, let form):
      update(&substitution)
      update(&demand)
      response = .smart(substitution: substitution, demand: demand, form: form)
    }
    if var adjusted = adjustment {
      update(&adjusted.substitution)
      update(&adjusted.demand)
      update(&adjusted.speed)
      adjustment = adjusted
    }
    lag?.updateNumbers(update)
    forecast?.updateNumbers(update)
    update(&supply)
  }
}

extension Supplier {
  mutating func updateNumbers(_ update: NumberUpdate) {
    update(&baseValue)
    update(&baseDuty)
    update(&supply)
  }
}

extension TradeWorld {
  mutating func updateNumbers(_ update: NumberUpdate) {
    for index in regions.indices {
      update(&regions[index].demandElasticity)
      update(&regions[index].supplyElasticity)
      update(&regions[index].substitution)
    }
    for index in flows.indices {
      update(&flows[index].value)
      update(&flows[index].tariff)
    }
  }
}

extension WorldTariff {
  mutating func updateNumbers(_ update: NumberUpdate) {
    switch rule {
    case .newRate(var rate):
      update(&rate)
      rule = .newRate(rate)
    case .add(var rate):
      update(&rate)
      rule = .add(rate)
    case .cut(var share):
      update(&share)
      rule = .cut(share)
    }
  }
}
