internal import Distributions
internal import Sampling

extension Study {
  /// Everything in the study that the model cannot take; empty when it can be compiled.
  package func problems() -> [ModelProblem] { problems(of: numbers, in: nil) }

  /// What the model cannot take of numbers, days and uses at some paths, and of what reads them: numbers that name a parameter there,
  /// and the rules of the sections in which all these stand.
  func problems(reading changed: Set<String>) -> [ModelProblem] {
    var sections = Set(changed.compactMap(Self.section))
    let parameters = Set(changed.filter { $0.hasPrefix("parameters/") }.map { String($0.dropFirst("parameters/".count)) })
    var numbers: [StatedNumber] = []
    forEachNumber { quantity, range in
      let namesChanged = if case .parameter(let name, _) = quantity.value { parameters.contains(name) } else { false }
      guard namesChanged || changed.contains(quantity.path) else { return }
      numbers.append(StatedNumber(quantity, range))
      if namesChanged, let section = Self.section(of: quantity.path) { sections.insert(section) }
    }
    return problems(of: numbers, in: sections)
  }

  private static func section(of path: String) -> String? { path.split(separator: "/").first.map(String.init) }

  /// The problems of some numbers and of the rules that read one of some sections; of all rules where no sections are named.
  ///
  /// A rule says which sections it reads of which numbers, days and uses may be replaced. Rules of names, codes and tables read none.
  private func problems(of checked: [StatedNumber], in sections: Set<String>?) -> [ModelProblem] {
    func read(_ names: String...) -> Bool { sections.map { !$0.isDisjoint(with: names) } ?? true }
    let isWhole = sections == nil
    let origins = tradingOrigins
    lazy var codes = GoodsCodes(goodsCodes)
    var found: [ModelProblem] = []
    if read("exports") { found += contentProblems() }
    if read("exports", "markets", "measures", "scenarios") { found += marketProblems() }
    if read("exports", "imports", "markets") { found += priceProblems() }
    for number in checked { found += problems(of: number) }
    if read("measures", "exemptions") {
      // A row of a table is at fault once, whichever measures name the table.
      var rows: Set<String> = []
      found += measures.flatMap {
        problems(of: $0, codes: codes, origins: origins) + (isWhole ? rateProblems(of: $0) : [])
      }.filter { !$0.path.hasPrefix("exemptions/") || rows.insert($0.path).inserted }
    }
    if isWhole { found += finerPrefixProblems(codes: codes) }
    if read("measures", "exemptions", "scenarios") { found += finerShareProblems(codes: codes.goods) }
    if isWhole { found += exclusiveGroupProblems() }
    if read("measures") { found += partProblems() }
    if read("tariffCuts", "barrierCuts") { found += cutProblems() }
    if read("imports") { found += imports.flatMap { divisionProblems(of: $0) } }
    if read("commitments", "imports") { found += commitments.flatMap(problems(of:)) }
    if read("scenarios", "measures", "tariffCuts", "barrierCuts") { found += scenarioProblems() }
    if read("quotas", "scenarios", "measures", "exports", "periods", "orderLag", "adjustmentHalfLife") {
      found += quotaProblems()
    }
    if isWhole { found += jobProblems() }
    if read("worldTariffs", "scenarios") { found += worldProblems() }
    if read("periods", "measures", "exemptions", "scenarios", "tariffCuts", "barrierCuts") { found += timeProblems() }
    if isWhole {
      found += dependenceProblems(among: checked)
      found += sharedNumberProblems()
    }
    if isWhole || checked.contains(where: { $0.uncertainPath != nil }) {
      found += streamProblems(of: isWhole ? checked : numbers)
    }
    // Where a rival has become home, the former home is no origin any more: one cause, told once.
    if found.contains(where: { $0.rule == .homeSellsByLines }) {
      found.removeAll { if case .knownName("origin", _) = $0.rule { true } else { false } }
    }
    return found
  }

  private func contentProblems() -> [ModelProblem] {
    var found: [ModelProblem] = []
    if exports.isEmpty && world == nil { found.append(ModelProblem(path: "exports", rule: .atLeastOne("export line or world"))) }
    if scenarios.isEmpty { found.append(ModelProblem(path: "scenarios", rule: .atLeastOne("scenario"))) }
    found += exports.filter { $0.group == "total" }.map {
      ModelProblem(path: "exports/\($0.id)/group", value: "total", rule: .groupNameIsFree)
    }
    let isWorthless = exports.allSatisfy { upperBound(of: $0.baseValue) == 0 }
    if !exports.isEmpty && isWorthless { found.append(ModelProblem(path: "exports", rule: .positiveBaseValue)) }
    return found
  }

  /// A number in its range, and the parameter it names.
  private func problems(of number: StatedNumber) -> [ModelProblem] {
    let quantity = number.quantity
    switch quantity.value {
    case .distribution(let distribution):
      guard !number.range.contains(distribution) else { return [] }
      var problem = ModelProblem(path: quantity.path, value: distribution.description, rule: .range(number.range))
      problem.isConstant = distribution.constantValue != nil
      problem.isBeyond = !number.range.meets(distribution)
      return [problem]
    case .parameter(let name, let times):
      guard let parameter = parameters[name] else {
        let nearest = nearestName(to: name, among: parameters.keys.sorted())
        return [ModelProblem(path: quantity.path, value: name, rule: .knownName(kind: "parameter", nearest: nearest))]
      }
      guard case .distribution(let distribution) = parameter.value else {
        return [ModelProblem(path: parameter.path, value: name, rule: .parameterOfParameter)]
      }
      guard !number.range.contains(distribution, times: times) else { return [] }
      let value = times == 1 ? "\(name) = \(distribution)" : "\(times) × \(name) = \(times) × \(distribution)"
      var problem = ModelProblem(path: quantity.path, value: value, rule: .range(number.range))
      problem.isConstant = distribution.constantValue != nil
      problem.isBeyond = !number.range.meets(distribution, times: times)
      problem.origin = ModelProblem.ParameterUse(path: parameter.path, times: times)
      return [problem]
    }
  }

  /// Two paths with one stream would be drawn alike: with 64 bits a rarity, and an error when it happens.
  private func streamProblems(of numbers: [StatedNumber]) -> [ModelProblem] {
    let paths = numbers.compactMap(\.uncertainPath) + dependence.flatMap(\.factorPaths)
    guard let (first, second) = StreamID.firstCollision(among: paths) else { return [] }
    return [ModelProblem(path: second, rule: .distinctStreams(other: first))]
  }
}
