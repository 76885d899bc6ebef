internal import Expressions
internal import Statistics
internal import VectorMath

/// Draws of one column, y = a + b·X, as laws of y given all but X.
///
/// Given a and b, y lies below a level L with probability F((L − a)/b) = F(x + (L − y)/b) where b > 0, the complement where b < 0, and
/// where b = 0 it is y itself; its mean is y + b·(μ − x), its variance b²σ².
struct AveragedDraws {
  private let law: CumulativeTable
  private let kernels: any KernelSet.Type
  /// Of the usable draws: y, 1/b and x.
  private var values: [Double] = []
  private var inverses: [Double] = []
  private var inputs: [Double] = []
  /// Of the same, the conditional mean and standard deviation.
  private(set) var means: [Double] = []
  private(set) var deviations: [Double] = []
  private var argumentColumn = [Double](repeating: 0, count: Extent.drawsPerBlock)
  private var shareColumn = [Double](repeating: 0, count: Extent.drawsPerBlock)

  init(_ law: CumulativeTable, kernels: any KernelSet.Type) {
    self.law = law
    self.kernels = kernels
  }

  /// Usable draws that are loaded.
  var count: Int { values.count }

  /// Takes draws of y, b and x.
  ///
  /// Those that are not usable are left out. A draw whose slope is no number stays at its y.
  mutating func load(
    _ y: ArraySlice<Double>, slopes: ArraySlice<Double>, inputs x: ArraySlice<Double>, where isUsable: (Double) -> Bool
  ) {
    values.removeAll(keepingCapacity: true)
    inverses.removeAll(keepingCapacity: true)
    inputs.removeAll(keepingCapacity: true)
    means.removeAll(keepingCapacity: true)
    deviations.removeAll(keepingCapacity: true)
    let (mean, deviation) = (law.mean, law.standardDeviation)
    for (y, (b, x)) in zip(y, zip(slopes, x)) where isUsable(y) {
      let centre = y + b * (mean - x)
      let isTold = isUsable(centre) && isUsable(y + b * deviation)
      let slope = isTold ? b : 0
      values.append(y)
      inverses.append(1 / slope)
      inputs.append(x)
      means.append(isTold ? centre : y)
      deviations.append((slope * deviation).magnitude)
    }
  }

  /// The sum of the probabilities to lie below a level, and the sum of their squares.
  ///
  /// In an order that does not depend on anything else. O(draws).
  mutating func shares(below level: Double) -> (sum: Double, squares: Double) {
    var (sum, squares) = (0.0, 0.0)
    for start in stride(from: 0, to: count, by: Extent.drawsPerBlock) {
      let block = blockShares(below: level, start..<min(start + Extent.drawsPerBlock, count))
      sum += block.sum
      squares += block.squares
    }
    return (sum, squares)
  }

  private mutating func blockShares(below level: Double, _ places: Range<Int>) -> (sum: Double, squares: Double) {
    let size = places.count
    // Moved out and back again, since what else is read belongs to the same value.
    var (argument, share) = (exchange(&argumentColumn, with: []), exchange(&shareColumn, with: []))
    defer { (argumentColumn, shareColumn) = (argument, share) }
    let (y, r, x) = (values.span.extracting(places), inverses.span.extracting(places), inputs.span.extracting(places))
    unsafe argument.withUnsafeMutableBufferPointer { argument in
      for i in 0..<size { unsafe argument[i] = x[i] + (level - y[i]) * r[i] }
    }
    // What is left in the places beyond the block's is interpolated too, and not read.
    var target = share.mutableSpan
    let unknown = kernels.interpolate(
      argument.span, origin: law.origin, cellsPerUnit: law.cellsPerUnit, coefficients: law.coefficients.span, into: &target)
    // y on the level is not below it.
    if unknown > 0 { for i in 0..<size where share[i].isNaN { share[i] = 0 } }
    return Self.sums(share.span.extracting(first: size), r)
  }

  /// Sums of shares and of their squares, each the complement where the slope falls.
  ///
  /// Eight sums at a time: one after the other would wait for each other.
  private static func sums(_ shares: Span<Double>, _ inverses: Span<Double>) -> (sum: Double, squares: Double) {
    var sums = SIMD8<Double>.zero
    var squares = SIMD8<Double>.zero
    let whole = shares.count & ~7
    unsafe shares.withUnsafeBytes { shares in
      unsafe inverses.withUnsafeBytes { inverses in
        for i in stride(from: 0, to: whole, by: 8) {
          let known = unsafe shares.loadUnaligned(fromByteOffset: 8 * i, as: SIMD8<Double>.self)
          let slope = unsafe inverses.loadUnaligned(fromByteOffset: 8 * i, as: SIMD8<Double>.self)
          let own = known.replacing(with: 1 - known, where: slope .< 0)
          sums += own
          squares += own * own
        }
      }
    }
    for i in whole..<shares.count {
      let own = inverses[i] < 0 ? 1 - shares[i] : shares[i]
      sums[i - whole] += own
      squares[i - whole] += own * own
    }
    return (sums.sum(), squares.sum())
  }
}

extension AveragedDraws {
  /// Adds the loaded draws to a tally.
  mutating func add(to tally: inout SmoothedTally, on grid: SmoothedGrid) {
    let below = grid.levels.map { shares(below: $0).sum }
    var (mean, square) = (0.0, 0.0)
    for index in means.indices {
      let z = (means[index] - grid.location) / grid.scale
      let v = deviations[index] / grid.scale
      mean += z
      square += z * z + v * v
    }
    tally.add(draws: count, below: below, mean: mean, square: square)
  }
}
