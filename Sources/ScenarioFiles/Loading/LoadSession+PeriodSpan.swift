internal import TariffModel

extension LoadSession {
  /// How a span is cut, and how many months a period has.
  private enum Rhythm: String, CaseIterable {
    case monthly, quarterly, yearly

    var months: Int {
      switch self {
      case .monthly: 1
      case .quarterly: 3
      case .yearly: 12
      }
    }

    /// The name of the period that begins with a month: `2025-01`, `2025 Q1`, `2025`.
    func name(from start: CivilDate) -> String {
      switch self {
      case .monthly: String(start.description.dropLast(3))
      case .quarterly: "\(start.description.prefix(4)) Q\((start.month + 2) / 3)"
      case .yearly: String(start.description.prefix(4))
      }
    }
  }

  /// A century of months.
  private static let mostPeriods = 1200

  /// Periods written as a span, as in `2025-01..2026-12 monthly`: each a month, a quarter or a year of the calendar.
  func periods(spelling text: String, _ field: Field) -> [Period] {
    let words = text.split(separator: " ")
    let ends = words.first.map { Self.ends(of: $0) } ?? []
    guard words.count == 2, let first = ends.first, let last = ends.last, let rhythm = Rhythm(rawValue: String(words[1])) else {
      let rhythms = Rhythm.allCases.map(\.rawValue).joined(separator: ", ")
      report(
        field, .wrongKind(expected: "a list of periods, nor a span of months or years with one of \(rhythms)"),
        "write \"2025-01..2026-12 monthly\", with months of your own")
      return []
    }
    let (from, to) = (first.lowerBound, last.upperBound)
    guard from < to else {
      report(field, .model(.datesInOrder), ModelRule.datesInOrder.suggestion)
      return []
    }
    guard from % rhythm.months == 0, to % rhythm.months == 0 else {
      let whole = rhythm == .yearly ? "years, January to December" : "quarters, which begin in January, April, July and October"
      report(field, .outsideRange(allowed: "whole \(whole)"))
      return []
    }
    guard (to - from) / rhythm.months <= Self.mostPeriods else {
      report(field, .outsideRange(allowed: "\(Self.mostPeriods) periods or fewer"))
      return []
    }
    return stride(from: from, to: to, by: rhythm.months).compactMap { month in
      guard let start = Self.firstDay(of: month), let next = Self.firstDay(of: month + rhythm.months) else { return nil }
      let name = rhythm.name(from: start)
      locations["periods/\(name)"] = field.location
      return Period(name: name, start: start, end: CivilDate(dayNumber: next.dayNumber - 1))
    }
  }

  /// The months of both ends of `FROM..TO`, counted from January of year 0; nothing where they cannot be read.
  private static func ends(of span: Substring) -> [Range<Int>] {
    let ends = span.split(separator: ".", omittingEmptySubsequences: false)
    guard ends.count == 3, ends[1].isEmpty, let first = months(of: ends[0]), let last = months(of: ends[2]) else { return [] }
    return [first, last]
  }

  /// The month `2025-01`, or those of the year `2025`.
  static func months(of text: Substring) -> Range<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil }
    // The last year has a first day of the next one.
    guard numbers.count == parts.count, let year = numbers.first, parts[0].utf8.count == 4, (1..<9999).contains(year) else {
      return nil
    }
    if parts.count == 1 { return 12 * year..<12 * (year + 1) }
    guard parts.count == 2, parts[1].utf8.count == 2, (1...12).contains(numbers[1]) else { return nil }
    let month = 12 * year + numbers[1] - 1
    return month..<(month + 1)
  }

  static func firstDay(of month: Int) -> CivilDate? { CivilDate(year: month / 12, month: month % 12 + 1, day: 1) }
}
