internal import CountryNames
internal import TariffModel

extension LoadSession {
  /// A note for each table of rates with rows that no goods of the study meet.
  ///
  /// A row meets goods of its origin whose code begins with its own, also where a finer row decides for them. Which rows go without is
  /// seen from the origin's codes in their order: O((rows + goods) · log goods).
  func unmetRowNotes(of study: Study, _ suppliers: SupplierIndex) -> [ModelNote] {
    let goods = GoodsByOrigin(study, suppliers)
    return study.measures.compactMap { measure in
      // An included table is that of many studies.
      guard case .table(let table) = measure.rate, !measure.isIncluded else { return nil }
      var unmet: [(origin: String, digits: String)] = []
      var known: [String: GoodsByOrigin.Codes] = [:]
      for row in table.rows where row.origin != RateTable.all {
        let codes = known[row.origin] ?? goods.codes(of: row.origin)
        known[row.origin] = codes
        let isMet = row.digits == RateTable.all ? !codes.codes.isEmpty : codes.isMet(by: PackedCode(row.digits))
        if !isMet { unmet.append((row.origin, row.digits)) }
      }
      guard !unmet.isEmpty else { return nil }
      let count = unmet.count
      unmet.sort { ($0.origin, $0.digits) < ($1.origin, $1.digits) }
      let examples = Self.spread(unmet).map { row in
        ModelNote.UnmetRow(
          origin: row.origin, code: row.digits,
          nearest: goods.nearest(toOrigin: row.origin, code: row.digits))
      }
      return ModelNote(
        scenario: nil,
        subject: .rowsWithoutGoods(
          ModelNote.UnmetRows(
            measure: measure.name, file: rateFiles["measures/\(measure.name)/rates"] ?? "",
            rows: table.rows.count, unmet: count, examples: examples)))
    }
  }

  /// Up to three rows, of different origins where there are.
  private static func spread(_ rows: [(origin: String, digits: String)]) -> [(origin: String, digits: String)] {
    var seen: Set<String> = []
    let firsts = rows.filter { seen.insert($0.origin).inserted }
    return Array((firsts.count >= 3 ? firsts : rows).prefix(3))
  }
}
