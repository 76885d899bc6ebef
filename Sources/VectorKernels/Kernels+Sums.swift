// Several sums that read the same column take it in one pass: the column, and where it is a product its factors, are loaded once.

extension Kernels {
  /// y1 ← y1 + scale1·x, y2 ← y2 + scale2·x.
  @inline(never)
  package static func addScaled2(
    _ x: Span<Double>, scale1: Double, into y1: inout MutableSpan<Double>, scale2: Double, into y2: inout MutableSpan<Double>
  ) {
    precondition(x.count == y1.count && x.count == y2.count, "addScaled2: the spans differ in length")
    for i in 0..<x.count {
      let x = x[i]
      y1[i] = fused(scale1, x, y1[i])
      y2[i] = fused(scale2, x, y2[i])
    }
  }

  /// y ← y + scale·(a·b).
  @inline(never)
  package static func addScaledProduct(
    _ a: Span<Double>, _ b: Span<Double>, scale: Double, into y: inout MutableSpan<Double>
  ) {
    precondition(a.count == y.count && b.count == y.count, "addScaledProduct: the spans differ in length")
    for i in 0..<y.count { y[i] = fused(scale, a[i] * b[i], y[i]) }
  }

  /// y1 ← y1 + scale1·(a·b), y2 ← y2 + scale2·(a·b).
  @inline(never)
  package static func addScaledProduct2(
    _ a: Span<Double>, _ b: Span<Double>, scale1: Double, into y1: inout MutableSpan<Double>, scale2: Double,
    into y2: inout MutableSpan<Double>
  ) {
    precondition(
      a.count == b.count && a.count == y1.count && a.count == y2.count, "addScaledProduct2: the spans differ in length")
    for i in 0..<a.count {
      let product = a[i] * b[i]
      y1[i] = fused(scale1, product, y1[i])
      y2[i] = fused(scale2, product, y2[i])
    }
  }

  /// y1 ← y1 + scale1·(a·b), and so on for y2 and y3.
  @inline(never)
  package static func addScaledProduct3(
    _ a: Span<Double>, _ b: Span<Double>, scale1: Double, into y1: inout MutableSpan<Double>, scale2: Double,
    into y2: inout MutableSpan<Double>, scale3: Double, into y3: inout MutableSpan<Double>
  ) {
    precondition(
      a.count == b.count && a.count == y1.count && a.count == y2.count && a.count == y3.count,
      "addScaledProduct3: the spans differ in length")
    for i in 0..<a.count {
      let product = a[i] * b[i]
      y1[i] = fused(scale1, product, y1[i])
      y2[i] = fused(scale2, product, y2[i])
      y3[i] = fused(scale3, product, y3[i])
    }
  }
}
