internal import TariffModel

extension LoadSession {
  /// `[[comparisons]]`.
  func comparisons(_ field: Field?, of scenarios: [PolicyScenario]) -> [ScenarioComparison] {
    let known = scenarios.map(\.name)
    return tables(field, as: .comparison).compactMap { view in
      var names: [String] = view["scenarios"] == nil ? known : []
      var first: [String: SourceLocation] = [:]
      for element in list(view["scenarios"]) {
        guard let name = scenario(element, among: known) else { continue }
        if let earlier = first[name] {
          report(element, .duplicateName(first: earlier))
        } else {
          first[name] = element.location
          names.append(name)
        }
      }
      var against = names.first
      if let field = view["against"] {
        guard let name = scenario(field, among: known) else { return nil }
        if !names.contains(name) { names.insert(name, at: 0) }
        against = name
      }
      let outcomes = view["outcomes"].map { Set(list($0).compactMap(outcome)) }
      let directions = directions(view["better"])
      let includesParts = boolean(view["parts"]) ?? false
      guard let against else { return nil }
      guard names.count > 1 else {
        if incomplete.isDisjoint(with: ["scenarios", "comparisons"]) {
          report(
            InputProblem(
              location: view.location, path: view.path, rule: .comparesOne,
              suggestion: "name two scenarios, or leave the section out"))
        }
        return nil
      }
      return ScenarioComparison(
        scenarios: names, against: against, outcomes: outcomes, directions: directions, includesParts: includesParts)
    }
  }

  /// The name of a scenario.
  private func scenario(_ field: Field, among known: [String]) -> String? {
    guard let name = text(field) else { return nil }
    guard known.contains(name) else {
      // What could not be read has been told.
      if !incomplete.contains("scenarios") { report(field, .unknownScenario, question(name, among: known)) }
      return nil
    }
    return name
  }

  private func directions(_ field: Field?) -> [Outcome: Direction] {
    var directions: [Outcome: Direction] = [:]
    for (entry, field) in entries(field) {
      guard let outcome = Outcome(rawValue: entry.key) else {
        report(field, .unknownOutcome, question(entry.key, among: Outcome.allCases.map(\.rawValue)))
        continue
      }
      if let word = choice(field, among: Direction.allCases.map(\.rawValue)) { directions[outcome] = Direction(rawValue: word) }
    }
    return directions
  }
}
