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

  @Test("At the border of two cells either may answer, and nothing else", arguments: availableLevels)
  func cellEnds(level: InstructionSet) {
    let (y, _) = interpolate(level, (0..<Self.cells).map { -3 + Double($0) / 4 })
    for cell in 0..<Self.cells {
      let own = Self.coefficients[4 * cell]
      let before = cell == 0 ? own : Self.coefficients[(4 * cell - 4)..<(4 * cell)].reduce(0, +)
      // Three sums of up to 229 and three roundings of the fused form.
      #expect([own, before].contains { ($0 - y[cell]).magnitude <= 8 * 229 * 0x1p-53 })
    }
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
    let inside = (0..<37).map { (index: Int) -> Double in -1.75 + 0.25 * (Double(index) + 0.5) / 37 }
    let (y, unanswered) = interpolate(level, inside + [(-1.75).nextDown, -1.4, .nan, -.nan, 0.1], table)
    #expect(unanswered == 39)
    #expect(y[..<37].allSatisfy { $0.isNaN })
    #expect((y[37] - Self.cubic(1.25)).magnitude <= 4 * 229 * 0x1p-52)
    #expect(y[39].isNaN && y[40].isNaN)
    for (index, z) in [(38, -1.4), (41, 0.1)] { #expect((y[index] - Self.cubic(z + 3)).magnitude <= 4 * 229 * 0x1p-52) }
  }

  @Test("Power sums take every eighth element in turn", arguments: availableLevels)
  func powerSums(level: InstructionSet) {
    for count in [0, 1, 7, 8, 9, 16, 31, 512, 1003] {
      let x = spread(count, over: -3...5)
      let sums = level.kernels.powerSums(x.span, centre: 0.7, scale: 0.5)
      let all = [sums.sum1, sums.sum2, sums.sum3, sums.sum4, sums.sum5, sums.sum6]
      for power in 1...6 {
        #expect(all[power - 1] == eightLaneSum(x.map { term(($0 - 0.7) * 0.5, power) }), "\(count) elements, power \(power)")
      }
    }
  }

  @Test("Excess sums take every eighth element in turn", arguments: availableLevels)
  func excessSums(level: InstructionSet) {
    for count in [0, 1, 7, 8, 9, 16, 31, 512, 1003] {
      let z = spread(count, over: -3...5)
      let x = z.map { 2 * $0 + 0.5 }
      let sums = level.kernels.excessSums(x.span, centre: 0.5, scale: 0.5, lower: -1.25, upper: 2.5)
      let below = z.map { max(-1.25 - $0, 0) }
      let above = z.map { max($0 - 2.5, 0) }
      // 2z + ½ and its way back round, so the terms differ in their last bits.
      let pairs = [
        (sums.below, below), (sums.belowSquared, below.map { $0 * $0 }), (sums.above, above),
        (sums.aboveSquared, above.map { $0 * $0 }),
      ]
      for (sum, terms) in pairs {
        #expect((sum - eightLaneSum(terms)).magnitude <= 1e-13 * Double(max(count, 1)))
      }
    }
    let few: [Double] = [1, 4, -6, 2]
    let one = level.kernels.excessSums(few.span, centre: 0, scale: 1, lower: -2, upper: 1.5)
    #expect(one == (4, 16, 3, 6.5))
  }

  @Test("Differences of excesses take every eighth element in turn, and ties are at or below", arguments: availableLevels)
  func excessDifferenceSums(level: InstructionSet) {
    for count in [0, 1, 7, 8, 9, 16, 31, 512, 1003] {
      let first = spread(count, over: -3...5)
      let second = Array(first.reversed())
      let sums = level.kernels.excessDifferenceSums(first.span, second.span, level: 0.75, scale: 0.5)
      let under = zip(first, second).map { max((0.75 - $0) * 0.5, 0) - max((0.75 - $1) * 0.5, 0) }
      let over = zip(first, second).map { max(($0 - 0.75) * 0.5, 0) - max(($1 - 0.75) * 0.5, 0) }
      #expect(sums.below == eightLaneSum(under) && sums.belowSquared == eightLaneSum(under.map { $0 * $0 }))
      #expect(sums.above == eightLaneSum(over) && sums.aboveSquared == eightLaneSum(over.map { $0 * $0 }))
      #expect(sums.firstOnly == zip(first, second).count { $0 <= 0.75 && $1 > 0.75 })
      #expect(sums.secondOnly == zip(first, second).count { $0 > 0.75 && $1 <= 0.75 })
    }
    let few = level.kernels.excessDifferenceSums(([1, 2, 3] as [Double]).span, ([2, 3, 2] as [Double]).span, level: 2, scale: 2)
    #expect(few == (1, 1, 2, 4, 0, 8))
  }

  func term(_ d: Double, _ power: Int) -> Double {
    let square = d * d
    let cube = square * d
    switch power {
    case 1: return d
    case 2: return square
    case 3: return cube
    case 4: return square * square
    case 5: return square * cube
    default: return cube * cube
    }
  }

  /// The documented order: eight lanes in turn, then halves of the lanes added.
  func eightLaneSum(_ terms: [Double]) -> Double {
    var lanes = [Double](repeating: 0, count: 8)
    for i in terms.indices { lanes[i % 8] += terms[i] }
    while lanes.count > 1 { lanes = (0..<lanes.count / 2).map { lanes[$0] + lanes[$0 + lanes.count / 2] } }
    return lanes[0]
  }

  @Test("Counts are those of the documented bins, one element at a time", arguments: availableLevels)
  func count(level: InstructionSet) {
    let x = spread(1003, over: -8...8) + [.nan, .infinity, -.infinity, 0, 5, -5]
    let counts = KernelCall.counts(level.kernels, x)
    var expected = [Int](repeating: 0, count: 256)
    var listed: [Int] = []
    for (i, x) in x.enumerated() {
      let position = (x.isNaN ? 0 : min(max(x + 6, 0), 11))
      let place = Int((position * 0x1p24).rounded(.toNearestOrEven))
      let cell = place >> 24
      if cell % 3 == 2 {
        listed.append(i)
      } else {
        let first = (0..<cell).reduce(0) { $0 + ($1 % 3 == 2 ? 0 : 7 + $1) }
        expected[first + ((place & 0xff_ffff) * (7 + cell)) >> 24] += 1
      }
    }
    #expect(counts == expected + listed)
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
