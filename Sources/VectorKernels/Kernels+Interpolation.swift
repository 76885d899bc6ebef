extension Kernels {
  /// y ← the piecewise cubic at z; see `KernelSet`.
  @inline(never)
  package static func interpolate(
    _ z: Span<Double>, origin: Double, cellsPerUnit: Double, coefficients: Span<Double>, into y: inout MutableSpan<Double>
  ) -> Int {
    precondition(z.count == y.count, "interpolate: the spans differ in length")
    precondition(
      coefficients.count >= 4 && coefficients.count & 3 == 0 && coefficients.count < 1 &<< 32,
      "interpolate: a table has four coefficients a cell and at least one cell")
    // The number just below the number of cells: the last place in the table.
    let last = Double(coefficients.count / 4).nextDown
    // A loop that reads the table at computed places and writes is not vectorised: the writes might go to the table. So what can
    // be is done before and after it, with the places kept in y.
    for i in 0..<z.count { y[i] = place((z[i] - origin) * cellsPerUnit, last: last) }
    for i in 0..<z.count {
      let place = y[i]
      let cell = Int(place)
      let t = place - Double(cell)
      // 0 ≤ place ≤ last, also for a NaN, so 4·cell + 3 is inside the table.
      let row = 4 &* cell
      let (c0, c1) = unsafe (coefficients[unchecked: row], coefficients[unchecked: row &+ 1])
      let (c2, c3) = unsafe (coefficients[unchecked: row &+ 2], coefficients[unchecked: row &+ 3])
      y[i] = fused(t, fused(t, fused(t, c3, c2), c1), c0)
    }
    var unanswered = 0
    for i in 0..<z.count {
      let x = z[i]
      let found = y[i]
      let value = x == x ? found : x
      y[i] = value
      // 1 for a NaN, whose bits exceed those of infinity: a count of comparisons becomes a branch and keeps the loop scalar.
      unanswered &+= Int(truncatingIfNeeded: (Double.infinity.bitPattern &- value.magnitude.bitPattern) &>> 63)
    }
    return unanswered
  }

  /// A position in cells held inside the table: at least 0, at most `last`, and 0 for NaN by the order of the operands.
  @inline(__always)
  private static func place(_ position: Double, last: Double) -> Double {
    let below = last < position ? last : position
    return below > 0 ? below : 0
  }
}
