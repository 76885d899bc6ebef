internal import Statistics

extension AveragedDraws {
  /// Standard errors of a pilot's share, as if its draws were independent, between its percentile and a level on either side.
  private static let levelErrors = 4.0
  /// The share of draws that may vary with the input by less than half the distance to a level, for the distribution function to count as
  /// smooth there.
  private static let mostSharp = 0.01

  /// The grid that the loaded draws fix, as a pilot.
  mutating func grid(percentiles: [Double], thresholds: [Double]) -> SmoothedGrid {
    guard let (low, high) = extent, low < high else {
      return SmoothedGrid(brackets: [], thresholds: thresholds, location: means.first ?? 0, width: 0)
    }
    let brackets = Set(percentiles).sorted().compactMap { bracket(percent: $0, low, high) }
    return SmoothedGrid(
      brackets: brackets, thresholds: thresholds, location: means.sorted()[count / 2], width: high - low)
  }

  /// Between which numbers all draws lie but for some deviations of the input.
  private var extent: (Double, Double)? {
    guard count > 1 else { return nil }
    let deviation = deviations.max() ?? 0
    guard let low = means.min(), let high = means.max() else { return nil }
    return (low - 4 * deviation, high + 4 * deviation)
  }

  /// Nothing where the distribution function is not smooth between the levels, or one of them would be beyond all draws.
  private mutating func bracket(percent: Double, _ low: Double, _ high: Double) -> LevelBracket? {
    let draws = Double(count)
    let p = percent / 100
    guard p > 0, p < 1, let centre = level(of: p, low, high) else { return nil }
    let (sum, squares) = shares(below: centre)
    let share = sum / draws
    let error = (max(squares / draws - share * share, 0) / draws).squareRoot()
    guard let lower = level(of: p - Self.levelErrors * error, low, centre),
      let upper = level(of: p + Self.levelErrors * error, centre, high), lower < upper
    else { return nil }
    let reach = (upper - lower) / 2
    let sharp = deviations.count { $0 < reach / 2 }
    guard Double(sharp) <= Self.mostSharp * draws else { return nil }
    return LevelBracket(percent: percent, levels: lower...upper) { shares(below: $0).sum / draws }
  }

  /// A level below which a share of the probability lies, to a thousandth of what it is good for.
  ///
  /// By the Illinois form of false position (M. Dowell, P. Jarratt, doi:10.1007/BF01934364).
  private mutating func level(of share: Double, _ low: Double, _ high: Double) -> Double? {
    let draws = Double(count)
    let tolerance = 1e-3 * (share * (1 - share) / draws).squareRoot()
    guard share > 0, share < 1 else { return nil }
    var (a, b) = (low, high)
    var (fa, fb) = (shares(below: a).sum / draws - share, shares(below: b).sum / draws - share)
    guard fa <= 0, fb >= 0 else { return nil }
    for _ in 0..<100 {
      let middle = fa == fb ? (a + b) / 2 : a - fa * (b - a) / (fb - fa)
      guard middle > a, middle < b else { return (a + b) / 2 }
      let f = shares(below: middle).sum / draws - share
      if f.magnitude <= tolerance { return middle }
      if f < 0 {
        (a, fa) = (middle, f)
        fb /= 2
      } else {
        (b, fb) = (middle, f)
        fa /= 2
      }
    }
    return (a + b) / 2
  }
}
