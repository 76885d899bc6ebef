extension TariffQuota {
  func forEachNumber(_ body: NumberVisitor) {
    body(quantity, .nonNegative)
    body(inQuotaRate, .nonNegative)
    body(outOfQuotaRate, .nonNegative)
  }
}

extension EarnedQuota {
  func forEachNumber(_ body: NumberVisitor) {
    body(earning.times, .nonNegative)
    visit(earning.before, .nonNegative, body)
    visit(eligibleShare, .share, body)
  }
}
