internal import Distributions

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
