// Constant-elasticity responses: as much of the formula in one pass over the block as keeps the processor busy, so that few
// intermediate columns are written. A logarithm, or a polynomial in its place, has a pass of its own: with the exponential it
// would be a chain of dependent steps too long for a processor to look past. Exponentials are powers of two; log₂e is multiplied
// into the constants of the argument.

extension Kernels {
  /// y ← exp(offset + scale·x).
  @inline(never)
  @discardableResult
  package static func exponentialAffine(
    _ x: Span<Double>, scale: Double, offset: Double, into y: inout MutableSpan<Double>
  ) -> Double {
    precondition(x.count == y.count, "exponentialAffine: the spans differ in length")
    let (scale, offset) = (scale * binaryLogarithmOfE, offset * binaryLogarithmOfE)
    var reach: Int64 = 0
    for i in 0..<y.count {
      let t = fused(scale, x[i], offset)
      reach = larger(reach, t)
      y[i] = ordinaryPowerOfTwo(t)
    }
    if !isInside(reach, ordinaryPower) { for i in 0..<y.count { y[i] = powerOfTwo(fused(scale, x[i], offset)) } }
    return magnitude(reach)
  }

  /// y ← exp(offset + scale1·x1 + scale2·x2).
  @inline(never)
  @discardableResult
  package static func exponentialAffine2(
    _ x1: Span<Double>, scale1: Double, _ x2: Span<Double>, scale2: Double, offset: Double, into y: inout MutableSpan<Double>
  ) -> Double {
    precondition(x1.count == y.count && x2.count == y.count, "exponentialAffine2: the spans differ in length")
    let (scale1, scale2) = (scale1 * binaryLogarithmOfE, scale2 * binaryLogarithmOfE)
    let offset = offset * binaryLogarithmOfE
    var reach: Int64 = 0
    for i in 0..<y.count {
      let t = fused(scale2, x2[i], fused(scale1, x1[i], offset))
      reach = larger(reach, t)
      y[i] = ordinaryPowerOfTwo(t)
    }
    if !isInside(reach, ordinaryPower) {
      for i in 0..<y.count { y[i] = powerOfTwo(fused(scale2, x2[i], fused(scale1, x1[i], offset))) }
    }
    return magnitude(reach)
  }

  /// The largest of the arguments that a power of two has met, as one of the exponential.
  @inline(__always)
  private static func magnitude(_ reach: Int64) -> Double { Double(bitPattern: UInt64(bitPattern: reach)) / binaryLogarithmOfE }

  /// y ← exp(offset + scale·(x1·x2)).
  @inline(never)
  package static func exponentialOfProduct(
    _ x1: Span<Double>, _ x2: Span<Double>, scale: Double, offset: Double, into y: inout MutableSpan<Double>
  ) {
    precondition(x1.count == y.count && x2.count == y.count, "exponentialOfProduct: the spans differ in length")
    let (scale, offset) = (scale * binaryLogarithmOfE, offset * binaryLogarithmOfE)
    var reach: Int64 = 0
    for i in 0..<y.count {
      let t = fused(scale, x1[i] * x2[i], offset)
      reach = larger(reach, t)
      y[i] = ordinaryPowerOfTwo(t)
    }
    if !isInside(reach, ordinaryPower) {
      for i in 0..<y.count { y[i] = powerOfTwo(fused(scale, x1[i] * x2[i], offset)) }
    }
  }

  /// y ← y + weight·exp(scale·x).
  @inline(never)
  package static func addScaledExponential(
    _ x: Span<Double>, scale: Double, weight: Double, into y: inout MutableSpan<Double>
  ) {
    precondition(x.count == y.count, "addScaledExponential: the spans differ in length")
    let scale = scale * binaryLogarithmOfE
    for i in 0..<y.count { y[i] = fused(weight, clampedPowerOfTwo(scale * x[i]), y[i]) }
  }

  /// y ← y + weight·exp(offset + scale1·x1 + scale2·x2).
  @inline(never)
  package static func addScaledExponential2(
    _ x1: Span<Double>, scale1: Double, _ x2: Span<Double>, scale2: Double, offset: Double, weight: Double,
    into y: inout MutableSpan<Double>
  ) {
    precondition(x1.count == y.count && x2.count == y.count, "addScaledExponential2: the spans differ in length")
    let (scale1, scale2) = (scale1 * binaryLogarithmOfE, scale2 * binaryLogarithmOfE)
    let offset = offset * binaryLogarithmOfE
    for i in 0..<y.count {
      y[i] = fused(weight, clampedPowerOfTwo(fused(scale2, x2[i], fused(scale1, x1[i], offset))), y[i])
    }
  }

  /// y ← y + weight·exp(scale·x1·x2).
  @inline(never)
  package static func addScaledExponentialOfProduct(
    _ x1: Span<Double>, _ x2: Span<Double>, scale: Double, weight: Double, isOrdinary: Bool, into y: inout MutableSpan<Double>
  ) {
    precondition(x1.count == y.count && x2.count == y.count, "addScaledExponentialOfProduct: the spans differ in length")
    let scale = scale * binaryLogarithmOfE
    if isOrdinary {
      for i in 0..<y.count { y[i] = fused(weight, ordinaryPowerOfTwo(scale * x1[i] * x2[i]), y[i]) }
    } else {
      for i in 0..<y.count { y[i] = fused(weight, clampedPowerOfTwo(scale * x1[i] * x2[i]), y[i]) }
    }
  }

  /// y ← P(offset + scale·x).
  @inline(never)
  package static func polynomial(
    _ x: Span<Double>, scale: Double, offset: Double, coefficients: Span<Double>, into y: inout MutableSpan<Double>
  ) {
    precondition(x.count == y.count, "polynomial: the spans differ in length")
    if coefficients.count == ShortPolynomial.count {
      let polynomial = ShortPolynomial(coefficients)
      for i in 0..<y.count { y[i] = polynomial(fused(scale, x[i], offset)) }
    } else {
      precondition(coefficients.count == Polynomial.count, "polynomial: the degree is 9 or 13")
      let polynomial = Polynomial(coefficients)
      for i in 0..<y.count { y[i] = polynomial(fused(scale, x[i], offset)) }
    }
  }
}
