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
      guard case .table(let table) = measure.rate else { return nil }
      var unmet: [(origin: String, digits: String)] = []
      for (origin, rates) in table.rates {
        let codes = goods.codes(of: origin)
        for digits in rates.keys where !codes.isMet(by: PackedCode(digits)) { unmet.append((origin, digits)) }
      }
      guard !unmet.isEmpty else { return nil }
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
            rows: table.rates.values.reduce(0) { $0 + $1.count },
            unmet: unmet.count, examples: examples)))
    }
  }

  /// Up to three rows, of different origins where there are.
  private static func spread(_ rows: [(origin: String, digits: String)]) -> [(origin: String, digits: String)] {
    var seen: Set<String> = []
    let firsts = rows.filter { seen.insert($0.origin).inserted }
    return Array((firsts.count >= 3 ? firsts : rows).prefix(3))
  }
}
