internal import Distributions

extension Study {
  /// What a reader should know beside the numbers, but for moments that outcomes lack.
  package var notes: [ModelNote] {
    var notes = inputNotes + magnitudeNotes
    let universal = Set(measures.lazy.filter { $0.countries.isEmpty && (!$0.isIncluded || hasGoods(under: $0)) }.map(\.name))
    let alone = exports.count { !$0.isInMarket }
    for scenario in scenarios {
      for use in scenario.measures where universal.contains(use.name) {
        guard let subject = universalTariff(use.name, linesAlone: alone) else { continue }
        notes.append(ModelNote(scenario: scenario.name, subject: subject))
      }
    }
    let silent = imports.filter { $0.additionality == nil }.count
    if silent > 0 { notes.append(ModelNote(scenario: nil, subject: .importAdditionalityAssumed(lines: silent))) }
    if cifFactor == nil && !imports.isEmpty { notes.append(ModelNote(scenario: nil, subject: .cifFactorAssumed)) }
    let index = MarketIndex(markets)
    let both = exports.filter { line in
      hasFiniteSupply(line, index) && (line.redirection.flatMap(upperBound(of:)) ?? 0) > 0
    }
    if !both.isEmpty { notes.append(ModelNote(scenario: nil, subject: .redirectionWithFiniteSupply(lines: both.count))) }
    let validities =
      measures.map(\.validity) + tariffCuts.map(\.validity) + barrierCuts.map(\.validity) + quotas.map(\.validity)
      + earnedQuotas.map(\.validity)
    if periods.isEmpty && validities.contains(where: { $0.start != nil || $0.end != nil }) {
      notes.append(ModelNote(scenario: nil, subject: .datesWithoutPeriods))
    }
    if let forecast, !imports.isEmpty, forecast.imports == FlowForecast() {
      notes.append(ModelNote(scenario: nil, subject: .importsForecastStill))
    }
    return notes + timeNotes + drawNotes + repeatedScales + stackNotes + strangerNotes + codeNotes + nestNotes + switchNotes
      + sizeNotes
      + totalNotes
  }

  /// What a measure on every origin does to lines that have no rivals; nothing where all lines have.
  private func universalTariff(_ measure: String, linesAlone alone: Int) -> ModelNote.Subject? {
    if alone == exports.count { return .ownPriceUnderUniversalTariff(measure: measure) }
    return alone == 0 ? nil : .someOwnPriceUnderUniversalTariff(measure: measure, lines: alone)
  }

  private func hasFiniteSupply(_ line: ExportLine, _ index: MarketIndex) -> Bool {
    guard case .market(let own, _) = line.response else { return line.response.hasFiniteSupply }
    let market = line.hs.flatMap { index.market(of: $0) }
    guard let supply = own ?? market.map({ markets[$0].supply }) else { return false }
    return supply != .infinite
  }

  /// Distributions written inside two scenarios with the same words: each has its own stream.
  private var repeatedScales: [ModelNote] {
    // The first scenario that states a value, and the first other one.
    var seen: [Quantity.Value: (first: String, other: String?)] = [:]
    var notes: [ModelNote] = []
    for scenario in scenarios {
      let uses =
        scenario.measures + scenario.tariffCuts + scenario.barrierCuts + scenario.commitments + scenario.quotas
      for scale in uses.compactMap(\.scale) {
        guard case .distribution(let distribution) = scale.value, distribution.constantValue == nil else { continue }
        guard let (first, other) = seen[scale.value] else {
          seen[scale.value] = (scenario.name, nil)
          continue
        }
        if first != scenario.name, other == nil { seen[scale.value] = (first, scenario.name) }
        if let earlier = first != scenario.name ? first : other {
          notes.append(ModelNote(scenario: nil, subject: .sameDistributionInScenarios(first: earlier, second: scenario.name)))
        }
      }
    }
    return notes
  }
}

extension ExportResponse {
  /// Whether the exporter's price gives way: a supply elasticity, or a pass-through that is not full, which implies one.
  fileprivate var hasFiniteSupply: Bool {
    guard case .ownPrice(.constantElasticity(let incidence)) = self else { return false }
    switch incidence {
    case .demandAndSupply(_, .finite), .supplyAndPassThrough: return true
    case .demandAndPassThrough(_, let passThrough):
      if case .distribution(let distribution) = passThrough.value { return distribution.constantValue != 1 }
      return true
    case .demand, .demandAndSupply(_, .infinite): return false
    }
  }
}
