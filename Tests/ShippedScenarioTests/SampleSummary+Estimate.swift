import Statistics
import Testing

extension SampleSummary {
  /// A statistic by the name it has in the reference files, `mean` or `p05`, with its standard error.
  func estimate(_ statistic: String) throws -> (value: Double, error: Double) {
    if statistic == "mean" { return (mean.value, try #require(mean.standardError)) }
    let percent = try #require(Double(statistic.dropFirst()))
    let percentile = try #require(percentiles.first { $0.percent == percent })
    let interval = try #require(percentile.interval)
    return (percentile.value, (interval.upperBound - interval.lowerBound) / (2 * 1.96))
  }
}
