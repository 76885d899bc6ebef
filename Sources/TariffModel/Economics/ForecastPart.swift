/// The days of a period by calendar quarters, as growth and noise see them.
struct ForecastPart {
  /// Days ÷ days of the period.
  let weight: Double
  /// y: years from the same days of the base year.
  let years: Int
  /// k: calendar quarters from the end of the base year, the first is 1; nothing in the base year and before, where there is no noise.
  let quarter: Int?
}

extension ForecastPart {
  /// The parts of some days, given by their numbers.
  ///
  /// Month by month, so that a quarter that is cut into months has one noise in all of them. O(quarters).
  static func parts(of days: Range<Int>, baseYear: Int) -> [ForecastPart] {
    var parts: [ForecastPart] = []
    var day = days.lowerBound
    while day < days.upperBound {
      let date = CivilDate(dayNumber: day)
      let next = min(firstDay(afterQuarterOf: date), days.upperBound)
      let quarter = 4 * (date.year - baseYear - 1) + (date.month + 2) / 3
      parts.append(
        ForecastPart(
          weight: Double(next - day) / Double(days.count), years: date.year - baseYear, quarter: quarter > 0 ? quarter : nil))
      day = next
    }
    return parts
  }

  private static func firstDay(afterQuarterOf date: CivilDate) -> Int {
    let month = (date.month - 1) / 3 * 3 + 4
    let next = month > 12 ? CivilDate(year: date.year + 1, month: 1, day: 1) : CivilDate(year: date.year, month: month, day: 1)
    return next?.dayNumber ?? .max
  }
}
