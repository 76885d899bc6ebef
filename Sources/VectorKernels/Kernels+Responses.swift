// Constant-elasticity responses: the whole formula in one pass over the block, so that no intermediate column is written.

extension Kernels {
  /// y ← exp(offset + scale·x).
  @inline(never)
  package static func exponentialAffine(_ x: Span<Double>, scale: Double, offset: Double, into y: inout MutableSpan<Double>) {
    precondition(x.count == y.count, "exponentialAffine: the spans differ in length")
    for i in 0..<y.count { y[i] = exponential(fused(scale, x[i], offset)) }
  }

  /// y ← exp(offset + scale1·x1 + scale2·x2).
  @inline(never)
  package static func exponentialAffine2(
    _ x1: Span<Double>, scale1: Double, _ x2: Span<Double>, scale2: Double, offset: Double, into y: inout MutableSpan<Double>
  ) {
    precondition(x1.count == y.count && x2.count == y.count, "exponentialAffine2: the spans differ in length")
    for i in 0..<y.count { y[i] = exponential(fused(scale2, x2[i], fused(scale1, x1[i], offset))) }
  }

  /// y ← y + weight·exp(scale·x).
  @inline(never)
  package static func addScaledExponential(
    _ x: Span<Double>, scale: Double, weight: Double, into y: inout MutableSpan<Double>
  ) {
    precondition(x.count == y.count, "addScaledExponential: the spans differ in length")
    for i in 0..<y.count { y[i] = fused(weight, exponential(scale * x[i]), y[i]) }
  }

  /// y ← y + weight·exp(offset + scale1·x1 + scale2·x2).
  @inline(never)
  package static func addScaledExponential2(
    _ x1: Span<Double>, scale1: Double, _ x2: Span<Double>, scale2: Double, offset: Double, weight: Double,
    into y: inout MutableSpan<Double>
  ) {
    precondition(x1.count == y.count && x2.count == y.count, "addScaledExponential2: the spans differ in length")
    for i in 0..<y.count {
      y[i] = fused(weight, exponential(fused(scale2, x2[i], fused(scale1, x1[i], offset))), y[i])
    }
  }

  /// y ← y + weight·(intercept + slope·base)^(exponentScale·exponent).
  @inline(never)
  package static func addScaledPower(
    base: Span<Double>, slope: Double, intercept: Double, exponent: Span<Double>, exponentScale: Double, weight: Double,
    into y: inout MutableSpan<Double>
  ) {
    precondition(base.count == y.count && exponent.count == y.count, "addScaledPower: the spans differ in length")
    for i in 0..<y.count {
      let logarithmOfBase = logarithm(fused(slope, base[i], intercept))
      y[i] = fused(weight, exponential(exponentScale * exponent[i] * logarithmOfBase), y[i])
    }
  }
}
