package import Distributions

/// The distribution function of a law that has a density, as cubics over cells of equal width: what a linear input is averaged with.
///
/// Each cell has the cubic through the exact values at 0, ⅓, ⅔ and 1. Before a law is taken, the table is measured at ⅛, ½ and ⅞ of every
/// cell: on average over the cells it errs by at most ``meanTolerance``, nowhere by more than ``tolerance`` (next to a corner of the
/// density). Laws that are not so smooth have none: values with a probability of their own, poles of the density, tails over many
/// orders of magnitude. Outside the cells it is held at its ends, which are 10⁻⁹ from 0 and 1 at most.
package struct CumulativeTable: Sendable {
  /// The left end of the first cell.
  package let origin: Double
  package let cellsPerUnit: Double
  /// c₀ … c₃ of each cell, in the place in the cell from 0 to 1.
  package let coefficients: [Double]
  package let mean: Double
  package let standardDeviation: Double

  package static let meanTolerance = 2e-7
  package static let tolerance = 2e-4
  /// 32 KB of coefficients: a first-level cache.
  private static let cellCount = 1_024
  /// Beyond so many standard deviations of a normal, on either side, lies a probability of 10⁻⁹.
  private static let reach = 6.0
  private static let mostBeyond = 1e-9

  /// Nothing where the law has no variance, or is not smooth enough.
  ///
  /// Some 6,000 values of the distribution function: a few milliseconds.
  package init?(_ law: Distribution) {
    guard law.constantValue == nil, let mean = law.mean, let deviation = law.standardDeviation, deviation > 0 else { return nil }
    let support = law.support
    let low = support.lower.isFinite ? support.lower : law.quantile(atNormal: -Self.reach)
    let high = support.upper.isFinite ? support.upper : law.quantile(atNormal: Self.reach)
    let width = (high - low) / Double(Self.cellCount)
    guard width.isFinite, width > 0, law.cdf(low) <= Self.mostBeyond, law.cdf(high) >= 1 - Self.mostBeyond else { return nil }
    var coefficients: [Double] = []
    coefficients.reserveCapacity(4 * Self.cellCount)
    var errors = 0.0
    for cell in 0..<Self.cellCount {
      func value(_ t: Double) -> Double { law.cdf(low + (Double(cell) + t) * width) }
      let cubic = Cubic(value(0), value(1.0 / 3), value(2.0 / 3), cell + 1 == Self.cellCount ? law.cdf(high) : value(1))
      let error = [0.125, 0.5, 0.875].map { (cubic($0) - value($0)).magnitude }.max() ?? 0
      guard error <= Self.tolerance else { return nil }
      errors += error
      coefficients += [cubic.c0, cubic.c1, cubic.c2, cubic.c3]
    }
    guard errors <= Self.meanTolerance * Double(Self.cellCount) else { return nil }
    origin = low
    cellsPerUnit = 1 / width
    self.coefficients = coefficients
    self.mean = mean
    standardDeviation = deviation
  }
}
