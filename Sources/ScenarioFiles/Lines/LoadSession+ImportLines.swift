internal import TariffModel

extension LoadSession {
  /// `[imports]`.
  func importLines(_ field: Field?) -> [ImportLine] {
    guard let field, let side = open(field, as: .imports) else { return [] }
    return stacks(side, line: .importLine).compactMap { importLine($0) }
  }

  private func importLine(_ stack: LineStack) -> ImportLine? {
    guard let id = stack.text("id") else { return nil }
    let value = quantity(stack, "value", .plain)
    if !stack.states("tariff") { reportMissing("tariff", stack) }
    let tariff = quantity(stack, "tariff", .rate)
    let barrier = quantity(stack, "barrier", .rate)
    let response = importResponse(stack)
    let growth = quantity(stack, "growth", .rate)
    let additionality = additionality(stack)
    let forecast = flowForecast(stack)
    guard let value, let tariff, let response else { return nil }
    var line = ImportLine(
      id: id, hs: stack.text("hs"), name: stack.text("name"), group: stack.text("group"), baseValue: value, tariff: tariff,
      barrier: barrier, response: response, growth: growth, additionality: additionality)
    line.forecast = forecast
    return line
  }

  private func importResponse(_ stack: LineStack) -> ImportResponse? {
    guard let form = choice(stack, "response", default: "log"), let kind = choice(stack, "elasticityKind", default: "quantity")
    else { return nil }
    if kind == "value" {
      if form != "log", let field = stack.field("elasticityKind") {
        report(field, .goesOnlyWith("response = \"log\""))
        return nil
      }
      return priceInclusive(stack, kind: kind).map { .valueElasticity($0) }
    }
    if form == "levels" {
      return retail(stack, response: form).map { .levels(elasticity: $0.elasticity, passThrough: $0.passThrough) }
    }
    return logResponse(stack)
  }

  /// The elasticity, with a pass-through or a supply elasticity or neither.
  private func logResponse(_ stack: LineStack) -> ImportResponse? {
    let found = stack.settle(threeOf) { $0.count >= 2 }
    if found["passThrough"] != nil, let field = found["supplyElasticity"]?.fields["supplyElasticity"] {
      report(field, .cannotStandBeside(["passThrough"]))
      return nil
    }
    if found["elasticity"] == nil { reportMissing("elasticity", stack) }
    let elasticity = quantity(found, "elasticity", stack)
    if let level = found["supplyElasticity"] {
      let supply = self.supply(level.numbers["supplyElasticity"], of: "supplyElasticity", stack)
      guard let elasticity, let supply else { return nil }
      switch supply {
      case .finite(let supply): return .supply(elasticity: elasticity, supply: supply)
      // An infinite supply elasticity holds the seller's price: all of the cut reaches home's buyers.
      case .infinite: return .log(elasticity: elasticity, passThrough: nil)
      }
    }
    let passThrough = quantity(found, "passThrough", stack)
    guard let elasticity else { return nil }
    return .log(elasticity: elasticity, passThrough: passThrough)
  }

  /// One of the three forms of additionality, from the most specific level down; nothing where none is stated.
  ///
  /// A form that a specific level begins is not mixed with another form of a general one.
  private func additionality(_ stack: LineStack) -> Additionality? {
    var found: [String: LineLevel] = [:]
    for level in stack.levels {
      let hasParts = additionalityParts.contains { found[$0] != nil }
      if !hasParts, level.states("additionality") { found["additionality"] = level }
      for key in additionalityParts where found[key] == nil && level.states(key) { found[key] = level }
      if found["additionality"] != nil || additionalityParts.allSatisfy({ found[$0] != nil }) { break }
    }
    let fields = found.compactMapValues { level in level.fields }
    let stated = Dictionary(uniqueKeysWithValues: fields.compactMap { key, all in all[key].map { (key, $0) } })
    guard checkAdditionality(stated) else { return nil }
    func part(_ key: String, _ scale: NumberScale) -> Quantity? {
      found[key].flatMap { quantity($0.numbers[key], of: key, stack, scale) }
    }
    if found["additionality"] != nil { return part("additionality", .share).map { .share($0) } }
    guard let elasticity = part("importDemandElasticity", .plain) else { return nil }
    guard found["substitution"] != nil else { return .demandRatio(importDemandElasticity: elasticity) }
    guard let substitution = part("substitution", .plain), let share = part("partnerShare", .share) else { return nil }
    return .ces(importDemandElasticity: elasticity, substitution: substitution, partnerShare: share)
  }

  /// False, with a report, where the keys of additionality are not those of one form.
  func checkAdditionality(_ stated: [String: Field]) -> Bool {
    let parts = additionalityParts.filter { stated[$0] != nil }
    if stated["additionality"] != nil {
      for key in parts { if let field = stated[key] { report(field, .cannotStandBeside(["additionality"])) } }
      return parts.isEmpty
    }
    let isRatio = parts == ["importDemandElasticity"]
    guard !parts.isEmpty, !isRatio, parts != additionalityParts, let field = stated[parts[0]] else { return true }
    report(field, .needs(additionalityParts.filter { !parts.contains($0) }))
    return false
  }
}

/// The keys that state additionality by elasticities.
let additionalityParts = ["importDemandElasticity", "substitution", "partnerShare"]
