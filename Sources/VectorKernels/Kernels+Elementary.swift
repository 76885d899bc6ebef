extension Kernels {
  /// y ← eˣ.
  @inline(never)
  package static func exp(_ x: Span<Double>, into y: inout MutableSpan<Double>) {
    precondition(x.count == y.count, "exp: the spans differ in length")
    var reach: Int64 = 0
    for i in 0..<x.count {
      let x = x[i]
      reach = larger(reach, x)
      y[i] = ordinaryExponential(x)
    }
    if !isInside(reach, ordinaryExponent) { for i in 0..<x.count { y[i] = exponential(x[i]) } }
  }

  /// y ← eˣ − 1.
  @inline(never)
  package static func expm1(_ x: Span<Double>, into y: inout MutableSpan<Double>) {
    precondition(x.count == y.count, "expm1: the spans differ in length")
    for i in 0..<x.count { y[i] = exponentialMinusOne(x[i]) }
  }

  /// y ← ln(offset + scale·x).
  @inline(never)
  package static func log(_ x: Span<Double>, scale: Double, offset: Double, into y: inout MutableSpan<Double>) {
    precondition(x.count == y.count, "log: the spans differ in length")
    var outside: UInt64 = 0
    for i in 0..<x.count {
      let argument = fused(scale, x[i], offset)
      outside |= signOutside(argument)
      y[i] = logarithmOfNormal(argument)
    }
    if outside &>> 63 != 0 { for i in 0..<x.count { y[i] = logarithm(fused(scale, x[i], offset)) } }
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
    precondition(exponent.count == y.count, "power: the spans differ in length")
    // Two loops: in one, the chain from the logarithm to the result is too long for a processor to look past.
    log(base, scale: 1, offset: 0, into: &y)
    for i in 0..<y.count { y[i] = exponential(exponent[i] * y[i]) }
  }

  /// y ← 1/x.
  @inline(never)
  package static func reciprocal(_ x: Span<Double>, into y: inout MutableSpan<Double>) {
    precondition(x.count == y.count, "reciprocal: the spans differ in length")
    for i in 0..<x.count { y[i] = 1 / x[i] }
  }
}
