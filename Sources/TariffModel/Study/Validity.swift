/// First and last day, both inclusive; nothing means open.
package struct Validity: Hashable, Sendable {
  package var start: CivilDate?
  package var end: CivilDate?

  package init(start: CivilDate? = nil, end: CivilDate? = nil) {
    self.start = start
    self.end = end
  }

  /// Whether it states a day.
  package var isDated: Bool { start != nil || end != nil }

  /// Whether a day, by its number, lies within.
  func holds(on day: Int) -> Bool {
    (start.map { $0.dayNumber <= day } ?? true) && (end.map { day <= $0.dayNumber } ?? true)
  }

  /// The day numbers on which it begins and after which it has ended, so far as they are stated.
  var changeDays: [Int] { [start?.dayNumber, end.map { $0.dayNumber + 1 }].compactMap { $0 } }
}

extension Validity {
  /// Whether a day lies within both.
  package func overlaps(_ other: Validity) -> Bool {
    let startsBeforeOtherEnds = start.flatMap { start in other.end.map { start <= $0 } } ?? true
    let otherStartsBeforeEnd = other.start.flatMap { start in end.map { start <= $0 } } ?? true
    return startsBeforeOtherEnds && otherStartsBeforeEnd
  }

  /// The days of both.
  func intersection(_ other: Validity) -> Validity {
    Validity(
      start: [start, other.start].compactMap { $0 }.max(), end: [end, other.end].compactMap { $0 }.min())
  }
}
