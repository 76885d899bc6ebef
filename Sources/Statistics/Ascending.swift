/// Draws in ascending order, −0 as 0.
///
/// A radix sort by the place between the least and the greatest draw, least digit first (D. E. Knuth, "The Art of Computer
/// Programming", volume 3, section 5.2.5); the few draws that share a place are put in order by insertion. O(n), and
/// O(n log n) where most draws crowd in a sliver of their range. No draw is NaN or infinite.
func ascending(_ draws: [Double]) -> [Double] {
  var sorted = draws.map { $0 + 0 }
  guard let places = PlaceInRange(of: sorted.span) else { return sorted.sorted() }
  var half = sorted
  var (low, high) = (InlineArray<2048, Int>(repeating: 0), InlineArray<2048, Int>(repeating: 0))
  for draw in draws {
    let place = places(draw)
    low[Int(place & digitMask)] &+= 1
    high[Int(place &>> digitBits & digitMask)] &+= 1
  }
  distribute(sorted.span, by: places, shift: 0, counts: &low, into: &half)
  distribute(half.span, by: places, shift: digitBits, counts: &high, into: &sorted)
  if !insertInOrder(&sorted) { sorted.sort() }
  return sorted
}

/// The range of some draws in 2²² − 1 equal steps: for 10,000 draws of a smooth distribution mostly one draw a step.
private struct PlaceInRange {
  private let least: Double
  private let stepsPerUnit: Double

  /// Nothing where the range is empty, a point, or too narrow to be divided.
  init?(of draws: Span<Double>) {
    guard !draws.isEmpty else { return nil }
    var (least, greatest) = (draws[0], draws[0])
    for index in draws.indices {
      least = min(least, draws[index])
      greatest = max(greatest, draws[index])
    }
    let stepsPerUnit = Double(1 << (2 * digitBits) - 1) / (greatest - least)
    guard stepsPerUnit.isFinite else { return nil }
    self.least = least
    self.stepsPerUnit = stepsPerUnit
  }

  /// The nearest step, which does not fall where x rises: it stands in the last bits of a sum with 2⁵².
  func callAsFunction(_ x: Double) -> UInt64 { ((x - least) * stepsPerUnit + 0x1p52).bitPattern }
}

/// Two digits of 2,048 values: their counters stay in the first-level cache.
private let digitBits: UInt64 = 11
private let digitMask: UInt64 = 1 << 11 - 1

/// Moves the draws to where one digit of their place puts them, equal digits in the order they had.
///
/// - Parameter next: How often each digit occurs; then where its next draw goes.
private func distribute(
  _ draws: Span<Double>, by place: PlaceInRange, shift: UInt64, counts next: inout InlineArray<2048, Int>,
  into sorted: inout [Double]
) {
  var before = 0
  for digit in next.indices { (next[digit], before) = (before, before + next[digit]) }
  var target = sorted.mutableSpan
  for index in draws.indices {
    let digit = Int(place(draws[index]) &>> shift & digitMask)
    target[next[digit]] = draws[index]
    next[digit] &+= 1
  }
}

/// Insertion sort for draws that are almost in order; false, and not in order, where it would take more than eight moves a draw.
private func insertInOrder(_ sorted: inout [Double]) -> Bool {
  var draws = sorted.mutableSpan
  var movesLeft = 8 * draws.count
  for index in draws.indices.dropFirst() {
    let draw = draws[index]
    var hole = index
    while hole > 0 && draws[hole - 1] > draw {
      draws[hole] = draws[hole - 1]
      hole -= 1
    }
    draws[hole] = draw
    movesLeft -= index - hole
    if movesLeft < 0 { return false }
  }
  return true
}
