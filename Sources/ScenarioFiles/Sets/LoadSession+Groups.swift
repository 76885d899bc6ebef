internal import CountryNames
internal import TariffModel

extension LoadSession {
  /// Reports a group of countries beside one of its members, whose goods are then in both.
  ///
  /// Not where the values tell otherwise, as a member that sells more in some market than the group, and not where the source of the
  /// group's values names the member: so a file says that it was taken out. O(groups · origins + their suppliers).
  func reportGroups(of study: Study, _ suppliers: SupplierIndex, _ index: MarketIndex) {
    let places = suppliers.origins.map { NamedPlace(oneOf: $0) }
    let home = NamedPlace(oneOf: study.home)
    reportMembersOfPartner(study, suppliers, places)
    for (number, place) in places.enumerated() {
      guard case .group(let group)? = place, suppliers.origins[number] != study.partner else { continue }
      var members = places.indices.filter { places[$0].map(group.holds) ?? false }
      let source = suppliers.entries[number].first.flatMap { study.suppliers[$0.supplier].baseValue.provenance.source }
      members.removeAll { source?.contains(suppliers.origins[$0]) ?? false }
      let holdsHome = home.map(group.holds) ?? false && !(source?.contains(study.home) ?? false)
      let homes = holdsHome ? homeValues(study, index) : []
      guard !members.isEmpty || !homes.isEmpty, couldHold(number, members, homes, study, suppliers) else { continue }
      if let first = members.first {
        let member = suppliers.entries[first].map(\.supplier).min().map { location(of: study.suppliers[$0]) }
        report(study, suppliers, number, .group(member: suppliers.origins[first]), member: member)
      } else {
        report(study, suppliers, number, .group(member: study.home), member: locations["home"])
      }
    }
  }

  /// Reports an origin that is a country of the partner, which is a group or all countries.
  private func reportMembersOfPartner(_ study: Study, _ suppliers: SupplierIndex, _ places: [NamedPlace?]) {
    let isMember: (NamedPlace) -> Bool
    switch NamedPlace(study.partner) {
    case .group(let group): isMember = group.holds
    case .world: isMember = { _ in true }
    default: return
    }
    guard
      let first = places.indices.first(where: {
        suppliers.origins[$0] != study.partner && (places[$0].map(isMember) ?? false)
      })
    else { return }
    let member = suppliers.entries[first].map(\.supplier).min().map { location(of: study.suppliers[$0]) }
    let place = SourceLocation(file: fileName, line: 1, column: 1)
    let kind = InputRule.Aggregate.partner(member: suppliers.origins[first])
    report(
      InputProblem(
        location: locations["partner"] ?? place, path: "partner", value: Field.quoted(study.partner),
        rule: .aggregateOrigin(kind, member: member ?? place), suggestion: kind.suggestion(for: study.partner)))
  }

  /// Whether the members sell no more than the group in every market, as far as their values are certain.
  private func couldHold(
    _ group: Int, _ members: [Int], _ homes: [(market: Int, value: Double?)], _ study: Study, _ suppliers: SupplierIndex
  ) -> Bool {
    var rest: [Int: Double] = [:]
    var uncertain: Set<Int> = []
    func add(_ origin: Int, times sign: Double) {
      for entry in suppliers.entries[origin] {
        guard let market = entry.market else { continue }
        if let value = Self.certain(study.suppliers[entry.supplier].baseValue) {
          rest[market, default: 0] += sign * value
        } else {
          uncertain.insert(market)
        }
      }
    }
    add(group, times: 1)
    let whole = rest
    for member in members { add(member, times: -1) }
    for (market, value) in homes {
      if let value { rest[market, default: 0] -= value } else { uncertain.insert(market) }
    }
    return rest.allSatisfy { market, left in uncertain.contains(market) || left >= -1e-9 * (whole[market] ?? 0) }
  }
}

extension InputRule.Aggregate {
  /// What to do about it.
  func suggestion(for origin: String) -> String {
    switch self {
    case .partner(let member):
      "leave the rows of its members out, or name the one country that sets the tariff as the partner; goods of "
        + "\(Field.quoted(member)) can be part of the partner's own production"
    case .all, .sumOfOthers: "leave its rows out, or state what the others lack under a name such as \"Other origins\""
    case .group(let member):
      "leave one of the two out, or state what the members leave under a name such as \(Field.quoted("Other " + origin)); where that is "
        + "what its rows hold, say so in the source of the table, as in source = \(Field.quoted("without " + member))"
    }
  }

  /// What to do about a region that holds others.
  func regionSuggestion(for region: String) -> String {
    "leave one of the two out, with its flows, or state what the others leave under a name such as "
      + Field.quoted(self == .all ? "Rest of world" : "Other " + region)
  }
}
