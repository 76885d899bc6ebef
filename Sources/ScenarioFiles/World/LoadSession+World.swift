internal import TariffModel

extension LoadSession {
  /// `[world]`.
  func world(_ field: Field?) -> TradeWorld? {
    guard let field, let view = open(field, as: .world) else { return nil }
    let defaults = view["defaults"].flatMap { open($0, as: .worldDefaults) }.map { level($0) }
    let regions = entries(view["regions"]).compactMap { entry, field in region(entry.key, field, defaults: defaults) }
    var spellings = OriginList()
    var flows: [TradeWorld.Flow] = []
    for table in tables(view["tables"], as: .worldTable) {
      let isWhole = readRows(of: table, as: .worldFlow, under: "world/flows", mayBeBlank: ["tariff"]) { row, provenance in
        if let flow = flow(row, provenance: provenance, &spellings) { flows.append(flow) }
      }
      if !isWhole { incomplete.insert("world") }
    }
    for element in list(view["flows"]) {
      if let row = open(element, as: .worldFlow), let flow = flow(row, provenance: Provenance(), &spellings) {
        flows.append(flow)
      }
    }
    var form = ConsumerSurplusForm.triangle
    if view["consumerSurplus"] != nil {
      guard let word = choice(view["consumerSurplus"], in: view, "consumerSurplus"),
        let stated = ConsumerSurplusForm(rawValue: word)
      else { return nil }
      form = stated
    }
    return TradeWorld(regions: regions, flows: flows, surplusForm: form)
  }

  private func region(_ name: String, _ field: Field, defaults: LineLevel?) -> TradeWorld.Region? {
    guard let name = statedRegion(name, field), let view = open(field, as: .worldRegion) else { return nil }
    let stack = LineStack(levels: [level(view)] + [defaults].compactMap { $0 }, path: "world/\(name)")
    locations[stack.path] = view.location
    func elasticity(_ key: String) -> Quantity? {
      if !stack.states(key) { reportMissing(key, stack) }
      return quantity(stack, key, .plain)
    }
    let (demand, supply) = (elasticity("demandElasticity"), elasticity("supplyElasticity"))
    guard let substitution = elasticity("substitution"), let demand, let supply else { return nil }
    return TradeWorld.Region(
      name: name, demandElasticity: demand, supplyElasticity: supply, substitution: substitution)
  }

  private func flow(_ row: TableView, provenance: Provenance, _ spellings: inout OriginList) -> TradeWorld.Flow? {
    guard let exporter = namedOrigin(row["exporter"], in: regions, &spellings),
      let importer = namedOrigin(row["importer"], in: regions, &spellings)
    else { return nil }
    let path = "world/\(exporter) to \(importer)"
    locations[path] = row.location
    func number(_ key: String, _ scale: NumberScale) -> Quantity? {
      let place = NumberPlace(scale: scale)
      return row[key].flatMap { quantity(self.number($0, as: place, provenance: provenance), at: "\(path)/\(key)", as: place) }
    }
    var tariff = number("tariff", .rate)
    if row["tariff"] == nil {
      // A region levies none on what it sells to itself.
      if exporter == importer {
        tariff = .constant(0, path: "\(path)/tariff", provenance: provenance)
      } else {
        reportMissing("tariff", in: row)
      }
    }
    guard let value = number("value", .amount), let tariff else { return nil }
    return TradeWorld.Flow(exporter: exporter, importer: importer, value: value, tariff: tariff)
  }

  /// `[[worldTariffs]]`.
  func worldTariffs(_ field: Field?) -> [WorldTariff] {
    named(field, as: .worldTariff) { view, name in
      let rule: WorldTariff.Rule? =
        quantity(view, "newRate").map { .newRate($0) } ?? quantity(view, "add").map { .add($0) }
        ?? quantity(view, "cut").map { .cut($0) }
      let exporters = namedOrigins(view["exporters"], in: regions)
      let importers = namedOrigins(view["importers"], in: regions)
      return rule.map { WorldTariff(name: name, rule: $0, exporters: exporters, importers: importers) }
    }
  }
}
