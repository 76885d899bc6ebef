extension TariffCut {
  func forEachNumber(_ body: NumberVisitor) {
    switch rule {
    case .share(let share): body(share, .share)
    case .newRate(let rate), .cap(let rate): body(rate, .nonNegative)
    case .swiss(let coefficient): body(coefficient, .positive)
    }
    covers.forEachShare(body)
    phaseIn.forEachShare(body)
  }
}

extension BarrierCut {
  func forEachNumber(_ body: NumberVisitor) {
    body(share, .share)
    covers.forEachShare(body)
    phaseIn.forEachShare(body)
  }
}

extension PurchaseCommitment {
  func forEachNumber(_ body: NumberVisitor) {
    switch amount {
    case .value(let value): body(value, .nonNegative)
    case .volume(let millionUnits, let usdPerUnit):
      body(millionUnits, .nonNegative)
      body(usdPerUnit, .nonNegative)
    }
    switch basis {
    case .level(let base): visit(base, .nonNegative, body)
    case .increment(let overlap): visit(overlap, .share, body)
    }
    visit(fulfilment, .share, body)
    for entry in schedule.sorted(by: { $0.key < $1.key }) { body(entry.value, .nonNegative) }
    additionality.forEachNumber(body)
    visit(premium, .nonNegative, body)
    visit(financedShare, .share, body)
    visit(tariff, .nonNegative, body)
    visit(displacedTariff, .nonNegative, body)
  }
}

extension PolicyScenario {
  func forEachNumber(_ body: NumberVisitor) {
    for use in measures + tariffCuts + barrierCuts + commitments + quotas + worldTariffs { visit(use.scale, .nonNegative, body) }
  }
}
