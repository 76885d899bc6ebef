/// A day as tariff databases write it.
struct CalendarDay: Hashable, Comparable {
  private let number: Int

  /// Reads `MM/DD/YYYY`, perhaps with a time behind it, and `YYYY-MM-DD`.
  init?(_ text: String) {
    guard let word = text.split(separator: " ").first else { return nil }
    let isISO = word.contains("-")
    let parts = word.split(separator: isISO ? "-" : "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let a = parts[0], let b = parts[1], let c = parts[2] else { return nil }
    let (year, month, day) = isISO ? (a, b, c) : (c, a, b)
    guard (1900...9999).contains(year), (1...12).contains(month), (1...Self.days(month, of: year)).contains(day) else {
      return nil
    }
    number = year * 10_000 + month * 100 + day
  }

  private static func days(_ month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// `YYYY-MM-DD`.
  var text: String {
    func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(number / 10_000)-\(padded(number / 100 % 100))-\(padded(number % 100))"
  }

  static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }
}
