internal import Distributions

/// Which market a code belongs to: that of its longest prefix.
package struct MarketIndex {
  private let numbers: [String: Int]

  package init(_ markets: [Market]) {
    numbers = Dictionary(markets.enumerated().map { ($1.hs, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of the market in the study, or nothing where no market's code is a prefix.
  ///
  /// O(digits).
  package func market(of code: String) -> Int? {
    var prefix = code[...]
    while !prefix.isEmpty {
      if let number = numbers[String(prefix)] { return number }
      prefix.removeLast()
    }
    return nil
  }
}

extension ExportLine {
  /// Whether the line is a member of a market.
  package var isInMarket: Bool {
    if case .market = response { true } else { false }
  }
}

extension Study {
  /// Whether an outcome is reported in total.
  ///
  /// Outcomes of something that a study may lack need it. Shares of origins always sum to 1, regions have their own prices, and a
  /// SMART-style market has no price index. Incidence needs a duty that changes, which is not asked here.
  package func reportsTotal(of outcome: Outcome) -> Bool {
    switch outcome {
    case .marketShareChange, .worldPriceChangePercent, .exactWorldPriceChangePercent, .worldPriceGap, .quotaUnfilled,
      .quotaFilled, .quotaExceeded, .shadowSubsidy:
      false
    case .priceIndexChangePercent:
      markets.contains { if case .smart = $0.response { false } else { true } }
    case .quotaRent: !quotaNames.isEmpty
    case .quotaLicenceValue: !earnedQuotas.isEmpty
    case .displacedPurchases: commitments.contains { !$0.suppliers.isEmpty }
    case .jobsChange: jobs != nil
    case .exportRevenueChangeGDPPercent, .totalBalanceChangeGDPPercent: gdp != nil
    case .partnerTariffRevenueGDPPercent: gdp?.partner != nil
    case .forecastExports, .forecastExportsChangePercent, .forecastBalance: forecast != nil && !exports.isEmpty
    default:
      outcome.needsWorld ? world != nil : outcome.needsMarkets ? !markets.isEmpty : !exports.isEmpty
    }
  }

  /// Whose goods the study has: home and the suppliers' origins, the partner itself apart, in the order of naming.
  package var tradingOrigins: [String] {
    var seen: Set<String> = [home]
    return [home] + suppliers.map(\.origin).filter { $0 != partner && seen.insert($0).inserted }
  }

  /// The origins that trade in markets, the largest base value first; equals in the order of naming.
  ///
  /// The partner's own production is not among them: it is not imported.
  var marketOrigins: [String] {
    guard !markets.isEmpty else { return [] }
    var values: [String: Double] = [:]
    for line in exports where line.isInMarket { values[home, default: 0] += centre(of: line.baseValue) }
    for supplier in suppliers { values[supplier.origin, default: 0] += centre(of: supplier.baseValue) }
    let named = tradingOrigins.filter { values[$0] != nil }.enumerated().map { (order: $0, name: $1, value: values[$1] ?? 0) }
    return named.sorted { ($1.value, $0.order) < ($0.value, $1.order) }.map(\.name)
  }

  /// The mean of a number, or its median where it has no mean.
  func centre(of quantity: Quantity) -> Double {
    switch quantity.value {
    case .distribution(let distribution):
      return distribution.constantValue ?? distribution.mean ?? distribution.quantile(0.5)
    case .parameter(let name, let times): return times * (parameters[name].map { centre(of: $0) } ?? 0)
    }
  }
}
