// eˣ and eˣ − 1. Both write x = n·ln 2 + r with |r| ≤ ln 2 / 2 and scale by 2ⁿ through the exponent bits.

/// The integer n nearest x / ln 2, as a number and in the low bits of `shifted`, and eʳ − 1 for the rest r.
///
/// eʳ = 1 + r + r²·q(r), where q is the minimax polynomial of degree 9 for the relative error of eʳ (3.6e-18, by Remez exchange).
/// ln 2 is subtracted in two pieces, the first short enough that n times it is exact; the rounding error of the second is kept
/// and joins the small terms, which is what brings the result under one ulp.
@inline(__always)
private func reduce(_ x: Double) -> (n: Double, shifted: Double, growth: Double) {
  // Adding 1.5·2⁵² rounds to an integer, which then stands in the low bits of the sum.
  let shifted = fused(x, 0x1.71547652b82fep0, 0x1.8p52)
  let n = shifted - 0x1.8p52
  let high = fused(n, -0x1.62e42feep-1, x)
  let r = fused(n, -0x1.a39ef35793c76p-33, high)
  let lost = fused(n, -0x1.a39ef35793c76p-33, high - r)
  // Odd and even powers side by side: half as long a chain of dependent steps.
  let r2 = r * r
  var odd = 0x1.ad810f55cf569p-26
  odd = fused(odd, r2, 0x1.71df242ddf1d6p-19)
  odd = fused(odd, r2, 0x1.a01a012aee430p-13)
  odd = fused(odd, r2, 0x1.11111111279cep-7)
  odd = fused(odd, r2, 0x1.55555555554fap-3)
  var even = 0x1.28ad6fe5fafb1p-22
  even = fused(even, r2, 0x1.a0199a0e48d17p-16)
  even = fused(even, r2, 0x1.6c16c1842a13ap-10)
  even = fused(even, r2, 0x1.5555555550877p-5)
  even = fused(even, r2, 0x1.000000000000ap-1)
  let q = fused(odd, r, even)
  return (n, shifted, r + fused(q, r2, lost))
}

/// Arguments up to this size have an exponential that is a normal number.
@inline(__always)
var ordinaryExponent: Double { 708 }

/// eˣ for |x| ≤ `ordinaryExponent`, within 1 ulp, and NaN for NaN; meaningless beyond.
@inline(__always)
func ordinaryExponential(_ x: Double) -> Double {
  let (_, shifted, growth) = reduce(x)
  return Double(bitPattern: (1 + growth).bitPattern &+ (shifted.bitPattern &<< 52))
}

/// eˣ for every x: within 1 ulp, +∞ above the largest finite result, 0 where it would fall below the smallest normal number.
@inline(__always)
func exponential(_ x: Double) -> Double {
  let y = ordinaryExponential(x)
  let bounded = x > 0x1.62e42fefa39efp9 ? Double.infinity : y
  return x < -0x1.6232bdd7abcd2p9 ? 0 : bounded
}

/// eˣ − 1, with its relative accuracy kept near 0.
@inline(__always)
func exponentialMinusOne(_ x: Double) -> Double {
  // Below −50 the result is −1; the clamp keeps 2ⁿ⁻¹ normal. The order of the operands lets a NaN through.
  let clamped = -50 > x ? -50 : x
  let (_, shifted, growth) = reduce(clamped)
  // 2ⁿ·eʳ − 1 = 2·(2ⁿ⁻¹·(eʳ − 1) + (2ⁿ⁻¹ − ½)): half the scale stays finite for n = 1024.
  let half = Double(bitPattern: (0.5).bitPattern &+ (shifted.bitPattern &<< 52))
  let y = 2 * fused(half, growth, half - 0.5)
  return x > 0x1.62e42fefa39efp9 ? Double.infinity : y
}
