internal import Expressions

/// When the duty on some goods first differed from the base data, draw by draw.
///
/// Layers that change nothing leave no trace in it: a rate below the duty that it includes, a share of 0, a layer behind others. A
/// time in between in which nothing acts does not set it back.
struct DutyClock {
  /// A day from which the duty differs, if it does.
  struct Start {
    let day: Int
    let change: DutyChange
  }

  /// In the order of their days; after one that is there in every draw there is none.
  let starts: [Start]
  let graph: ExpressionGraph

  /// a: calendar years from the first change to the middle of some days; 0 where there is none by then.
  func years(toMiddleOf days: Range<Int>) -> Expression {
    value { start in start.map { Swift.max(0, days.middle - CalendarTime(dayNumber: Double($0))) } ?? 0 }
  }

  /// a of the part of some days that is left from the first change on; of all of them where they hold no change.
  func yearsAfterStart(in days: Range<Int>) -> Expression {
    value { start in
      guard let start else { return 0 }
      let rest = Swift.max(days.lowerBound, Swift.min(start, days.upperBound - 1))..<days.upperBound
      return Swift.max(0, rest.middle - CalendarTime(dayNumber: Double(start)))
    }
  }

  /// A number that depends on the first day, where there is one.
  private func value(_ number: (Int?) -> Double) -> Expression {
    starts.reversed().reduce(graph.constant(number(nil))) { later, start in
      start.change.select(then: { graph.constant(number(start.day)) }, else: { later })
    }
  }
}

extension TimeFrame {
  /// a in each segment: that of the middle of its stretch, a run of neighbouring segments with one duty.
  ///
  /// So a date that changes nothing for the goods, which cuts the period too, does not change their elasticity. 0 where the study has
  /// no periods. O(segments²).
  ///
  /// - Parameters:
  ///   - clock: Nothing where no elasticity moves: then a is 0.
  ///   - changes: From each segment to the next.
  func ages(since clock: DutyClock?, changes: [DutyChange]) -> [Expression] {
    guard let clock else { return segments.map { _ in years.graph.constant(0) } }
    var known: [[Expression?]] = segments.map { _ in segments.map { _ in nil } }
    /// From `first`, or a segment before it, to `last`.
    func backwards(_ first: Int, to last: Int) -> Expression {
      if let result = known[first][last] { return result }
      let found = { age(since: clock, from: first, to: last) }
      let result =
        first == 0 ? found() : changes[first - 1].select(then: found, else: { backwards(first - 1, to: last) })
      known[first][last] = result
      return result
    }
    return segments.indices.map { segment in
      func forwards(_ last: Int) -> Expression {
        let found = { backwards(segment, to: last) }
        return last == changes.count ? found() : changes[last].select(then: found, else: { forwards(last + 1) })
      }
      return forwards(segment)
    }
  }

  private func age(since clock: DutyClock, from first: Int, to last: Int) -> Expression {
    guard let start = segments[first].days, let end = segments[last].days else { return clock.graph.constant(0) }
    return clock.years(toMiddleOf: start.lowerBound..<end.upperBound)
  }
}
