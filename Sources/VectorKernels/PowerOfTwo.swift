// 2ᵗ, for exponentials whose argument is a product or a sum: log₂e joins one of its factors, and t = n + r needs no care, because
// n is an integer and the difference exact. What the argument loses by its own rounding is more than what is lost here.

/// log₂e, by which the factors of an argument are multiplied.
@inline(__always)
var binaryLogarithmOfE: Double { 0x1.71547652b82fep0 }

/// Powers up to this size of t are normal numbers.
@inline(__always)
var ordinaryPower: Double { 1021 }

/// 2ᵗ for |t| ≤ `ordinaryPower`, within 1 ulp, and NaN for NaN; meaningless beyond.
///
/// The polynomial of degree 11 is that of the exponential in r·ln 2 (relative error 2.9e-17 with these rounded coefficients).
@inline(__always)
func ordinaryPowerOfTwo(_ t: Double) -> Double {
  // Adding 1.5·2⁵² rounds to an integer, which then stands in the low bits of the sum.
  let shifted = t + 0x1.8p52
  let r = t - (shifted - 0x1.8p52)
  // Odd and even powers side by side: half as long a chain of dependent steps.
  let r2 = r * r
  var odd = 0x1.e7c8a92289440p-32
  odd = fused(odd, r2, 0x1.b526519ae60a9p-24)
  odd = fused(odd, r2, 0x1.ffcbfbc86cde7p-17)
  odd = fused(odd, r2, 0x1.5d87fe78c34f2p-10)
  odd = fused(odd, r2, 0x1.c6b08d704a046p-5)
  var even = 0x1.e617c105e7169p-28
  even = fused(even, r2, 0x1.62bfc9edcee1ep-20)
  even = fused(even, r2, 0x1.4309130dc8d61p-13)
  even = fused(even, r2, 0x1.3b2ab6fba077dp-7)
  even = fused(even, r2, 0x1.ebfbdff82c5a2p-3)
  let p = fused(fused(fused(odd, r, even), r, 0x1.62e42fefa39efp-1), r, 1)
  return Double(bitPattern: p.bitPattern &+ (shifted.bitPattern &<< 52))
}

/// 2ᵗ for every t: +∞ above the largest finite result, 0 where it would fall below the smallest normal number.
@inline(__always)
func powerOfTwo(_ t: Double) -> Double {
  let y = ordinaryPowerOfTwo(t)
  let bounded = t >= 1024 ? Double.infinity : y
  return t < -1022 ? 0 : bounded
}

/// 2ᵗ with t held inside ±`ordinaryPower`; NaN for NaN by the order of the operands.
@inline(__always)
func clampedPowerOfTwo(_ t: Double) -> Double {
  let below = ordinaryPower < t ? ordinaryPower : t
  return ordinaryPowerOfTwo(-ordinaryPower > below ? -ordinaryPower : below)
}
