internal import Distributions
internal import TariffModel

extension LoadSession {
  /// The suppliers of the tables, then those of the file; of two with one origin and code the second is reported.
  func suppliers(_ markets: TableView) -> [Supplier] {
    var suppliers: [Supplier] = []
    for table in tables(markets["tables"], as: .supplierTable) {
      readRows(of: table, as: .supplier, under: "markets") { view, provenance in
        if let supplier = supplier(view, provenance) { suppliers.append(supplier) }
      }
    }
    for (index, element) in list(markets["suppliers"]).enumerated() {
      var element = element
      element.path = "markets/suppliers/\(index + 1)"
      guard let view = open(element, as: .supplier) else { continue }
      if let supplier = supplier(view, Provenance()) { suppliers.append(supplier) }
    }
    return suppliers
  }

  private func supplier(_ view: TableView, _ provenance: Provenance) -> Supplier? {
    guard let origin = statedOrigin(view["origin"], in: origins), let hs = code(view["hs"]), let field = view["value"] else {
      return nil
    }
    let path = "markets/suppliers/\(hs)/\(origin)"
    if let earlier = locations[path] {
      report(InputProblem(location: view.location, path: path, rule: .duplicateName(first: earlier)))
      return nil
    }
    locations[path] = view.location
    let place = NumberPlace(scale: .amount)
    guard let number = number(field, as: place, provenance: provenance) else { return nil }
    let value = baseData(number, at: path + "/value", as: place)
    let duty = baseDuty(view, of: origin, value: number, at: path, provenance)
    let supply = view["supplyElasticity"].map {
      self.supply(
        self.number($0, as: NumberPlace(scale: .plain, allowsInfinity: true), provenance: provenance),
        at: path + "/supplyElasticity")
    }
    guard let value, let duty else { return nil }
    if case .some(.none) = supply { return nil }
    return Supplier(
      origin: origin, hs: hs, baseValue: value, baseDuty: duty, supply: supply ?? nil, nest: text(view["nest"]))
  }

  /// `duty`, or `dutyPaid` over the value as the file states it; none need be stated of the partner's own production, which bears
  /// none.
  private func baseDuty(
    _ view: TableView, of origin: String, value: NumberField, at path: String, _ provenance: Provenance
  ) -> Quantity? {
    let place = NumberPlace(scale: .rate)
    guard let paid = view["dutyPaid"] else {
      guard let field = view["duty"] else {
        if origin == partner { return .constant(0, path: path + "/duty", provenance: provenance) }
        report(InputProblem(location: view.location, path: path, rule: .missingKey("duty")))
        return nil
      }
      return number(field, as: place, provenance: provenance).flatMap { baseData($0, at: path + "/duty", as: place) }
    }
    if let field = view["duty"] {
      report(field, .cannotStandBeside(["dutyPaid"]))
      return nil
    }
    guard let amount = plainNumber(paid) else { return nil }
    return duty(paid: amount, paid, over: value, provenance).flatMap { baseData($0, at: path + "/duty", as: place) }
  }

  /// A number of a supplier at its path.
  ///
  /// What is certain, in a book of imports tens of thousands of numbers, has the place of its supplier.
  private func baseData(_ number: NumberField, at path: String, as place: NumberPlace) -> Quantity? {
    guard overrides.isEmpty, variations.isEmpty, case .constant(let value) = number.content else {
      return quantity(number, at: path, as: place)
    }
    numberPaths.append(path)
    return .constant(value, path: path, provenance: number.provenance)
  }
}
