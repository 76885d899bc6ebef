/// What replicates say of a column when one input is averaged over.
struct SmoothedFigures {
  /// The sums of one replicate, or of several.
  struct Sums {
    var draws: Double
    var below: [Double]
    var mean: Double
    var square: Double

    init(_ tally: SmoothedTally) {
      draws = Double(tally.draws)
      below = tally.below.map(\.rounded)
      mean = tally.means.rounded
      square = tally.squares.rounded
    }

    /// The share of draws below a level of the grid.
    func share(_ level: Int) -> Double { below[level] / draws }

    /// The mean, and the standard deviation, as deviations in units of the scale.
    var meanShift: Double { mean / draws }
    var standardDeviation: Double {
      let shift = meanShift
      return draws > 1 ? (max(square / draws - shift * shift, 0) * draws / (draws - 1)).squareRoot() : 0
    }

    mutating func add(_ other: Self, sign: Double) {
      draws += sign * other.draws
      for index in below.indices { below[index] += sign * other.below[index] }
      mean += sign * other.mean
      square += sign * other.square
    }
  }

  let pooled: Sums
  /// All draws but those of one replicate.
  private let others: [Sums]
  private let deviate: Double

  /// Of two replicates or more with usable draws.
  init(_ replicates: [SmoothedTally]) {
    let own = replicates.map(Sums.init)
    var pooled = own[0]
    for other in own.dropFirst() { pooled.add(other, sign: 1) }
    self.pooled = pooled
    others = own.map { replicate in
      var rest = pooled
      rest.add(replicate, sign: -1)
      return rest
    }
    deviate = Replication.replicates(own.count).deviate
  }

  func error(of figure: (Sums) -> Double) -> Double { Jackknife.error(of: others.map(figure)) }

  /// The percentile of a bracket whose levels are two of the grid's, with the interval of Woodruff (see ``ReplicateErrors``); nothing
  /// where it, or an end of its interval, lies outside of what the bracket knows.
  func percentile(_ bracket: LevelBracket, firstLevel: Int) -> PercentileEstimate? {
    func shares(_ sums: Sums) -> (lower: Double, upper: Double) { (sums.share(firstLevel), sums.share(firstLevel + 1)) }
    let p = bracket.percent / 100
    guard let value = bracket.level(of: p, from: shares(pooled)) else { return nil }
    let width = deviate * error { bracket.share(below: value, from: shares($0)) }
    guard let low = bracket.level(of: p - width, from: shares(pooled)),
      let high = bracket.level(of: p + width, from: shares(pooled))
    else { return nil }
    return PercentileEstimate(
      percent: bracket.percent, value: value + 0, interval: (min(low, value) + 0)...(max(high, value) + 0))
  }

  /// The probability to lie below a level; nothing where no replicate differs from another, or all or nothing lies below.
  func exceedance(threshold: Double, level: Int) -> ExceedanceEstimate? {
    let p = pooled.share(level)
    let error = error { $0.share(level) }
    guard p > 0, p < 1, error > 0 else { return nil }
    return ExceedanceEstimate(
      threshold: threshold, probabilityBelow: Estimate(p, standardError: error),
      interval: WilsonInterval.interval(share: p, error: error, deviate: deviate))
  }
}

extension SampleSummary {
  /// The same with percentiles, probabilities, mean and standard deviation from a distribution function that is averaged over one input;
  /// what the grid does not hold stays as it is.
  ///
  /// The values are those of all replicates pooled, the errors the jackknife's over them; what had no error has none.
  package func smoothed(on grid: SmoothedGrid, replicates: [SmoothedTally]) -> Self {
    guard replicates.count > 1, minimum < maximum else { return self }
    let figures = SmoothedFigures(replicates)
    var smoothed = self
    func told(_ old: Estimate, _ value: Double, _ error: Double) -> Estimate {
      Estimate(value, standardError: old.standardError == nil ? nil : error * grid.scale)
    }
    smoothed.mean = told(mean, grid.location + grid.scale * figures.pooled.meanShift, figures.error(of: \.meanShift))
    smoothed.standardDeviation = told(
      standardDeviation, grid.scale * figures.pooled.standardDeviation, figures.error(of: \.standardDeviation))
    for (place, bracket) in grid.brackets.enumerated() {
      guard let own = figures.percentile(bracket, firstLevel: 2 * place) else { continue }
      for index in percentiles.indices where percentiles[index].percent == bracket.percent && percentiles[index].interval != nil {
        smoothed.percentiles[index] = own
      }
    }
    for (place, threshold) in grid.thresholds.enumerated() {
      guard let own = figures.exceedance(threshold: threshold, level: 2 * grid.brackets.count + place) else { continue }
      for index in exceedances.indices where exceedances[index].threshold == threshold { smoothed.exceedances[index] = own }
    }
    return smoothed
  }
}
