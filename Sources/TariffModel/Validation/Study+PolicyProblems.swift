extension Study {
  func cutProblems() -> [ModelProblem] {
    let codes = GoodsCodes(imports.map { ($0.id, $0.hs) })
    let cuts =
      tariffCuts.map { ("tariffCuts/\($0.name)", $0.covers, $0.validity) }
      + barrierCuts.map { ("barrierCuts/\($0.name)", $0.covers, $0.validity) }
    return cuts.flatMap { path, covers, validity in
      var found = problems(of: validity, at: path) + prefixProblems(covers, codes: codes, at: "\(path)/covers")
      let coverage = CodeCoverage(covers: covers, exemptions: []).indexed
      if found.isEmpty && !imports.contains(where: { !coverage.part(of: $0.hs).isNothing }) {
        found.append(ModelProblem(path: path, rule: .matchesALine))
      }
      return found
    }
  }

  /// What an import line divides by is not 0.
  func divisionProblems(of line: ImportLine) -> [ModelProblem] {
    guard case .demandRatio = line.additionality, lowerBound(of: line.response.elasticity) == 0 else {
      return divisionProblems(of: line.additionality)
    }
    return [ModelProblem(path: line.response.elasticity.path, value: "0", rule: .range(.positive))]
  }

  /// σ(1 − s) + ηs is positive: where the partner can be the only supplier, the demand must react.
  func divisionProblems(of additionality: Additionality?) -> [ModelProblem] {
    guard case .ces(let importDemand, _, let share) = additionality, upperBound(of: share) == 1,
      lowerBound(of: importDemand) == 0
    else { return [] }
    return [ModelProblem(path: importDemand.path, value: "0", rule: .range(.positive))]
  }

  func problems(of commitment: PurchaseCommitment) -> [ModelProblem] {
    let path = "commitments/\(commitment.name)"
    var found: [ModelProblem] = []
    if case .demandRatio = commitment.additionality {
      found.append(ModelProblem(path: "\(path)/importDemandElasticity", rule: .ratioNeedsImportLine))
    }
    found += divisionProblems(of: commitment.additionality) + displacementProblems(of: commitment)
    for name in commitment.schedule.keys.sorted() where !periods.contains(where: { $0.name == name }) {
      found.append(unknown(name, kind: "period", among: periods.map(\.name), at: "\(path)/schedule/\(name)"))
    }
    guard let line = commitment.importLine else { return found }
    guard imports.contains(where: { $0.id == line }) else {
      return found + [unknown(line, kind: "import line", among: imports.map(\.id), at: "\(path)/importLine")]
    }
    if commitment.tariff != nil { found.append(ModelProblem(path: "\(path)/tariff", rule: .onlyWithoutImportLine)) }
    if case .level(.some) = commitment.basis {
      found.append(ModelProblem(path: "\(path)/base", rule: .onlyWithoutImportLine))
    }
    // The first of the line sets the basis for all.
    if let first = commitments.first(where: { $0.importLine == line }), !first.agrees(with: commitment) {
      found.append(
        ModelProblem(path: "\(path)/basis", value: commitment.basisName, rule: .oneBasisPerLine(line: line, other: first.name)))
    }
    return found
  }

  /// What the scenarios name, and what of it they cannot have.
  func scenarioProblems() -> [ModelProblem] {
    let sections = [
      UsableNames("measures", kind: "measure", measures.map(\.name), \.measures),
      UsableNames("tariffCuts", kind: "tariff cut", tariffCuts.map(\.name), \.tariffCuts),
      UsableNames("barrierCuts", kind: "barrier cut", barrierCuts.map(\.name), \.barrierCuts),
      UsableNames("commitments", kind: "commitment", commitments.map(\.name), \.commitments),
      UsableNames("quotas", kind: "quota", quotaNames, \.quotas),
    ]
    let replacing = Dictionary(
      measures.filter { [.replace, .preference].contains($0.stacking) }.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first })
    var suggestions = 0
    var found: [ModelProblem] = []
    for scenario in scenarios {
      for section in sections {
        for use in scenario[keyPath: section.uses] where !section.known.contains(use.name) {
          // To look for a near name takes time for every name there is: of thousands of unknown ones the first get it.
          suggestions += 1
          let names = suggestions <= Self.mostSuggestions ? section.names : []
          found.append(
            unknown(use.name, kind: section.kind, among: names, at: "scenarios/\(scenario.name)/\(section.key)/\(use.name)"))
        }
      }
      found += scaleProblems(of: scenario) + replacementProblems(of: scenario, among: replacing)
    }
    return found
  }

  private static let mostSuggestions = 20

  /// What a scenario may name in one of its keys.
  private struct UsableNames {
    let key: String
    let kind: String
    let names: [String]
    let known: Set<String>
    let uses: KeyPath<PolicyScenario, [PolicyScenario.Use]>

    init(_ key: String, kind: String, _ names: [String], _ uses: KeyPath<PolicyScenario, [PolicyScenario.Use]>) {
      self.key = key
      self.kind = kind
      self.names = names
      self.uses = uses
      known = Set(names)
    }
  }

  private func scaleProblems(of scenario: PolicyScenario) -> [ModelProblem] {
    var found: [ModelProblem] = []
    for use in scenario.tariffCuts {
      guard let scale = use.scale, let cut = tariffCuts.first(where: { $0.name == use.name }) else { continue }
      let path = "scenarios/\(scenario.name)/tariffCuts/\(use.name)"
      if case .share(let share) = cut.rule {
        found += shareProblems(share, scale: scale, at: path)
      } else {
        found.append(ModelProblem(path: path, rule: .scaleOfShareOnly))
      }
    }
    for use in scenario.barrierCuts {
      guard let scale = use.scale, let cut = barrierCuts.first(where: { $0.name == use.name }) else { continue }
      found += shareProblems(cut.share, scale: scale, at: "scenarios/\(scenario.name)/barrierCuts/\(use.name)")
    }
    return found
  }

  private func shareProblems(_ share: Quantity, scale: Quantity, at path: String) -> [ModelProblem] {
    guard let largest = upperBound(of: share), let factor = upperBound(of: scale), largest * factor > 1 + 1e-12 else { return [] }
    return [ModelProblem(path: path, rule: .cutWithinOne)]
  }

  /// Two replacing measures never act on one line at the same time.
  private func replacementProblems(
    of scenario: PolicyScenario, among measures: [String: TariffMeasure]
  ) -> [ModelProblem] {
    guard !measures.isEmpty else { return [] }
    return [Stacking.replace, .preference].flatMap { kind in
      replacementProblems(scenario, scenario.measures.compactMap { measures[$0.name] }.filter { $0.stacking == kind })
    }
  }

  /// - Parameter replacing: Of one kind.
  private func replacementProblems(_ scenario: PolicyScenario, _ replacing: [TariffMeasure]) -> [ModelProblem] {
    guard replacing.count > 1 else { return [] }
    let goods =
      exports.map { (name: $0.id, origin: home, hs: $0.hs) }
      + suppliers.filter { $0.origin != partner }.map { (name: "\($0.hs) of \($0.origin)", origin: $0.origin, hs: $0.hs) }
    let coverages = replacing.map { MeasureCoverage($0, of: self) }
    var found: [ModelProblem] = []
    for (index, measure) in replacing.enumerated() {
      for before in replacing[..<index].indices where periods.isEmpty || replacing[before].validity.overlaps(measure.validity) {
        let earlier = replacing[before]
        let line = goods.first { goods in
          [before, index].allSatisfy { number in
            replacing[number].applies(toOrigin: goods.origin)
              && coverages[number].coversSome(origin: goods.origin, code: goods.hs)
          }
        }
        guard let line else { continue }
        let rule = ModelRule.oneReplacement(scenario: scenario.name, line: line.name, other: earlier.name)
        found.append(
          ModelProblem(path: "measures/\(measure.name)", value: measure.stacking == .replace ? "replace" : "baseline", rule: rule)
        )
      }
    }
    return found
  }
}

extension PurchaseCommitment {
  fileprivate var basisName: String {
    switch basis {
    case .level: "level"
    case .increment: "increment"
    }
  }

  fileprivate func agrees(with other: PurchaseCommitment) -> Bool {
    basisName == other.basisName && countsPolicyResponse == other.countsPolicyResponse
  }
}
