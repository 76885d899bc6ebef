/// An interval of doubles among whose draws are those of wanted ranks.
struct RankBracket: Sendable {
  let bounds: ClosedRange<Double>
  /// Draws below it.
  let below: Int
  /// Draws in it.
  let draws: Int
  /// The wanted ranks in it, counted from 0 in the whole sample, ascending.
  let ranks: ArraySlice<Int>

  /// The brackets of ascending ranks among successive intervals with their draws; `below` lie below the first.
  ///
  /// Asks only for the bounds of intervals that hold a rank. O(intervals + ranks).
  static func brackets(
    of ranks: some RandomAccessCollection<Int>, below: Int, draws: some Sequence<Int>,
    bounds: (_ interval: Int) -> ClosedRange<Double>
  ) -> [RankBracket] {
    let ranks = Array(ranks)
    var brackets: [RankBracket] = []
    var below = below
    var first = 0
    for (interval, count) in draws.enumerated() {
      var next = first
      while next < ranks.count && ranks[next] < below + count { next += 1 }
      if next > first {
        brackets.append(RankBracket(bounds: bounds(interval), below: below, draws: count, ranks: ranks[first..<next]))
      }
      first = next
      below += count
    }
    precondition(first == ranks.count, "a wanted rank must be that of a draw")
    return brackets
  }
}
