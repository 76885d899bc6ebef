/// How a year's flows spread over its months.
package struct Seasonality: Hashable, Sendable {
  /// Twelve shares from January to December that sum to 1, of all lines and suppliers that no group has; nothing means days ÷ 365.
  package var standard: [Double]?
  /// The same by group of lines.
  package var byGroup: [String: [Double]]

  package init(standard: [Double]? = nil, byGroup: [String: [Double]] = [:]) {
    self.standard = standard
    self.byGroup = byGroup
  }
}

extension Seasonality {
  /// The shares of a group's months, or of what is in no group.
  private func shares(of group: String?) -> [Double]? { group.flatMap { byGroup[$0] } ?? standard }

  /// L of a stretch of days: the share of a year's flow that falls into it, each month's spread evenly over its days.
  ///
  /// Nothing where the months of the group have no shares. A calendar year has 1, a leap year too. O(months).
  func years(in days: Range<Int>, group: String?) -> Double? {
    guard let shares = shares(of: group), !days.isEmpty else { return nil }
    var years = 0.0
    var day = days.lowerBound
    while day < days.upperBound {
      let month = Self.month(of: day)
      let end = min(month.days.upperBound, days.upperBound)
      years += shares[month.number - 1] * (Double(end - day) / Double(month.days.count))
      day = end
    }
    return years
  }

  /// The month of a day: its number from 1, and its days.
  private static func month(of day: Int) -> (number: Int, days: Range<Int>) {
    let date = CivilDate(dayNumber: day)
    let first = day - date.day + 1
    // A month has at least 28 days and at most 31, so that 31 days on is always in the next one.
    let next = CivilDate(dayNumber: first + 31)
    return (date.month, first..<(first + 31 - next.day + 1))
  }
}
