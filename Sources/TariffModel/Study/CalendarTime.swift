/// A time as a calendar year and the part of it that has passed.
///
/// Each year has length 1, leap years too. Apart, the two keep a difference of days exact to rounding.
struct CalendarTime {
  let year: Int
  /// From 0 to 1.
  let fraction: Double

  /// The middle of a year.
  init(middleOf year: Int) {
    self.year = year
    fraction = 0.5
  }

  /// The time at a day number as ``CivilDate/dayNumber`` counts them; its fraction is the time of day.
  init(dayNumber: Double) {
    year = CivilDate(dayNumber: Int(dayNumber.rounded(.down))).year
    let first = Self.firstDayNumber(of: year)
    fraction = (dayNumber - Double(first)) / Double(Self.firstDayNumber(of: year + 1) - first)
  }

  /// Calendar years from one time to another.
  static func - (later: CalendarTime, earlier: CalendarTime) -> Double {
    Double(later.year - earlier.year) + (later.fraction - earlier.fraction)
  }

  /// The day number of 1 January, 306 days after that of 1 March of the year before.
  private static func firstDayNumber(of year: Int) -> Int {
    let before = year - 1
    return 365 * before + before / 4 - before / 100 + before / 400 + 306
  }
}

extension Range<Int> {
  /// The middle of a stretch of days, given by their numbers.
  var middle: CalendarTime { CalendarTime(dayNumber: Double(lowerBound + upperBound) / 2) }
}
