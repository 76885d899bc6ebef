internal import Glibc

/// A number whose logarithm is normal.
struct Lognormal: DistributionFamily {
  let logMean: Double
  let logStandardDeviation: Double
  private let statement: String

  init(logMean: Double, logStandardDeviation: Double) throws(DistributionError) {
    try ParameterRule.finite.check(logMean, of: .logMean)
    try ParameterRule.positive.check(logStandardDeviation, of: .logStandardDeviation)
    self.logMean = logMean
    self.logStandardDeviation = logStandardDeviation
    statement = "logMean \(logMean.text), logSd \(logStandardDeviation.text)"
  }

  init(mean: Double, standardDeviation: Double) throws(DistributionError) {
    try ParameterRule.positive.check(mean, of: .mean)
    try ParameterRule.positive.check(standardDeviation, of: .standardDeviation)
    let relative = standardDeviation / mean
    let logVariance = log1p(relative * relative)
    guard logVariance > 0 && logVariance.isFinite else { throw .overflow }
    logMean = log(mean) - 0.5 * logVariance
    logStandardDeviation = logVariance.squareRoot()
    statement = "mean \(mean.text), sd \(standardDeviation.text)"
  }

  init(low: Double, high: Double, probability: Double) throws(DistributionError) {
    try ParameterRule.positive.check(low, of: .low)
    let interval = try CentralInterval(low: low, high: high, probability: probability)
    let logWidth = log1p((high - low) / low)
    guard logWidth.isFinite else { throw .overflow }
    logMean = log(low) + 0.5 * logWidth
    logStandardDeviation = logWidth / interval.widthInStandardDeviations
    statement = interval.description
    guard logStandardDeviation > 0 && logStandardDeviation.isFinite else { throw .overflow }
  }

  private init(logMean: Double, logStandardDeviation: Double, statement: String) {
    self.logMean = logMean
    self.logStandardDeviation = logStandardDeviation
    self.statement = statement
  }

  /// The law of the number times a positive constant, stated by its moments where it has them.
  func scaled(by factor: Double) -> Lognormal {
    let scaled = Lognormal(logMean: logMean + log(factor), logStandardDeviation: logStandardDeviation, statement: "")
    let words =
      if let mean = scaled.mean, let deviation = scaled.standardDeviation {
        "mean \(mean.text), sd \(deviation.text)"
      } else {
        "logMean \(scaled.logMean.text), logSd \(logStandardDeviation.text)"
      }
    return Lognormal(logMean: scaled.logMean, logStandardDeviation: logStandardDeviation, statement: words)
  }

  var support: Support { Support(lower: 0, upper: .infinity) }

  var mean: Double? {
    let mean = exp(logMean + 0.5 * logStandardDeviation * logStandardDeviation)
    return mean.isFinite ? mean : nil
  }

  var standardDeviation: Double? {
    guard let mean else { return nil }
    let deviation = Distributions.standardDeviation(mean: mean, logRatio: logStandardDeviation * logStandardDeviation)
    return deviation.isFinite ? deviation : nil
  }

  func cdf(_ x: Double) -> Probability {
    x > 0 ? StandardNormal.cdf((log(x) - logMean) / logStandardDeviation) : Probability(0)
  }

  func quantile(_ p: Probability) -> Double { exp(logMean + logStandardDeviation * StandardNormal.quantile(p)) }
  var description: String { "lognormal(\(statement))" }
}

extension Distribution {
  /// The lognormal distribution by mean and standard deviation of the logarithm; logStandardDeviation > 0.
  package static func lognormal(logMean: Double, logStandardDeviation: Double) throws(DistributionError) -> Distribution {
    try Distribution(checking: .lognormal(Lognormal(logMean: logMean, logStandardDeviation: logStandardDeviation)))
  }

  /// The lognormal distribution by its own mean and standard deviation, both positive.
  package static func lognormal(mean: Double, standardDeviation: Double) throws(DistributionError) -> Distribution {
    try Distribution(checking: .lognormal(Lognormal(mean: mean, standardDeviation: standardDeviation)))
  }

  /// The lognormal distribution that lies in [low, high] with the given probability, equal tails outside; 0 < low < high,
  /// 0 < probability < 1.
  package static func lognormal(low: Double, high: Double, probability: Double) throws(DistributionError) -> Distribution {
    try Distribution(checking: .lognormal(Lognormal(low: low, high: high, probability: probability)))
  }
}
