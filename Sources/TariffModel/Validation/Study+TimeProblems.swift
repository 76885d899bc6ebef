extension Study {
  /// What the model cannot take of periods, growth, phase-ins, announcements and long-run elasticities.
  func timeProblems() -> [ModelProblem] {
    var found = periods.filter { $0.end < $0.start }.map {
      ModelProblem(path: "periods/\($0.name)/end", value: $0.end.description, rule: .datesInOrder)
    }
    let reserved = Set([OutcomeKey.allPeriods] + periods.map { OutcomeKey.runningTotal(to: $0.name) })
    found += periods.filter { reserved.contains($0.name) }.map {
      ModelProblem(path: "periods/\($0.name)/name", value: $0.name, rule: .periodNameIsFree)
    }
    found += growthProblems() + lagProblems() + forecastProblems() + policyDateProblems()
    if periods.isEmpty, let line = exports.first(where: { $0.adjustment != nil }) {
      found.append(ModelProblem(path: "exports/\(line.id)/longRunElasticity", rule: .needsPeriods))
    }
    if periods.isEmpty, let market = markets.first(where: { $0.adjustment != nil }) {
      found.append(ModelProblem(path: "markets/\(market.hs)/adjustmentSpeed", rule: .needsPeriods))
    }
    for measure in measures { found += phaseInProblems(measure.phaseIn, at: "measures/\(measure.name)") }
    for cut in tariffCuts { found += phaseInProblems(cut.phaseIn, at: "tariffCuts/\(cut.name)") }
    for cut in barrierCuts { found += phaseInProblems(cut.phaseIn, at: "barrierCuts/\(cut.name)") }
    let announced = Dictionary(measures.filter { $0.anticipation != nil }.map { ($0.name, $0) }) { first, _ in first }
    guard !announced.isEmpty else { return found }
    return found + announcementProblems() + scenarios.flatMap { frontLoadingProblems(of: $0, among: announced) }
  }

  /// One problem for all lines: a growth in the defaults is that of each.
  private func growthProblems() -> [ModelProblem] {
    let growing =
      exports.first { $0.growth != nil }.map { "exports/\($0.id)/growth" }
      ?? imports.first { $0.growth != nil }.map { "imports/\($0.id)/growth" }
    guard let growing else { return [] }
    if periods.isEmpty { return [ModelProblem(path: growing, rule: .needsPeriods)] }
    return baseYear == nil ? [ModelProblem(path: growing, rule: .growthNeedsBaseYear)] : []
  }

  /// One problem for all lines and markets: a lag in the defaults is that of each.
  private func lagProblems() -> [ModelProblem] {
    let stated =
      (lag?.numbers.first).map { [$0.key] } ?? []
      + exports.lazy.compactMap { line in line.lag?.numbers.first.map { "exports/\(line.id)/\($0.key)" } }.prefix(1)
      + markets.lazy.compactMap { market in market.lag?.numbers.first.map { "markets/\(market.hs)/\($0.key)" } }.prefix(1)
    guard let path = stated.first else { return [] }
    var found: [ModelProblem] = []
    if periods.isEmpty { found.append(ModelProblem(path: path, rule: .needsPeriods)) }
    if periodResponse == .averageRate { found.append(ModelProblem(path: path, rule: .lagNeedsAverageResponse)) }
    if world != nil { found.append(ModelProblem(path: path, rule: .lagWithoutWorld)) }
    return found
  }

  private func phaseInProblems(_ steps: [PhaseInStep], at path: String) -> [ModelProblem] {
    if periods.isEmpty && !steps.isEmpty { return [ModelProblem(path: "\(path)/phaseIn", rule: .needsPeriods)] }
    return zip(steps, steps.dropFirst()).filter { $1.date <= $0.date }.map {
      ModelProblem(path: "\(path)/phaseIn/\($1.date)", value: $1.date.description, rule: .stepsAscend)
    }
  }

  private func announcementProblems() -> [ModelProblem] {
    let announced = measures.filter { $0.anticipation != nil }
    guard let first = announced.first else { return [] }
    if periods.isEmpty { return [ModelProblem(path: "measures/\(first.name)/frontLoading", rule: .needsPeriods)] }
    var found: [ModelProblem] = []
    if let (earlier, later) = overlappingPeriods {
      found.append(ModelProblem(path: "periods/\(later)", value: later, rule: .periodsAreApart(other: earlier)))
    }
    for measure in announced {
      guard let day = measure.anticipation?.announced, let start = measure.validity.start, start <= day else { continue }
      found.append(
        ModelProblem(path: "measures/\(measure.name)/announced", value: day.description, rule: .announcedBeforeStart))
    }
    return found
  }

  /// Measures that start in one period and cover one line do not bring forward more than all of it.
  private func frontLoadingProblems(
    of scenario: PolicyScenario, among measures: [String: TariffMeasure]
  ) -> [ModelProblem] {
    let rises = scenario.measures.compactMap { use -> (measure: TariffMeasure, period: Int, share: Double)? in
      guard let measure = measures[use.name], measure.applies(toOrigin: home),
        let share = (measure.anticipation?.frontLoading).flatMap(upperBound(of:)),
        let (period, _, _) = frontLoadingWindow(of: measure)
      else { return nil }
      return (measure, period, share)
    }
    // One measure alone moves a share of what it covers.
    guard rises.count > 1 else { return [] }
    for line in exports {
      let own = rises.filter { !$0.measure.codeCoverage.part(of: line.hs).isNothing }
      for (index, rise) in own.enumerated() {
        let others = own[..<index].filter { $0.period == rise.period }
        guard let other = others.last, others.map(\.share).reduce(rise.share, +) > 1 + 1e-12 else { continue }
        let rule = ModelRule.frontLoadingWithinFlow(scenario: scenario.name, line: line.id, other: other.measure.name)
        return [ModelProblem(path: "measures/\(rise.measure.name)/frontLoading", rule: rule)]
      }
    }
    return []
  }
}
