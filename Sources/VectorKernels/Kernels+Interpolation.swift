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
    var unanswered = 0
    var start = 0
    while start < z.count {
      let end = min(start &+ Self.piece, z.count)
      // The arithmetic runs in vector registers; reading a table at computed places does not, so it has a loop of its own.
      var rows = InlineArray<64, UInt64>(repeating: 0)
      for i in start..<end {
        let place = place((z[i] - origin) * cellsPerUnit, last: last)
        let cell = wholePart(place)
        unsafe rows[unchecked: i &- start] = 4 &* cell.bits
        y[i] = place - cell.value
      }
      for i in start..<end {
        // 0 ≤ place ≤ last, also for a NaN, so the row is inside the table.
        let row = unsafe Int(truncatingIfNeeded: rows[unchecked: i &- start])
        let t = y[i]
        let (c0, c1) = unsafe (coefficients[unchecked: row], coefficients[unchecked: row &+ 1])
        let (c2, c3) = unsafe (coefficients[unchecked: row &+ 2], coefficients[unchecked: row &+ 3])
        y[i] = fused(t, fused(t, fused(t, c3, c2), c1), c0)
      }
      for i in start..<end {
        let x = z[i]
        let found = y[i]
        let value = x == x ? found : x
        y[i] = value
        // 1 for a NaN, whose bits exceed those of infinity: a count of comparisons becomes a branch and keeps the loop scalar.
        unanswered &+= Int(truncatingIfNeeded: (Double.infinity.bitPattern &- value.magnitude.bitPattern) &>> 63)
      }
      start = end
    }
    return unanswered
  }

  /// y ← factor·eʸ, held between two values; see `KernelSet`.
  @inline(never)
  package static func exponentiate(_ y: inout MutableSpan<Double>, factor: Double, lower: Double, upper: Double) {
    for i in 0..<y.count {
      let x = y[i]
      // Below, 2⁶⁴ times the result is formed first, which is a normal number where the result may not be one.
      let isSmall = x < -600
      let value = exponential(isSmall ? x + 0x1.62e42fefa39efp5 : x) * (isSmall ? 0x1p-64 : 1) * factor
      // The order of the operands lets a NaN through.
      let atLeast = lower > value ? lower : value
      y[i] = upper < atLeast ? upper : atLeast
    }
  }

  /// Elements whose places are kept at a time.
  @inline(__always)
  private static var piece: Int { 64 }

  /// A position in cells held inside the table: at least 0, at most `last`, and 0 for NaN by the order of the operands.
  @inline(__always)
  private static func place(_ position: Double, last: Double) -> Double {
    let below = last < position ? last : position
    return below > 0 ? below : 0
  }

  /// The whole part of 0 ≤ x < 2³², as a number and as an integer.
  ///
  /// x − ½ rounded to an integer, by adding 1.5·2⁵², which leaves it in the low bits. A whole x makes a tie, which may give x − 1:
  /// the place then is the right end of the cell before.
  @inline(__always)
  private static func wholePart(_ x: Double) -> (value: Double, bits: UInt64) {
    let shifted = (x - 0.5) + 0x1.8p52
    return (shifted - 0x1.8p52, shifted.bitPattern & 0xffff_ffff)
  }
}
