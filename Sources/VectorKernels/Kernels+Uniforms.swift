extension Kernels {
  /// y ← the uniforms of one block of a stream; see `KernelSet`.
  @inline(never)
  package static func uniforms(into y: inout MutableSpan<Double>, stream: UInt64, key: UInt64, block: UInt64) {
    precondition(y.count & 1 == 0, "uniforms: the generator gives pairs, the count must be even")
    let half = y.count / 2
    let first = block &* UInt64(half)
    for i in 0..<half {
      let pair = first &+ UInt64(truncatingIfNeeded: i)
      let bits = Philox.pairs(counter: (pair, pair &>> 32, stream, stream &>> 32), key: (key, key &>> 32))
      y[i] = uniform(bits.first)
      y[half + i] = uniform(bits.second)
    }
  }

  /// The number (2k + 1)·2⁻⁵³ with k the top 52 of 64 bits: exact, never 0 or 1, and symmetric about ½.
  @inline(__always)
  private static func uniform(_ bits: UInt64) -> Double {
    // 1 + k·2⁻⁵² by its bits, then minus (1 − 2⁻⁵³): both steps are exact.
    Double(bitPattern: bits &>> 12 | 0x3ff0_0000_0000_0000) - 0x1.fffffffffffffp-1
  }
}
