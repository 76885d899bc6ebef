internal import Expressions

extension CompositePrice {
  /// ln (Σ wᵢ e^(xᵢ·δ)/Σ wᵢ)/δ, the logarithm of a power mean of e^x.
  ///
  /// It is taken relative to the member of most weight, which keeps the argument of the logarithm away from 0 and makes the mean of
  /// equal numbers that number. A draw in which a power overflows is not solved: it is NaN.
  static func powerMean(_ members: [(weight: Expression, logarithm: Expression)], exponent: Expression) -> Expression {
    let graph = exponent.graph
    let heaviest = members.max { ($0.weight.constantValue ?? 0) < ($1.weight.constantValue ?? 0) }
    let reference = (heaviest ?? members[0]).logarithm
    let excess = graph.sum(members.map { $0.weight * expm1(exponent * ($0.logarithm - reference)) })
    let mean = reference + log1p(excess / graph.sum(members.map(\.weight))) / exponent
    return select(
      graph.constant(.greatestFiniteMagnitude), atLeast: excess, then: mean, else: graph.constant(.nan))
  }

  /// Weights in proportion to spending, and equal ones where nothing is certain to be spent: prices there are defined by them, and
  /// have no weight in anything else.
  static func weights(_ spending: [Expression]) -> [Expression] {
    guard let graph = spending.first?.graph, graph.sum(spending).constantValue == 0 else { return spending }
    return spending.map { _ in graph.constant(1) }
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
