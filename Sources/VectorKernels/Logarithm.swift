// ln x and ln(1 + x), after fdlibm's e_log.c (Sun Microsystems, 1993): x = 2ᵏ·m with m in [√½, √2), f = m − 1, s = f/(2 + f),
// ln m = f − (f²/2 − s·(f²/2 + R(s²))), where R is fdlibm's minimax polynomial (error below 2^-58.45).

/// k and f = m − 1 of a positive normal x.
@inline(__always)
private func split(_ x: Double) -> (exponent: Double, f: Double) {
  // With 2⁶² added nothing is negative, and the shift need not carry a sign, which many instruction sets cannot do for 64 bits.
  let shifted = x.bitPattern &- 0x3fe6_a09e_667f_3bcd &+ 0x4000_0000_0000_0000
  let m = Double(bitPattern: x.bitPattern &+ 0x4000_0000_0000_0000 &- (shifted & 0xfff0_0000_0000_0000))
  // The integer k + 1024 as a number, through the low bits of 2⁵².
  let exponent = Double(bitPattern: shifted &>> 52 | 0x4330_0000_0000_0000) - (0x1p52 + 1024)
  return (exponent, m - 1)
}

/// R(z)/z, the sum of 2·zⁱ/(2i + 3).
@inline(__always)
private func tailOfSeries(_ z: Double) -> Double {
  var p = 0x1.2f112df3e5244p-3
  p = fused(p, z, 0x1.39a09d078c69fp-3)
  p = fused(p, z, 0x1.7466496cb03dep-3)
  p = fused(p, z, 0x1.c71c51d8e78afp-3)
  p = fused(p, z, 0x1.2492494229359p-2)
  p = fused(p, z, 0x1.999999997fa04p-2)
  return fused(p, z, 0x1.5555555555593p-1)
}

/// ln x + `correction` for positive normal x, where the correction is small against the result or f.
@inline(__always)
private func logarithm(_ x: Double, plus correction: Double) -> Double {
  let (exponent, f) = split(x)
  let s = f / (f + 2)
  let z = s * s
  let half = 0.5 * f * f
  let small = fused(exponent, 0x1.a39ef35793c76p-33, correction)
  return fused(exponent, 0x1.62e42feep-1, f - (half - fused(s, fused(tailOfSeries(z), z, half), small)))
}

/// ln x for positive normal x: within 1 ulp, meaningless elsewhere.
@inline(__always)
func logarithmOfNormal(_ x: Double) -> Double { logarithm(x, plus: 0) }

/// The top bit is set for just those x that are not positive normal numbers: what loops over many collect.
@inline(__always)
func signOutside(_ x: Double) -> UInt64 {
  // Below the least normal number the first difference is negative, above the largest finite one the second.
  (x.bitPattern &- Double.leastNormalMagnitude.bitPattern) | (Double.greatestFiniteMagnitude.bitPattern &- x.bitPattern)
}

/// ln x for positive normal x, NaN for every other x.
@inline(__always)
func logarithm(_ x: Double) -> Double {
  // Two selects after the fact; a condition before it would be a branch.
  let y = logarithmOfNormal(x)
  let bounded = x <= Double.greatestFiniteMagnitude ? y : Double.nan
  return x >= Double.leastNormalMagnitude ? bounded : Double.nan
}

/// ln(1 + x) for x > −1 and finite, with its relative accuracy kept near 0; NaN elsewhere.
@inline(__always)
func logarithmOfOnePlus(_ x: Double) -> Double {
  // u + lost = 1 + x exactly (Knuth's two-sum); ln(u + lost) = ln u + lost/u to first order.
  let u = 1 + x
  let rest = u - 1
  let lost = (1 - (u - rest)) + (x - rest)
  let y = logarithm(u, plus: lost / u)
  let bounded = x <= Double.greatestFiniteMagnitude ? y : Double.nan
  return x > -1 ? bounded : Double.nan
}
