extension Forecast {
  func forEachNumber(_ body: NumberVisitor) {
    visit(persistence, .belowOne, body)
    visit(commonNoise, .belowTwo, body)
    for origin in origins.sorted(by: { $0.key < $1.key }) { origin.value.forEachNumber(body) }
    imports.forEachNumber(body)
  }
}

extension FlowForecast {
  func forEachNumber(_ body: NumberVisitor) {
    visit(growth, .any, body)
    visit(noise, .belowTwo, body)
  }
}

extension OrderLag {
  func forEachNumber(_ body: NumberVisitor) {
    visit(delay, .nonNegative, body)
    visit(halfLife, .nonNegative, body)
  }
}
