internal import TariffModel

extension LoadSession {
  /// The way out for a negative elasticity, of which the magnitude stands in a file; nothing for problems of other kinds.
  static func magnitudeAdvice(_ problem: ModelProblem) -> String? {
    guard case .range(let range) = problem.rule, problem.isConstant, problem.origin == nil,
      let value = problem.value.flatMap({ Double($0) }), value < 0, -value <= range.bounds.upper
    else { return nil }
    // Elasticities are published with a sign; of anything else it may be meant.
    guard isMagnitude(problem.path) else { return nil }
    return "write \(shown(-value))"
  }
}
