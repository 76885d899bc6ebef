internal import Expressions

extension ImportResponse {
  /// M̂ under a change T̂ of the landed-price factor T = (1 + h)(1 + n) (the model's §4).
  func relative(landedPrice: Expression, _ number: DrawnQuantities) -> Expression {
    switch self {
    case .log(let elasticity, let passThrough):
      return power(landedPrice, -(number(elasticity) * number(passThrough, default: 1)))
    case .levels(let elasticity, let passThrough):
      return power(1 + number(passThrough, default: 1) * (landedPrice - 1), -number(elasticity))
    case .valueElasticity(let elasticity): return power(landedPrice, -number(elasticity))
    case .supply(let elasticity, let supply):
      let (epsilon, mu) = (number(elasticity), number(supply))
      return power(landedPrice, -(epsilon / (mu + epsilon) * (1 + mu)))
    }
  }

  /// ε, which an additionality may refer to.
  var elasticity: Quantity {
    switch self {
    case .log(let elasticity, _), .levels(let elasticity, _), .valueElasticity(let elasticity), .supply(let elasticity, _):
      elasticity
    }
  }
}

extension Additionality {
  /// The additionality of purchases I beyond the imports M' of a line, and their shadow subsidy; nothing where it is not from
  /// elasticities of substitution.
  ///
  /// It tends to the point form of ``share(elasticity:_:)`` as I/M' vanishes.
  func arc(increment: Expression, imports: Expression, _ number: DrawnQuantities) -> ArcAdditionality? {
    guard case .ces(let importDemand, let substitution, let partnerShare) = self else { return nil }
    return arcAdditionality(
      increment: increment / imports, share: number(partnerShare), substitution: number(substitution),
      demand: number(importDemand))
  }

  /// a: the share of a rise in imports from the partner that is new demand in total (the model's §5).
  ///
  /// - Parameter elasticity: ε of the import line, which the ratio η/ε needs.
  func share(elasticity: Quantity?, _ number: DrawnQuantities) -> Expression {
    switch self {
    case .share(let share): return number(share)
    case .demandRatio(let importDemand):
      guard let elasticity else { preconditionFailure("the study was checked: a ratio η/ε belongs to an import line") }
      // A share: total demand that reacts more than purchases from the partner would make it exceed 1.
      return minimum(number(importDemand) / number(elasticity), number.graph.constant(1))
    case .ces(let importDemand, let substitution, let partnerShare):
      let (eta, s) = (number(importDemand), number(partnerShare))
      return eta / (number(substitution) * (1 - s) + eta * s)
    }
  }
}
