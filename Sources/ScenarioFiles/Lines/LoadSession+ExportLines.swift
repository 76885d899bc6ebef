internal import Distributions
internal import TariffModel

extension LoadSession {
  /// `[exports]`.
  func exportLines(_ field: Field?) -> [ExportLine] {
    guard let field, let side = open(field, as: .exports) else { return [] }
    return stacks(side, line: .exportLine).compactMap { exportLine($0) }
  }

  private func exportLine(_ stack: LineStack) -> ExportLine? {
    guard let id = stack.text("id") else { return nil }
    let value = quantity(stack, "value", .plain)
    let duty = baseDuty(stack)
    let response = exportResponse(stack)
    let adjustment = adjustment(stack, of: response)
    let lag = lag(stack, of: response)
    let forecast = flowForecast(stack)
    let growth = quantity(stack, "growth", .rate)
    let redirection = quantity(stack, "redirection", .share)
    let discount = quantity(stack, "redirectionDiscount", .share)
    guard let value, let duty, let response else { return nil }
    var line = ExportLine(
      id: id, hs: stack.text("hs"), name: stack.text("name"), group: stack.text("group"), baseValue: value, baseDuty: duty,
      response: response, adjustment: adjustment, lag: lag, growth: growth, redirection: redirection,
      redirectionDiscount: discount)
    line.forecast = forecast
    return line
  }

  /// The number of a key of a line, at the line's own path.
  func quantity(_ stack: LineStack, _ key: String, _ scale: NumberScale) -> Quantity? {
    quantity(stack.number(key), of: key, stack, scale)
  }

  /// `duty`, or `dutyPaid` over the value as the file states it.
  ///
  /// Both come from the same data, whatever the command line puts for the value.
  private func baseDuty(_ stack: LineStack) -> Quantity? {
    let settled = stack.settle(["duty", "dutyPaid"]) { !$0.isEmpty }
    guard let paid = settled["dutyPaid"] else {
      guard let level = settled["duty"] else {
        reportMissing("duty", stack)
        return nil
      }
      return quantity(level.numbers["duty"], of: "duty", stack, .rate)
    }
    if let field = settled["duty"]?.fields["duty"] {
      report(field, .cannotStandBeside(["dutyPaid"]))
      return nil
    }
    guard let number = paid.numbers["dutyPaid"], case .constant(let amount) = number.content, let base = stack.number("value")
    else {
      return nil
    }
    return duty(paid: amount, number.origin, over: base, number.provenance)
      .flatMap { quantity($0, of: "duty", stack, .rate) }
  }

  /// The baseline duty: an amount that was collected, over the value of the goods.
  func duty(paid amount: Double, _ field: Field, over base: NumberField, _ provenance: Provenance) -> NumberField? {
    guard case .constant(let value) = base.content else {
      report(base.origin, .needsPlainNumber, "state duty in place of dutyPaid")
      return nil
    }
    guard value > 0, amount >= 0, (amount / value).isFinite else {
      report(field, value > 0 ? .outsideRange(allowed: "0 or above") : .needs(["a value above 0"]))
      return nil
    }
    return NumberField(content: .constant(amount / value), origin: field, provenance: provenance)
  }

  /// Reports that neither a line nor its defaults state a key.
  func reportMissing(_ key: String, _ stack: LineStack) {
    report(InputProblem(location: stack.levels[0].location, path: stack.path, rule: .missingKey(key)))
  }

  private func exportResponse(_ stack: LineStack) -> ExportResponse? {
    guard let form = choice(stack, "response", default: "constantElasticity") else { return nil }
    if form == "market" { return marketResponse(stack) }
    if let field = stack.levels[0].fields["nest"] {
      report(field, .goesOnlyWith("response = \"market\""))
      return nil
    }
    return ownPriceResponse(stack, form).map { .ownPrice($0) }
  }

  /// A line in a market: what the market states is not stated by the line.
  private func marketResponse(_ stack: LineStack) -> ExportResponse? {
    // What stands beside the response, or nearer the line, was not written for another one.
    let found = stack.settle(["elasticity", "passThrough", "elasticityKind", "response"]) { $0.contains("response") }
    for key in ["elasticity", "passThrough", "elasticityKind"] {
      guard let field = found[key]?.fields[key] else { continue }
      report(field, .cannotStandBeside(["response = \"market\""]))
      return nil
    }
    let nest = stack.text("nest")
    guard stack.states("supplyElasticity") else { return .market(supply: nil, nest: nest) }
    return supply(stack.number("supplyElasticity"), of: "supplyElasticity", stack).map { .market(supply: $0, nest: nest) }
  }

  private func ownPriceResponse(_ stack: LineStack, _ form: String) -> OwnPriceResponse? {
    guard let kind = choice(stack, "elasticityKind", default: "quantity")
    else { return nil }
    if kind != "quantity" {
      if form != "constantElasticity", let field = stack.field("elasticityKind") {
        report(field, .goesOnlyWith("response = \"constantElasticity\""))
        return nil
      }
      return priceInclusive(stack, kind: kind).map { kind == "theta" ? .theta($0) : .valueElasticity($0) }
    }
    if form == "constantElasticity" { return incidence(stack).map { .constantElasticity($0) } }
    guard let (elasticity, passThrough) = retail(stack, response: form) else { return nil }
    return form == "linear"
      ? .linear(elasticity: elasticity, passThrough: passThrough) : .levels(elasticity: elasticity, passThrough: passThrough)
  }

  /// The word that counts for a key, or nothing where it could not be read.
  func choice(_ stack: LineStack, _ key: String, default word: String) -> String? {
    stack.states(key) ? stack.text(key) : word
  }

  /// Any two of elasticity, pass-through and supply elasticity, from the most specific level down.
  private func incidence(_ stack: LineStack) -> Incidence? {
    let found = stack.settle(threeOf) { $0.count >= 2 }
    guard reportAllThree(found) else { return nil }
    let elasticity = quantity(found, "elasticity", stack)
    let passThrough = quantity(found, "passThrough", stack)
    let supply = found["supplyElasticity"].flatMap {
      self.supply($0.numbers["supplyElasticity"], of: "supplyElasticity", stack)
    }
    switch Set(found.keys) {
    case ["elasticity"]: return elasticity.map { .demand(elasticity: $0) }
    case ["elasticity", "passThrough"]:
      guard let elasticity, let passThrough else { return nil }
      return .demandAndPassThrough(elasticity: elasticity, passThrough: passThrough)
    case ["elasticity", "supplyElasticity"]:
      guard let elasticity, let supply else { return nil }
      return .demandAndSupply(elasticity: elasticity, supply: supply)
    case ["passThrough", "supplyElasticity"]:
      guard let passThrough, let supply else { return nil }
      return inferred(supply, passThrough, found)
    default:
      reportMissing("elasticity", stack)
      return nil
    }
  }

  /// An elasticity that follows from the other two, where the supply elasticity is finite.
  private func inferred(_ supply: SupplyElasticity, _ passThrough: Quantity, _ found: [String: LineLevel]) -> Incidence? {
    switch supply {
    case .finite(let supply): return .supplyAndPassThrough(supply: supply, passThrough: passThrough)
    case .infinite:
      // μ = ∞ means ρ = 1 for every ε, so that ε does not follow.
      if let field = found["supplyElasticity"]?.fields["supplyElasticity"] { report(field, .needs(["elasticity"])) }
      return nil
    }
  }

  /// Elasticity and pass-through of a line whose exporter's price stays.
  func retail(_ stack: LineStack, response: String) -> (elasticity: Quantity, passThrough: Quantity?)? {
    let found = stack.settle(threeOf) { $0.isSuperset(of: ["elasticity", "passThrough"]) }
    if let field = found["supplyElasticity"]?.fields["supplyElasticity"] {
      report(field, .cannotStandBeside(["response = \"\(response)\""]))
      return nil
    }
    if found["elasticity"] == nil { reportMissing("elasticity", stack) }
    let passThrough = quantity(found, "passThrough", stack)
    guard let elasticity = quantity(found, "elasticity", stack) else { return nil }
    return (elasticity, passThrough)
  }

  /// An elasticity that contains the price effect, so that nothing that splits the price may stand beside it.
  func priceInclusive(_ stack: LineStack, kind: String) -> Quantity? {
    // What stands beside the kind, or nearer the line, was not written for another kind.
    let found = stack.settle(threeOf + ["elasticityKind"]) { $0.isSuperset(of: ["elasticity", "elasticityKind"]) }
    for key in ["passThrough", "supplyElasticity"] {
      guard let field = found[key]?.fields[key] else { continue }
      report(field, .cannotStandBeside(["elasticityKind = \"\(kind)\""]))
      return nil
    }
    if found["elasticity"] == nil { reportMissing("elasticity", stack) }
    return quantity(found, "elasticity", stack)
  }

  /// False, with a report, where all three of elasticity, pass-through and supply elasticity are stated.
  private func reportAllThree(_ found: [String: LineLevel]) -> Bool {
    guard found.count == 3, let field = found["supplyElasticity"]?.fields["supplyElasticity"] else { return true }
    report(field, .cannotStandBeside(["elasticity", "passThrough"]), "any two give the third")
    return false
  }

  /// The number that counts for one of the settled keys, at the line's own path.
  func quantity(_ found: [String: LineLevel], _ key: String, _ stack: LineStack) -> Quantity? {
    guard let level = found[key] else { return nil }
    return quantity(level.numbers[key], of: key, stack, .plain)
  }
}

/// Elasticity of demand, pass-through, supply elasticity: two give the third.
let threeOf = ["elasticity", "passThrough", "supplyElasticity"]
