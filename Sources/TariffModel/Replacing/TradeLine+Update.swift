extension ExportLine {
  mutating func updateNumbers(_ update: NumberUpdate) {
    update(&baseValue)
    update(&baseDuty)
    switch response {
    case .ownPrice(var own):
      own.updateNumbers(update)
      response = .ownPrice(own)
    case .market(var supply, let nest):
      update(&supply)
      response = .market(supply: supply, nest: nest)
    }
    if var adjusted = adjustment {
      update(&adjusted.longRun)
      update(&adjusted.speed)
      adjustment = adjusted
    }
    lag?.updateNumbers(update)
    forecast?.updateNumbers(update)
    update(&growth)
    update(&redirection)
    update(&redirectionDiscount)
  }
}

extension OrderLag {
  mutating func updateNumbers(_ update: NumberUpdate) {
    update(&delay)
    update(&halfLife)
  }
}

extension Forecast {
  mutating func updateNumbers(_ update: NumberUpdate) {
    update(&persistence)
    update(&commonNoise)
    for origin in origins.keys { origins[origin]?.updateNumbers(update) }
    imports.updateNumbers(update)
  }
}

extension FlowForecast {
  mutating func updateNumbers(_ update: NumberUpdate) {
    update(&growth)
    update(&noise)
  }
}

extension OwnPriceResponse {
  fileprivate mutating func updateNumbers(_ update: NumberUpdate) {
    switch self {
    case .constantElasticity(var incidence):
      incidence.updateNumbers(update)
      self = .constantElasticity(incidence)
    case .levels(var elasticity, var passThrough):
      update(&elasticity)
      update(&passThrough)
      self = .levels(elasticity: elasticity, passThrough: passThrough)
    case .linear(var elasticity, var passThrough):
      update(&elasticity)
      update(&passThrough)
      self = .linear(elasticity: elasticity, passThrough: passThrough)
    case .valueElasticity(var elasticity):
      update(&elasticity)
      self = .valueElasticity(elasticity)
    case .theta(var theta):
      update(&theta)
      self = .theta(theta)
    }
  }
}

extension Incidence {
  fileprivate mutating func updateNumbers(_ update: NumberUpdate) {
    switch self {
    case .demand(var elasticity):
      update(&elasticity)
      self = .demand(elasticity: elasticity)
    case .demandAndPassThrough(var elasticity, var passThrough):
      update(&elasticity)
      update(&passThrough)
      self = .demandAndPassThrough(elasticity: elasticity, passThrough: passThrough)
    case .demandAndSupply(var elasticity, var supply):
      update(&elasticity)
      update(&supply)
      self = .demandAndSupply(elasticity: elasticity, supply: supply)
    case .supplyAndPassThrough(var supply, var passThrough):
      update(&supply)
      update(&passThrough)
      self = .supplyAndPassThrough(supply: supply, passThrough: passThrough)
    }
  }
}

extension ImportLine {
  mutating func updateNumbers(_ update: NumberUpdate) {
    update(&baseValue)
    update(&tariff)
    update(&barrier)
    response.updateNumbers(update)
    forecast?.updateNumbers(update)
    update(&growth)
    additionality?.updateNumbers(update)
  }
}

extension ImportResponse {
  fileprivate mutating func updateNumbers(_ update: NumberUpdate) {
    switch self {
    case .log(var elasticity, var passThrough):
      update(&elasticity)
      update(&passThrough)
      self = .log(elasticity: elasticity, passThrough: passThrough)
    case .levels(var elasticity, var passThrough):
      update(&elasticity)
      update(&passThrough)
      self = .levels(elasticity: elasticity, passThrough: passThrough)
    case .valueElasticity(var elasticity):
      update(&elasticity)
      self = .valueElasticity(elasticity)
    case .supply(var elasticity, var supply):
      update(&elasticity)
      update(&supply)
      self = .supply(elasticity: elasticity, supply: supply)
    }
  }
}

extension Additionality {
  mutating func updateNumbers(_ update: NumberUpdate) {
    switch self {
    case .share(var share):
      update(&share)
      self = .share(share)
    case .demandRatio(var importDemand):
      update(&importDemand)
      self = .demandRatio(importDemandElasticity: importDemand)
    case .ces(var importDemand, var substitution, var partnerShare):
      update(&importDemand)
      update(&substitution)
      update(&partnerShare)
      self = .ces(importDemandElasticity: importDemand, substitution: substitution, partnerShare: partnerShare)
    }
  }
}
