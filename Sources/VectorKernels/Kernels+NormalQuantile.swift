extension Kernels {
  /// z ← Φ⁻¹(u); see `KernelSet`.
  ///
  /// The tails, one draw in a thousand, are cheaper to mend afterwards than to compute for all.
  @inline(never)
  package static func normalQuantile(_ u: Span<Double>, into z: inout MutableSpan<Double>) {
    precondition(u.count == z.count, "normalQuantile: the spans differ in length")
    // Few enough that a piece with a tail is looked through quickly, enough that the loop pays for its ends.
    let pieceCount = 128
    var start = 0
    while start < u.count {
      let end = min(start &+ pieceCount, u.count)
      var tails: UInt64 = 0
      for i in start..<end {
        tails |= tailSign(u[i])
        z[i] = centralNormalQuantile(u[i])
      }
      if tails &>> 63 != 0 {
        for i in start..<end where !(u[i] >= 0x1p-11 && u[i] <= 1 - 0x1p-11) { z[i] = tailNormalQuantile(u[i]) }
      }
      start = end
    }
  }
}

/// The top bit is set where the central function does not hold: outside of 2⁻¹¹ ≤ u ≤ 1 − 2⁻¹¹; a NaN may
/// pass, the central function hands it on.
@inline(__always)
private func tailSign(_ u: Double) -> UInt64 {
  let product = u * (1 - u)
  let atLimit = 0x1p-11 * (1 - 0x1p-11)
  return product.bitPattern | (product.bitPattern &- atLimit.bitPattern)
}

/// Φ⁻¹(u) in the centre, odd about ½ to the last bit; NaN for NaN, meaningless in the tails.
///
/// With x = 2u − 1 and t = u(1 − u), z/x is a function of t alone: z/x = 1 + P(t)/Q(t), both of degree 17, minimax for the
/// relative error over u ≥ 2⁻¹¹ (3.9e-17 with these rounded coefficients, by Remez exchange and a lattice search for the rounding:
/// `Tests/VectorMathTests/Reference/normal_quantile_centre.py`). The 1 keeps the roundings of P, Q and the division from counting in
/// full. Each polynomial is four chains in t⁴, side by side.
@inline(__always)
private func centralNormalQuantile(_ u: Double) -> Double {
  // Exact for u ≥ ¼ and for multiples of 2⁻⁵³.
  let x = fused(2, u, -1)
  let t = u * (1 - u)
  let t2 = t * t
  let t4 = t2 * t2
  var p0 = -0x1.ff5685418c70dp111
  p0 = fused(p0, t4, 0x1.1aaf5796807cep107)
  p0 = fused(p0, t4, 0x1.854d737bb3a93p87)
  p0 = fused(p0, t4, 0x1.d5dc15c68c388p53)
  p0 = fused(p0, t4, 0x1.ba10f5fa2c3bcp1)
  var p1 = -0x1.1abb03ac0709cp110
  p1 = fused(p1, t4, 0x1.5a707cbd73a7dp109)
  p1 = fused(p1, t4, 0x1.cc111bf168901p93)
  p1 = fused(p1, t4, 0x1.99a88f0573f5fp63)
  p1 = fused(p1, t4, 0x1.6ec364e80e6cfp17)
  var p2 = 0x1.bd565491c2137p109
  p2 = fused(p2, t4, 0x1.29049ede4a00bp99)
  p2 = fused(p2, t4, 0x1.738ad31b2f9aep72)
  p2 = fused(p2, t4, 0x1.042714b7d44d5p31)
  var p3 = -0x1.01af10a5ebee2p111
  p3 = fused(p3, t4, 0x1.984edae053526p103)
  p3 = fused(p3, t4, 0x1.6b16a03b76db1p80)
  p3 = fused(p3, t4, 0x1.07ade70aac020p43)
  var q0 = 0x1.20567ca434dc4p113
  q0 = fused(q0, t4, 0x1.d81461c20e8e1p107)
  q0 = fused(q0, t4, 0x1.10a797274ff54p87)
  q0 = fused(q0, t4, 0x1.abe0a737101a5p52)
  q0 = fused(q0, t4, 0x1p0)
  var q1 = 0x1.6b1f3f4ed0ef3p110
  q1 = fused(q1, t4, 0x1.d9d73fc58c5f8p110)
  q1 = fused(q1, t4, 0x1.755b45ce686fep93)
  q1 = fused(q1, t4, 0x1.99d9328120ca9p62)
  q1 = fused(q1, t4, 0x1.f0dabf5212fa9p15)
  var q2 = 0x1.dadc0bef1f7aap112
  q2 = fused(q2, t4, 0x1.2053649c9d65bp99)
  q2 = fused(q2, t4, 0x1.9aef446026211p71)
  q2 = fused(q2, t4, 0x1.88f7a2ab17165p29)
  var q3 = 0x1.ad219d677d5d8p113
  q3 = fused(q3, t4, 0x1.f2290962dcebap103)
  q3 = fused(q3, t4, 0x1.c089da952736ep79)
  q3 = fused(q3, t4, 0x1.b6123dc05c6dbp41)
  let p = fused(fused(p3, t, p2), t2, fused(p1, t, p0))
  let q = fused(fused(q3, t, q2), t2, fused(q1, t, q0))
  return fused(x, p / q, x)
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
