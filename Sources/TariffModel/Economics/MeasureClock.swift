internal import Expressions

extension Study {
  /// The first day on which a measure acts, as a day number; nothing where it acts in no period.
  ///
  /// Where it is phased in that is the day of its first step with something in force; with an open start and no phase-in it is the
  /// first day of the first period. Days before the first period count: a measure that acts in the study may have started long before.
  func firstDay(of validity: Validity, phaseIn: [PhaseInStep]) -> Int? {
    guard let firstOfStudy = periods.map(\.days.lowerBound).min() else { return nil }
    var start = validity.start?.dayNumber ?? firstOfStudy
    if !phaseIn.isEmpty {
      guard let step = phaseIn.first(where: { upperBound(of: $0.share) != 0 }) else { return nil }
      // A phase-in that began before the first period counts from its own date.
      start = max(validity.start?.dayNumber ?? .min, step.date.dayNumber)
    }
    let last = validity.end?.dayNumber ?? .max
    let acts = periods.contains { start < $0.days.upperBound && last >= max(start, $0.days.lowerBound) }
    return acts ? start : nil
  }
}

extension [Segment] {
  /// For each segment the days of the stretch it belongs to: neighbours that are alike are one stretch.
  ///
  /// The elasticity is that of a stretch's middle, so that a date of some other line or scenario, which cuts the period too, does not
  /// change it. Nothing where the study has no periods. O(segments).
  func stretches(alike: (Int, Int) -> Bool) -> [Range<Int>?] {
    var result: [Range<Int>?] = []
    var first = 0
    while first < count {
      var last = first
      while last + 1 < count, alike(first, last + 1) { last += 1 }
      let days = self[first].days.flatMap { start in self[last].days.map { start.lowerBound..<$0.upperBound } }
      result += [Range<Int>?](repeating: days, count: last - first + 1)
      first = last + 1
    }
    return result
  }
}

extension Range<Int> {
  /// a: calendar years from the earliest of some first days to the middle of these days.
  ///
  /// 0 where nothing has started by then. A time in between in which nothing acts does not set the clock back. O(first days).
  func yearsInForce(since firstDays: some Sequence<Int>) -> Double {
    guard let first = firstDays.min() else { return 0 }
    return Swift.max(0, middle - CalendarTime(dayNumber: Double(first)))
  }
}

extension ElasticityAdjustment {
  /// ε(a) = ε_∞ + (ε₀ − ε_∞)·e^(−λa).
  ///
  /// - Parameters:
  ///   - shortRun: ε₀.
  ///   - years: a, calendar years since the tariff's start.
  func value(shortRun: Expression, after years: Double, _ number: DrawnQuantities) -> Expression {
    let longRun = number(longRun)
    return longRun + (shortRun - longRun) * exp(number(speed) * -years)
  }
}
