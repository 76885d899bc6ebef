// Ranges are watched, not selected: the fast loop of a kernel keeps the extreme of some bits, and a block in which it has left the
// range, as next to none does, is computed again with every case told apart. Selects in the loop cost a fifth of an exponential.

/// The larger magnitude, as bits: they order as the magnitudes do, NaN last, and a maximum of integers vectorises where one of
/// doubles does not.
@inline(__always)
func larger(_ reach: Int64, _ x: Double) -> Int64 {
  let bits = Int64(bitPattern: x.magnitude.bitPattern)
  return bits > reach ? bits : reach
}

/// Whether magnitudes up to `reach` stay inside a limit.
@inline(__always)
func isInside(_ reach: Int64, _ limit: Double) -> Bool { reach <= Int64(bitPattern: limit.bitPattern) }
