internal import TariffModel

extension LoadSession {
  /// Leaves out of the study what has no part in it: of included files the measures that no scenario names, with their tables and
  /// parameters, and of all tables of exemptions the rows that no goods meet.
  ///
  /// A file of a country's law has them for other studies. Where a scenario names a measure that is not there, all stay, so that the
  /// one that was meant is found. O(measures + rows · digits + goods).
  func leaveOutIdle(of study: inout Study, included views: [TableView]) {
    let used = Set(study.scenarios.flatMap(\.measures).map(\.name))
    let isKnown = used.isSubset(of: study.measures.map(\.name))
    if isKnown { study.measures.removeAll { $0.isIncluded && !used.contains($0.name) } }
    let named = Set(study.measures.flatMap(\.exemptionTables))
    let ofIncluded = Set(
      study.exemptionTables.map(\.name).filter { locations["exemptions/\($0)"].map { $0.file != fileName } ?? false })
    study.exemptionTables.removeAll { ofIncluded.contains($0.name) && !named.contains($0.name) }
    let goods = MetGoods(study)
    for index in study.exemptionTables.indices {
      let table = study.exemptionTables[index]
      study.exemptionTables[index].rows.removeAll { !goods.areMet(by: $0) }
      let unmet = table.rows.filter { !goods.areMet(by: $0) }
      guard !ofIncluded.contains(table.name), let example = unmet.first else { continue }
      exemptionNotes.append(
        ModelNote(
          scenario: nil,
          subject: .exemptionsWithoutGoods(
            ModelNote.UnmetExemptions(
              table: table.name, file: exemptionFiles[table.name] ?? "", rows: table.rows.count, unmet: unmet.count,
              example: example.prefix.digits))))
    }
    guard isKnown, !views.isEmpty else { return }
    var needed: Set<String> = []
    for number in study.numbers { if case .parameter(let name, _) = number.quantity.value { needed.insert(name) } }
    for name in Array(study.parameters.keys) where !needed.contains(name) {
      if let place = locations["parameters/\(name)"], place.file != fileName { study.parameters[name] = nil }
    }
  }

  /// What a reader is told of tables of exemptions, and of included measures that fall on nothing here.
  func policyNotes(of study: Study) -> [ModelNote] {
    let idle = study.measures.filter { $0.isIncluded && !study.hasGoods(under: $0) }.map(\.name)
    return exemptionNotes
      + (idle.isEmpty ? [] : [ModelNote(scenario: nil, subject: .includedMeasuresWithoutGoods(idle))])
  }
}

/// The goods of a study, ready to be asked whether a row of exemptions meets some.
private struct MetGoods {
  /// The codes of each origin's goods, and what they begin with.
  private var codes: [String: Set<String>] = [:]
  private var beginnings: [String: Set<String>] = [:]
  private static let everyOrigin = ""

  init(_ study: Study) {
    guard !study.exemptionTables.isEmpty else { return }
    for line in study.exports { if let hs = line.hs { add(hs, of: study.home) } }
    for supplier in study.suppliers where supplier.origin != study.partner { add(supplier.hs, of: supplier.origin) }
  }

  private mutating func add(_ code: String, of origin: String) {
    for name in [origin, Self.everyOrigin] where codes[name, default: []].insert(code).inserted {
      for end in code.indices { beginnings[name, default: []].insert(String(code[...end])) }
    }
  }

  func areMet(by row: Exemption) -> Bool {
    let name = row.origin ?? Self.everyOrigin
    let digits = row.prefix.digits
    if beginnings[name]?.contains(digits) == true { return true }
    return digits.indices.dropFirst().contains { codes[name]?.contains(String(digits[..<$0])) == true }
  }
}
