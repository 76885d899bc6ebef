extension Kernels {
  /// The sums of the powers 1 … 6 of z = (x − centre)·scale, in eight lanes whatever the instruction set; see `KernelSet`.
  @inline(never)
  package static func powerSums(
    _ x: Span<Double>, centre: Double, scale: Double
  ) -> (sum1: Double, sum2: Double, sum3: Double, sum4: Double, sum5: Double, sum6: Double) {
    let zero = SIMD8<Double>(repeating: 0)
    var (sum1, sum2, sum3, sum4, sum5, sum6) = (zero, zero, zero, zero, zero, zero)
    var i = 0
    while i < x.count {
      let z = deviations(x, from: i, centre: centre, scale: scale)
      let square = z * z
      let cube = square * z
      sum1 += z
      sum2 += square
      sum3 += cube
      sum4 += square * square
      sum5 += square * cube
      sum6 += cube * cube
      i &+= 8
    }
    return (lanes(sum1), lanes(sum2), lanes(sum3), lanes(sum4), lanes(sum5), lanes(sum6))
  }

  /// The sums of (lower − z)⁺ and (z − upper)⁺ and of their squares, z = (x − centre)·scale; see `KernelSet`.
  @inline(never)
  package static func excessSums(
    _ x: Span<Double>, centre: Double, scale: Double, lower: Double, upper: Double
  ) -> (below: Double, belowSquared: Double, above: Double, aboveSquared: Double) {
    let zero = SIMD8<Double>(repeating: 0)
    var (below, belowSquared, above, aboveSquared) = (zero, zero, zero, zero)
    let whole = x.count & ~7
    var i = 0
    while i < whole {
      let z = deviations(x, from: i, centre: centre, scale: scale)
      let under = positivePart(SIMD8(repeating: lower) - z)
      let over = positivePart(z - SIMD8(repeating: upper))
      below += under
      belowSquared += under * under
      above += over
      aboveSquared += over * over
      i &+= 8
    }
    // What is left over goes into its lanes one by one: the zeros that fill a group would have an excess.
    while i < x.count {
      let z = (x[i] - centre) * scale
      let under = lower - z > 0 ? lower - z : 0
      let over = z - upper > 0 ? z - upper : 0
      below[i & 7] += under
      belowSquared[i & 7] += under * under
      above[i & 7] += over
      aboveSquared[i & 7] += over * over
      i &+= 1
    }
    return (lanes(below), lanes(belowSquared), lanes(above), lanes(aboveSquared))
  }

  /// (x − centre)·scale of eight elements; zeros take the place of elements beyond the end.
  @inline(__always)
  private static func deviations(_ x: Span<Double>, from i: Int, centre: Double, scale: Double) -> SIMD8<Double> {
    if i &+ 8 <= x.count {
      let values = unsafe SIMD8(
        x[unchecked: i], x[unchecked: i &+ 1], x[unchecked: i &+ 2], x[unchecked: i &+ 3], x[unchecked: i &+ 4],
        x[unchecked: i &+ 5], x[unchecked: i &+ 6], x[unchecked: i &+ 7])
      return (values - centre) * scale
    }
    var z = SIMD8<Double>(repeating: 0)
    for lane in 0..<(x.count &- i) { z[lane] = (x[i &+ lane] - centre) * scale }
    return z
  }

  /// max(d, 0), and NaN for a NaN without sign; by the sign bits, because comparisons of vectors are made one element at a time.
  @inline(__always)
  static func positivePart(_ d: SIMD8<Double>) -> SIMD8<Double> {
    // Vectors of the same size.
    let bits = unsafe unsafeBitCast(d, to: SIMD8<Int64>.self)
    return unsafe unsafeBitCast(bits & ~(bits &>> 63), to: SIMD8<Double>.self)
  }

  /// The sum of eight lanes, halves first.
  @inline(__always)
  static func lanes(_ sum: SIMD8<Double>) -> Double {
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
