import TestSupport
import Testing
import VectorMath

@Suite("Tables and summaries")
struct TableAndSummaryTests {
  /// y = 1 + 2s − 3s² + 0.5s³ with s = z + 3, cut into cells of ¼ from −3: every cell has the same polynomial, shifted.
  static let cells = 24
  static func cubic(_ s: Double) -> Double { 1 + s * (2 + s * (-3 + s * 0.5)) }
  static let coefficients = (0..<cells).flatMap { cell in
    // Taylor coefficients at the cell's left end, in units of the cell: small dyadic numbers, so exact.
    let s = Double(cell) / 4
    return [cubic(s), (2 - 6 * s + 1.5 * s * s) / 4, (-3 + 1.5 * s) / 16, 0.5 / 64]
  }

  func interpolate(_ level: InstructionSet, _ z: [Double], _ table: [Double] = coefficients) -> (y: [Double], unanswered: Int) {
    var unanswered = -1
    let y = evaluate(z.count) { y in
      unanswered = level.kernels.interpolate(z.span, origin: -3, cellsPerUnit: 4, coefficients: table.span, into: &y)
    }
    return (y, unanswered)
  }

  @Test("A cubic is reproduced", arguments: availableLevels)
  func reproducesCubic(level: InstructionSet) {
    let z = spread(10_007, over: -3...2.999)
    let (y, unanswered) = interpolate(level, z)
    #expect(unanswered == 0)
    // Terms of up to 1 + 12 + 108 + 108 by the formula, of up to 50 by the table: a few roundings of 229.
    for (z, y) in zip(z, y) { #expect((y - Self.cubic(z + 3)).magnitude <= 4 * 229 * 0x1p-52) }
  }

  @Test("Exact at the left end of every cell", arguments: availableLevels)
  func cellEnds(level: InstructionSet) {
    let (y, _) = interpolate(level, (0..<Self.cells).map { -3 + Double($0) / 4 })
    #expect(y == (0..<Self.cells).map { Self.coefficients[4 * $0] })
  }

  @Test("Held constant beyond both ends", arguments: availableLevels)
  func beyond(level: InstructionSet) {
    let (y, unanswered) = interpolate(level, [-3.001, -1e300, -.infinity, 3, 3.001, 1e300, .infinity])
    #expect(unanswered == 0)
    #expect(y[..<3].allSatisfy { $0 == 1 })
    #expect(y[3...].allSatisfy { ($0 - Self.cubic(6)).magnitude <= 4 * 229 * 0x1p-52 })
  }

  @Test("Cells without an answer and arguments that are no number are counted", arguments: availableLevels)
  func unanswered(level: InstructionSet) {
    var table = Self.coefficients
    table[4 * 5] = .nan
    let inside = (0..<37).map { -3 + (5 + Double($0) / 37) / 4 }
    let (y, unanswered) = interpolate(level, inside + [(-1.75).nextDown, -1.5, .nan, -.nan, 0], table)
    #expect(unanswered == 39)
    #expect(y[..<37].allSatisfy { $0.isNaN })
    #expect((y[37] - Self.cubic(1.25)).magnitude <= 4 * 229 * 0x1p-52)
    #expect(y[38] == Self.coefficients[4 * 6] && y[39].isNaN && y[40].isNaN && y[41] == Self.coefficients[4 * 12])
  }

  @Test("Power sums take every eighth element in turn", arguments: availableLevels)
  func powerSums(level: InstructionSet) {
    for count in [0, 1, 7, 8, 9, 16, 31, 512, 1003] {
      let x = spread(count, over: -3...5)
      let sums = level.kernels.powerSums(x.span, centre: 0.7)
      let all = [sums.sum1, sums.sum2, sums.sum3, sums.sum4]
      for power in 1...4 {
        #expect(all[power - 1] == eightLaneSum(x.map { term($0 - 0.7, power) }), "\(count) elements, power \(power)")
      }
    }
  }

  func term(_ d: Double, _ power: Int) -> Double {
    switch power {
    case 1: d
    case 2: d * d
    case 3: d * d * d
    default: (d * d) * (d * d)
    }
  }

  /// The documented order: lanes over whole groups of eight, halves of the lanes added, the rest added last.
  func eightLaneSum(_ terms: [Double]) -> Double {
    let whole = terms.count / 8 * 8
    var lanes = [Double](repeating: 0, count: 8)
    for i in 0..<whole { lanes[i % 8] += terms[i] }
    while lanes.count > 1 { lanes = (0..<lanes.count / 2).map { lanes[$0] + lanes[$0 + lanes.count / 2] } }
    return lanes[0] + terms[whole...].reduce(0, +)
  }

  @Test("Bounds", arguments: availableLevels)
  func bounds(level: InstructionSet) {
    for count in [1, 2, 9, 64, 1003] {
      let x = spread(count, over: -3...5)
      let bounds = level.kernels.bounds(x.span)
      #expect(bounds.minimum == x.min() && bounds.maximum == x.max())
    }
    let mixed = level.kernels.bounds([3, -.infinity, -7, 0.0, -0.0, .infinity].span)
    #expect(mixed.minimum == -.infinity && mixed.maximum == .infinity)
    let negative = level.kernels.bounds([-3, -2, -7].span)
    #expect(negative.minimum == -7 && negative.maximum == -2)
    #expect(level.kernels.bounds([1, .nan, 2].span).maximum.isNaN)
    #expect(level.kernels.bounds([1, -.nan, 2].span).minimum.isNaN)
  }
}
