/// A stretch of a period in which no measure or cut starts or ends.
struct Segment {
  /// Days ÷ days of the period.
  let weight: Double
  /// A day of the segment, or nothing where the study has no periods and everything acts.
  let firstDay: CivilDate?

  /// Whether something with these dates acts in the segment.
  func isActive(_ validity: Validity) -> Bool {
    guard let firstDay else { return true }
    return (validity.start.map { $0 <= firstDay } ?? true) && (validity.end.map { firstDay <= $0 } ?? true)
  }

  /// A year in which everything acts.
  static let whole = Segment(weight: 1, firstDay: nil)

  /// Cuts a period at every first day and after every last day of `validities`.
  ///
  /// Both ends are inclusive.
  static func segments(of period: Period, validities: [Validity]) -> [Segment] {
    let (first, end) = (period.start.dayNumber, period.end.dayNumber + 1)
    let changes = validities.flatMap { [$0.start?.dayNumber, $0.end.map { $0.dayNumber + 1 }] }.compactMap { $0 }
    let cuts = Set(changes.filter { first < $0 && $0 < end } + [first]).sorted()
    return zip(cuts, cuts.dropFirst() + [end]).map { start, next in
      Segment(weight: Double(next - start) / Double(end - first), firstDay: CivilDate(dayNumber: start))
    }
  }
}
