internal import Expressions

extension CompositePrice {
  /// ln (Σ wᵢ e^(xᵢ·δ)/Σ wᵢ)/δ, the logarithm of a power mean of e^x.
  ///
  /// It is taken relative to the member of most weight, which keeps the argument of the logarithm away from 0 and makes the mean of
  /// equal numbers that number. A draw in which a power overflows is NaN: see ``farMean(_:exponent:)``.
  static func powerMean(_ members: [(weight: Expression, logarithm: Expression)], exponent: Expression) -> Expression {
    let graph = exponent.graph
    let heaviest = members.max { ($0.weight.constantValue ?? 0) < ($1.weight.constantValue ?? 0) }
    let reference = (heaviest ?? members[0]).logarithm
    let excess = graph.sum(members.map { $0.weight * expm1(exponent * ($0.logarithm - reference)) })
    let mean = reference + log1p(excess / graph.sum(members.map(\.weight))) / exponent
    return select(
      graph.constant(.greatestFiniteMagnitude), atLeast: excess, then: mean, else: graph.constant(.nan))
  }

  /// The same from powers relative to the largest of those with a weight, which cannot overflow.
  static func farMean(_ members: [(weight: Expression, logarithm: Expression)], exponent: Expression) -> Expression {
    farPowers(members.map { ($0.weight, exponent * $0.logarithm) }).logarithm / exponent
  }

  /// ln (Σ wᵢ e^xᵢ/Σ wᵢ), and the wᵢ e^xᵢ as parts of their sum.
  static func farPowers(
    _ members: [(weight: Expression, power: Expression)]
  ) -> (logarithm: Expression, parts: [Expression]) {
    let graph = members[0].weight.graph
    let none = graph.constant(-.greatestFiniteMagnitude)
    let least = graph.constant(.leastNormalMagnitude)
    let powers = members.map { select($0.weight, atLeast: least, then: $0.power, else: none) }
    let largest = powers.dropFirst().reduce(powers[0], maximum)
    let parts = zip(members, powers).map { $0.weight * exp($1 - largest) }
    let sum = graph.sum(parts)
    return (largest + log(sum / graph.sum(members.map(\.weight))), parts.map { $0 / sum })
  }

  /// ``powerMean(_:exponent:)``, and in the draws in which a power overflows ``farMean(_:exponent:)``.
  static func anyMean(_ members: [(weight: Expression, logarithm: Expression)], exponent: Expression) -> Expression {
    let mean = powerMean(members, exponent: exponent)
    let graph = exponent.graph
    let (zero, one) = (graph.constant(0), graph.constant(1))
    let isFar = select(mean, atLeast: graph.constant(-.greatestFiniteMagnitude), then: zero, else: one)
    return graph.iterate(from: [mean, isFar], tolerance: 0, limit: 1) { values in
      // The flag as a factor, 1 where it counts, makes this a part of the step.
      let far = farMean(members.map { ($0.weight, $0.logarithm * values[1]) }, exponent: exponent)
      return IterationStep(next: [select(values[1], atLeast: one, then: far, else: values[0]), zero], residual: values[1])
    }[0]
  }

  /// Weights in proportion to spending, and equal ones in draws in which nothing is spent: prices there are defined by them, and have
  /// no weight in anything else.
  static func weights(_ spending: [Expression]) -> [Expression] {
    guard let graph = spending.first?.graph else { return [] }
    let total = graph.sum(spending)
    let least = Double.leastNormalMagnitude
    if total.staysApart(from: 0, by: least) { return spending }
    let one = graph.constant(1)
    if total.constantValue == 0 { return spending.map { _ in one } }
    let instead = select(total, atLeast: graph.constant(least), then: graph.constant(0), else: one)
    return spending.map { $0 + instead }
  }

  /// 1 − σ, kept from 0 for a draw in which σ is exactly 1.
  ///
  /// The doubles next to 1 are 10⁻¹⁶ away. With 10⁻¹⁷ for 0, expm1 and log1p return their arguments, and what is left is the
  /// geometric mean.
  static func exponent(_ substitution: Expression) -> Expression {
    let exponent = 1 - substitution
    let least = substitution.graph.constant(1e-17)
    return select(maximum(exponent, -exponent), atLeast: least, then: exponent, else: least)
  }
}
