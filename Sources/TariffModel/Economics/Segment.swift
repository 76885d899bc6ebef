/// A stretch of a period in which no measure or cut starts, ends or takes a further step.
struct Segment {
  /// Days ÷ days of the period.
  let weight: Double
  /// Its day numbers, or nothing where the study has no periods and everything acts.
  let days: Range<Int>?
  /// Whether it is a stretch of days of orders, which may lie outside all periods: what is in force on a day acts on it.
  var isOfOrders = false

  /// Whether something with these dates acts in the segment.
  func isActive(_ validity: Validity) -> Bool {
    days.map { validity.holds(on: $0.lowerBound) } ?? true
  }

  /// The number of the step of a phase-in that is in force: the last one until the segment's first day.
  ///
  /// Nothing before the first step; the last one where the study has no periods.
  func step(of phaseIn: [PhaseInStep]) -> Int? {
    guard let first = days?.lowerBound else { return phaseIn.indices.last }
    return phaseIn.lastIndex { $0.date.dayNumber <= first }
  }

  /// A year in which everything acts.
  static let whole = Segment(weight: 1, days: nil)

  /// Cuts a period at every first day and after every last day of `validities`, and at every day of `steps`.
  ///
  /// Both ends are inclusive.
  static func segments(of period: Period, validities: [Validity], steps: [PhaseInStep]) -> [Segment] {
    let days = period.days
    let changes =
      validities.flatMap(\.changeDays) + steps.map(\.date.dayNumber)
    let cuts = Set(changes.filter { days.lowerBound < $0 && $0 < days.upperBound } + [days.lowerBound]).sorted()
    return zip(cuts, cuts.dropFirst() + [days.upperBound]).map { start, next in
      Segment(weight: Double(next - start) / Double(days.count), days: start..<next)
    }
  }
}

extension Period {
  /// Its day numbers.
  package var days: Range<Int> { start.dayNumber..<(end.dayNumber + 1) }
}
