internal import Expressions

/// The outcomes of one scenario in one period (the model's §6).
struct BilateralOutcomes {
  let exports: ExportSums
  /// Nothing where the study has no markets.
  let markets: MarketSums?
  let imports: ImportFlows
  let commitments: CommitmentFlows
  /// Home's duty base ÷ customs value.
  let cif: Expression

  private func sum(_ expressions: [Expression]) -> Expression { cif.graph.sum(expressions) }

  /// An outcome in total, or nothing where it does not apply to the study or is of another kind.
  func value(of outcome: Outcome) -> Expression? {
    switch outcome {
    case .exportRevenue, .exportRevenueChange, .exportRevenueChangePercent:
      revenueOutcome(outcome, revenue: exports.revenue, baseline: exports.baseline)
    case .redirectedExports: exports.redirected
    case .totalExportRevenue: exports.revenue + exports.redirected
    case .imports: newImports
    case .commitmentPurchases: sum(commitments.commitments.map(\.delivered))
    case .commitmentIncrement: increment
    case .financedPurchases: sum(commitments.commitments.map(\.financed))
    case .balance: exports.revenue - newImports
    case .balanceChange: exports.revenue - exports.baseline - importChange - increment
    case .totalBalanceChange: totalBalanceChange
    case .partnerTariffRevenue: exports.dutyPaid
    case .effectiveTariffRate: ratio(exports.dutyDue, to: exports.revenue)
    case .effectiveTariffRateFixedWeights: ratio(exports.dutyAtFixedWeights, to: exports.baseline)
    case .homeTariffRevenueChange:
      cif * sum(imports.lines.map { $0.duty - $0.baselineDuty } + commitments.commitments.map(\.dutyChange))
    case .premiumCost: premium
    case .marketImports, .marketImportsChange, .marketImportsChangePercent, .marketDuty, .marketDutyChange, .marketShareChange,
      .priceIndexChangePercent:
      markets?.value(of: outcome)
    case .buyerIncidence, .exporterIncidence: exports.incidence?.value(of: outcome, revenue: exports.revenue)
    // Those of `PolicyOutcomes` and `WorldOutcomes`.
    default: nil
    }
  }

  private var newImports: Expression { sum(imports.lines.map(\.value)) + increment }
  private var importChange: Expression { sum(imports.lines.map { $0.value - $0.baseline }) }
  private var increment: Expression { sum(commitments.commitments.map(\.increment)) }
  private var premium: Expression { sum(commitments.commitments.map(\.premium)) }

  /// ΔX + R + exporters' rents − Σ a·ΔM − Σ a·I − F.
  var totalBalanceChange: Expression {
    let newDemand = sum(imports.lines.map { $0.additionality * ($0.value - $0.baseline) })
    let additional = sum(commitments.commitments.map(\.additional))
    let change = exports.revenue - exports.baseline + exports.redirected - newDemand - additional - premium
    let rents = exports.rents.filter { $0.holder == .exporter }.map(\.value)
    return rents.isEmpty ? change : change + sum(rents)
  }
}
