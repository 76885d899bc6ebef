internal import TariffModel

extension Outcome {
  /// The row title in tables for people; indented rows belong to the one above.
  var label: String {
    switch self {
    case .exportRevenue: "export revenue"
    case .exportRevenueChange: "  change"
    case .exportRevenueChangePercent: "  change, %"
    case .redirectedExports: "redirected exports"
    case .totalExportRevenue: "export revenue with redirected"
    case .imports: "imports"
    case .commitmentPurchases: "  committed purchases"
    case .commitmentIncrement: "  of these beyond the base"
    case .financedPurchases: "  of these financed"
    case .balance: "bilateral balance"
    case .balanceChange: "  change"
    case .totalBalanceChange: "total balance, change"
    case .partnerTariffRevenue: "partner's tariff revenue"
    case .effectiveTariffRate: "effective tariff rate, %"
    case .effectiveTariffRateFixedWeights: "  at base weights, %"
    case .homeTariffRevenueChange: "home's tariff revenue, change"
    case .premiumCost: "premium on purchases"
    case .marketImports: "partner's imports in the markets"
    case .marketImportsChange: "  change"
    case .marketImportsChangePercent: "  change, %"
    case .marketDuty: "partner's duty in the markets"
    case .marketDutyChange: "  change"
    case .marketShareChange: "share of the markets, change in points"
    case .priceIndexChangePercent: "buyers' price index, change, %"
    case .buyerIncidence: "borne by the buyer, % of the duty"
    case .exporterIncidence: "borne by the exporter, %"
    case .quotaRent: "rent of quotas"
    case .quotaUnfilled: "quota not filled, % of the time"
    case .quotaFilled: "quota just filled, % of the time"
    case .quotaExceeded: "quota exceeded, % of the time"
    case .quotaLicenceValue: "licences earned, % of the purchases"
    case .shadowSubsidy: "shadow subsidy, %"
    case .displacedPurchases: "purchases taken from others"
    case .jobsChange: "jobs, change"
    case .exportRevenueChangeGDPPercent: "export revenue, change, % of GDP"
    case .totalBalanceChangeGDPPercent: "total balance, change, % of GDP"
    case .partnerTariffRevenueGDPPercent: "partner's tariff revenue, % of its GDP"
    case .forecastExports: "forecast of exports"
    case .forecastExportsChangePercent: "  on the base year, %"
    case .forecastBalance: "forecast of the balance"
    case .worldPriceChangePercent: "world price, change, %"
    case .worldExports: "exports of all regions"
    case .worldExportsChange: "  change"
    case .worldImports: "imports of all regions"
    case .worldImportsChange: "  change"
    case .producerSurplusChange: "producer surplus, change"
    case .consumerSurplusChange: "consumer surplus, change"
    case .worldTariffRevenueChange: "tariff revenue, change"
    case .welfareChange: "welfare, change"
    case .endedFlows: "flows that end, number"
    case .exactWorldPriceChangePercent: "exact: world price, change, %"
    case .exactWorldExportsChange: "exact: exports, change"
    case .exactWorldImportsChange: "exact: imports, change"
    case .exactProducerSurplusChange: "exact: producer surplus, change"
    case .exactConsumerSurplusChange: "exact: consumer surplus, change"
    case .exactWorldTariffRevenueChange: "exact: tariff revenue, change"
    case .exactWelfareChange: "exact: welfare, change"
    case .worldPriceGap: "world price, linear less exact, points"
    case .welfareGap: "welfare, linear less exact"
    }
  }

  /// The name in running text, which stands without a row above it.
  var phrase: String { rawValue.replacing("_gdp_pct", with: " % of GDP").replacing("_pct", with: " %").replacing("_", with: " ") }

  /// What a value is multiplied by for people: fractions are shown in percent.
  var displayScale: Double { unit == .fraction ? 100 : 1 }
}
