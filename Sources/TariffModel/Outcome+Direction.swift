/// Which way an outcome is better.
package enum Direction: String, Hashable, Sendable, CaseIterable {
  case more
  case less
}

extension Outcome {
  /// Which way the outcome is better for home, unless a question says otherwise.
  ///
  /// A convention, not economics: whoever has to give away a surplus turns it. What home pays, what others earn at its borders
  /// and the rates that it faces are better small; all else is better large.
  package var betterDirection: Direction {
    switch self {
    case .imports, .commitmentPurchases, .commitmentIncrement, .financedPurchases, .partnerTariffRevenue, .effectiveTariffRate,
      .effectiveTariffRateFixedWeights, .premiumCost, .marketDuty, .marketDutyChange, .priceIndexChangePercent,
      .exporterIncidence, .quotaExceeded, .shadowSubsidy, .partnerTariffRevenueGDPPercent, .endedFlows, .worldPriceGap,
      .welfareGap:
      .less
    default: .more
    }
  }
}
