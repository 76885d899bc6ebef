import VectorMath

/// The levels that this machine can run; every test of the kernels runs on each.
let availableLevels = InstructionSet.allCases.filter(\.isAvailable)

/// What a kernel writes into `count` elements that were NaN before.
func evaluate(_ count: Int, _ body: (inout MutableSpan<Double>) -> Void) -> [Double] {
  evaluate(onto: Array(repeating: .nan, count: count), body)
}

/// What a kernel makes of the elements it finds.
func evaluate(onto start: [Double], _ body: (inout MutableSpan<Double>) -> Void) -> [Double] {
  var y = start
  var span = y.mutableSpan
  body(&span)
  return y
}

/// `count` numbers spread evenly over an interval in an order that jumps about: multiples of the golden ratio, modulo 1.
///
/// Not random, so a test on them has no failure probability.
func spread(_ count: Int, over interval: ClosedRange<Double>) -> [Double] {
  (0..<count).map { i in
    let fraction = Double((UInt64(i) &* 0x9e37_79b9_7f4a_7c15) >> 11) * 0x1p-53
    return interval.lowerBound + fraction * (interval.upperBound - interval.lowerBound)
  }
}

/// The results of a kernel with up to three targets, each of which starts as `start`.
func evaluateThree(
  onto start: [Double], _ body: (inout MutableSpan<Double>, inout MutableSpan<Double>, inout MutableSpan<Double>) -> Void
) -> [[Double]] {
  var first = start
  var second = start
  var third = start
  var y1 = first.mutableSpan
  var y2 = second.mutableSpan
  var y3 = third.mutableSpan
  body(&y1, &y2, &y3)
  return [first, second, third]
}
