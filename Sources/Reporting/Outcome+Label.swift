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
    }
  }

  /// The name in running text, which stands without a row above it.
  var phrase: String { rawValue.replacing("_pct", with: " %").replacing("_", with: " ") }

  /// What a value is multiplied by for people: fractions are shown in percent.
  var displayScale: Double { unit == .fraction ? 100 : 1 }
}
