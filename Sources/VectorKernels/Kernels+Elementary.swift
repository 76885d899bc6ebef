extension Kernels {
  /// y ← eˣ.
  @inline(never)
  package static func exp(_ x: Span<Double>, into y: inout MutableSpan<Double>) {
    precondition(x.count == y.count, "exp: the spans differ in length")
    for i in 0..<x.count { y[i] = exponential(x[i]) }
  }

  /// y ← eˣ − 1.
  @inline(never)
  package static func expm1(_ x: Span<Double>, into y: inout MutableSpan<Double>) {
    precondition(x.count == y.count, "expm1: the spans differ in length")
    for i in 0..<x.count { y[i] = exponentialMinusOne(x[i]) }
  }

  /// y ← ln x.
  @inline(never)
  package static func log(_ x: Span<Double>, into y: inout MutableSpan<Double>) {
    precondition(x.count == y.count, "log: the spans differ in length")
    for i in 0..<x.count { y[i] = logarithm(x[i]) }
  }

  /// y ← ln(1 + x).
  @inline(never)
  package static func log1p(_ x: Span<Double>, into y: inout MutableSpan<Double>) {
    precondition(x.count == y.count, "log1p: the spans differ in length")
    for i in 0..<x.count { y[i] = logarithmOfOnePlus(x[i]) }
  }

  /// y ← base^exponent.
  @inline(never)
  package static func power(_ base: Span<Double>, _ exponent: Span<Double>, into y: inout MutableSpan<Double>) {
    precondition(base.count == y.count && exponent.count == y.count, "power: the spans differ in length")
    for i in 0..<y.count { y[i] = exponential(exponent[i] * logarithm(base[i])) }
  }

  /// y ← 1/x.
  @inline(never)
  package static func reciprocal(_ x: Span<Double>, into y: inout MutableSpan<Double>) {
    precondition(x.count == y.count, "reciprocal: the spans differ in length")
    for i in 0..<x.count { y[i] = 1 / x[i] }
  }

  /// y ← √x.
  @inline(never)
  package static func squareRoot(_ x: Span<Double>, into y: inout MutableSpan<Double>) {
    precondition(x.count == y.count, "squareRoot: the spans differ in length")
    for i in 0..<x.count { y[i] = x[i].squareRoot() }
  }
}
