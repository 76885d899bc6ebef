internal import Glibc

/// Whether the cubics of a table are of the quantile or of its logarithm.
///
/// A distribution on one side of 0 that spans decades near it, as a gamma of shape 0.1 does, has no cubics that are right relative
/// to its values; their logarithm is smooth.
struct TableScale: Hashable, Sendable {
  let isLogarithmic: Bool
  /// Of one sign with all values, and their largest magnitude where that is finite.
  let factor: Double
  /// Where the values lie.
  let support: Support

  /// The logarithm that stands for 0, below that of any positive number.
  static let logarithmOfZero = -750.0

  init(of family: any DistributionFamily) {
    support = family.support
    let isPositive = support.lower >= 0
    let far = isPositive ? support.upper : -support.lower
    factor = (isPositive ? 1 : -1) * (far.isFinite && far > 0 ? far : 1)
    isLogarithmic = (isPositive || support.upper <= 0) && far > 0 && Self.spansDecades(family, isPositive: isPositive)
  }

  /// Whether what is tabulated falls as the values rise: the logarithm of negative ones.
  var isFalling: Bool { isLogarithmic && factor < 0 }

  /// The value on the scale of the draws.
  func value(_ coordinate: Double) -> Double {
    let value = isLogarithmic ? factor * exp(coordinate) : coordinate
    return min(max(value, support.lower), support.upper)
  }

  /// ln(Q(p)/factor), held at what stands for 0.
  func logarithm(ofQuantile p: Probability, of family: any DistributionFamily, near guess: Double? = nil) -> Double {
    let ratio = family.quantile(p, near: guess.flatMap { $0 > -600 ? value($0) : nil }) / factor
    if ratio >= Double.leastNormalMagnitude { return log(ratio) }
    let small = family.logarithmOfSmallQuantile(p).map { $0 - log(factor.magnitude) }
    return max(small ?? log(ratio), Self.logarithmOfZero)
  }

  /// Whether the quantile grows so fast somewhere in the middle that no cubic over a cell keeps its relative accuracy.
  ///
  /// The relative error of a cubic over a cell is 5·10⁻⁴·h⁴ for a rise of the logarithm by h. Where the rise is a jump, no cubic
  /// of any scale would do.
  private static func spansDecades(_ family: any DistributionFamily, isPositive: Bool) -> Bool {
    let cell = 1 / QuantileTable.cellsPerUnit
    return stride(from: -3.0, through: 3, by: 0.375).contains { z in
      let near = family.quantile(StandardNormal.cdf(isPositive ? z : -z)).magnitude
      let far = family.quantile(StandardNormal.cdf(isPositive ? z + cell : -z - cell)).magnitude
      guard near > 0 else { return far > 0 && family.logarithmOfSmallQuantile(Probability(0.5)) != nil }
      // Mostly too little, whatever lies between.
      guard log(far / near) > 0.059 else { return false }
      let middle = family.quantile(StandardNormal.cdf(isPositive ? z + 0.5 * cell : -z - 0.5 * cell)).magnitude
      let (first, second) = (log(middle / near), log(far / middle))
      return first + second > 0.06 && min(first, second) > 0.25 * max(first, second)
    }
  }
}
