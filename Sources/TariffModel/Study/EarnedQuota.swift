/// A quota of the partner whose volume home earns by buying from the partner (the model's §9).
///
/// Within it lines do not bear the measures that it waives, beyond it they do.
package struct EarnedQuota: Hashable, Sendable {
  package var name: String
  package var earning: QuotaEarning
  /// Names of the measures that goods within the quota do not bear.
  package var waives: [String]
  /// e: share of each line's value that may use the quota, as garments of the partner's cotton; nothing means all of it.
  package var eligibleShare: Quantity?
  /// Codes of its lines, each a whole line or more; empty means every line.
  package var covers: [CodePrefix]
  package var validity: Validity
  package var holder: RentHolder

  package init(
    name: String, earning: QuotaEarning, waives: [String], eligibleShare: Quantity? = nil, covers: [CodePrefix] = [],
    validity: Validity = Validity(), holder: RentHolder
  ) {
    self.name = name
    self.earning = earning
    self.waives = waives
    self.eligibleShare = eligibleShare
    self.covers = covers
    self.validity = validity
    self.holder = holder
  }
}

/// How purchases become a volume: k for each dollar that counts, some days later.
package struct QuotaEarning: Hashable, Sendable {
  /// What of a commitment counts; the raw value is the word in files.
  package enum Counted: String, Hashable, Sendable, CaseIterable {
    /// All that home imports on the commitment's line, M' + I.
    case imports
    /// D: what the commitment delivers.
    case deliveries
    /// I: the realised increment.
    case increment
  }

  /// The name of the commitment.
  package var commitment: String
  package var counted: Counted
  /// k: USD of quantity at base prices for each USD bought.
  package var times: Quantity
  /// Days from a purchase to the volume that it earns.
  package var lagDays: Int
  /// What counted before the first period, USD m a year; nothing means none.
  package var before: Quantity?

  package init(
    commitment: String, counted: Counted = .imports, times: Quantity, lagDays: Int = 0, before: Quantity? = nil
  ) {
    self.commitment = commitment
    self.counted = counted
    self.times = times
    self.lagDays = lagDays
    self.before = before
  }
}

extension EarnedQuota {
  var codeCoverage: CodeCoverage { CodeCoverage(covers: covers, exemptions: []) }

  /// Whether the line is in the quota.
  func contains(_ line: ExportLine) -> Bool { codeCoverage.part(of: line.hs).isWhole }
}

extension Study {
  /// The names of the quotas by the numbers that outcomes have: those with a stated volume, then those that are earned.
  var quotaNames: [String] { quotas.map(\.name) + earnedQuotas.map(\.name) }
}
