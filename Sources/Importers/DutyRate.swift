/// A duty as tariff schedules word it: an ad valorem part, and amounts by quantity.
struct DutyRate: Hashable {
  /// An amount of dollars a unit of quantity.
  struct Specific: Hashable {
    var dollars: Double
    /// In small letters, as in `kg`.
    var unit: String
  }

  /// A fraction of the value.
  var adValorem = 0.0
  var specific: [Specific] = []

  /// Reads `Free`, `6.8%`, `4.4¢/kg`, `$1.50/t`, `15 cents each`, and sums of such with `+`.
  ///
  /// Nothing for any other words. A mark of a footnote at the end, as in `2.5% 1/`, does not count.
  init?(_ text: String) {
    var words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\n" }.map(String.init)
    if let last = words.last, words.count > 1, last.hasSuffix("/"), last.dropLast().allSatisfy(\.isNumber) { words.removeLast() }
    let plain = words.joined(separator: " ").lowercased()
    if plain == "free" { return }
    let parts = plain.split(separator: "+", omittingEmptySubsequences: false)
    for part in parts {
      let part = String(part).trimmed
      if part.hasSuffix("%"), let rate = Self.fraction(String(part.dropLast()).trimmed) {
        adValorem += rate
      } else if let amount = Self.specific(part) {
        specific.append(amount)
      } else {
        return nil
      }
    }
  }

  private static func specific(_ part: String) -> Specific? {
    let marks = ["¢/", "¢ per ", "¢ ", "cents/", "cents per ", "cents "]
    for mark in marks {
      guard let place = part.ranges(of: mark).first else { continue }
      guard let cents = number(String(part[..<place.lowerBound]).trimmed) else { return nil }
      return unit(part[place.upperBound...]).map { Specific(dollars: cents / 100, unit: $0) }
    }
    guard part.hasPrefix("$") else { return nil }
    for mark in ["/", " per ", " "] {
      guard let place = part.ranges(of: mark).first else { continue }
      guard let dollars = number(String(part[..<place.lowerBound].dropFirst())) else { return nil }
      return unit(part[place.upperBound...]).map { Specific(dollars: dollars, unit: $0) }
    }
    return nil
  }

  /// A unit is words of letters, perhaps with marks, as in `doz.` or `pf. liter`; a remark about the content is none.
  private static func unit(_ words: Substring) -> String? {
    let unit = String(words).trimmed
    let isUnit = !unit.isEmpty && unit.allSatisfy { $0.isLetter || $0.isNumber || ". ".contains($0) }
    return isUnit && unit.split(separator: " ").count <= 3 ? unit : nil
  }

  /// The fraction nearest to a percentage: the decimal point moves before anything is rounded.
  private static func fraction(_ text: String) -> Double? {
    guard var number = ExactDecimal(Array(text.utf8)), number.mantissa >= 0 else { return nil }
    number.exponent -= 2
    return number.double
  }

  private static func number(_ text: String) -> Double? {
    ExactDecimal(Array(text.utf8)).map(\.double).flatMap { $0 < 0 ? nil : $0 }
  }

  /// The rates of programmes in a cell such as `Free (A,AU) 3.2% (JP)`, by programme.
  ///
  /// Nothing where the cell is worded otherwise; a programme whose rate is worded otherwise has none.
  static func programmes(_ text: String) -> [String: DutyRate?]? {
    var rates: [String: DutyRate?] = [:]
    var rest = text[...]
    while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
      let rate = DutyRate(String(rest[..<open]).trimmed)
      for name in rest[rest.index(after: open)..<close].split(separator: ",") { rates[String(name).trimmed] = .some(rate) }
      rest = rest[rest.index(after: close)...]
    }
    return String(rest).trimmed.isEmpty ? rates : nil
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmed: String { String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }
}
