extension Kernels {
  /// y ← the standard normals of one block of a stream, by the polar method; see `KernelSet`.
  ///
  /// Three loops over a block that stays in the first cache: the body of one would be a chain too long to overlap with the next.
  @inline(never)
  package static func normals(into y: inout MutableSpan<Double>, stream: UInt64, key: UInt64, block: UInt64) {
    precondition(y.count & 3 == 0, "normals: a call of the generator gives two pairs, the count must be a multiple of four")
    polarUniforms(into: &y, stream: stream, key: key, block: block)
    let half = y.count / 2
    for i in 0..<half { y[i] = (-2 * logarithmOfNormal(y[i])).squareRoot() }
    for i in 0..<half {
      let (x, radius) = (y[half + i], y[i])
      y[i] = radius * cosineOfHalfTurns(x)
      y[half + i] = radius * sineOfHalfTurns(x)
    }
  }

  /// The uniform of the radius in the first half of y, the angle in half turns in the second.
  @inline(__always)
  private static func polarUniforms(into y: inout MutableSpan<Double>, stream: UInt64, key: UInt64, block: UInt64) {
    let quarter = y.count / 4
    let first = block &* UInt64(quarter)
    var tails: UInt64 = 0
    for i in 0..<quarter {
      let call = first &+ UInt64(truncatingIfNeeded: i)
      let words = Philox.words(counter: (call, call &>> 32, stream, stream &>> 32), key: (key, key &>> 32))
      let (one, other) = (oddMultiple(words.w0), oddMultiple(words.w2))
      // The top bit is set where the first difference is negative.
      tails |= (one.bitPattern &- coarsest.bitPattern) | (other.bitPattern &- coarsest.bitPattern)
      y[i] = one
      y[quarter + i] = other
      y[2 * quarter + i] = halfTurns(words.w1)
      y[3 * quarter + i] = halfTurns(words.w3)
    }
    guard tails &>> 63 != 0 else { return }
    for i in 0..<quarter where y[i] < coarsest || y[quarter + i] < coarsest {
      let call = first &+ UInt64(truncatingIfNeeded: i)
      // The top bit of the call's number is never set otherwise.
      let words = Philox.words(counter: (call, call &>> 32 | 0x8000_0000, stream, stream &>> 32), key: (key, key &>> 32))
      if y[i] < coarsest { y[i] = refined(y[i], by: words.w0) }
      if y[quarter + i] < coarsest { y[quarter + i] = refined(y[quarter + i], by: words.w2) }
    }
  }

  /// Uniforms below this are given more bits.
  @inline(__always)
  private static var coarsest: Double { 0x1p-11 }

  /// (2k + 1)·2⁻³³ with k the low 32 bits.
  @inline(__always)
  private static func oddMultiple(_ word: UInt64) -> Double {
    // 2²⁰ + k·2⁻³² by its bits; the difference is exact.
    Double(bitPattern: word & 0xffff_ffff | 0x4130_0000_0000_0000) - (0x1p20 - 0x1p-33)
  }

  /// k·2⁻³¹ − 1 with k the low 32 bits.
  @inline(__always)
  private static func halfTurns(_ word: UInt64) -> Double {
    Double(bitPattern: word & 0xffff_ffff | 0x4140_0000_0000_0000) - (0x1p21 + 1)
  }

  /// The uniform (2k + 1)·2⁻³³, k < 2²¹, with 31 more bits in place of its half: exact.
  @inline(__always)
  private static func refined(_ coarse: Double, by word: UInt64) -> Double {
    let k = UInt64(coarse * 0x1p32)
    return Double((k &<< 31 | (word & 0xffff_ffff) &>> 1) &<< 1 | 1) * 0x1p-64
  }
}

// sin πx and cos πx without their zeros are entire functions of x², here polynomials for x² ≤ 1 with a relative error of 1e-16, most of
// it from the rounding of the coefficients (`Tests/VectorMathTests/Reference/normals.py`). For multiples of 2⁻³¹ the factors with the zeros
// are exact, so that the relative accuracy stays. Odd and even powers of x² are evaluated side by side.

/// sin πx for −1 ≤ x ≤ 1.
@inline(__always)
private func sineOfHalfTurns(_ x: Double) -> Double {
  let t = x * x
  let t2 = t * t
  var odd = -0x1.07a3dcef6df93p-31
  odd = fused(odd, t2, -0x1.9ed2519ea69f6p-21)
  odd = fused(odd, t2, -0x1.d2c8c80fc7c78p-12)
  odd = fused(odd, t2, -0x1.341a88548d0e1p-4)
  odd = fused(odd, t2, -0x1.0357e78074f85p1)
  var even = 0x1.7f63f69a48e9dp-26
  even = fused(even, t2, 0x1.62b6451511c46p-16)
  even = fused(even, t2, 0x1.c5dac32965a53p-8)
  even = fused(even, t2, 0x1.0c4f7bdb96919p-1)
  even = fused(even, t2, 0x1.921fb54442d18p1)
  return x * ((1 - x) * (1 + x)) * fused(odd, t, even)
}

/// cos πx for −1 ≤ x ≤ 1.
@inline(__always)
private func cosineOfHalfTurns(_ x: Double) -> Double {
  let t = x * x
  let t2 = t * t
  var even = 0x1.318574f79bc76p-36
  even = fused(even, t2, 0x1.28133c5a1392dp-25)
  even = fused(even, t2, 0x1.b26874d66cadfp-16)
  even = fused(even, t2, 0x1.9f05cb006ce26p-8)
  even = fused(even, t2, 0x1.472be1224348ap-2)
  even = fused(even, t2, 1)
  var odd = -0x1.ea7bec784174fp-31
  odd = fused(odd, t2, -0x1.1e759b5971ab8p-20)
  odd = fused(odd, t2, -0x1.f309e84a2b428p-12)
  odd = fused(odd, t2, -0x1.d4fcd83115ddfp-5)
  odd = fused(odd, t2, -0x1.de9e64df22ef2p-1)
  return ((1 - 2 * x) * (1 + 2 * x)) * fused(odd, t, even)
}
