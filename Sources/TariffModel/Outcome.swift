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
  // The partner's trade in the study's markets, total and by origin; not reported where the study has none.
  case marketImports = "market_imports"
  case marketImportsChange = "market_imports_change"
  case marketImportsChangePercent = "market_imports_change_pct"
  case marketDuty = "market_duty"
  case marketDutyChange = "market_duty_change"
  case marketShareChange = "market_share_change"
  case priceIndexChangePercent = "price_index_change_pct"
  case buyerIncidence = "buyer_incidence"
  case exporterIncidence = "exporter_incidence"
  case quotaRent = "quota_rent"
  case quotaUnfilled = "quota_unfilled"
  case quotaFilled = "quota_filled"
  case quotaExceeded = "quota_exceeded"
  case quotaLicenceValue = "quota_licence_value"
  case shadowSubsidy = "shadow_subsidy"
  case displacedPurchases = "displaced_purchases"
  case jobsChange = "jobs_change"
  case exportRevenueChangeGDPPercent = "export_revenue_change_gdp_pct"
  case totalBalanceChangeGDPPercent = "total_balance_change_gdp_pct"
  case partnerTariffRevenueGDPPercent = "partner_tariff_revenue_gdp_pct"
  // What a statistical office would count, growth and noise included; not reported where the study makes no forecasts.
  case forecastExports = "forecast_exports"
  case forecastExportsChangePercent = "forecast_exports_change_pct"
  case forecastBalance = "forecast_balance"
  // Worlds of regions, by the linear model
  case worldPriceChangePercent = "world_price_change_pct"
  case worldExports = "world_exports"
  case worldExportsChange = "world_exports_change"
  case worldImports = "world_imports"
  case worldImportsChange = "world_imports_change"
  case producerSurplusChange = "producer_surplus_change"
  case consumerSurplusChange = "consumer_surplus_change"
  case worldTariffRevenueChange = "tariff_revenue_change"
  case welfareChange = "welfare_change"
  case endedFlows = "ended_flows"
  // The same with exact changes, and the linear answer less the exact one
  case exactWorldPriceChangePercent = "exact_world_price_change_pct"
  case exactWorldExportsChange = "exact_world_exports_change"
  case exactWorldImportsChange = "exact_world_imports_change"
  case exactProducerSurplusChange = "exact_producer_surplus_change"
  case exactConsumerSurplusChange = "exact_consumer_surplus_change"
  case exactWorldTariffRevenueChange = "exact_tariff_revenue_change"
  case exactWelfareChange = "exact_welfare_change"
  case worldPriceGap = "world_price_change_gap"
  case welfareGap = "welfare_change_gap"

  /// Whether only a study with markets has it.
  package var needsMarkets: Bool {
    switch self {
    case .marketImports, .marketImportsChange, .marketImportsChangePercent, .marketDuty, .marketDutyChange, .marketShareChange,
      .priceIndexChangePercent:
      true
    default: false
    }
  }

  /// Whether it is a forecast of what will be counted; all others are effects, against the baseline of the same period.
  package var isForecast: Bool {
    switch self {
    case .forecastExports, .forecastExportsChangePercent, .forecastBalance: true
    default: false
    }
  }

  /// Whether only a study with a world has it.
  package var needsWorld: Bool {
    switch self {
    case .worldPriceChangePercent, .worldExports, .worldExportsChange, .worldImports, .worldImportsChange,
      .producerSurplusChange, .consumerSurplusChange, .worldTariffRevenueChange, .welfareChange, .endedFlows,
      .exactWorldPriceChangePercent, .exactWorldExportsChange, .exactWorldImportsChange, .exactProducerSurplusChange,
      .exactConsumerSurplusChange, .exactWorldTariffRevenueChange, .exactWelfareChange, .worldPriceGap, .welfareGap:
      true
    default: false
    }
  }

  /// Whether it divides by a flow, so that it is not defined in the draws in which that is nothing.
  package var isRatio: Bool {
    switch self {
    case .exportRevenueChangePercent, .effectiveTariffRate, .effectiveTariffRateFixedWeights, .marketImportsChangePercent,
      .marketShareChange, .priceIndexChangePercent, .buyerIncidence, .exporterIncidence, .forecastExportsChangePercent,
      .quotaLicenceValue:
      true
    default: false
    }
  }

  package var unit: OutcomeUnit {
    switch self {
    case .exportRevenueChangePercent, .exportRevenueChangeGDPPercent, .totalBalanceChangeGDPPercent,
      .partnerTariffRevenueGDPPercent, .marketImportsChangePercent, .priceIndexChangePercent, .worldPriceChangePercent,
      .exactWorldPriceChangePercent, .forecastExportsChangePercent:
      .percent
    case .marketShareChange, .worldPriceGap: .percentagePoints
    case .effectiveTariffRate, .effectiveTariffRateFixedWeights, .buyerIncidence, .exporterIncidence, .quotaUnfilled,
      .quotaFilled, .quotaExceeded, .quotaLicenceValue, .shadowSubsidy:
      .fraction
    case .jobsChange: .jobs
    case .endedFlows: .count
    default: .millionUSD
    }
  }
}

/// The unit of an outcome; the raw value is its name in files.
package enum OutcomeUnit: String, Hashable, Sendable {
  case millionUSD = "USD m"
  case percent = "%"
  case percentagePoints = "percentage points"
  case fraction
  case jobs
  case count = "number"
}
