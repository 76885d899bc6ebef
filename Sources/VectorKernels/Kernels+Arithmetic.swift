extension Kernels {
  /// y ← offset + scale·x.
  @inline(never)
  package static func affine(_ x: Span<Double>, scale: Double, offset: Double, into y: inout MutableSpan<Double>) {
    precondition(x.count == y.count, "affine: the spans differ in length")
    for i in 0..<y.count { y[i] = fused(scale, x[i], offset) }
  }

  /// y ← offset + scale1·x1 + scale2·x2.
  @inline(never)
  package static func affine2(
    _ x1: Span<Double>, scale1: Double, _ x2: Span<Double>, scale2: Double, offset: Double, into y: inout MutableSpan<Double>
  ) {
    precondition(x1.count == y.count && x2.count == y.count, "affine2: the spans differ in length")
    for i in 0..<y.count { y[i] = fused(scale2, x2[i], fused(scale1, x1[i], offset)) }
  }

  /// y ← y + scale·x.
  @inline(never)
  package static func addScaled(_ x: Span<Double>, scale: Double, into y: inout MutableSpan<Double>) {
    precondition(x.count == y.count, "addScaled: the spans differ in length")
    for i in 0..<y.count { y[i] = fused(scale, x[i], y[i]) }
  }

  /// y ← a·b.
  @inline(never)
  package static func multiply(_ a: Span<Double>, _ b: Span<Double>, into y: inout MutableSpan<Double>) {
    precondition(a.count == y.count && b.count == y.count, "multiply: the spans differ in length")
    for i in 0..<y.count { y[i] = a[i] * b[i] }
  }

  /// y ← a/b.
  @inline(never)
  package static func divide(_ a: Span<Double>, _ b: Span<Double>, into y: inout MutableSpan<Double>) {
    precondition(a.count == y.count && b.count == y.count, "divide: the spans differ in length")
    for i in 0..<y.count { y[i] = a[i] / b[i] }
  }
}
