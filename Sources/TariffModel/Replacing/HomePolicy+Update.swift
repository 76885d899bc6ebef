extension TariffMeasure {
  mutating func updateNumbers(_ update: NumberUpdate) {
    if case .uniform(var stated) = rate {
      update(&stated)
      rate = .uniform(stated)
    }
    update(&coverage)
    update(&remittance)
    update(&remittanceSteps)
    update(&covers)
    update(&exemptions)
    if var content = contentRule {
      update(&content.initialShare)
      update(&content.threshold)
      update(&content.sharePerUSDm)
      update(&content.qualifyingShare)
      contentRule = content
    }
    update(&phaseIn)
    if var announced = anticipation {
      update(&announced.frontLoading)
      anticipation = announced
    }
  }
}

extension TariffCut {
  mutating func updateNumbers(_ update: NumberUpdate) {
    switch rule {
    case .share(var share):
      update(&share)
      rule = .share(share)
    case .newRate(var rate):
      update(&rate)
      rule = .newRate(rate)
    case .cap(var rate):
      update(&rate)
      rule = .cap(rate)
    case .swiss(var coefficient):
      update(&coefficient)
      rule = .swiss(coefficient: coefficient)
    }
    update(&covers)
    update(&phaseIn)
  }
}

extension BarrierCut {
  mutating func updateNumbers(_ update: NumberUpdate) {
    update(&share)
    update(&covers)
    update(&phaseIn)
  }
}

extension PurchaseCommitment {
  mutating func updateNumbers(_ update: NumberUpdate) {
    switch amount {
    case .value(var value):
      update(&value)
      amount = .value(value)
    case .volume(var millionUnits, var usdPerUnit):
      update(&millionUnits)
      update(&usdPerUnit)
      amount = .volume(millionUnits: millionUnits, usdPerUnit: usdPerUnit)
    }
    switch basis {
    case .level(var base):
      update(&base)
      basis = .level(base: base)
    case .increment(var overlap):
      update(&overlap)
      basis = .increment(overlap: overlap)
    }
    update(&fulfilment)
    for period in schedule.keys { update(&schedule[period]) }
    additionality.updateNumbers(update)
    update(&premium)
    update(&financedShare)
    update(&tariff)
    update(&displacedTariff)
  }
}

extension TariffQuota {
  mutating func updateNumbers(_ update: NumberUpdate) {
    update(&quantity)
    update(&inQuotaRate)
    update(&outOfQuotaRate)
  }
}

extension EarnedQuota {
  mutating func updateNumbers(_ update: NumberUpdate) {
    update(&earning.times)
    update(&earning.before)
    update(&eligibleShare)
  }
}

extension JobIntensities {
  mutating func updateNumbers(_ update: NumberUpdate) {
    for group in byGroup.keys { update(&byGroup[group]) }
    update(&ungrouped)
  }
}

extension GrossDomesticProducts {
  mutating func updateNumbers(_ update: NumberUpdate) {
    update(&home)
    update(&partner)
  }
}
