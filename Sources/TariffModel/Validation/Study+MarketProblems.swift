internal import Distributions

extension Study {
  /// What is wrong with markets, suppliers and nests, and with lines that stand in no market.
  func marketProblems() -> [ModelProblem] {
    let index = MarketIndex(markets)
    var members = Array(repeating: 0, count: markets.count)
    var isWorth = Array(repeating: false, count: markets.count)
    var found: [ModelProblem] = []
    // Of tens of thousands of suppliers hardly one is at fault: its path is put together then.
    func join(_ code: String?, _ value: Quantity, at path: @autoclosure () -> String) {
      guard let code, let market = index.market(of: code) else {
        found.append(ModelProblem(path: path(), value: code, rule: .belongsToAMarket))
        return
      }
      members[market] += 1
      if !isWorth[market], upperBound(of: value) != 0 { isWorth[market] = true }
    }
    for line in exports where line.isInMarket { join(line.hs, line.baseValue, at: "exports/\(line.id)") }
    for supplier in suppliers {
      join(supplier.hs, supplier.baseValue, at: supplier.path)
      if let problem = problem(of: supplier) { found.append(problem) }
    }
    for (number, market) in markets.enumerated() where !isWorth[number] {
      let rule: ModelRule = members[number] == 0 ? .atLeastOne("supplier") : .marketIsWorthSomething
      found.append(ModelProblem(path: "markets/\(market.hs)", rule: rule))
    }
    return found + nestProblems(index) + lairdYeatsProblems(index)
  }

  /// In each scenario at most one member of a market with the diversion of Laird and Yeats bears a measure.
  private func lairdYeatsProblems(_ index: MarketIndex) -> [ModelProblem] {
    let numbers = markets.indices.filter {
      if case .smart(_, _, .lairdYeats) = markets[$0].response { true } else { false }
    }
    guard !numbers.isEmpty else { return [] }
    var members: [Int?: [(origin: String, hs: String)]] = [:]
    for line in exports where line.isInMarket {
      if let hs = line.hs { members[index.market(of: hs), default: []].append((home, hs)) }
    }
    for supplier in suppliers where supplier.origin != partner {
      members[index.market(of: supplier.hs), default: []].append((supplier.origin, supplier.hs))
    }
    return scenarios.flatMap { scenario in
      let used = measures.filter { measure in scenario.measures.contains { $0.name == measure.name } }
      return numbers.compactMap { number -> ModelProblem? in
        let moving = (members[number] ?? []).filter { goods in used.contains { $0.canMove(goods.origin, code: goods.hs, self) } }
        guard moving.count > 1 else { return nil }
        let rule = ModelRule.oneMovingTariff(
          scenario: scenario.name, others: "\(moving[0].origin) and \(moving[1].origin)")
        return ModelProblem(path: "markets/\(markets[number].hs)", rule: rule)
      }
    }
  }

  private func problem(of supplier: Supplier) -> ModelProblem? {
    if supplier.origin == home { return ModelProblem(path: supplier.path, value: home, rule: .homeSellsByLines) }
    if supplier.origin == "total" { return ModelProblem(path: supplier.path, value: "total", rule: .originNameIsFree) }
    if supplier.origin == partner, upperBound(of: supplier.baseDuty) != 0 {
      return ModelProblem(path: supplier.baseDuty.path, rule: .noDutyOnOwnProduction)
    }
    return nil
  }

  /// Every member of a nested market has one nest.
  private func nestProblems(_ index: MarketIndex) -> [ModelProblem] {
    var found: [ModelProblem] = []
    let origins = tradingOrigins + [partner]
    var nestOfOrigin: [String: String] = [:]
    let known = KnownCountries(origins)
    for nest in nests {
      let path = "markets/nests/\(nest.name)"
      // A country that the study has no trade of is noted, one that is misspelt is not meant.
      found += known.strangers(among: nest.origins).filter { $0.meant != nil }.map {
        ModelProblem(path: path, value: $0.name, rule: .knownName(kind: "origin", nearest: $0.meant))
      }
      for origin in nest.origins where origins.contains(origin) {
        if let other = nestOfOrigin.updateValue(nest.name, forKey: origin) {
          found.append(ModelProblem(path: path, value: origin, rule: .oneNest(other: other)))
        }
      }
    }
    guard markets.contains(where: { $0.response.isNested }) else { return found }
    func check(_ code: String?, origin: String, nest: String?, at path: String) -> [ModelProblem] {
      guard let market = code.flatMap({ index.market(of: $0) }), markets[market].response.isNested else { return [] }
      if let nest {
        guard !nests.contains(where: { $0.name == nest }) else { return [] }
        return [unknown(nest, kind: "nest", among: nests.map(\.name), at: "\(path)/nest")]
      }
      if nestOfOrigin[origin] != nil { return [] }
      return [ModelProblem(path: path, value: origin, rule: .belongsToANest(market: markets[market].hs))]
    }
    for line in exports {
      guard case .market(_, let nest) = line.response else { continue }
      found += check(line.hs, origin: home, nest: nest, at: "exports/\(line.id)")
    }
    for supplier in suppliers { found += check(supplier.hs, origin: supplier.origin, nest: supplier.nest, at: supplier.path) }
    return found
  }

  /// Codes of lines and of suppliers, each with what a message calls it; a code of several suppliers once.
  var goodsCodes: [(id: String, hs: String?)] {
    var seen: Set<String> = []
    let others = suppliers.map(\.hs).filter { seen.insert($0).inserted }
    return exports.map { ($0.id, $0.hs) } + others.map { ($0, $0) }
  }

  /// Places that share a path state the same number.
  func sharedNumberProblems() -> [ModelProblem] {
    var shared: Set<String> = []
    // The certain data of suppliers have paths of their own.
    forEachStatedNumber(listsBaseData: false) { quantity, _ in if quantity.isShared { shared.insert(quantity.path) } }
    guard !shared.isEmpty else { return [] }
    var first: [String: Quantity.Value] = [:]
    var reported: Set<String> = []
    var found: [ModelProblem] = []
    forEachStatedNumber(listsBaseData: false) { quantity, _ in
      guard shared.contains(quantity.path) else { return }
      guard let known = first[quantity.path] else {
        first[quantity.path] = quantity.value
        return
      }
      guard known != quantity.value, reported.insert(quantity.path).inserted else { return }
      found.append(ModelProblem(path: quantity.path, rule: .oneNumberPerPath))
    }
    return found
  }
}

extension Supplier {
  /// Where the supplier stands, as in `markets/suppliers/6302/India`.
  var path: String { "markets/suppliers/\(hs)/\(origin)" }
}

extension TariffMeasure {
  /// Whether the measure can move the tariff of some goods: it falls on them with a rate, or replaces what they bear.
  fileprivate func canMove(_ origin: String, code: String, _ study: Study) -> Bool {
    guard applies(toOrigin: origin),
      let fall = MeasureCoverage(self, of: study).fall(origin: origin, code: code, rates: rate.rates(of: origin))
    else { return false }
    if stacking == .replace { return true }
    switch rate {
    case .uniform(let rate): return study.upperBound(of: rate) != 0
    case .table: return fall.stages.contains { $0.tableRate != 0 }
    }
  }
}
