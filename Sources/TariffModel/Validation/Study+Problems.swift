internal import Distributions
internal import Sampling

extension Study {
  /// Everything in the study that the model cannot take; empty when it can be compiled.
  package func problems() -> [ModelProblem] {
    let numbers = numbers
    let codes = GoodsCodes(goodsCodes)
    let origins = tradingOrigins
    var found = contentProblems() + marketProblems() + priceProblems()
    for number in numbers { found += problems(of: number) }
    found += measures.flatMap { problems(of: $0, codes: codes, origins: origins) + rateProblems(of: $0) }
    found += finerPrefixProblems(codes: codes) + finerShareProblems(codes: codes.goods)
    found += exclusiveGroupProblems() + partProblems()
    found += cutProblems()
    found += imports.flatMap { divisionProblems(of: $0) }
    found += commitments.flatMap(problems(of:))
    found += scenarioProblems()
    found += quotaProblems() + jobProblems()
    found += worldProblems()
    found += timeProblems()
    found += dependenceProblems(among: numbers)
    found += sharedNumberProblems()
    found += streamProblems(of: numbers)
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
