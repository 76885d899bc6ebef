extension JobIntensities {
  func forEachNumber(_ body: NumberVisitor) {
    for entry in byGroup.sorted(by: { $0.key < $1.key }) { body(entry.value, .nonNegative) }
    visit(ungrouped, .nonNegative, body)
  }
}

extension GrossDomesticProducts {
  func forEachNumber(_ body: NumberVisitor) {
    body(home, .positive)
    visit(partner, .positive, body)
  }
}
