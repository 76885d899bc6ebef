extension Kernels {
  /// How the excesses of two columns over a level differ, summed; see `KernelSet`.
  @inline(never)
  package static func excessDifferenceSums(
    _ first: Span<Double>, _ second: Span<Double>, level: Double, scale: Double
  ) -> (firstOnly: Int, secondOnly: Int, below: Double, belowSquared: Double, above: Double, aboveSquared: Double) {
    precondition(first.count == second.count, "excessDifferenceSums: the spans differ in length")
    let zero = SIMD8<Double>(repeating: 0)
    var (below, belowSquared, above, aboveSquared) = (zero, zero, zero, zero)
    var firstOnly = SIMD8<Int64>(repeating: 0)
    var secondOnly = firstOnly
    var i = 0
    while i < first.count {
      let u = shortfalls(first, from: i, level: level, scale: scale)
      let v = shortfalls(second, from: i, level: level, scale: scale)
      // Vectors of the same size; all ones where an element is above the level.
      let isAbove = unsafe unsafeBitCast(u, to: SIMD8<Int64>.self) &>> 63
      let isOtherAbove = unsafe unsafeBitCast(v, to: SIMD8<Int64>.self) &>> 63
      firstOnly &-= ~isAbove & isOtherAbove
      secondOnly &-= isAbove & ~isOtherAbove
      let under = positivePart(u) - positivePart(v)
      let over = positivePart(-u) - positivePart(-v)
      below += under
      belowSquared += under * under
      above += over
      aboveSquared += over * over
      i &+= 8
    }
    return (
      Int(firstOnly.wrappedSum()), Int(secondOnly.wrappedSum()), lanes(below), lanes(belowSquared), lanes(above),
      lanes(aboveSquared)
    )
  }

  /// (level − x)·scale of eight elements; elements beyond the end are at the level in both columns, which adds nothing.
  @inline(__always)
  private static func shortfalls(_ x: Span<Double>, from i: Int, level: Double, scale: Double) -> SIMD8<Double> {
    if i &+ 8 <= x.count {
      let values = unsafe SIMD8(
        x[unchecked: i], x[unchecked: i &+ 1], x[unchecked: i &+ 2], x[unchecked: i &+ 3], x[unchecked: i &+ 4],
        x[unchecked: i &+ 5], x[unchecked: i &+ 6], x[unchecked: i &+ 7])
      return (level - values) * scale
    }
    var z = SIMD8<Double>(repeating: 0)
    for lane in 0..<(x.count &- i) { z[lane] = (level - x[i &+ lane]) * scale }
    return z
  }
}
