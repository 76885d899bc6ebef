internal import TariffModel

extension Range<Int> {
  /// The same calendar days of another year, for each calendar year that these day numbers touch.
  ///
  /// A span that ends with a month ends with that month there too, in leap years and others.
  func sameDays(inYear year: Int) -> [Range<Int>] {
    calendarYears.compactMap { part in
      let (first, last) = (CivilDate(dayNumber: part.lowerBound), CivilDate(dayNumber: part.upperBound - 1))
      let endsMonth = CivilDate(dayNumber: part.upperBound).day == 1
      guard let start = CivilDate(inYear: year, first), let end = CivilDate(inYear: year, last) else { return nil }
      let after = CivilDate(dayNumber: end.dayNumber + 1)
      let isShort = endsMonth && after.day != 1
      return start.dayNumber..<(end.dayNumber + (isShort ? 2 : 1))
    }
  }

  /// The parts in each calendar year.
  private var calendarYears: [Range<Int>] {
    var parts: [Range<Int>] = []
    var day = lowerBound
    while day < upperBound {
      let next = CivilDate(year: CivilDate(dayNumber: day).year + 1, month: 1, day: 1)?.dayNumber ?? upperBound
      parts.append(day..<Swift.min(next, upperBound))
      day = Swift.min(next, upperBound)
    }
    return parts
  }
}

extension CivilDate {
  /// The same day of the calendar in another year; 29 February is the 28th where there is none.
  fileprivate init?(inYear year: Int, _ date: CivilDate) {
    guard
      let same = CivilDate(year: year, month: date.month, day: date.day) ?? CivilDate(year: year, month: date.month, day: 28)
    else { return nil }
    self = same
  }
}
