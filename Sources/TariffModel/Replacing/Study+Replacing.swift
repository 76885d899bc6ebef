extension Study {
  /// Replaces what stands at the paths of a pattern.
  ///
  /// - Returns: The paths at which something was replaced, at least one; nothing is checked yet.
  /// - Complexity: O(numbers of the pattern's section); where the section is a pattern, of all numbers.
  mutating func replace(_ replacement: Replacement) throws(ReplacementFailure) -> [String] {
    let met =
      switch replacement.value {
      case .number, .infinite, .factor, .mean: try replaceNumbers(replacement)
      case .date(let date): replaceDays(at: replacement.pattern, by: date)
      case .isOn(let isOn): switchUses(at: replacement.pattern, on: isOn)
      }
    guard !met.isEmpty else {
      let text = replacement.pattern.description
      throw .meetsNothing(
        replacement.pattern, kind: replacement.value.kind,
        nearest: nearestPath(to: text, among: paths(of: replacement.value.kind)))
    }
    return met
  }

  private mutating func replaceNumbers(_ replacement: Replacement) throws(ReplacementFailure) -> [String] {
    let (pattern, value, parameters) = (replacement.pattern, replacement.value, parameters)
    var met: [String] = []
    var failure: ReplacementFailure?
    let update = NumberUpdate(
      change: { quantity in
        guard failure == nil, pattern.matches(quantity.path) else { return }
        do throws(ReplacementFailure) {
          quantity = try quantity.replaced(by: value, parameters: parameters)
          met.append(quantity.path)
        } catch {
          failure = error
        }
      },
      becomesInfinite: { elasticity in
        guard value == .infinite, pattern.matches(elasticity.path) else { return false }
        met.append(elasticity.path)
        return true
      })
    if pattern.section == nil || pattern.section == "scenarios" {
      for index in scenarios.indices { scenarios[index].stateScales(at: pattern) }
    }
    updateNumbers(in: pattern.section, update)
    if let failure { throw failure }
    if value == .infinite {
      // What is infinite has no draw that could depend on others.
      let gone = Set(met)
      dependence = dependence.map { $0.without(gone.contains) }
    }
    return met
  }

  private mutating func replaceDays(at pattern: PathPattern, by date: CivilDate) -> [String] {
    var met: [String] = []
    func replace(_ day: inout CivilDate?, _ path: String) {
      guard pattern.matches(path) else { return }
      day = date
      met.append(path)
    }
    func replace(_ validity: inout Validity, of path: String) {
      replace(&validity.start, "\(path)/start")
      replace(&validity.end, "\(path)/end")
    }
    for index in measures.indices {
      let path = "measures/\(measures[index].name)"
      replace(&measures[index].validity, of: path)
      if pattern.matches("\(path)/announced"), measures[index].anticipation != nil {
        measures[index].anticipation?.announced = date
        met.append("\(path)/announced")
      }
    }
    for index in tariffCuts.indices { replace(&tariffCuts[index].validity, of: "tariffCuts/\(tariffCuts[index].name)") }
    for index in barrierCuts.indices { replace(&barrierCuts[index].validity, of: "barrierCuts/\(barrierCuts[index].name)") }
    for index in quotas.indices { replace(&quotas[index].validity, of: "quotas/\(quotas[index].name)") }
    for index in earnedQuotas.indices { replace(&earnedQuotas[index].validity, of: "quotas/\(earnedQuotas[index].name)") }
    for index in periods.indices {
      let path = "periods/\(periods[index].name)"
      if pattern.matches("\(path)/start") {
        periods[index].start = date
        met.append("\(path)/start")
      }
      if pattern.matches("\(path)/end") {
        periods[index].end = date
        met.append("\(path)/end")
      }
    }
    return met
  }

  /// Has scenarios use what the study declares, or not: by the path of the use, or by that of the declaration in all of them.
  ///
  /// - Returns: The paths of the uses that were meant, whether or not anything changed for them.
  package mutating func switchUses(at pattern: PathPattern, on isOn: Bool) -> [String] {
    var met: [String] = []
    for list in PolicyScenario.useLists {
      for name in declaredNames(list.key) {
        let isMeantInAll = pattern.matches("\(list.key)/\(name)")
        for index in scenarios.indices {
          let path = scenarios[index].path(list.key, name)
          guard isMeantInAll || pattern.matches(path) else { continue }
          let isUsed = scenarios[index][keyPath: list.uses].contains { $0.name == name }
          if isOn && !isUsed { scenarios[index][keyPath: list.uses].append(PolicyScenario.Use(name)) }
          if !isOn { scenarios[index][keyPath: list.uses].removeAll { $0.name == name } }
          met.append(path)
        }
      }
    }
    return met
  }

  private func declaredNames(_ key: String) -> [String] {
    switch key {
    case "measures": measures.map(\.name)
    case "tariffCuts": tariffCuts.map(\.name)
    case "barrierCuts": barrierCuts.map(\.name)
    case "commitments": commitments.map(\.name)
    case "quotas": quotaNames
    case "worldTariffs": worldTariffs.map(\.name)
    default: []
    }
  }

  /// The paths at which something of a kind stands, for a suggestion.
  private func paths(of kind: ReplacementFailure.Kind) -> [String] {
    switch kind {
    case .number: numbers.map(\.quantity.path) + usePaths
    case .day:
      (measures.map { "measures/\($0.name)" } + tariffCuts.map { "tariffCuts/\($0.name)" }
        + barrierCuts.map { "barrierCuts/\($0.name)" } + quotaNames.map { "quotas/\($0)" }
        + periods.map { "periods/\($0.name)" }).flatMap { ["\($0)/start", "\($0)/end"] }
    case .use: switchablePaths
    }
  }

  /// The paths by which uses are switched: those that scenarios have, and the declarations.
  package var switchablePaths: [String] {
    usePaths + PolicyScenario.useLists.flatMap { list in declaredNames(list.key).map { "\(list.key)/\($0)" } }
  }

  private var usePaths: [String] {
    scenarios.flatMap { scenario in
      PolicyScenario.useLists.flatMap { list in scenario[keyPath: list.uses].map { scenario.path(list.key, $0.name) } }
    }
  }
}
