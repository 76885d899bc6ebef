internal import Expressions

extension ElasticityAdjustment {
  /// ε(a) = ε_∞ + (ε₀ − ε_∞)·e^(−λa).
  ///
  /// - Parameters:
  ///   - shortRun: ε₀.
  ///   - years: a, calendar years since the duty first changed.
  func value(shortRun: Expression, after years: Expression, _ number: DrawnQuantities) -> Expression {
    let longRun = number(longRun)
    return longRun + (shortRun - longRun) * exp(number(speed) * -years)
  }
}
