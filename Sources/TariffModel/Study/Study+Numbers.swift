internal import Distributions

/// A number of a study with the values it may take.
package struct StatedNumber: Sendable {
  package let quantity: Quantity
  package let range: NumberRange

  init(_ quantity: Quantity, _ range: NumberRange) {
    self.quantity = quantity
    self.range = range
  }

  /// The path of a number that is drawn.
  var uncertainPath: String? { quantity.isUncertain ? quantity.path : nil }
}

extension Quantity {
  /// Whether it is a constant of its own.
  fileprivate var isCertain: Bool {
    guard case .distribution(let distribution) = value else { return false }
    return distribution.constantValue != nil
  }

  /// Whether it is drawn for its own place.
  fileprivate var isUncertain: Bool {
    guard case .distribution(let distribution) = value else { return false }
    return distribution.constantValue == nil
  }
}

extension Study {
  /// Every number of the study, in its order: parameters, exports, imports, markets, suppliers, policy, scenarios, periods.
  ///
  /// A number that several places share is there once. Rates of tables are data and not among them.
  package var numbers: [StatedNumber] {
    var numbers: [StatedNumber] = []
    // A line has four to six.
    numbers.reserveCapacity(
      parameters.count + 6 * (exports.count + imports.count) + 3 * markets.count + 2 * suppliers.count + 64)
    forEachNumber { numbers.append(StatedNumber($0, $1)) }
    return numbers
  }

  /// The numbers that a list of assumptions shows: all but the certain base data of suppliers, of which a book of imports has
  /// tens of thousands.
  package var assumptions: [StatedNumber] {
    var numbers: [StatedNumber] = []
    forEachNumber(listsBaseData: false) { numbers.append(StatedNumber($0, $1)) }
    return numbers
  }

  /// Calls a function with each of these numbers, without a list of them.
  func forEachAssumption(_ body: (Quantity) -> Void) { forEachNumber(listsBaseData: false) { quantity, _ in body(quantity) } }

  /// The paths of the numbers that are drawn, in the study's order.
  package var uncertainPaths: [String] { uncertainQuantities.map(\.path) }

  /// Whether a number is drawn from a distribution that lacks some moment, so that outcomes may lack it too.
  package var mayLackMoments: Bool {
    var mayLack = false
    forEachStatedNumber(listsBaseData: false) { quantity, _ in
      if case .distribution(let distribution) = quantity.value, distribution.momentOrder < .infinity { mayLack = true }
    }
    return mayLack
  }

  /// The numbers that are drawn, in the study's order.
  var uncertainQuantities: [Quantity] {
    var quantities: [Quantity] = []
    forEachNumber { quantity, _ in if quantity.isUncertain { quantities.append(quantity) } }
    return quantities
  }

  /// How many numbers there are.
  package var numberCount: Int {
    var count = 0
    forEachNumber { _, _ in count += 1 }
    return count
  }

  /// Calls a function with every number and its range, in the study's order.
  func forEachNumber(listsBaseData: Bool = true, _ body: NumberVisitor) {
    var shared: Set<String> = []
    forEachStatedNumber(listsBaseData: listsBaseData) { quantity, range in
      if !quantity.isShared || shared.insert(quantity.path).inserted { body(quantity, range) }
    }
  }

  /// Calls a function with every number where it stands and its range, also with one that several places share.
  func forEachStatedNumber(listsBaseData: Bool = true, _ body: NumberVisitor) {
    for parameter in parameters.sorted(by: { $0.key < $1.key }) { body(parameter.value, .any) }
    for line in exports { line.forEachNumber(body) }
    for line in imports { line.forEachNumber(body) }
    for market in markets { market.forEachNumber(body) }
    for supplier in suppliers { supplier.forEachNumber(listsBaseData: listsBaseData, body) }
    world?.forEachNumber(body)
    for tariff in worldTariffs { tariff.forEachNumber(body) }
    for measure in measures { measure.forEachNumber(body) }
    for table in exemptionTables { table.rows.map(\.prefix).forEachShare(body) }
    for cut in tariffCuts { cut.forEachNumber(body) }
    for cut in barrierCuts { cut.forEachNumber(body) }
    for commitment in commitments { commitment.forEachNumber(body) }
    for scenario in scenarios { scenario.forEachNumber(body) }
    for period in periods { visit(period.seasonalShare, .positiveShare, body) }
    visit(cifFactor, .atLeastOne, body)
    lag?.forEachNumber(body)
    forecast?.forEachNumber(body)
    for quota in quotas { quota.forEachNumber(body) }
    for quota in earnedQuotas { quota.forEachNumber(body) }
    jobs?.forEachNumber(body)
    gdp?.forEachNumber(body)
  }
}

/// What is called with a number and its range.
typealias NumberVisitor = (Quantity, NumberRange) -> Void

/// A number that may not be stated.
private func visit(_ quantity: Quantity?, _ range: NumberRange, _ body: NumberVisitor) {
  if let quantity { body(quantity, range) }
}

extension ExportLine {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    body(baseValue, .nonNegative)
    body(baseDuty, .nonNegative)
    switch response {
    case .ownPrice(let response): response.forEachNumber(body)
    case .market(let supply, _): supply?.forEachNumber(body)
    }
    visit(adjustment?.longRun, .nonNegative, body)
    visit(adjustment?.speed, .nonNegative, body)
    lag?.forEachNumber(body)
    forecast?.forEachNumber(body)
    visit(growth, .aboveMinusOne, body)
    visit(redirection, .share, body)
    visit(redirectionDiscount, .share, body)
  }
}

extension Forecast {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    visit(persistence, .belowOne, body)
    visit(commonNoise, .belowTwo, body)
    for origin in origins.sorted(by: { $0.key < $1.key }) { origin.value.forEachNumber(body) }
    imports.forEachNumber(body)
  }
}

extension FlowForecast {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    visit(growth, .any, body)
    visit(noise, .belowTwo, body)
  }
}

extension OrderLag {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    visit(delay, .nonNegative, body)
    visit(halfLife, .nonNegative, body)
  }
}

extension OwnPriceResponse {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    switch self {
    case .constantElasticity(let incidence): incidence.forEachNumber(body)
    case .levels(let elasticity, let passThrough), .linear(let elasticity, let passThrough):
      body(elasticity, .nonNegative)
      visit(passThrough, .share, body)
    case .valueElasticity(let elasticity), .theta(let elasticity): body(elasticity, .nonNegative)
    }
  }
}

extension Incidence {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    switch self {
    case .demand(let elasticity), .demandAndSupply(let elasticity, .infinite): body(elasticity, .nonNegative)
    case .demandAndPassThrough(let elasticity, let passThrough):
      body(elasticity, .nonNegative)
      body(passThrough, .share)
    case .demandAndSupply(let elasticity, .finite(let supply)):
      body(elasticity, .nonNegative)
      body(supply, .nonNegative)
    case .supplyAndPassThrough(let supply, let passThrough):
      body(supply, .nonNegative)
      body(passThrough, .positiveShare)
    }
  }
}

extension SupplyElasticity {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    if case .finite(let supply) = self { body(supply, .nonNegative) }
  }
}

extension Market {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    switch response {
    case .armington(let substitution, let demand):
      body(substitution, .positive)
      body(demand, .nonNegative)
    case .nested(let substitution, let nestSubstitution, let demand):
      body(substitution, .positive)
      body(nestSubstitution, .positive)
      body(demand, .nonNegative)
    case .smart(let substitution, let demand, _):
      body(substitution, .nonNegative)
      body(demand, .nonNegative)
    }
    if let adjustment {
      visit(adjustment.substitution, .positive, body)
      visit(adjustment.demand, .nonNegative, body)
      body(adjustment.speed, .nonNegative)
    }
    lag?.forEachNumber(body)
    forecast?.forEachNumber(body)
    supply.forEachNumber(body)
  }
}

extension Supplier {
  fileprivate func forEachNumber(listsBaseData: Bool, _ body: NumberVisitor) {
    if listsBaseData || !baseValue.isCertain { body(baseValue, .nonNegative) }
    if listsBaseData || !baseDuty.isCertain { body(baseDuty, .nonNegative) }
    supply?.forEachNumber(body)
  }
}

extension ImportLine {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    body(baseValue, .nonNegative)
    body(tariff, .nonNegative)
    visit(barrier, .nonNegative, body)
    response.forEachNumber(body)
    forecast?.forEachNumber(body)
    visit(growth, .aboveMinusOne, body)
    additionality?.forEachNumber(body)
  }
}

extension ImportResponse {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    switch self {
    case .log(let elasticity, let passThrough), .levels(let elasticity, let passThrough):
      body(elasticity, .nonNegative)
      visit(passThrough, .share, body)
    case .valueElasticity(let elasticity): body(elasticity, .nonNegative)
    case .supply(let elasticity, let supply):
      body(elasticity, .nonNegative)
      body(supply, .nonNegative)
    }
  }
}

extension Additionality {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    switch self {
    case .share(let share): body(share, .share)
    case .demandRatio(let importDemand): body(importDemand, .nonNegative)
    case .ces(let importDemand, let substitution, let partnerShare):
      body(importDemand, .nonNegative)
      body(substitution, .positive)
      body(partnerShare, .share)
    }
  }
}

extension TariffMeasure {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    if case .uniform(let rate) = rate { body(rate, .nonNegative) }
    visit(coverage, .positiveShare, body)
    visit(remittance, .positiveShare, body)
    for step in remittanceSteps { body(step.share, .positiveShare) }
    covers.forEachShare(body)
    exemptions.forEachShare(body)
    contentRule?.forEachNumber(body)
    phaseIn.forEachShare(body)
    visit(anticipation?.frontLoading, .share, body)
  }
}

extension [PhaseInStep] {
  fileprivate func forEachShare(_ body: NumberVisitor) {
    for step in self { body(step.share, .share) }
  }
}

extension [CodePrefix] {
  fileprivate func forEachShare(_ body: NumberVisitor) {
    for prefix in self { visit(prefix.share, .share, body) }
  }
}

extension ContentRule {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    body(initialShare, .share)
    body(threshold, .share)
    visit(sharePerUSDm, .nonNegative, body)
    visit(qualifyingShare, .share, body)
  }
}

extension TariffCut {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    switch rule {
    case .share(let share): body(share, .share)
    case .newRate(let rate), .cap(let rate): body(rate, .nonNegative)
    case .swiss(let coefficient): body(coefficient, .positive)
    }
    covers.forEachShare(body)
    phaseIn.forEachShare(body)
  }
}

extension BarrierCut {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    body(share, .share)
    covers.forEachShare(body)
    phaseIn.forEachShare(body)
  }
}

extension PurchaseCommitment {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    switch amount {
    case .value(let value): body(value, .nonNegative)
    case .volume(let millionUnits, let usdPerUnit):
      body(millionUnits, .nonNegative)
      body(usdPerUnit, .nonNegative)
    }
    switch basis {
    case .level(let base): visit(base, .nonNegative, body)
    case .increment(let overlap): visit(overlap, .share, body)
    }
    visit(fulfilment, .share, body)
    for entry in schedule.sorted(by: { $0.key < $1.key }) { body(entry.value, .nonNegative) }
    additionality.forEachNumber(body)
    visit(premium, .nonNegative, body)
    visit(financedShare, .share, body)
    visit(tariff, .nonNegative, body)
    visit(displacedTariff, .nonNegative, body)
  }
}

extension PolicyScenario {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    for use in measures + tariffCuts + barrierCuts + commitments + quotas + worldTariffs { visit(use.scale, .nonNegative, body) }
  }
}

extension EarnedQuota {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    body(earning.times, .nonNegative)
    visit(earning.before, .nonNegative, body)
    visit(eligibleShare, .share, body)
  }
}

extension TariffQuota {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    body(quantity, .nonNegative)
    body(inQuotaRate, .nonNegative)
    body(outOfQuotaRate, .nonNegative)
  }
}

extension JobIntensities {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    for entry in byGroup.sorted(by: { $0.key < $1.key }) { body(entry.value, .nonNegative) }
    visit(ungrouped, .nonNegative, body)
  }
}

extension GrossDomesticProducts {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    body(home, .positive)
    visit(partner, .positive, body)
  }
}

extension TradeWorld {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    for region in regions {
      body(region.demandElasticity, .nonNegative)
      body(region.supplyElasticity, .positive)
      body(region.substitution, .positive)
    }
    for flow in flows {
      body(flow.value, .nonNegative)
      body(flow.tariff, .nonNegative)
    }
  }
}

extension WorldTariff {
  fileprivate func forEachNumber(_ body: NumberVisitor) {
    switch rule {
    case .newRate(let rate), .add(let rate): body(rate, .nonNegative)
    case .cut(let share): body(share, .share)
    }
  }
}
