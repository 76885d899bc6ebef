extension Kernels {
  /// y[places] ← points of Sobol's sequence; see `KernelSet`.
  ///
  /// The points are made by doubling, an exclusive or for each: the second half of 2^b points is the first with one more direction. Their
  /// bits stand in the places of y until the second loop scrambles them.
  @inline(never)
  package static func digitalPoints(
    into y: inout MutableSpan<Double>, places: Range<Int>, first: UInt32, directions: Span<UInt32>, seed: UInt32, shift: UInt32
  ) {
    checkPlaces(places, of: y.count)
    let start = places.lowerBound
    y[start] = Double(bitPattern: UInt64(first))
    var (made, bit) = (1, 0)
    while made < places.count {
      let direction = UInt64(directions[bit])
      for i in start..<(start &+ made) { y[i &+ made] = Double(bitPattern: y[i].bitPattern ^ direction) }
      made &*= 2
      bit &+= 1
    }
    let (seed, shift) = (UInt64(seed), UInt64(shift))
    let factor = seed &>> 16 | 1
    for i in places {
      let k = reversed(permuted(y[i].bitPattern, seed: seed, factor: factor)) ^ shift
      // 1 + k·2⁻³² by its bits, then minus (1 − 2⁻³³): both steps are exact.
      y[i] = Double(bitPattern: k &<< 20 | 0x3ff0_0000_0000_0000) - (1 - 0x1p-33)
    }
  }

  /// y[places] ← points of a shifted lattice; see `KernelSet`.
  @inline(never)
  package static func latticePoints(into y: inout MutableSpan<Double>, places: Range<Int>, first: UInt32, component: UInt32) {
    checkPlaces(places, of: y.count)
    let start = places.lowerBound
    y[start] = Double(bitPattern: UInt64(first))
    var (made, step) = (1, UInt64(component) &<< 31)
    while made < places.count {
      let summand = low(step)
      for i in start..<(start &+ made) { y[i &+ made] = Double(bitPattern: low(y[i].bitPattern &+ summand)) }
      made &*= 2
      step &>>= 1
    }
    for i in places {
      let x = y[i].bitPattern
      let k = min(x, x ^ 0xffff_ffff)
      // 1 + k·2⁻³¹ by its bits, then minus (1 − 2⁻³²): both steps are exact.
      y[i] = Double(bitPattern: k &<< 21 | 0x3ff0_0000_0000_0000) - (1 - 0x1p-32)
    }
  }

  /// y[places] ← uniforms within strata; see `KernelSet`.
  @inline(never)
  package static func stratify(
    _ y: inout MutableSpan<Double>, places: Range<Int>, firstPoint: UInt32, bits: Int, key: Span<UInt32>
  ) {
    precondition(places.lowerBound >= 0 && places.upperBound <= y.count, "stratify: the places leave the span")
    precondition(bits >= 1 && bits <= 31 && key.count == 8, "stratify: a permutation has 1 to 31 bits and a key of eight words")
    let mask = UInt64(1) &<< UInt64(truncatingIfNeeded: bits) &- 1
    let half = UInt64(truncatingIfNeeded: (bits &+ 1) / 2)
    let whole = UInt64(truncatingIfNeeded: bits)
    let (k0, k1, k2, k3) = (UInt64(key[0]), UInt64(key[1]), UInt64(key[2]), UInt64(key[3]))
    let (k4, k5, k6, k7) = (UInt64(key[4]), UInt64(key[5]), UInt64(key[6]), UInt64(key[7]))
    let offset = UInt64(firstPoint) &- UInt64(truncatingIfNeeded: places.lowerBound)
    for i in places {
      var x = offset &+ UInt64(truncatingIfNeeded: i)
      x = permuted(x, by: k0, k4, mask: mask, half: half)
      x = permuted(x, by: k1, k5, mask: mask, half: half)
      x = permuted(x, by: k2, k6, mask: mask, half: half)
      x = permuted(x, by: k3, k7, mask: mask, half: half)
      x = permuted(x, by: k4, k0, mask: mask, half: half)
      x = permuted(x, by: k5, k1, mask: mask, half: half)
      x = permuted(x, by: k6, k2, mask: mask, half: half)
      x = permuted(x, by: k7, k3, mask: mask, half: half)
      // k by its bits: 1 + k·2⁻⁵² is y + (1 − 2⁻⁵³), exactly.
      let k = (y[i] + 0x1.fffffffffffffp-1).bitPattern & 0x000f_ffff_ffff_ffff
      let own = x &<< (52 &- whole) | k &>> whole
      y[i] = Double(bitPattern: own | 0x3ff0_0000_0000_0000) - 0x1.fffffffffffffp-1
    }
  }

  /// One round of a permutation.
  @inline(__always)
  private static func permuted(_ x: UInt64, by factor: UInt64, _ summand: UInt64, mask: UInt64, half: UInt64) -> UInt64 {
    let y = (low(x) &* (factor | 1) &+ summand &>> 7) & mask
    return y ^ y &>> half
  }

  @inline(__always)
  private static func checkPlaces(_ places: Range<Int>, of count: Int) {
    precondition(places.lowerBound >= 0 && places.upperBound <= count, "points: the places leave the span")
    precondition(places.count > 0 && places.count & (places.count &- 1) == 0, "points: the places are no power of two in number")
  }

  /// The hash of Vegdahl of the low 32 bits; the upper halves of the lanes hold leftovers, which no lower bit reads.
  @inline(__always)
  private static func permuted(_ point: UInt64, seed: UInt64, factor: UInt64) -> UInt64 {
    var x = point
    x ^= low(x) &* 0x3d20_adea
    x = x &+ seed
    x = low(x) &* factor
    x ^= low(x) &* 0x0552_6c56
    x ^= low(x) &* 0x53a2_2864
    return x
  }

  /// The low 32 bits in the opposite order.
  @inline(__always)
  private static func reversed(_ word: UInt64) -> UInt64 {
    var x = word
    x = (x &>> 1) & 0x5555_5555 | (x & 0x5555_5555) &<< 1
    x = (x &>> 2) & 0x3333_3333 | (x & 0x3333_3333) &<< 2
    x = (x &>> 4) & 0x0f0f_0f0f | (x & 0x0f0f_0f0f) &<< 4
    return x.byteSwapped &>> 32
  }

  @inline(__always)
  private static func low(_ word: UInt64) -> UInt64 { word & 0xffff_ffff }
}
