internal import Expressions

/// The outcomes of one scenario in one period, or in several, that a study has only where it states what they need.
struct PolicyOutcomes {
  let study: Study
  let bilateral: BilateralOutcomes
  /// Several entries of one quota where it acts in several segments or periods.
  let regimes: [QuotaRegime]
  /// Several entries of one quota where it acts in several periods.
  let earnedQuotas: [EarnedQuotaLayer]
  /// L, summed over the periods.
  let years: Expression
  let number: DrawnQuantities

  private var exports: ExportSums { bilateral.exports }
  private var commitments: [CommitmentFlows.Commitment] { bilateral.commitments.commitments }
  private func sum(_ expressions: [Expression]) -> Expression { number.graph.sum(expressions) }

  /// An outcome in total and in its parts; none where the study does not state what it needs.
  func values(of outcome: Outcome) -> [(slice: OutcomeSlice, value: Expression)] {
    switch outcome {
    case .quotaRent: rents
    case .quotaLicenceValue: licenceValues
    case .quotaUnfilled: shares(\.unfilled)
    case .quotaFilled: shares(\.filled)
    case .quotaExceeded: shares(\.exceeded)
    case .shadowSubsidy: subsidies
    case .displacedPurchases: displaced
    case .jobsChange: jobs
    case .exportRevenueChangeGDPPercent: percent(exports.revenue - exports.baseline, of: study.gdp?.home)
    case .totalBalanceChangeGDPPercent: percent(bilateral.totalBalanceChange, of: study.gdp?.home)
    case .partnerTariffRevenueGDPPercent: percent(exports.dutyPaid, of: study.gdp?.partner)
    default: []
    }
  }

  private var rents: [(OutcomeSlice, Expression)] {
    guard !study.quotaNames.isEmpty else { return [] }
    let parts = study.quotaNames.enumerated().compactMap { index, name -> (OutcomeSlice, Expression)? in
      guard regimes.contains(where: { $0.quota == index }) else { return nil }
      return (.quota(name), sum(exports.rents.filter { $0.quota == index }.map(\.value)))
    }
    return [(.total, sum(exports.rents.map(\.value)))] + parts
  }

  /// What a dollar of the purchases that earned the volume brought in rent, by quota and over all of them.
  private var licenceValues: [(OutcomeSlice, Expression)] {
    guard !study.earnedQuotas.isEmpty else { return [] }
    func value(_ layers: [EarnedQuotaLayer], _ rents: [QuotaRent]) -> Expression {
      ratio(sum(rents.map(\.value)), to: sum(layers.map(\.purchases)))
    }
    let parts = study.quotaNames.enumerated().compactMap { index, name -> (OutcomeSlice, Expression)? in
      let own = earnedQuotas.filter { $0.quota == index }
      return own.isEmpty ? nil : (.quota(name), value(own, exports.rents.filter { $0.quota == index }))
    }
    let stated = study.quotas.count
    return [(.total, value(earnedQuotas, exports.rents.filter { $0.quota >= stated }))] + parts
  }

  /// The part of the time for which each quota was in a regime.
  private func shares(_ regime: (QuotaRegime) -> Expression) -> [(OutcomeSlice, Expression)] {
    study.quotaNames.enumerated().compactMap { index, name in
      let own = regimes.filter { $0.quota == index }
      guard !own.isEmpty else { return nil }
      return (.quota(name), sum(own.map(regime)) / sum(own.map(\.years)))
    }
  }

  /// By commitment, averaged over the time.
  private var subsidies: [(OutcomeSlice, Expression)] {
    commitments.map(\.name).uniqued.compactMap { name in
      let own = commitments.filter { $0.name == name }
      let subsidies = own.compactMap(\.subsidyYears)
      return subsidies.isEmpty ? nil : (.commitment(name), sum(subsidies) / sum(own.map(\.years)))
    }
  }

  /// What other suppliers lose, and those of them that are named.
  private var displaced: [(OutcomeSlice, Expression)] {
    let origins = study.commitments.flatMap { $0.suppliers.map(\.origin) }.uniqued
    guard !origins.isEmpty else { return [] }
    let parts = origins.map { origin -> (OutcomeSlice, Expression) in
      let losses = commitments.flatMap { commitment in
        commitment.suppliers.filter { $0.origin == origin }.map { commitment.displaced * $0.share }
      }
      return (.origin(origin), sum(losses))
    }
    return [(.total, sum(commitments.map(\.displaced)))] + parts
  }

  /// Jobs for each USD m a year, times the change of export revenue with what is redirected, at an annual rate.
  private var jobs: [(OutcomeSlice, Expression)] {
    guard let jobs = study.jobs else { return [] }
    func change(_ intensity: Quantity?, _ revenue: Expression, _ baseline: Expression, _ redirected: Expression) -> Expression? {
      intensity.map { number($0) * ((revenue - baseline + redirected) / years) }
    }
    let groups = exports.groups.compactMap { group in
      change(jobs.byGroup[group.name], group.revenue, group.baseline, group.redirected).map {
        (OutcomeSlice.group(group.name), $0)
      }
    }
    let rest = change(jobs.ungrouped, exports.ungrouped.revenue, exports.ungrouped.baseline, exports.ungrouped.redirected)
    return [(.total, sum(groups.map(\.1) + [rest].compactMap { $0 }))] + groups
  }

  /// A flow of the period, in percent of a product of the same time.
  private func percent(_ flow: Expression, of product: Quantity?) -> [(OutcomeSlice, Expression)] {
    product.map { [(.total, 100 * (flow / (number($0) * years)))] } ?? []
  }
}
