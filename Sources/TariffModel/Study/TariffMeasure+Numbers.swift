extension TariffMeasure {
  func forEachNumber(_ body: NumberVisitor) {
    if case .uniform(let rate) = rate { body(rate, .nonNegative) }
    visit(coverage, .positiveShare, body)
    visit(remittance, .positiveShare, body)
    for step in remittanceSteps { body(step.share, .positiveShare) }
    covers.forEachShare(body)
    exemptions.forEachShare(body)
    contentRule?.forEachNumber(body)
    phaseIn.forEachShare(body)
    visit(anticipation?.frontLoading, .share, body)
  }
}

extension [PhaseInStep] {
  func forEachShare(_ body: NumberVisitor) {
    for step in self { body(step.share, .share) }
  }
}

extension [CodePrefix] {
  func forEachShare(_ body: NumberVisitor) {
    for prefix in self { visit(prefix.share, .share, body) }
  }
}

extension ContentRule {
  func forEachNumber(_ body: NumberVisitor) {
    body(initialShare, .share)
    body(threshold, .share)
    visit(sharePerUSDm, .nonNegative, body)
    visit(qualifyingShare, .share, body)
  }
}
