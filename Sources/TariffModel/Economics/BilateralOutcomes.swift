internal import Expressions

/// The outcomes of one scenario in one period (the model's §6).
struct BilateralOutcomes {
  let exports: ExportSums
  let imports: ImportFlows
  let commitments: CommitmentFlows
  /// Home's duty base ÷ customs value.
  let cif: Expression

  private func sum(_ expressions: [Expression]) -> Expression { cif.graph.sum(expressions) }

  func value(of outcome: Outcome) -> Expression {
    switch outcome {
    case .exportRevenue, .exportRevenueChange, .exportRevenueChangePercent:
      revenueOutcome(outcome, revenue: exports.revenue, baseline: exports.baseline) ?? cif.graph.constant(0)
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
    case .effectiveTariffRate: exports.dutyDue / exports.revenue
    case .effectiveTariffRateFixedWeights: exports.dutyAtFixedWeights / exports.baseline
    case .homeTariffRevenueChange:
      cif * sum(imports.lines.map { $0.duty - $0.baselineDuty } + commitments.commitments.map(\.dutyChange))
    case .premiumCost: premium
    }
  }

  private var newImports: Expression { sum(imports.lines.map(\.value)) + increment }
  private var importChange: Expression { sum(imports.lines.map { $0.value - $0.baseline }) }
  private var increment: Expression { sum(commitments.commitments.map(\.increment)) }
  private var premium: Expression { sum(commitments.commitments.map(\.premium)) }

  /// ΔX + R − Σ a·ΔM − Σ a·I − F.
  private var totalBalanceChange: Expression {
    let newDemand = sum(imports.lines.map { $0.additionality * ($0.value - $0.baseline) })
    let additional = sum(commitments.commitments.map(\.additional))
    return exports.revenue - exports.baseline + exports.redirected - newDemand - additional - premium
  }
}
