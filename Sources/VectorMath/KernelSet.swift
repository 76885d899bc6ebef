/// What every build of the kernels offers; one metatype of this protocol is the table of functions.
///
/// The spans of a call have the same count unless said otherwise, and a mismatch stops the program. An *ulp* is the spacing of
/// doubles at the true result. Builds with fused multiply–add (v3, v4, arm64) agree in every bit; the baseline rounds twice where
/// they round once, and where its bound is another it is named. A NaN that goes in comes out; only `select` may pass over one.
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

  /// z ← Φ⁻¹(u), the standard normal quantile, for 0 < u < 1.
  ///
  /// Within 3 ulp for 2⁻¹¹ ≤ u ≤ 1 − 2⁻¹¹ and 6 beyond, down to the least positive double (baseline: 5 and 8). Whenever 1 − u is
  /// exact, z(1 − u) = −z(u) to the last bit. ±∞ at 1 and 0, NaN outside of [0, 1].
  ///
  /// Source: centre after Giles 2012, doi:10.1016/B978-0-12-385963-1.00010-1; tails after Wichura 1988, doi:10.2307/2347330.
  static func normalQuantile(_ u: Span<Double>, into z: inout MutableSpan<Double>)

  // MARK: Elementary functions

  /// y ← eˣ, within 1 ulp.
  ///
  /// +∞ where the result exceeds the largest finite double, 0 where it is below the smallest normal one.
  static func exp(_ x: Span<Double>, into y: inout MutableSpan<Double>)

  /// y ← eˣ − 1, within 2 ulp; −1 for very negative x, +∞ where the result is not finite.
  static func expm1(_ x: Span<Double>, into y: inout MutableSpan<Double>)

  /// y ← ln x, within 1 ulp for positive normal x; NaN for zero, negative, subnormal and infinite x.
  static func log(_ x: Span<Double>, into y: inout MutableSpan<Double>)

  /// y ← ln(1 + x), within 2 ulp for x > −1 and finite; NaN elsewhere.
  static func log1p(_ x: Span<Double>, into y: inout MutableSpan<Double>)

  /// y ← base^exponent = exp(exponent·ln base) for positive normal bases, NaN for others.
  ///
  /// Relative error at most (2 + 3·|exponent·ln base|)·2⁻⁵³: the error of the logarithm grows with the exponent.
  static func power(_ base: Span<Double>, _ exponent: Span<Double>, into y: inout MutableSpan<Double>)

  /// y ← 1/x, correctly rounded.
  static func reciprocal(_ x: Span<Double>, into y: inout MutableSpan<Double>)

  /// y ← √x, correctly rounded; NaN for negative x.
  static func squareRoot(_ x: Span<Double>, into y: inout MutableSpan<Double>)

  // MARK: Arithmetic

  /// y ← offset + scale·x.
  static func affine(_ x: Span<Double>, scale: Double, offset: Double, into y: inout MutableSpan<Double>)

  /// y ← offset + scale1·x1 + scale2·x2.
  static func affine2(
    _ x1: Span<Double>, scale1: Double, _ x2: Span<Double>, scale2: Double, offset: Double, into y: inout MutableSpan<Double>)

  /// y ← y + scale·x.
  static func addScaled(_ x: Span<Double>, scale: Double, into y: inout MutableSpan<Double>)

  /// y ← a·b.
  static func multiply(_ a: Span<Double>, _ b: Span<Double>, into y: inout MutableSpan<Double>)

  /// y ← a/b.
  static func divide(_ a: Span<Double>, _ b: Span<Double>, into y: inout MutableSpan<Double>)

  /// y ← the greater of a and b, element by element; NaN where either is.
  static func maximum(_ a: Span<Double>, _ b: Span<Double>, into y: inout MutableSpan<Double>)

  /// y ← the lesser of a and b, element by element; NaN where either is.
  static func minimum(_ a: Span<Double>, _ b: Span<Double>, into y: inout MutableSpan<Double>)

  /// y ← the greater of x and the limit, element by element; NaN where either is.
  static func maximum(_ x: Span<Double>, limit: Double, into y: inout MutableSpan<Double>)

  /// y ← the lesser of x and the limit, element by element; NaN where either is.
  static func minimum(_ x: Span<Double>, limit: Double, into y: inout MutableSpan<Double>)

  /// y ← c where a ≥ b, d elsewhere (also where a or b is NaN).
  static func select(
    whereAtLeast a: Span<Double>, _ b: Span<Double>, then c: Span<Double>, else d: Span<Double>, into y: inout MutableSpan<Double>
  )

  // MARK: Constant-elasticity responses in one pass

  /// y ← exp(offset + scale·x).
  static func exponentialAffine(_ x: Span<Double>, scale: Double, offset: Double, into y: inout MutableSpan<Double>)

  /// y ← exp(offset + scale1·x1 + scale2·x2).
  static func exponentialAffine2(
    _ x1: Span<Double>, scale1: Double, _ x2: Span<Double>, scale2: Double, offset: Double, into y: inout MutableSpan<Double>)

  /// y ← y + weight·exp(scale·x).
  static func addScaledExponential(_ x: Span<Double>, scale: Double, weight: Double, into y: inout MutableSpan<Double>)

  /// y ← y + weight·exp(offset + scale1·x1 + scale2·x2).
  static func addScaledExponential2(
    _ x1: Span<Double>, scale1: Double, _ x2: Span<Double>, scale2: Double, offset: Double, weight: Double,
    into y: inout MutableSpan<Double>)

  /// y ← y + weight·(intercept + slope·base)^(exponentScale·exponent), with the domain of `power`.
  static func addScaledPower(
    base: Span<Double>, slope: Double, intercept: Double, exponent: Span<Double>, exponentScale: Double, weight: Double,
    into y: inout MutableSpan<Double>)

  // MARK: Tables and summaries

  /// y ← a piecewise cubic at z; returns how many y are NaN.
  ///
  /// Cell i of the table covers z from origin + i/cellsPerUnit, the first and the last cell also what lies beyond (held constant
  /// at the ends). With t ∈ [0, 1) the place inside the cell, y = c₀ + t·(c₁ + t·(c₂ + t·c₃)) with cₖ = coefficients[4i + k]. A
  /// cell whose c₀ is NaN says that no cubic serves there: the caller mends those y, and the count tells whether there are any.
  static func interpolate(
    _ z: Span<Double>, origin: Double, cellsPerUnit: Double, coefficients: Span<Double>, into y: inout MutableSpan<Double>
  ) -> Int

  /// The sums of (x − centre)ᵏ for k = 1…4.
  ///
  /// Eight lanes take every eighth element in turn, and are added in a fixed order, so the bits are the same in every build.
  static func powerSums(_ x: Span<Double>, centre: Double) -> (sum1: Double, sum2: Double, sum3: Double, sum4: Double)

  /// The least and the greatest element; a NaN shows up as one of the two. The span must not be empty.
  static func bounds(_ x: Span<Double>) -> (minimum: Double, maximum: Double)
}
