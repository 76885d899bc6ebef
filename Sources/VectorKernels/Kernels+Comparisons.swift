extension Kernels {
  /// y ← the greater of a and b.
  @inline(never)
  package static func maximum(_ a: Span<Double>, _ b: Span<Double>, into y: inout MutableSpan<Double>) {
    precondition(a.count == y.count && b.count == y.count, "maximum: the spans differ in length")
    for i in 0..<y.count { y[i] = greater(a[i], b[i]) }
  }

  /// y ← the lesser of a and b.
  @inline(never)
  package static func minimum(_ a: Span<Double>, _ b: Span<Double>, into y: inout MutableSpan<Double>) {
    precondition(a.count == y.count && b.count == y.count, "minimum: the spans differ in length")
    for i in 0..<y.count { y[i] = -greater(-a[i], -b[i]) }
  }

  /// y ← a ≥ b ? c : d.
  @inline(never)
  package static func select(
    whereAtLeast a: Span<Double>, _ b: Span<Double>, then c: Span<Double>, else d: Span<Double>, into y: inout MutableSpan<Double>
  ) {
    precondition(
      a.count == y.count && b.count == y.count && c.count == y.count && d.count == y.count, "select: the spans differ in length")
    for i in 0..<y.count {
      // A local copy of both sides lets the loop load without branches.
      let yes = c[i]
      let no = d[i]
      y[i] = a[i] >= b[i] ? yes : no
    }
  }

  /// The greater of two numbers, and NaN if either is.
  ///
  /// `Double.maximum` prefers the number to the NaN, and does not vectorise.
  @inline(__always)
  private static func greater(_ a: Double, _ b: Double) -> Double {
    a > b || a != a ? a : b
  }
}
