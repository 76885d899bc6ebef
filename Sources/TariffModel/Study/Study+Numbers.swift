internal import Distributions

/// A number of a study with the values it may take.
package struct StatedNumber: Sendable {
  package let quantity: Quantity
  package let range: NumberRange

  init(_ quantity: Quantity, _ range: NumberRange) {
    self.quantity = quantity
    self.range = range
  }
}

extension Study {
  /// Every number of the study, in its order: parameters, exports, imports, policy, scenarios, periods.
  package var numbers: [StatedNumber] {
    parameters.sorted { $0.key < $1.key }.map { StatedNumber($0.value, .any) }
      + exports.flatMap(\.numbers) + imports.flatMap(\.numbers) + measures.flatMap(\.numbers) + tariffCuts.flatMap(\.numbers)
      + barrierCuts.flatMap(\.numbers) + commitments.flatMap(\.numbers) + scenarios.flatMap(\.numbers)
      + periods.compactMap(\.seasonalShare).map { StatedNumber($0, .positiveShare) }
      + [cifFactor].compactMap { $0 }.map { StatedNumber($0, .atLeastOne) }
  }

  /// The paths of the numbers that are drawn, in the study's order.
  package var uncertainPaths: [String] {
    numbers.compactMap { number in
      guard case .distribution(let distribution) = number.quantity.value, distribution.constantValue == nil else { return nil }
      return number.quantity.path
    }
  }
}

/// The numbers that are stated, each with its range.
private func stated(_ numbers: (Quantity?, NumberRange)...) -> [StatedNumber] {
  numbers.compactMap { quantity, range in quantity.map { StatedNumber($0, range) } }
}

extension ExportLine {
  fileprivate var numbers: [StatedNumber] {
    stated((baseValue, .nonNegative), (baseDuty, .nonNegative)) + response.numbers
      + stated((redirection, .share), (redirectionDiscount, .share))
  }
}

extension ExportResponse {
  fileprivate var numbers: [StatedNumber] {
    switch self {
    case .ownPrice(let response): response.numbers
    }
  }
}

extension OwnPriceResponse {
  fileprivate var numbers: [StatedNumber] {
    switch self {
    case .constantElasticity(let incidence): incidence.numbers
    case .levels(let elasticity, let passThrough), .linear(let elasticity, let passThrough):
      stated((elasticity, .nonNegative), (passThrough, .share))
    case .valueElasticity(let elasticity), .theta(let elasticity): stated((elasticity, .nonNegative))
    }
  }
}

extension Incidence {
  fileprivate var numbers: [StatedNumber] {
    switch self {
    case .demand(let elasticity), .demandAndSupply(let elasticity, .infinite): stated((elasticity, .nonNegative))
    case .demandAndPassThrough(let elasticity, let passThrough):
      stated((elasticity, .nonNegative), (passThrough, .share))
    case .demandAndSupply(let elasticity, .finite(let supply)): stated((elasticity, .nonNegative), (supply, .positive))
    case .supplyAndPassThrough(let supply, let passThrough): stated((supply, .positive), (passThrough, .positiveShare))
    }
  }
}

extension ImportLine {
  fileprivate var numbers: [StatedNumber] {
    stated((baseValue, .nonNegative), (tariff, .nonNegative), (barrier, .nonNegative)) + response.numbers
      + (additionality?.numbers ?? [])
  }
}

extension ImportResponse {
  fileprivate var numbers: [StatedNumber] {
    switch self {
    case .log(let elasticity, let passThrough), .levels(let elasticity, let passThrough):
      stated((elasticity, .nonNegative), (passThrough, .share))
    case .valueElasticity(let elasticity): stated((elasticity, .nonNegative))
    case .supply(let elasticity, let supply): stated((elasticity, .nonNegative), (supply, .positive))
    }
  }
}

extension Additionality {
  fileprivate var numbers: [StatedNumber] {
    switch self {
    case .share(let share): stated((share, .share))
    case .demandRatio(let importDemand): stated((importDemand, .nonNegative))
    case .ces(let importDemand, let substitution, let partnerShare):
      stated((importDemand, .nonNegative), (substitution, .positive), (partnerShare, .share))
    }
  }
}

extension TariffMeasure {
  fileprivate var numbers: [StatedNumber] {
    stated((rate, .nonNegative), (coverage, .positiveShare), (remittance, .positiveShare))
      + (covers + exemptions).shares + (contentRule?.numbers ?? [])
  }
}

extension [CodePrefix] {
  fileprivate var shares: [StatedNumber] { compactMap(\.share).map { StatedNumber($0, .share) } }
}

extension ContentRule {
  fileprivate var numbers: [StatedNumber] {
    stated((initialShare, .share), (threshold, .share), (sharePerUSDm, .nonNegative), (qualifyingShare, .share))
  }
}

extension TariffCut {
  fileprivate var numbers: [StatedNumber] {
    switch rule {
    case .share(let share): stated((share, .share)) + covers.shares
    case .newRate(let rate), .cap(let rate): stated((rate, .nonNegative)) + covers.shares
    case .swiss(let coefficient): stated((coefficient, .positive)) + covers.shares
    }
  }
}

extension BarrierCut {
  fileprivate var numbers: [StatedNumber] { stated((share, .share)) + covers.shares }
}

extension PurchaseCommitment {
  fileprivate var numbers: [StatedNumber] {
    amount.numbers + basis.numbers + stated((fulfilment, .share))
      + schedule.sorted { $0.key < $1.key }.map { StatedNumber($0.value, .nonNegative) } + additionality.numbers
      + stated((premium, .nonNegative), (financedShare, .share), (tariff, .nonNegative), (displacedTariff, .nonNegative))
  }
}

extension PurchaseCommitment.Amount {
  fileprivate var numbers: [StatedNumber] {
    switch self {
    case .value(let value): stated((value, .nonNegative))
    case .volume(let millionUnits, let usdPerUnit): stated((millionUnits, .nonNegative), (usdPerUnit, .nonNegative))
    }
  }
}

extension PurchaseCommitment.Basis {
  fileprivate var numbers: [StatedNumber] {
    switch self {
    case .level(let base): stated((base, .nonNegative))
    case .increment(let overlap): stated((overlap, .share))
    }
  }
}

extension PolicyScenario {
  fileprivate var numbers: [StatedNumber] {
    (measures + tariffCuts + barrierCuts + commitments).compactMap(\.scale).map { StatedNumber($0, .nonNegative) }
  }
}
