extension Kernels {
  /// Counts elements in the bins of their cells; see `KernelSet`.
  @inline(never)
  package static func count(
    _ x: Span<Double>, origin: Double, cellsPerUnit: Double, offsets: Span<UInt64>, slopes: Span<UInt64>,
    in counts: inout MutableSpan<UInt16>, listed: inout MutableSpan<UInt32>
  ) -> Int {
    precondition(x.count <= listed.count, "count: every element may be listed")
    precondition(
      offsets.count == slopes.count && offsets.count >= 2 && offsets.count <= 1 &<< 28,
      "count: there are two open cells and at most 2²⁸ in all, each with an offset and a slope")
    let last = Double(offsets.count &- 1)
    var listedCount = 0
    // Pointers stay in registers; spans would be read again after every count, which might have changed them for all the compiler
    // knows.
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      unsafe listed.withUnsafeMutableBufferPointer { listed in
        var start = 0
        while start < x.count {
          let end = min(start &+ Self.piece, x.count)
          // First the arithmetic, which runs in vector registers; then the tables, which cannot; last the counts: apart from the
          // rest, many of them are on their way at once, however far off in the caches they stand.
          var places = InlineArray<64, UInt64>(repeating: 0)
          for i in start..<end { unsafe places[unchecked: i &- start] = place((x[i] - origin) * cellsPerUnit, last: last) }
          var bins = InlineArray<64, UInt32>(repeating: 0)
          var binCount = 0
          for i in start..<end {
            let place = unsafe places[unchecked: i &- start]
            // 0 ≤ place·2⁻²⁴ ≤ last.
            let cell = Int(truncatingIfNeeded: place &>> 24)
            let slope = unsafe slopes[unchecked: cell]
            if Int64(bitPattern: slope) < 0 {
              unsafe listed[listedCount] = UInt32(truncatingIfNeeded: i)
              listedCount &+= 1
            } else {
              unsafe bins[unchecked: binCount] =
                UInt32(truncatingIfNeeded: (offsets[unchecked: cell] &+ slope &* place) &>> 24)
              binCount &+= 1
            }
          }
          for index in 0..<binCount {
            let bin = unsafe Int(bins[unchecked: index])
            precondition(bin < counts.count, "count: a cell leads to a bin that is not there")
            unsafe counts[bin] &+= 1
          }
          start = end
        }
      }
    }
    return listedCount
  }

  /// Elements whose places are kept at a time.
  @inline(__always)
  private static var piece: Int { 64 }

  /// A position in cells in units of 2⁻²⁴, held inside 0 … last, and 0 for NaN by the order of the operands; never decreases.
  ///
  /// The sum with 2²⁸ leaves 24 fractional bits, so the whole number stands in the significand; a conversion by `Int(_:)` checks
  /// for NaN and overflow, which takes as long as all the other steps to a bin together.
  @inline(__always)
  private static func place(_ position: Double, last: Double) -> UInt64 {
    let held = last < position ? last : position
    let positive = held > 0 ? held : 0
    return (positive + 0x1p28).bitPattern & 0xf_ffff_ffff_ffff
  }
}
