internal import Distributions
package import TariffModel

/// One number of a study: how uncertain it is, and where it comes from.
package struct AssumptionRow: Hashable, Sendable {
  /// Where it stands, as in `exports/6302/elasticity`.
  package var path: String
  /// The distribution in words, or the parameter that is named.
  package var distribution: String
  /// Nothing where the distribution has no mean; likewise the standard deviation.
  package var mean: Double?
  package var standardDeviation: Double?
  package var p5: Double?
  package var p50: Double?
  package var p95: Double?
  /// The publication or table, in the user's words.
  package var source: String?
  package var isJudgement: Bool

  package init(
    path: String, distribution: String, mean: Double?, standardDeviation: Double?, p5: Double?, p50: Double?, p95: Double?,
    source: String?, isJudgement: Bool
  ) {
    self.path = path
    self.distribution = distribution
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.p5 = p5
    self.p50 = p50
    self.p95 = p95
    self.source = source
    self.isJudgement = isJudgement
  }

  /// The numbers of a study, in its order; certain base data of suppliers stand in their tables alone.
  package static func rows(of study: Study) -> [AssumptionRow] {
    let parameters = ParameterFigures(study.parameters)
    return study.assumptions.map { AssumptionRow($0.quantity, parameters: parameters) }
  }
}
