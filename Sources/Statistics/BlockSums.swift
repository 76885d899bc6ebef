/// Draws strictly below a threshold.
func countBelow(_ threshold: Double, _ values: Span<Double>) -> Int {
  // Ones added in doubles: the comparison then is a mask and no branch.
  var counts = SIMD2<Double>()
  var index = 0
  while index + 2 <= values.count {
    counts += SIMD2(values[index] < threshold ? 1 : 0, values[index + 1] < threshold ? 1 : 0)
    index += 2
  }
  if index < values.count && values[index] < threshold { counts[0] += 1 }
  return Int(counts.sum())
}

/// The least and the greatest draw of a block; a NaN is passed over.
struct Extremes {
  var minimum = Double.infinity
  var maximum = -Double.infinity

  init(of values: Span<Double>) {
    // Two chains of comparisons side by side: a single one waits for itself.
    var odd = (minimum: minimum, maximum: maximum)
    var index = 0
    while index + 2 <= values.count {
      let x = values[index]
      let y = values[index + 1]
      minimum = x < minimum ? x : minimum
      maximum = x > maximum ? x : maximum
      odd.minimum = y < odd.minimum ? y : odd.minimum
      odd.maximum = y > odd.maximum ? y : odd.maximum
      index += 2
    }
    if index < values.count {
      let x = values[index]
      minimum = x < minimum ? x : minimum
      maximum = x > maximum ? x : maximum
    }
    minimum = odd.minimum < minimum ? odd.minimum : minimum
    maximum = odd.maximum > maximum ? odd.maximum : maximum
  }
}

/// Sums over a block of the powers 1 … 6 of scaled deviations, in four lanes: a fixed order that fills the vector registers.
struct PowerSums {
  private typealias Lanes = SIMD4<Double>

  private var first = Lanes()
  private var second = Lanes()
  private var third = Lanes()
  private var fourth = Lanes()
  private var fifth = Lanes()
  private var sixth = Lanes()

  init(of values: Span<Double>, about location: Double, scale: Double) {
    let factor = Lanes(repeating: 1 / scale)
    let centre = Lanes(repeating: location)
    var index = 0
    while index + 4 <= values.count {
      let x = Lanes(values[index], values[index + 1], values[index + 2], values[index + 3])
      add((x - centre) * factor)
      index += 4
    }
    // What is left over goes into the first lane; the others add zeros.
    while index < values.count {
      add(Lanes((values[index] - location) * factor[0], 0, 0, 0))
      index += 1
    }
  }

  @inline(__always)
  private mutating func add(_ z: Lanes) {
    let square = z * z
    let cube = square * z
    first += z
    second += square
    third += cube
    fourth += square * square
    fifth += square * cube
    sixth += cube * cube
  }

  /// Whether no draw was NaN or infinite and no power overflowed.
  var areFinite: Bool { sixth.sum().isFinite }

  func add(to sums: inout [ExactSum]) {
    sums[0].add(first.sum())
    sums[1].add(second.sum())
    sums[2].add(third.sum())
    sums[3].add(fourth.sum())
    sums[4].add(fifth.sum())
    sums[5].add(sixth.sum())
  }
}

/// Sums over a block of the scaled excess below one quantile and above another, and of their squares, in two lanes.
struct ExcessSums {
  private typealias Lanes = SIMD2<Double>

  private var below = Lanes()
  private var belowSquared = Lanes()
  private var above = Lanes()
  private var aboveSquared = Lanes()

  init(of values: Span<Double>, below low: Double, above high: Double, scale: Double) {
    let factor = 1 / scale
    var index = 0
    while index + 2 <= values.count {
      let x = values[index]
      let y = values[index + 1]
      add(
        below: Lanes(Self.positivePart((low - x) * factor), Self.positivePart((low - y) * factor)),
        above: Lanes(Self.positivePart((x - high) * factor), Self.positivePart((y - high) * factor)))
      index += 2
    }
    if index < values.count {
      let x = values[index]
      add(
        below: Lanes(Self.positivePart((low - x) * factor), 0), above: Lanes(Self.positivePart((x - high) * factor), 0))
    }
  }

  @inline(__always)
  private static func positivePart(_ x: Double) -> Double { x > 0 ? x : 0 }

  @inline(__always)
  private mutating func add(below under: Lanes, above over: Lanes) {
    below += under
    belowSquared += under * under
    above += over
    aboveSquared += over * over
  }

  func add(to sums: inout [ExactSum]) {
    sums[0].add(below.sum())
    sums[1].add(belowSquared.sum())
    sums[2].add(above.sum())
    sums[3].add(aboveSquared.sum())
  }
}
