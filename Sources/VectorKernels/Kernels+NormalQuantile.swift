extension Kernels {
  /// z ← Φ⁻¹(u); see `KernelSet`.
  @inline(never)
  package static func normalQuantile(_ u: Span<Double>, into z: inout MutableSpan<Double>) {
    precondition(u.count == z.count, "normalQuantile: the spans differ in length")
    var inTails = 0
    for i in 0..<u.count {
      let p = u[i]
      let bump = bump(p)
      z[i] = centralNormalQuantile(p, bump: bump)
      inTails &+= tailFlag(bump)
    }
    // One draw in a thousand: cheaper to mend afterwards than to compute for all.
    if inTails > 0 { mendTails(u, &z) }
  }

  /// Replaces what the central polynomial gave in the tails.
  @inline(__always)
  private static func mendTails(_ u: Span<Double>, _ z: inout MutableSpan<Double>) {
    // Counting in vectors passes over most of the block; only a piece that has a tail is looked through one by one.
    let pieceCount = 64
    var start = 0
    while start < u.count {
      let piece = u.extracting(start..<min(start + pieceCount, u.count))
      var inTails = 0
      for i in 0..<piece.count { inTails &+= tailFlag(bump(piece[i])) }
      if inTails > 0 {
        for i in 0..<piece.count where tailFlag(bump(piece[i])) == 1 { z[start + i] = tailNormalQuantile(piece[i]) }
      }
      start += pieceCount
    }
  }
}

/// 4u·(1 − u), which is 1 − x² for x = 2u − 1, and the same for u and 1 − u to the last bit.
@inline(__always)
private func bump(_ u: Double) -> Double { 4 * u * (1 - u) }

/// 0 where the central polynomial holds, 2⁻¹¹ ≤ u ≤ 1 − 2⁻¹¹, and 1 elsewhere.
///
/// The signs of the bump and of a difference of bits: a count of comparisons becomes a branch and keeps the loop scalar.
@inline(__always)
private func tailFlag(_ bump: Double) -> Int {
  let atLimit = 0x1p-9 * (1 - 0x1p-11)
  return Int(truncatingIfNeeded: (bump.bitPattern | (bump.bitPattern &- atLimit.bitPattern)) &>> 63)
}

/// Φ⁻¹(u) in the centre, odd about ½ to the last bit; NaN for NaN, meaningless in the tails.
///
/// With x = 2u − 1 and w = −ln(1 − x²), z/x is a smooth function of w (Giles, "Approximating the erfinv function", GPU Computing
/// Gems 2, 2012, doi:10.1016/B978-0-12-385963-1.00010-1). The polynomial is our own: z/x = √(2π)/2 + w·R(w − 3.125) with R of
/// degree 22, minimax for the relative error over 0 ≤ w ≤ 6.25 (3.5e-17, by Remez exchange; 1.1e-16 with rounded coefficients).
/// Taking the value at w = 0 out of the polynomial keeps the middle of the distribution free of cancellation.
@inline(__always)
private func centralNormalQuantile(_ u: Double, bump: Double) -> Double {
  // Exact for multiples of 2⁻⁵³.
  let x = 2 * u - 1
  // An error of w counts absolutely, not relatively, so a plain logarithm will do.
  let (exponent, s) = splitForLogarithm(bump)
  let w = fused(-s, atanhSeries(s * s), exponent * -0x1.62e42fefa39efp-1)
  let t = w - 3.125
  // Odd and even powers side by side: half as long a chain of dependent steps.
  let t2 = t * t
  var odd = -0x1.249cbe01bf59fp-66
  odd = fused(odd, t2, 0x1.ba8ecb213e95dp-59)
  odd = fused(odd, t2, -0x1.012fa9a7d98c2p-52)
  odd = fused(odd, t2, 0x1.07c05f2e1d663p-47)
  odd = fused(odd, t2, 0x1.2cc9e0413943cp-43)
  odd = fused(odd, t2, -0x1.f86ca5dc7ddb6p-36)
  odd = fused(odd, t2, 0x1.8d73545bfda8cp-30)
  odd = fused(odd, t2, -0x1.2ee96108d7808p-27)
  odd = fused(odd, t2, -0x1.04f723d28ae7ap-18)
  odd = fused(odd, t2, 0x1.2d6c4167c9ed3p-12)
  odd = fused(odd, t2, -0x1.416a6363e6f76p-9)
  var even = 0x1.52c57a58eaec8p-68
  even = fused(even, t2, -0x1.044040f06230cp-61)
  even = fused(even, t2, 0x1.cdbde5c8060f3p-57)
  even = fused(even, t2, 0x1.72215bd16949fp-51)
  even = fused(even, t2, -0x1.65f204d931f55p-44)
  even = fused(even, t2, 0x1.d0d18dd8691a1p-39)
  even = fused(even, t2, 0x1.ca9646bb439f7p-37)
  even = fused(even, t2, -0x1.6318b5a0b25a0p-27)
  even = fused(even, t2, 0x1.505123bdab652p-21)
  even = fused(even, t2, -0x1.f6058817e6096p-18)
  even = fused(even, t2, -0x1.fe15e2d49a595p-10)
  even = fused(even, t2, 0x1.63a21d2dfce25p-2)
  return x * fused(w, fused(odd, t, even), 0x1.40d931ff62706p0)
}

/// Φ⁻¹(u) in the tails by the rational functions of AS 241 (PPND16), about one part in 10¹⁶.
///
/// Source: Wichura, "Algorithm AS 241", Applied Statistics 37 (1988), doi:10.2307/2347330. ±∞ at 1 and 0, NaN outside.
@inline(__always)
private func tailNormalQuantile(_ u: Double) -> Double {
  let tail = u < 0.5 ? u : 1 - u
  guard tail > 0 else { return tail < 0 || tail.isNaN ? .nan : u < 0.5 ? -.infinity : .infinity }
  // A subnormal is scaled up before the logarithm, which wants normal numbers.
  let isSmall = tail < 0x1p-1000
  let logarithm = logarithmOfNormal(isSmall ? tail * 0x1p100 : tail) - (isSmall ? 0x1.1542457337d43p6 : 0)
  let r = (-logarithm).squareRoot()
  let z = r <= 5 ? nearTail(r - 1.6) : farTail(r - 5)
  return u < 0.5 ? -z : z
}

/// |Φ⁻¹| for tails down to e⁻²⁵, with s = √(−ln tail) − 1.6.
@inline(__always)
private func nearTail(_ s: Double) -> Double {
  var p = 0.0007745450142783414
  p = fused(p, s, 0.022723844989269184)
  p = fused(p, s, 0.2417807251774506)
  p = fused(p, s, 1.2704582524523684)
  p = fused(p, s, 3.6478483247632045)
  p = fused(p, s, 5.769497221460691)
  p = fused(p, s, 4.630337846156546)
  p = fused(p, s, 1.4234371107496835)
  var q = 1.0507500716444169e-09
  q = fused(q, s, 0.0005475938084995345)
  q = fused(q, s, 0.015198666563616457)
  q = fused(q, s, 0.14810397642748008)
  q = fused(q, s, 0.6897673349851)
  q = fused(q, s, 1.6763848301838038)
  q = fused(q, s, 2.053191626637759)
  q = fused(q, s, 1.0)
  return p / q
}

/// |Φ⁻¹| for the smaller tails down to the least positive double, with s = √(−ln tail) − 5.
@inline(__always)
private func farTail(_ s: Double) -> Double {
  var p = 2.0103343992922881e-07
  p = fused(p, s, 2.7115555687434876e-05)
  p = fused(p, s, 0.0012426609473880784)
  p = fused(p, s, 0.026532189526576124)
  p = fused(p, s, 0.2965605718285049)
  p = fused(p, s, 1.7848265399172913)
  p = fused(p, s, 5.463784911164114)
  p = fused(p, s, 6.657904643501103)
  var q = 2.0442631033899397e-15
  q = fused(q, s, 1.421511758316446e-07)
  q = fused(q, s, 1.8463183175100548e-05)
  q = fused(q, s, 0.0007868691311456133)
  q = fused(q, s, 0.014875361290850615)
  q = fused(q, s, 0.1369298809227358)
  q = fused(q, s, 0.599832206555888)
  q = fused(q, s, 1.0)
  return p / q
}
