import TestSupport
import Testing
import VectorMath

/// Every kernel with arguments of its domain, so that the builds can be compared as a whole.
enum KernelCall: CaseIterable, Sendable {
  case uniforms, normals, digitalPoints, latticePoints, stratify, normalQuantile, exp, expm1, log, log1p, power, reciprocal
  case affine, affine2, addScaled, addScaled2, addScaledProduct, addScaledProduct2, addScaledProduct3, multiply, divide, maximum,
    minimum, select
  case exponentialAffine, exponentialAffine2, exponentialOfProduct, addScaledExponential, addScaledExponential2,
    addScaledExponentialOfProduct
  /// Arguments beyond a kernel's ordinary range.
  case expFar, expm1Far, logFar, exponentialAffineFar, exponentialAffine2Far, exponentialOfProductFar, addScaledExponentialFar
  case polynomial, shortPolynomial, interpolate, exponentiate, powerSums, excessSums, excessDifferenceSums, bounds, count

  /// The results over uniforms u, v in (0, 1) and the numbers x, w made of them.
  func callAsFunction(_ k: any KernelSet.Type, _ u: [Double], _ v: [Double], _ table: [Double]) -> [Double] {
    let x = u.map { 20 * $0 - 10 }
    let w = v.map { 20 * $0 - 10 }
    let far = x.map { 100 * $0 }
    return evaluate(onto: w) { y in
      switch self {
      case .uniforms: k.uniforms(into: &y, stream: 1, key: 2, block: 3)
      case .normals: k.normals(into: &y, stream: 1, key: 2, block: 3)
      case .digitalPoints:
        k.digitalPoints(
          into: &y, places: 0..<y.count, first: 0x1234_5678, directions: Self.directions.span, seed: 0xdead_beef, shift: 77)
      case .latticePoints: k.latticePoints(into: &y, places: 0..<y.count, first: 0x1234_5678, component: 182_667)
      case .stratify:
        for i in 0..<y.count { y[i] = u[i] }
        k.stratify(&y, places: 0..<y.count, firstPoint: 0, bits: 20, key: Self.directions.span.extracting(first: 8))
      case .normalQuantile: k.normalQuantile(u.span, into: &y)
      case .exp: k.exp(x.span, into: &y)
      case .expm1: k.expm1(x.span, into: &y)
      case .log: k.log(u.span, scale: 3, offset: 1.1, into: &y)
      case .log1p: k.log1p(u.span, into: &y)
      case .power: k.power(u.span, w.span, into: &y)
      case .reciprocal: k.reciprocal(x.span, into: &y)
      case .affine: k.affine(x.span, scale: 0.3, offset: 5, into: &y)
      case .affine2: k.affine2(x.span, scale1: 0.3, w.span, scale2: 0.7, offset: 15, into: &y)
      case .addScaled: k.addScaled(u.span, scale: 0.1, into: &y)
      case .addScaled2:
        alternating(&y, w) { y, y2, _ in k.addScaled2(u.span, scale1: 0.1, into: &y, scale2: 0.7, into: &y2) }
      case .addScaledProduct: k.addScaledProduct(u.span, v.span, scale: 0.1, into: &y)
      case .addScaledProduct2:
        alternating(&y, w) { y, y2, _ in
          k.addScaledProduct2(u.span, v.span, scale1: 0.1, into: &y, scale2: 0.7, into: &y2)
        }
      case .addScaledProduct3:
        alternating(&y, w) { y, y2, y3 in
          k.addScaledProduct3(u.span, v.span, scale1: 0.1, into: &y, scale2: 0.7, into: &y2, scale3: 0.3, into: &y3)
        }
      case .multiply: k.multiply(x.span, w.span, into: &y)
      case .divide: k.divide(x.span, w.span, into: &y)
      case .maximum: k.maximum(x.span, w.span, into: &y)
      case .minimum: k.minimum(x.span, w.span, into: &y)
      case .select: k.select(whereAtLeast: u.span, v.span, then: x.span, else: w.span, into: &y)
      case .exponentialAffine: k.exponentialAffine(x.span, scale: 2, offset: 0.1, into: &y)
      case .exponentialAffine2: k.exponentialAffine2(x.span, scale1: 2, w.span, scale2: 0.7, offset: 0.1, into: &y)
      case .exponentialOfProduct: k.exponentialOfProduct(x.span, w.span, scale: 0.1, offset: 0.1, into: &y)
      case .addScaledExponential: k.addScaledExponential(x.span, scale: 0.7, weight: 1.1, into: &y)
      case .addScaledExponential2:
        k.addScaledExponential2(x.span, scale1: 0.7, w.span, scale2: 0.3, offset: 0.1, weight: 1.1, into: &y)
      case .addScaledExponentialOfProduct:
        k.addScaledExponentialOfProduct(x.span, w.span, scale: 0.1, weight: 1.1, isOrdinary: false, into: &y)
      case .expFar: k.exp(far.span, into: &y)
      case .expm1Far: k.expm1(far.span, into: &y)
      case .logFar: k.log(u.span, scale: 3e-308, offset: 0, into: &y)
      case .exponentialAffineFar: k.exponentialAffine(far.span, scale: 1, offset: 0.1, into: &y)
      case .exponentialAffine2Far: k.exponentialAffine2(far.span, scale1: 1, w.span, scale2: 0.7, offset: 0.1, into: &y)
      case .exponentialOfProductFar: k.exponentialOfProduct(far.span, w.span, scale: 0.1, offset: 0.1, into: &y)
      case .addScaledExponentialFar: k.addScaledExponential(far.span, scale: 1, weight: 1.1, into: &y)
      case .polynomial: k.polynomial(u.span, scale: 2, offset: -1, coefficients: Self.coefficients.span, into: &y)
      case .shortPolynomial:
        k.polynomial(u.span, scale: 2, offset: -1, coefficients: Self.coefficients.span.extracting(first: 10), into: &y)
      case .interpolate:
        y[0] += Double(k.interpolate(x.span, origin: -9, cellsPerUnit: 4, coefficients: table.span, into: &y))
      case .exponentiate:
        for i in 0..<y.count { y[i] = far[i] }
        k.exponentiate(&y, factor: 1.1, lower: 0, upper: 1e100)
      case .powerSums:
        let sums = k.powerSums(x.span, centre: 0.3, scale: 0.5)
        (y[0], y[1], y[2], y[3], y[4], y[5]) = (sums.sum1, sums.sum2, sums.sum3, sums.sum4, sums.sum5, sums.sum6)
      case .excessSums:
        let sums = k.excessSums(x.span, centre: 0.3, scale: 0.5, lower: -2, upper: 3)
        (y[0], y[1], y[2], y[3]) = (sums.below, sums.belowSquared, sums.above, sums.aboveSquared)
      case .excessDifferenceSums:
        let sums = k.excessDifferenceSums(x.span, far.span, level: 0.3, scale: 0.5)
        (y[0], y[1]) = (Double(sums.firstOnly), Double(sums.secondOnly))
        (y[2], y[3], y[4], y[5]) = (sums.below, sums.belowSquared, sums.above, sums.aboveSquared)
      case .bounds: (y[0], y[1]) = k.bounds(x.span)
      case .count: for (bin, count) in Self.counts(k, x).prefix(y.count).enumerated() { y[bin] = Double(count) }
      }
    }
  }

  /// The results of a kernel with several targets, each of which starts as `start`: by turns an element of each.
  private func alternating(
    _ y: inout MutableSpan<Double>, _ start: [Double],
    _ body: (inout MutableSpan<Double>, inout MutableSpan<Double>, inout MutableSpan<Double>) -> Void
  ) {
    let results = evaluateThree(onto: start, body)
    for i in 0..<y.count { y[i] = results[i % 3][i] }
  }

  /// Some words.
  static let directions = (0..<32).map { UInt32($0 + 1) &* 0x9e37_79b9 }

  /// Coefficients of about the logarithm's decay.
  static let coefficients = (0..<14).map { (0.5 - Double($0 & 1)) / Double(1 << $0) }

  /// The counts of x in the bins of 10 cells over −5…5, every third of them left to the caller; its own list at the end.
  static func counts(_ k: any KernelSet.Type, _ x: [Double]) -> [Int] {
    let slopes = (0..<12).map { $0 % 3 == 2 ? 1 << 63 : UInt64(7 + $0) }
    var first: UInt64 = 0
    let offsets = slopes.enumerated().map { cell, slope in
      defer { first += slope & 0xff }
      return first << 24 &- slope &* UInt64(cell) << 24
    }
    var counts = [UInt16](repeating: 0, count: 256)
    var listed = [UInt32](repeating: 0, count: x.count)
    let number = count(k, x, offsets, slopes, &counts, &listed)
    return counts.map(Int.init) + listed.prefix(number).map(Int.init)
  }

  private static func count(
    _ k: any KernelSet.Type, _ x: [Double], _ offsets: [UInt64], _ slopes: [UInt64], _ counts: inout [UInt16],
    _ listed: inout [UInt32]
  ) -> Int {
    var bins = counts.mutableSpan
    var list = listed.mutableSpan
    return k.count(
      x.span, origin: -6, cellsPerUnit: 1, offsets: offsets.span, slopes: slopes.span, in: &bins, listed: &list)
  }

  /// How far the baseline, which rounds twice where the others fuse, may be from them, relative to the greatest term of the sum:
  /// the conditioning of the function at its arguments times a few roundings.
  var baselineTolerance: Double {
    switch self {
    case .uniforms, .digitalPoints, .latticePoints, .stratify, .reciprocal, .multiply, .divide, .maximum, .minimum, .select,
      .powerSums, .excessSums, .excessDifferenceSums, .bounds, .count:
      0
    case .exp, .expm1, .log1p, .expFar, .expm1Far, .logFar: 4 * 0x1p-52
    // Arguments up to 1,000.
    case .exponentialAffineFar, .exponentialAffine2Far, .exponentialOfProductFar, .addScaledExponentialFar,
      .exponentiate:
      4096 * 0x1p-52
    // A rounding of the argument, 1.1 at the least, is ten times as much of its logarithm.
    case .log: 16 * 0x1p-52
    case .normals, .normalQuantile: 16 * 0x1p-52
    case .affine, .affine2, .addScaled, .addScaled2, .addScaledProduct, .addScaledProduct2, .addScaledProduct3, .polynomial,
      .shortPolynomial, .interpolate:
      4 * 0x1p-52
    // The argument of the exponential, up to 10·7 for the powers and 30 for the others, is off by two roundings of its terms.
    case .power, .exponentialAffine, .exponentialAffine2, .exponentialOfProduct, .addScaledExponential, .addScaledExponential2,
      .addScaledExponentialOfProduct:
      256 * 0x1p-52
    }
  }
}

@Suite("Builds of the kernels")
struct BuildsAgreeTests {
  static let count = 1 << 20  // a million and a little more
  static let u = evaluate(count) { y in InstructionSet.baseline.kernels.uniforms(into: &y, stream: 10, key: 11, block: 12) }
  static let v = evaluate(count) { y in InstructionSet.baseline.kernels.uniforms(into: &y, stream: 13, key: 14, block: 15) }
  /// 72 cells of cubics over −9…9, one of them without an answer.
  static let table: [Double] = (0..<288).map { i in i == 40 ? .nan : Double(1 + i % 7) }

  @Test(
    "The same bits under every instruction set with fused multiply–add",
    .enabled(if: InstructionSet.v4.isAvailable, "needs a processor that has both"), arguments: KernelCall.allCases)
  func fusedBuildsAgree(call: KernelCall) {
    let narrow = call(InstructionSet.v3.kernels, Self.u, Self.v, Self.table)
    let wide = call(InstructionSet.v4.kernels, Self.u, Self.v, Self.table)
    #expect(narrow.count == Self.count && narrow.map(\.bitPattern) == wide.map(\.bitPattern))
  }

  @Test("The baseline within its bound of the others", arguments: KernelCall.allCases)
  func baselineIsClose(call: KernelCall) {
    let baseline = call(InstructionSet.baseline.kernels, Self.u, Self.v, Self.table)
    let best = call(InstructionSet.detected.kernels, Self.u, Self.v, Self.table)
    #expect(baseline.count == Self.count && best.count == Self.count)
    var worst = 0.0
    for (a, b): (Double, Double) in zip(baseline, best) where a != b && !(a.isNaN && b.isNaN) {
      // Sums start from numbers of up to 20, and a difference below a rounding of that is one.
      let scale = call.isSum ? max(20, b.magnitude) : b.magnitude
      let error = (a - b).magnitude / scale
      if !(error <= worst) { worst = error.isNaN ? .infinity : error }
    }
    #expect(worst <= call.baselineTolerance)
  }

  @Test("The same bits wherever an element stands in a block", arguments: availableLevels, KernelCall.allCases)
  func positionDoesNotMatter(level: InstructionSet, call: KernelCall) {
    // Blocks that do not fill the vectors take another path through the loop. Random numbers and summaries depend on the
    // count by design.
    guard
      ![
        .uniforms, .normals, .digitalPoints, .latticePoints, .powerSums, .excessSums, .excessDifferenceSums, .bounds, .count,
        .interpolate,
      ].contains(call)
    else { return }
    let whole = call(level.kernels, Array(Self.u[..<256]), Array(Self.v[..<256]), Self.table)
    for count in [0, 1, 3, 7, 8, 9, 31, 65] {
      let part = call(level.kernels, Array(Self.u[..<count]), Array(Self.v[..<count]), Self.table)
      #expect(part.map(\.bitPattern) == whole[..<count].map(\.bitPattern), "\(count) elements")
    }
  }
}

extension KernelCall {
  /// Whether the result is a sum whose terms may cancel.
  var isSum: Bool {
    switch self {
    case .affine, .affine2, .addScaled, .addScaled2, .addScaledProduct, .addScaledProduct2, .addScaledProduct3,
      .addScaledExponential, .addScaledExponential2, .addScaledExponentialOfProduct,
      .polynomial, .shortPolynomial,
      .interpolate:
      true
    default: false
    }
  }
}
