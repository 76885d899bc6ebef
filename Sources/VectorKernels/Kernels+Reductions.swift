extension Kernels {
  /// The sums of the first four powers of x − centre, in eight lanes whatever the instruction set; see `KernelSet`.
  @inline(never)
  package static func powerSums(
    _ x: Span<Double>, centre: Double
  ) -> (sum1: Double, sum2: Double, sum3: Double, sum4: Double) {
    var sum1 = SIMD8<Double>(repeating: 0)
    var sum2 = sum1
    var sum3 = sum1
    var sum4 = sum1
    let centres = SIMD8<Double>(repeating: centre)
    let whole = x.count & ~7
    var i = 0
    while i < whole {
      // i + 7 < whole ≤ count.
      let values = unsafe SIMD8(
        x[unchecked: i], x[unchecked: i + 1], x[unchecked: i + 2], x[unchecked: i + 3], x[unchecked: i + 4], x[unchecked: i + 5],
        x[unchecked: i + 6], x[unchecked: i + 7])
      let d = values - centres
      let square = d * d
      sum1 += d
      sum2 += square
      sum3 += square * d
      sum4 += square * square
      i += 8
    }
    var rest1 = 0.0
    var rest2 = 0.0
    var rest3 = 0.0
    var rest4 = 0.0
    while i < x.count {
      let d = x[i] - centre
      let square = d * d
      rest1 += d
      rest2 += square
      rest3 += square * d
      rest4 += square * square
      i += 1
    }
    return (lanes(sum1) + rest1, lanes(sum2) + rest2, lanes(sum3) + rest3, lanes(sum4) + rest4)
  }

  /// The sum of eight lanes, halves first.
  @inline(__always)
  private static func lanes(_ sum: SIMD8<Double>) -> Double {
    let four = sum.lowHalf + sum.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }

  /// The least and the greatest element; see `KernelSet`.
  @inline(never)
  package static func bounds(_ x: Span<Double>) -> (minimum: Double, maximum: Double) {
    precondition(x.count > 0, "bounds: there is no least element of nothing")
    // Minima of integers vectorise, minima of doubles do not (a NaN would depend on the order).
    var least = Int64.max
    var greatest = Int64.min
    for i in 0..<x.count {
      let key = ordered(Int64(bitPattern: x[i].bitPattern))
      least = key < least ? key : least
      greatest = key > greatest ? key : greatest
    }
    return (
      Double(bitPattern: UInt64(bitPattern: ordered(least))), Double(bitPattern: UInt64(bitPattern: ordered(greatest)))
    )
  }

  /// The bits of a double as an integer of the same order (IEEE 754 totalOrder), and back.
  @inline(__always)
  private static func ordered(_ bits: Int64) -> Int64 { bits ^ (bits &>> 63 & Int64.max) }
}
