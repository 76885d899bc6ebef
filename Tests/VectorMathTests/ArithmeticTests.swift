import TestSupport
import Testing
import VectorMath

@Suite("Arithmetic and responses")
struct ArithmeticTests {
  static let x1 = spread(1003, over: -2...3)
  static let x2 = spread(1003, over: 0.5...4).reversed() as [Double]
  static let start = spread(1003, over: -1...1)

  /// a·b + c as the build of a level rounds it.
  static func fused(_ level: InstructionSet, _ a: Double, _ b: Double, _ c: Double) -> Double {
    level == .baseline ? a * b + c : c.addingProduct(a, b)
  }

  @Test("Linear combinations are rounded as spelled out", arguments: availableLevels)
  func linear(level: InstructionSet) {
    let (k, x1, x2, start) = (level.kernels, Self.x1, Self.x2, Self.start)
    func fused(_ a: Double, _ b: Double, _ c: Double) -> Double { Self.fused(level, a, b, c) }
    #expect(
      evaluate(x1.count) { y in k.affine(x1.span, scale: 0.3, offset: 0.7, into: &y) } == x1.map { fused(0.3, $0, 0.7) })
    #expect(
      evaluate(x1.count) { y in k.affine2(x1.span, scale1: 0.3, x2.span, scale2: -1.1, offset: 0.7, into: &y) }
        == zip(x1, x2).map { fused(-1.1, $1, fused(0.3, $0, 0.7)) })
    #expect(
      evaluate(onto: start) { y in k.addScaled(x1.span, scale: 0.3, into: &y) } == zip(x1, start).map { fused(0.3, $0, $1) })
    #expect(evaluate(x1.count) { y in k.multiply(x1.span, x2.span, into: &y) } == zip(x1, x2).map { $0 * $1 })
    #expect(evaluate(x1.count) { y in k.divide(x1.span, x2.span, into: &y) } == zip(x1, x2).map { $0 / $1 })
  }

  @Test("What is taken in one pass has the bits of the passes it stands for", arguments: availableLevels)
  func joined(level: InstructionSet) {
    let (k, x1, x2, start) = (level.kernels, Self.x1, Self.x2, Self.start)
    let product = evaluate(x1.count) { y in k.multiply(x1.span, x2.span, into: &y) }
    func sum(_ x: [Double], _ scale: Double) -> [Double] {
      evaluate(onto: start) { y in k.addScaled(x.span, scale: scale, into: &y) }
    }
    #expect(
      evaluateThree(onto: start) { y1, y2, _ in k.addScaled2(x1.span, scale1: 0.3, into: &y1, scale2: -1.7, into: &y2) }
        == [sum(x1, 0.3), sum(x1, -1.7), start])
    #expect(
      evaluateThree(onto: start) { y1, y2, _ in
        k.addScaledProduct2(x1.span, x2.span, scale1: 0.3, into: &y1, scale2: -1.7, into: &y2)
      } == [sum(product, 0.3), sum(product, -1.7), start])
    #expect(
      evaluateThree(onto: start) { y1, y2, y3 in
        k.addScaledProduct3(x1.span, x2.span, scale1: 0.3, into: &y1, scale2: -1.7, into: &y2, scale3: 2.9, into: &y3)
      } == [sum(product, 0.3), sum(product, -1.7), sum(product, 2.9)])
    #expect(
      evaluate(onto: start) { y in k.addScaledProduct(x1.span, x2.span, scale: 0.3, into: &y) } == sum(product, 0.3))
    #expect(
      evaluate(x1.count) { y in k.exponentialOfProduct(x1.span, x2.span, scale: -1.5, offset: 0.2, into: &y) }
        == evaluate(x1.count) { y in k.exponentialAffine(product.span, scale: -1.5, offset: 0.2, into: &y) })
  }

  @Test("Responses are exponentials of their arguments, to the documented bound", arguments: availableLevels)
  func responses(level: InstructionSet) {
    let (k, x1, x2, start) = (level.kernels, Self.x1, Self.x2, Self.start)
    let one = x1.map { 0.3 * $0 }
    let two = zip(x1, x2).map { 0.3 * $0 - 1.1 * $1 + 0.7 }
    let sizes = zip(x1, x2).map { (0.3 * $0).magnitude + (1.1 * $1).magnitude + 0.7 }
    let product = zip(x1, x2).map { -1.5 * $0 * $1 }
    expect(
      evaluate(x1.count) { y in k.exponentialAffine(x1.span, scale: 0.3, offset: 0.7, into: &y) },
      exponentialsOf: one.map { $0 + 0.7 }, sizes: one.map { $0.magnitude + 0.7 }, k)
    expect(
      evaluate(x1.count) { y in k.exponentialAffine2(x1.span, scale1: 0.3, x2.span, scale2: -1.1, offset: 0.7, into: &y) },
      exponentialsOf: two, sizes: sizes, k)
    expect(
      evaluate(onto: start) { y in k.addScaledExponential(x1.span, scale: 0.3, weight: 2.5, into: &y) },
      exponentialsOf: one, sizes: one.map(\.magnitude), k, weight: 2.5, onto: start)
    expect(
      evaluate(onto: start) { y in
        k.addScaledExponential2(x1.span, scale1: 0.3, x2.span, scale2: -1.1, offset: 0.7, weight: 2.5, into: &y)
      }, exponentialsOf: two, sizes: sizes, k, weight: 2.5, onto: start)
    let sums = [false, true].map { isOrdinary in
      evaluate(onto: start) { y in
        k.addScaledExponentialOfProduct(x1.span, x2.span, scale: -1.5, weight: 2.5, isOrdinary: isOrdinary, into: &y)
      }
    }
    expect(sums[0], exponentialsOf: product, sizes: product.map(\.magnitude), k, weight: 2.5, onto: start)
    #expect(sums[0] == sums[1])
  }

  /// Expects y = start + weight·eˣ within the kernels' bound, what this comparison loses by its own roundings of x, the ulp of its
  /// reference, and a rounding of the sum.
  private func expect(
    _ y: [Double], exponentialsOf x: [Double], sizes: [Double], _ kernels: any KernelSet.Type, weight: Double = 1,
    onto start: [Double]? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let exponentials = evaluate(x.count) { y in kernels.exp(x.span, into: &y) }
    for i in x.indices {
      let term = weight * exponentials[i]
      let expected = (start?[i] ?? 0) + term
      let allowed = ((2 + 3 * sizes[i]) + 2 * sizes[i] + 4) * 0x1p-53 * term + 2 * expected.magnitude * 0x1p-53
      if (y[i] - expected).magnitude <= allowed { continue }
      Issue.record("x = \(x[i]): \(y[i]), not \(expected)", sourceLocation: sourceLocation)
    }
  }

  @Test(
    "A logarithm of a linear function is that of its rounded value, and a power the exponential of its product",
    arguments: availableLevels)
  func logarithmsAndPowers(level: InstructionSet) {
    let (k, x1, x2) = (level.kernels, Self.x1, Self.x2)
    func log(_ x: [Double]) -> [Double] { evaluate(x.count) { y in k.log(x.span, scale: 1, offset: 0, into: &y) } }
    #expect(
      evaluate(x1.count) { y in k.log(x2.span, scale: 0.4, offset: 1, into: &y) } == log(x2.map { Self.fused(level, 0.4, $0, 1) })
    )
    let products = zip(x1, log(x2)).map { $0 * $1 }
    #expect(
      evaluate(x1.count) { y in k.power(x2.span, x1.span, into: &y) }
        == evaluate(x1.count) { y in k.exp(products.span, into: &y) })
  }

  @Test("Comparisons choose elements, and no NaN is lost", arguments: availableLevels)
  func comparisons(level: InstructionSet) {
    let k = level.kernels
    let a: [Double] = [1, 2, 3, .nan, 5, -.infinity, 0, .nan, 9].flatMap { [$0, $0, $0] }
    let b: [Double] = [2, 1, 3, 4, .nan, 7, 0, .nan, .infinity].flatMap { [$0, $0, $0] }
    func expect(_ y: [Double], _ expected: [Double]) {
      #expect(zip(y, expected.flatMap { [$0, $0, $0] }).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN })
    }
    expect(evaluate(a.count) { y in k.maximum(a.span, b.span, into: &y) }, [2, 2, 3, .nan, .nan, 7, 0, .nan, .infinity])
    expect(evaluate(a.count) { y in k.minimum(a.span, b.span, into: &y) }, [1, 1, 3, .nan, .nan, -.infinity, 0, .nan, 9])
    let yes = Array(repeating: 1.0, count: a.count)
    let no = Array(repeating: 0.0, count: a.count)
    expect(
      evaluate(a.count) { y in k.select(whereAtLeast: a.span, b.span, then: yes.span, else: no.span, into: &y) },
      [0, 1, 1, 0, 0, 0, 1, 0, 0])
  }

  @Test("A term that is added has its exponent held inside ±707", arguments: availableLevels)
  func clampedTerms(level: InstructionSet) {
    let k = level.kernels
    let x: [Double] = [-.infinity, -1e300, -709, -708, 708, 709, 1e300, .infinity]
    // 2^±1021.
    let expected = Array(repeating: 0x1p-1021, count: 4) + Array(repeating: 0x1p1021, count: 4)
    let zeros = Array(repeating: 0.0, count: x.count)
    let ones = Array(repeating: 1.0, count: x.count)
    #expect(evaluate(onto: zeros) { y in k.addScaledExponential(x.span, scale: 1, weight: 1, into: &y) } == expected)
    #expect(
      evaluate(onto: zeros) { y in
        k.addScaledExponentialOfProduct(x.span, ones.span, scale: 1, weight: 1, isOrdinary: false, into: &y)
      } == expected)
    #expect(
      evaluate(onto: zeros) { y in
        k.addScaledExponential2(x.span, scale1: 1, ones.span, scale2: 0, offset: 0, weight: 1, into: &y)
      } == expected)
    #expect(evaluate(onto: [1.0]) { y in k.addScaledExponential([Double.nan].span, scale: 1, weight: 1, into: &y) }[0].isNaN)
  }

  @Test("A polynomial of degree 13 by its powers", arguments: availableLevels)
  func polynomial(level: InstructionSet) {
    let coefficients = (0..<14).map { Double($0 * $0 - 20) / 8 }
    let x = spread(1003, over: -1...3)
    let y = evaluate(x.count) { y in
      level.kernels.polynomial(x.span, scale: 0.5, offset: -0.5, coefficients: coefficients.span, into: &y)
    }
    for (x, y) in zip(x, y) {
      let t = 0.5 * x - 0.5
      var power = 1.0
      var (sum, size) = (0.0, 0.0)
      for c in coefficients {
        sum += c * power
        size += (c * power).magnitude
        power *= t
      }
      // Fewer than 32 roundings on either side.
      #expect((y - sum).magnitude <= 64 * 0x1p-53 * size)
    }
  }
}
