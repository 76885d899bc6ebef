/// What every build of the kernels offers; one metatype of this protocol is the table of functions.
///
/// The spans of a call have the same count unless said otherwise, and a mismatch stops the program. An *ulp* is the spacing of
/// doubles at the true result. Builds with fused multiply–add (v3, v4, arm64) agree in every bit; the baseline rounds twice where
/// they round once, and where its bound is another it is named. A NaN that goes in comes out, but for `select`, `count` and
/// `excessSums`.
/// Every function is O(count).
package protocol KernelSet: SendableMetatype {
  // MARK: Random numbers

  /// y ← the uniforms of one block of a stream, in the open interval (0, 1).
  ///
  /// With h = y.count/2, pair number block·h + i of the stream gives y[i] and y[h + i]: the counter of Philox4x32-10 is (pair
  /// low, pair high, stream low, stream high), its key (key low, key high); output words 0 and 1 (low word first) make y[i],
  /// words 2 and 3 make y[h + i]. Of 64 bits the top 52, k, give (2k + 1)·2⁻⁵³ exactly, so 0 and 1 never occur and u and 1 − u
  /// are equally likely. The same bits in every build. The count must be even.
  ///
  /// Source: Salmon et al. 2011, doi:10.1145/2063384.2063405.
  static func uniforms(into y: inout MutableSpan<Double>, stream: UInt64, key: UInt64, block: UInt64)

  /// y ← the standard normals of one block of a stream, by the polar method of Box and Muller.
  ///
  /// With q = y.count/4, call number block·q + i of the stream, the counter of Philox4x32-10 as above, gives two pairs. Words 0 and 1
  /// make the pair y[i] and y[2q + i], words 2 and 3 the pair y[q + i] and y[3q + i]: the first word k the radius r = √(−2 ln u), u =
  /// (2k + 1)·2⁻³³, the second word m the angle of x = m·2⁻³¹ − 1 half turns, the pair r·cos πx and r·sin πx. Where u < 2⁻¹¹ the top
  /// 31 bits e of the same word of call number 2⁶³ + block·q + i take its last place: u = (2·(2³¹k + e) + 1)·2⁻⁶⁴. So the tails are
  /// those of the normal distribution to 9.4 standard deviations, and cos and sin are never infinite or NaN.
  /// The count must be a multiple of four.
  ///
  /// Within 8 ulp (baseline: 10). Source: Box and Muller 1958, doi:10.1214/aoms/1177706645.
  static func normals(into y: inout MutableSpan<Double>, stream: UInt64, key: UInt64, block: UInt64)

  /// y[places] ← points of Sobol's sequence in one dimension, scrambled by a hash and shifted, in (0, 1).
  ///
  /// With point number i of the places, counted from 0: x is `first` exclusive or the directions of i's bits; the hash of Vegdahl
  /// with `seed` permutes it; its bits reversed, exclusive or `shift`, are k, and y = (2k + 1)·2⁻³³, exactly. `first` and
  /// `directions` have their bits reversed. The places are a power of two in number, with at least a direction for each bit. The
  /// same bits in every build.
  static func digitalPoints(
    into y: inout MutableSpan<Double>, places: Range<Int>, first: UInt32, directions: Span<UInt32>, seed: UInt32, shift: UInt32)

  /// y[places] ← points of a shifted rank-1 lattice in one dimension, folded by the baker's map, in (0, 1).
  ///
  /// With point number i of the places, counted from 0: x = first + component·r(i) modulo 2³², r(i) the reversed 32 bits of i; y =
  /// (2k + 1)·2⁻³², k the smaller of x and 2³² − 1 − x, exactly. The places are a power of two in number. The same bits in every build.
  static func latticePoints(into y: inout MutableSpan<Double>, places: Range<Int>, first: UInt32, component: UInt32)

  /// y[places] ← the same uniforms, each within a stratum of its own out of 2^bits.
  ///
  /// Point number i of the places, counted from 0, has the stratum of `firstPoint` + i under the permutation of `key`, eight words:
  /// eight rounds of x ← (x·(key[r] | 1) + ⌊key[(r + 4) mod 8]/2⁷⌋) modulo 2^bits, then x ← x ⊕ ⌊x/2^⌈bits/2⌉⌋. With the stratum π and y = (2k + 1)·2⁻⁵³
  /// the result is (2·(π·2^(52 − bits) + ⌊k/2^bits⌋) + 1)·2⁻⁵³, exactly. The same bits in every build.
  static func stratify(
    _ y: inout MutableSpan<Double>, places: Range<Int>, firstPoint: UInt32, bits: Int, key: Span<UInt32>)

  /// z ← Φ⁻¹(u), the standard normal quantile, for 0 < u < 1.
  ///
  /// Within 3 ulp for 2⁻¹¹ ≤ u ≤ 1 − 2⁻¹¹ and 6 beyond, down to the least positive double (baseline: 5 and 8). Whenever 1 − u is
  /// exact, z(1 − u) = −z(u) to the last bit. ±∞ at 1 and 0, NaN outside of [0, 1].
  ///
  /// The centre is a rational minimax of our own; the tails are those of Wichura 1988, doi:10.2307/2347330.
  static func normalQuantile(_ u: Span<Double>, into z: inout MutableSpan<Double>)

  // MARK: Elementary functions
  //
  // The simulator itself calls `expm1`, `log`, `log1p` and `reciprocal`; the others complete the set and are held to the same
  // tests.

  /// y ← eˣ, within 1 ulp.
  ///
  /// +∞ where the result exceeds the largest finite double, 0 where it is below the smallest normal one.
  static func exp(_ x: Span<Double>, into y: inout MutableSpan<Double>)

  /// y ← eˣ − 1, within 2 ulp; −1 for very negative x, +∞ where the result is not finite.
  static func expm1(_ x: Span<Double>, into y: inout MutableSpan<Double>)

  /// y ← ln(offset + scale·x), within 1 ulp of the logarithm of the rounded argument (which is x itself for scale 1 and offset
  /// 0) where that is positive and normal; NaN where it is zero, negative, subnormal or infinite.
  static func log(_ x: Span<Double>, scale: Double, offset: Double, into y: inout MutableSpan<Double>)

  /// y ← ln(1 + x), within 2 ulp for x > −1 and finite; NaN elsewhere.
  static func log1p(_ x: Span<Double>, into y: inout MutableSpan<Double>)

  /// y ← base^exponent = exp(exponent·ln base) for positive normal bases, NaN for others.
  ///
  /// Relative error at most (2 + 3·|exponent·ln base|)·2⁻⁵³: the error of the logarithm grows with the exponent.
  static func power(_ base: Span<Double>, _ exponent: Span<Double>, into y: inout MutableSpan<Double>)

  /// y ← 1/x, correctly rounded.
  static func reciprocal(_ x: Span<Double>, into y: inout MutableSpan<Double>)

  // MARK: Arithmetic

  /// y ← offset + scale·x.
  static func affine(_ x: Span<Double>, scale: Double, offset: Double, into y: inout MutableSpan<Double>)

  /// y ← offset + scale1·x1 + scale2·x2.
  static func affine2(
    _ x1: Span<Double>, scale1: Double, _ x2: Span<Double>, scale2: Double, offset: Double, into y: inout MutableSpan<Double>)

  /// y ← y + scale·x.
  static func addScaled(_ x: Span<Double>, scale: Double, into y: inout MutableSpan<Double>)

  /// y1 ← y1 + scale1·x, y2 ← y2 + scale2·x: the same bits as two calls of `addScaled`.
  static func addScaled2(
    _ x: Span<Double>, scale1: Double, into y1: inout MutableSpan<Double>, scale2: Double, into y2: inout MutableSpan<Double>)

  /// y ← y + scale·(a·b): the same bits as `multiply` and `addScaled`.
  static func addScaledProduct(_ a: Span<Double>, _ b: Span<Double>, scale: Double, into y: inout MutableSpan<Double>)

  /// y1 ← y1 + scale1·(a·b), y2 ← y2 + scale2·(a·b); bits as above.
  static func addScaledProduct2(
    _ a: Span<Double>, _ b: Span<Double>, scale1: Double, into y1: inout MutableSpan<Double>, scale2: Double,
    into y2: inout MutableSpan<Double>)

  /// y1 ← y1 + scale1·(a·b), and so on for y2 and y3; bits as above.
  static func addScaledProduct3(
    _ a: Span<Double>, _ b: Span<Double>, scale1: Double, into y1: inout MutableSpan<Double>, scale2: Double,
    into y2: inout MutableSpan<Double>, scale3: Double, into y3: inout MutableSpan<Double>)

  /// y ← a·b.
  static func multiply(_ a: Span<Double>, _ b: Span<Double>, into y: inout MutableSpan<Double>)

  /// y ← a/b.
  static func divide(_ a: Span<Double>, _ b: Span<Double>, into y: inout MutableSpan<Double>)

  /// y ← the greater of a and b, element by element; NaN where either is.
  static func maximum(_ a: Span<Double>, _ b: Span<Double>, into y: inout MutableSpan<Double>)

  /// y ← the lesser of a and b, element by element; NaN where either is.
  static func minimum(_ a: Span<Double>, _ b: Span<Double>, into y: inout MutableSpan<Double>)

  /// y ← c where a ≥ b, d elsewhere (also where a or b is NaN).
  static func select(
    whereAtLeast a: Span<Double>, _ b: Span<Double>, then c: Span<Double>, else d: Span<Double>, into y: inout MutableSpan<Double>
  )

  // MARK: Constant-elasticity responses
  //
  // The exponentials are within (2 + 3·a)·2⁻⁵³ in relative terms, a the sum of the magnitudes of the argument's terms: the rounding
  // of the argument is the larger part. Where one is added to y, its argument is held inside ±707, so that a term is never infinite
  // and never less than 4·10⁻³⁰⁸ of its weight.

  /// y ← exp(offset + scale·x); +∞ and 0 as `exp`. Returns the largest magnitude of the argument, up to rounding; NaN where one is.
  @discardableResult
  static func exponentialAffine(_ x: Span<Double>, scale: Double, offset: Double, into y: inout MutableSpan<Double>) -> Double

  /// y ← exp(offset + scale1·x1 + scale2·x2); +∞ and 0 as `exp`. Returns the largest magnitude of the argument as above.
  @discardableResult
  static func exponentialAffine2(
    _ x1: Span<Double>, scale1: Double, _ x2: Span<Double>, scale2: Double, offset: Double, into y: inout MutableSpan<Double>
  ) -> Double

  /// y ← exp(offset + scale·(x1·x2)); +∞ and 0 as `exp`. The same bits as `multiply` and `exponentialAffine`.
  static func exponentialOfProduct(
    _ x1: Span<Double>, _ x2: Span<Double>, scale: Double, offset: Double, into y: inout MutableSpan<Double>)

  /// y ← y + weight·exp(scale·x).
  static func addScaledExponential(_ x: Span<Double>, scale: Double, weight: Double, into y: inout MutableSpan<Double>)

  /// y ← y + weight·exp(offset + scale1·x1 + scale2·x2).
  static func addScaledExponential2(
    _ x1: Span<Double>, scale1: Double, _ x2: Span<Double>, scale2: Double, offset: Double, weight: Double,
    into y: inout MutableSpan<Double>)

  /// y ← y + weight·exp(scale·x1·x2).
  ///
  /// The caller says by `isOrdinary` that no argument is beyond ±707: none is held then, with the same bits in less time. Where one is
  /// beyond all the same, its term means nothing.
  static func addScaledExponentialOfProduct(
    _ x1: Span<Double>, _ x2: Span<Double>, scale: Double, weight: Double, isOrdinary: Bool, into y: inout MutableSpan<Double>)

  // MARK: Polynomials and tables

  /// y ← Σ coefficients[k]·tᵏ with t = offset + scale·x, a polynomial of degree 9 or 13: 10 or 14 coefficients.
  static func polynomial(
    _ x: Span<Double>, scale: Double, offset: Double, coefficients: Span<Double>, into y: inout MutableSpan<Double>)

  /// y ← a piecewise cubic at z; returns how many y are NaN.
  ///
  /// Cell i of the table covers z from origin + i/cellsPerUnit, the first and the last cell also what lies beyond (held constant
  /// at the ends). With t ∈ [0, 1] the place inside the cell, y = c₀ + t·(c₁ + t·(c₂ + t·c₃)) with cₖ = coefficients[4i + k]. A
  /// cell whose c₀ is NaN says that no cubic serves there: the caller mends those y, and the count tells whether there are any.
  static func interpolate(
    _ z: Span<Double>, origin: Double, cellsPerUnit: Double, coefficients: Span<Double>, into y: inout MutableSpan<Double>
  ) -> Int

  /// y ← factor·eʸ, held between `lower` and `upper`, with results below the smallest normal number; NaN stays.
  static func exponentiate(_ y: inout MutableSpan<Double>, factor: Double, lower: Double, upper: Double)

  // MARK: Summaries

  /// The sums of zᵏ for k = 1 … 6, z = (x − centre)·scale.
  ///
  /// Eight lanes take every eighth element in turn and are added halves first, with no fused step, so that the bits are the same
  /// in every build.
  static func powerSums(
    _ x: Span<Double>, centre: Double, scale: Double
  ) -> (sum1: Double, sum2: Double, sum3: Double, sum4: Double, sum5: Double, sum6: Double)

  /// The sums of the positive parts of lower − z and z − upper, and of their squares, z = (x − centre)·scale; lanes as above.
  static func excessSums(
    _ x: Span<Double>, centre: Double, scale: Double, lower: Double, upper: Double
  ) -> (below: Double, belowSquared: Double, above: Double, aboveSquared: Double)

  /// How two columns lie about a level: in how many places only the first, or only the second, is at or below it, and the sums of
  /// the differences of the positive parts of u and v and of −u and −v, and of their squares, u = (level − first)·scale and v the
  /// same of the second; lanes as above. No element may be NaN.
  static func excessDifferenceSums(
    _ first: Span<Double>, _ second: Span<Double>, level: Double, scale: Double
  ) -> (firstOnly: Int, secondOnly: Int, below: Double, belowSquared: Double, above: Double, aboveSquared: Double)

  /// The least and the greatest element; a NaN shows up as one of the two. The span must not be empty.
  static func bounds(_ x: Span<Double>) -> (minimum: Double, maximum: Double)

  // MARK: Sketches

  /// Counts elements in bins; returns how many it has left to the caller, and in `listed` their indices, ascending.
  ///
  /// With p = (x − origin)·cellsPerUnit held inside 0 … cells − 1 (0 for NaN) and rounded to 24 fractional bits, an element stands in
  /// cell ⌊p⌋, and its bin is ⌊(offset + slope·2²⁴p)/2²⁴⌋ in 64 bits that wrap around, with the cell's offset and slope: so many
  /// bins of equal width as the slope says. A cell whose slope has its top bit set is left to the caller. `counts` has a place
  /// for each bin, `listed` for each element. A count wraps around, so the caller empties them in time. O(count), 12 to 20
  /// processor instructions an element.
  static func count(
    _ x: Span<Double>, origin: Double, cellsPerUnit: Double, offsets: Span<UInt64>, slopes: Span<UInt64>,
    in counts: inout MutableSpan<UInt16>, listed: inout MutableSpan<UInt32>
  ) -> Int
}
