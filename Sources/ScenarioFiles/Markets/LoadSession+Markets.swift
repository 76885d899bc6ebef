internal import TariffModel

extension LoadSession {
  /// `[markets]`; the export lines have been read before.
  func readMarkets(_ field: Field?, into study: inout Study) {
    guard let field, let view = open(field, as: .markets) else { return }
    study.suppliers = suppliers(view)
    study.reportsMarkets = boolean(view["byMarket"]) ?? false
    study.nests = entries(view["nests"]).map { entry, field in
      locations[field.path] = field.location
      return Nest(name: entry.key, origins: namedOrigins(field, in: origins))
    }
    let codes = study.exports.filter { if case .market = $0.response { true } else { false } }.compactMap(\.hs)
    study.markets = markets(view, codes: codes + study.suppliers.map(\.hs))
  }

  /// The markets that are listed, then those of `digits` in the order of their codes.
  private func markets(_ view: TableView, codes: [String]) -> [Market] {
    let templates = Templates(self, view)
    let listed = listedMarkets(view)
    let digits = integer(view["digits"], from: 2).map { Int($0) }
    var stacks = listed.map { LineStack(levels: templates.levels(for: $0), path: $0.path) }
    if let digits, let field = view["digits"] {
      for code in Self.codes(codes, ofDigits: digits, besides: listed.compactMap { $0.texts["hs"] }) {
        var level = LineLevel(path: "markets/\(code)", location: field.location)
        level.texts["hs"] = code
        level.fields["hs"] = field
        locations[level.path] = field.location
        stacks.append(LineStack(levels: templates.levels(for: level), path: level.path))
      }
    }
    if !incomplete.contains("markets"), !incomplete.contains("exports") { templates.reportUnused(by: stacks, to: self) }
    let isListed = Set(listed.map(\.path))
    return stacks.compactMap { market($0, isListed: isListed.contains($0.path)) }
  }

  private func listedMarkets(_ view: TableView) -> [LineLevel] {
    var first: [String: SourceLocation] = [:]
    return list(view["list"]).enumerated().compactMap { index, element in
      var element = element
      element.path = "markets/" + (Self.code(of: element) ?? "list/\(index + 1)")
      guard let market = open(element, as: .market) else { return nil }
      let level = level(market)
      guard let hs = level.texts["hs"], let field = market["hs"] else { return nil }
      if let earlier = first[hs] {
        report(field, .duplicateName(first: earlier))
        return nil
      }
      first[hs] = field.location
      return level
    }
  }

  private static func code(of field: Field) -> String? {
    guard case .table(let entries) = field.value, let entry = entries.first(where: { $0.key == "hs" }),
      case .text(let text) = entry.node.value
    else { return nil }
    return text
  }

  /// The first digits of codes, ascending, each once; not of codes that a listed market of as many digits takes.
  private static func codes(_ codes: [String], ofDigits digits: Int, besides listed: [String]) -> [String] {
    let fine = listed.filter { $0.utf8.count >= digits }
    let open = Set(codes).filter { code in code.utf8.count >= digits && !fine.contains { code.hasPrefix($0) } }
    return Set(open.map { String($0.prefix(digits)) }).sorted()
  }

  private func market(_ stack: LineStack, isListed: Bool) -> Market? {
    guard let hs = stack.text("hs") else { return nil }
    let supply =
      stack.states("supplyElasticity")
      ? self.supply(stack.number("supplyElasticity"), of: "supplyElasticity", stack) : .infinite
    let adjustment = marketAdjustment(stack)
    let lag = lag(stack)
    let forecast = flowForecast(stack)
    guard let response = marketResponse(stack, isListed: isListed), let supply else { return nil }
    var market = Market(hs: hs, name: stack.text("name"), response: response, supply: supply, adjustment: adjustment, lag: lag)
    market.forecast = forecast
    return market
  }

  /// Long-run elasticities and `adjustmentSpeed`, which go together.
  private func marketAdjustment(_ stack: LineStack) -> MarketAdjustment? {
    let longRun = ["longRunSubstitution", "longRunDemandElasticity"]
    let stated = longRun.filter(stack.states)
    guard stack.states("adjustmentSpeed") else {
      if let field = stated.first.flatMap(stack.field) { report(field, .needs(["adjustmentSpeed"])) }
      return nil
    }
    guard !stated.isEmpty else {
      if let field = stack.field("adjustmentSpeed") { report(field, .needs([longRun[0]])) }
      return nil
    }
    let (substitution, demand) = (quantity(stack, longRun[0], .plain), quantity(stack, longRun[1], .plain))
    return quantity(stack, "adjustmentSpeed", .plain).map {
      MarketAdjustment(substitution: substitution, demand: demand, speed: $0)
    }
  }

  private func marketResponse(_ stack: LineStack, isListed: Bool) -> MarketResponse? {
    for key in ["response", "substitution", "demandElasticity"] where !stack.states(key) {
      // What all markets of `digits` lack is told once.
      let path = isListed ? stack.path : "markets/defaults"
      report(InputProblem(location: stack.levels[0].location, path: path, rule: .missingKey(key)))
    }
    let substitution = quantity(stack, "substitution", .plain)
    let demand = quantity(stack, "demandElasticity", .plain)
    guard let word = stack.text("response"), checkCompanions(of: word, stack) else { return nil }
    if word == "nested", !stack.states("nestSubstitution") {
      let path = isListed ? stack.path : "markets/defaults"
      report(InputProblem(location: stack.levels[0].location, path: path, rule: .missingKey("nestSubstitution")))
    }
    guard let substitution, let demand else { return nil }
    switch word {
    case "nested":
      return quantity(stack, "nestSubstitution", .plain).map {
        .nested(substitution: substitution, nestSubstitution: $0, demand: demand)
      }
    case "smart":
      let form = stack.states("smartForm") ? stack.text("smartForm").flatMap(SmartForm.init) : .linear
      return form.map { .smart(substitution: substitution, demand: demand, form: $0) }
    default: return .armington(substitution: substitution, demand: demand)
    }
  }

  /// Reports keys of another response that stand beside the response or nearer the market.
  private func checkCompanions(of response: String, _ stack: LineStack) -> Bool {
    let found = stack.settle(["nestSubstitution", "smartForm", "response"]) { $0.contains("response") }
    for (key, owner) in [("nestSubstitution", "nested"), ("smartForm", "smart")] where owner != response {
      guard let field = found[key]?.fields[key] else { continue }
      report(field, .goesOnlyWith("response = \"\(owner)\""))
      return false
    }
    return true
  }
}
