internal import TariffModel

extension LoadSession {
  /// `[[commitments]]`.
  func commitments(_ field: Field?) -> [PurchaseCommitment] {
    named(field, as: .commitment) { view, name in
      let amount = amount(view)
      let basis = basis(view)
      let additionality = additionality(view)
      let fulfilment = quantity(view, "fulfilment")
      let schedule = schedule(view["schedule"])
      let premium = quantity(view, "premium")
      let financed = quantity(view, "financed")
      let tariff = quantity(view, "tariff")
      let displaced = quantity(view, "displacedTariff")
      let suppliers = suppliers(view["suppliers"])
      let line = text(view["importLine"])
      let counts = boolean(view["countsPolicyResponse"]) ?? true
      guard let amount, let basis, let additionality else { return nil }
      return PurchaseCommitment(
        name: name, amount: amount, basis: basis, importLine: line, fulfilment: fulfilment, schedule: schedule,
        countsPolicyResponse: counts, additionality: additionality, premium: premium, financedShare: financed, tariff: tariff,
        displacedTariff: displaced, suppliers: suppliers)
    }
  }

  private func amount(_ view: TableView) -> PurchaseCommitment.Amount? {
    let units = quantity(view, "millionUnits")
    let price = quantity(view, "usdPerUnit")
    if view["amount"] != nil {
      if let field = view["usdPerUnit"], view["millionUnits"] == nil { report(field, .cannotStandBeside(["amount"])) }
      return quantity(view, "amount").map { .value($0) }
    }
    if let field = view["millionUnits"], view["usdPerUnit"] == nil { report(field, .needs(["usdPerUnit"])) }
    guard let units, let price else { return nil }
    return .volume(millionUnits: units, usdPerUnit: price)
  }

  private func basis(_ view: TableView) -> PurchaseCommitment.Basis? {
    let overlap = quantity(view, "overlap")
    let base = quantity(view, "base")
    switch choice(view["basis"], in: view, "basis") {
    case "level":
      if let field = view["overlap"] { report(field, .goesOnlyWith("basis = \"increment\"")) }
      return .level(base: base)
    case "increment":
      if let field = view["base"] { report(field, .goesOnlyWith("basis = \"level\"")) }
      return .increment(overlap: overlap)
    default: return nil
    }
  }

  private func additionality(_ view: TableView) -> Additionality? {
    let keys = ["additionality"] + additionalityParts
    let stated = view.fields.filter { keys.contains($0.key) }
    let share = quantity(view, "additionality")
    let elasticity = quantity(view, "importDemandElasticity")
    let substitution = quantity(view, "substitution")
    let partnerShare = quantity(view, "partnerShare")
    guard !stated.isEmpty else {
      report(
        InputProblem(
          location: view.location, path: view.path, rule: .missingKey("additionality"),
          suggestion: "state it, or \(additionalityParts.joined(separator: ", "))"))
      return nil
    }
    guard checkAdditionality(stated) else { return nil }
    if stated["additionality"] != nil { return share.map { .share($0) } }
    if stated.count == 1, let field = stated["importDemandElasticity"] {
      // Without an import line's elasticity there is no ratio to take.
      report(field, .needs(["substitution", "partnerShare"]))
      return nil
    }
    guard let elasticity, let substitution, let partnerShare else { return nil }
    return .ces(importDemandElasticity: elasticity, substitution: substitution, partnerShare: partnerShare)
  }

  private func schedule(_ field: Field?) -> [String: Quantity] {
    var schedule: [String: Quantity] = [:]
    for (entry, field) in entries(field) {
      schedule[entry.key] = quantity(field, at: field.path, as: NumberPlace(scale: .plain))
    }
    return schedule
  }
}
