/// What a measure covers, the tables of exemptions that it names included.
struct MeasureCoverage {
  private let own: CodeCoverage
  private let rows: ExemptionIndex?

  init(_ measure: TariffMeasure, of study: Study) {
    own = measure.codeCoverage.indexed
    let rows = study.exemptionRows(of: measure)
    self.rows = rows.isEmpty ? nil : ExemptionIndex(rows)
  }

  /// Whether rows of tables have a say.
  var hasTables: Bool { rows != nil }

  /// The part of goods that its own lists cover.
  func ownPart(of code: String?) -> CodeCoverage.Part { own.part(of: code) }

  /// Whether it covers some of an origin's goods under a code on some day.
  func coversSome(origin: String, code: String?) -> Bool {
    hasTables ? fall(origin: origin, code: code, rates: nil) != nil : !own.part(of: code).isNothing
  }

  /// How the measure falls on an origin's goods under a code: a stage for every stretch of days between the dates of rows.
  ///
  /// Nothing where it never does. O(rows that meet the goods, squared).
  ///
  /// - Parameter rates: Those of the origin where the measure has a table of them; on days without a rate it does not fall.
  func fall(origin: String, code: String?, rates: RateTable.Rates?) -> TariffExposure.Fall? {
    let met = code.flatMap { rows?.rows(meeting: $0, of: origin) } ?? []
    let changes = met.flatMap(\.validity.changeDays) + (rates?.validities(of: code) ?? []).flatMap(\.changeDays)
    let cuts = [Int.min] + Set(changes).sorted()
    let stages = zip(cuts, cuts.dropFirst() + [Int.max]).compactMap { first, next -> TariffExposure.Fall.Stage? in
      let part = own.part(of: code, exemptingAlso: met.filter { $0.validity.holds(on: first) }.map(\.prefix))
      let rate = rates?.rate(of: code, on: first)
      guard !part.isNothing, rates == nil || rate != nil else { return nil }
      return TariffExposure.Fall.Stage(days: first..<next, part: part, tableRate: rate)
    }
    return stages.isEmpty ? nil : TariffExposure.Fall(stages: stages)
  }
}

/// Rows of tables of exemptions, ready to be asked which of them meet a code.
struct ExemptionIndex {
  private let rows: [Exemption]
  /// The places of rows by their digits, and by what longer digits begin with.
  private var places: [String: [Int]] = [:]
  private var finerPlaces: [String: [Int]] = [:]

  /// O(rows · digits).
  init(_ rows: [Exemption]) {
    self.rows = rows
    for (place, row) in rows.enumerated() {
      places[row.prefix.digits, default: []].append(place)
      for beginning in row.prefix.digits.properBeginnings { finerPlaces[beginning, default: []].append(place) }
    }
  }

  /// The rows for an origin's goods whose code the given one begins with, and those that go on where it ends.
  ///
  /// Rows of the origin stand first, so that of two with one code the origin's own is taken. O(digits + rows found).
  func rows(meeting code: String, of origin: String) -> [Exemption] {
    let coarse = (code.properBeginnings + [code]).flatMap { places[$0] ?? [] }
    let met = (coarse + (finerPlaces[code] ?? [])).sorted().map { rows[$0] }.filter { $0.applies(toOrigin: origin) }
    return met.filter { $0.origin != nil } + met.filter { $0.origin == nil }
  }
}
