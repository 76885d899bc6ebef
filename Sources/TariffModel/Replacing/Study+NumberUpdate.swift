extension Study {
  /// Offers the numbers of one section, or of all, to an update; of scenarios, only the scales that are stated.
  ///
  /// The counterpart of the walk behind ``numbers``. O(numbers of the section).
  mutating func updateNumbers(in section: String?, _ update: NumberUpdate) {
    func isMeant(_ name: String) -> Bool { section == nil || section == name }
    if isMeant("parameters") { for name in parameters.keys { update(&parameters[name]) } }
    if isMeant("exports") { for index in exports.indices { exports[index].updateNumbers(update) } }
    if isMeant("imports") { for index in imports.indices { imports[index].updateNumbers(update) } }
    if isMeant("markets") {
      for index in markets.indices { markets[index].updateNumbers(update) }
      for index in suppliers.indices { suppliers[index].updateNumbers(update) }
    }
    if isMeant("world") { world?.updateNumbers(update) }
    if isMeant("worldTariffs") { for index in worldTariffs.indices { worldTariffs[index].updateNumbers(update) } }
    if isMeant("measures") { for index in measures.indices { measures[index].updateNumbers(update) } }
    if isMeant("exemptions") {
      for table in exemptionTables.indices {
        for row in exemptionTables[table].rows.indices { update(&exemptionTables[table].rows[row].prefix.share) }
      }
    }
    if isMeant("tariffCuts") { for index in tariffCuts.indices { tariffCuts[index].updateNumbers(update) } }
    if isMeant("barrierCuts") { for index in barrierCuts.indices { barrierCuts[index].updateNumbers(update) } }
    if isMeant("commitments") { for index in commitments.indices { commitments[index].updateNumbers(update) } }
    if isMeant("scenarios") { for index in scenarios.indices { scenarios[index].updateScales(update) } }
    if isMeant("periods") { for index in periods.indices { update(&periods[index].seasonalShare) } }
    if isMeant("orderLag") || isMeant("adjustmentHalfLife") { lag?.updateNumbers(update) }
    if isMeant("forecast") { forecast?.updateNumbers(update) }
    if isMeant("cifFactor") { update(&cifFactor) }
    if isMeant("quotas") {
      for index in quotas.indices { quotas[index].updateNumbers(update) }
      for index in earnedQuotas.indices { earnedQuotas[index].updateNumbers(update) }
    }
    if isMeant("jobs") { jobs?.updateNumbers(update) }
    if isMeant("gdp") { gdp?.updateNumbers(update) }
  }
}

extension PolicyScenario {
  /// A kind of what a scenario uses: its key in the file, and the list.
  typealias UseList = (key: String, uses: WritableKeyPath<PolicyScenario, [Use]>)

  static var useLists: [UseList] {
    [
      ("measures", \.measures), ("tariffCuts", \.tariffCuts), ("barrierCuts", \.barrierCuts), ("commitments", \.commitments),
      ("quotas", \.quotas), ("worldTariffs", \.worldTariffs),
    ]
  }

  /// Where the use of something stands.
  func path(_ key: String, _ name: String) -> String { "scenarios/\(self.name)/\(key)/\(name)" }

  fileprivate mutating func updateScales(_ update: NumberUpdate) {
    for list in Self.useLists {
      for index in self[keyPath: list.uses].indices { update(&self[keyPath: list.uses][index].scale) }
    }
  }

  /// States the scale 1 of uses that have none, where it is asked for by path.
  mutating func stateScales(at pattern: PathPattern) {
    for list in Self.useLists {
      for (index, use) in self[keyPath: list.uses].enumerated() where use.scale == nil {
        let path = path(list.key, use.name)
        if pattern.matches(path) { self[keyPath: list.uses][index].scale = .constant(1, path: path) }
      }
    }
  }
}
