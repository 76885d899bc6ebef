/// What is reported for a scenario and a period; the raw value is the name in files.
///
/// All are million US dollars in the period unless the unit says otherwise.
package enum Outcome: String, Hashable, Sendable, CaseIterable {
  case exportRevenue = "export_revenue"
  case exportRevenueChange = "export_revenue_change"
  case exportRevenueChangePercent = "export_revenue_change_pct"
  case redirectedExports = "redirected_exports"
  case totalExportRevenue = "total_export_revenue"
  case imports
  case commitmentPurchases = "commitment_purchases"
  case commitmentIncrement = "commitment_increment"
  case financedPurchases = "financed_purchases"
  case balance
  case balanceChange = "balance_change"
  case totalBalanceChange = "total_balance_change"
  case partnerTariffRevenue = "partner_tariff_revenue"
  case effectiveTariffRate = "effective_tariff_rate"
  case effectiveTariffRateFixedWeights = "effective_tariff_rate_fixed_weights"
  case homeTariffRevenueChange = "home_tariff_revenue_change"
  case premiumCost = "premium_cost"

  package var unit: OutcomeUnit {
    switch self {
    case .exportRevenueChangePercent: .percent
    case .effectiveTariffRate, .effectiveTariffRateFixedWeights: .fraction
    default: .millionUSD
    }
  }
}

/// The unit of an outcome; the raw value is its name in files.
package enum OutcomeUnit: String, Hashable, Sendable {
  case millionUSD = "USD m"
  case percent = "%"
  case fraction
}
