internal import Simulation

/// What is to hold of an answer: a probability, a percentile or a mean on one side of a number, as in `P(balance < 2000) >= 0.9`,
/// `P5(balance) >= 1500` or `mean(a: balance - b: balance) > 100`.
package struct Goal: Hashable, Sendable {
  /// The number that is looked at.
  package enum Statistic: Hashable, Sendable {
    /// That of a condition, as a fraction.
    case probability(Condition)
    /// In percent, above 0 and below 100.
    case percentile(Double, OutcomeMeasure)
    case mean(OutcomeMeasure)
  }

  package var statistic: Statistic
  package var relation: Condition.Relation
  /// In the unit of the statistic; finite.
  package var target: Double

  package init(_ statistic: Statistic, _ relation: Condition.Relation, _ target: Double) {
    self.statistic = statistic
    self.relation = relation
    self.target = target
  }

  /// As it can be typed.
  package var text: String { "\(statistic.text) \(relation.rawValue) \(Condition.exact(target))" }

  package var terms: [OutcomeTerm] {
    switch statistic {
    case .probability(let condition): condition.terms
    case .percentile(_, let measure), .mean(let measure): measure.terms
    }
  }

  /// How far a value is on the side where the goal holds: positive there, 0 at the target.
  package func margin(of value: Double) -> Double {
    switch relation {
    case .above, .atLeast: value - target
    case .below, .atMost: target - value
    }
  }
}

extension Goal.Statistic {
  package var text: String {
    switch self {
    case .probability(let condition): "P(\(condition.text))"
    case .percentile(let percent, let measure): "P\(Condition.exact(percent))(\(measure.text))"
    case .mean(let measure): "mean(\(measure.text))"
    }
  }
}
