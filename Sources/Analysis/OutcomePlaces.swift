package import TariffModel

/// Where the totals stand among the outcomes of a result: reports ask for them by name, scenario by scenario.
package struct OutcomePlaces: Sendable {
  private var totals: [OutcomeKey: Int] = [:]
  private var periods: [String: [String]] = [:]
  private var scenarios: [String: Range<Int>] = [:]

  init(_ outcomes: [OutcomeResult]) {
    for (place, outcome) in outcomes.enumerated() {
      let key = outcome.key
      if key.slice == .total, totals[key] == nil { totals[key] = place }
      scenarios[key.scenario] = (scenarios[key.scenario]?.lowerBound ?? place)..<(place + 1)
      // The outcomes of a period stand together.
      if periods[key.scenario]?.last != key.period { periods[key.scenario, default: []].append(key.period) }
    }
    periods = periods.mapValues(\.uniqued)
  }

  /// The place of an outcome's total.
  package subscript(key: OutcomeKey) -> Int? { totals[key] }

  /// The places among which all outcomes of a scenario are.
  package func range(of scenario: String) -> Range<Int> { scenarios[scenario] ?? 0..<0 }

  /// The periods of a scenario, in order.
  package func periods(of scenario: String) -> [String] { periods[scenario] ?? [] }
}
