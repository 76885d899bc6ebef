internal import TextFormats

/// Baseline duties by origin and code, from a table of rates: what a table of flows without duties takes them from.
package struct DutyRates: Hashable, Sendable {
  private let file: String
  /// Fractions by origin and code; *all* stands for every origin without a row of its own, and for every code.
  private var rates: [String: [String: Double]] = [:]

  private static let all = "all"

  /// Reads a table with the columns origin, hs and rate, and perhaps start and end.
  ///
  /// - Parameter day: `YYYY-MM-DD`; needed where rates have dates.
  package init(file: String, on day: String?) throws(ImportFailure) {
    self.file = file
    let day = try day.map { text throws(ImportFailure) in
      guard let day = CalendarDay(text) else { throw ImportFailure("--on", "'\(text)' is no day, as in 2024-07-01") }
      return day
    }
    var header: [String] = []
    var failure: ImportFailure?
    var rates: [String: [String: Double]] = [:]
    try TradeImport.rows(file, .utf8) { row throws(ImportFailure) in
      guard !header.isEmpty else {
        header = row.texts
        guard ["origin", "hs", "rate"].allSatisfy(header.contains) else {
          throw ImportFailure(file, line: row.line, column: 1, "a table of rates has the columns origin, hs and rate")
        }
        return
      }
      let cells = Dictionary(zip(header, row.texts)) { first, _ in first }
      for (name, isAfter) in [("start", true), ("end", false)] {
        guard let text = cells[name], !text.isEmpty else { continue }
        guard let day else {
          throw ImportFailure(file, line: row.line, column: 1, "its rates have dates; say of which day, as in --on 2024-07-01")
        }
        guard let limit = CalendarDay(text) else { throw ImportFailure(file, line: row.line, column: 1, "'\(text)' is no day") }
        if isAfter ? day < limit : limit < day { return }
      }
      let (origin, code) = (Self.name(cells["origin"] ?? ""), cells["hs"] ?? "")
      guard let rate = Self.fraction(cells["rate"] ?? "") else {
        throw ImportFailure(file, line: row.line, column: 1, "'\(cells["rate"] ?? "")' is no rate, as in 0.12 or 12%")
      }
      guard rates[origin]?[code] == nil else {
        throw ImportFailure(file, line: row.line, column: 1, "\(origin) has a rate for \(code) already")
      }
      rates[origin, default: [:]][code] = rate
    } damaged: { line, column, reason throws(ImportFailure) in
      failure = ImportFailure(file, line: line, column: column, reason.words)
    }
    if let failure { throw failure }
    self.rates = rates
  }

  /// One name for all spellings of a country.
  private static func name(_ text: String) -> String {
    var book = PlaceBook(codesAreNumbers: false)
    if case .place(let number) = book.entry(text) { return book.names[number] }
    return text
  }

  private static func fraction(_ text: String) -> Double? {
    let isPercent = text.hasSuffix("%")
    guard var number = ExactDecimal(Array((isPercent ? text.dropLast() : text[...]).utf8)), number.mantissa >= 0 else {
      return nil
    }
    if isPercent { number.exponent -= 2 }
    let rate = number.double
    return isPercent || rate <= 1 ? rate : nil
  }

  /// The fraction of an origin's goods under a code: that of the longest beginning of the code.
  ///
  /// - Throws: Where there is none.
  func rate(_ origin: String, _ code: String) throws(ImportFailure) -> Double {
    let own = rates[origin] ?? rates[Self.all] ?? [:]
    for length in stride(from: code.utf8.count, through: 2, by: -2) {
      if let rate = own[String(code.prefix(length))] { return rate }
    }
    if let rate = own[Self.all] { return rate }
    throw ImportFailure(file, "it has no rate for \(origin) and \(code); add a row, as in \(origin),\(code),0")
  }
}
