/// One legal layer of the partner's tariff.
package struct TariffMeasure: Hashable, Sendable {
  package var name: String
  /// Ad valorem rate, a fraction of the customs value.
  package var rate: TariffRate
  /// Origins that bear it; empty means every origin.
  package var countries: [String]
  /// Codes it covers; empty means every line.
  package var covers: [CodePrefix]
  package var exemptions: [CodePrefix]
  /// Names of the study's tables of exemptions that hold for it besides its own.
  package var exemptionTables: [String] = []
  package var validity: Validity
  package var stacking: Stacking
  /// Whether the rate has the duty that was there in it: it tops the baseline up, and other layers come on top.
  package var isInclusive: Bool
  /// Layers that name the same part fall on the same value; the shares of all others are independent.
  package var part: String?
  /// Share of the line's value that bears the rate, in (0, 1]; enters price, response and revenue.
  package var coverage: Quantity?
  /// Share of the duty due on this layer that is paid in the period, in (0, 1]; revenue only.
  package var remittance: Quantity?
  /// The same share from given days on; before the first of them, and where there is none, `remittance` holds.
  package var remittanceSteps: [PhaseInStep] = []
  package var contentRule: ContentRule?
  /// The parts of the rate that are in force from given days on; empty means all of it from the start.
  package var phaseIn: [PhaseInStep]
  /// What is brought forward before it starts; nothing where nobody is warned.
  package var anticipation: Anticipation?
  /// Whether it stands in a file that many studies include: that it or a code of it meets no goods of this one is no mistake.
  package var isIncluded = false

  package init(
    name: String, rate: TariffRate, countries: [String] = [], covers: [CodePrefix] = [], exemptions: [CodePrefix] = [],
    validity: Validity = Validity(), stacking: Stacking = .add, coverage: Quantity? = nil, remittance: Quantity? = nil,
    contentRule: ContentRule? = nil, phaseIn: [PhaseInStep] = [], anticipation: Anticipation? = nil, isInclusive: Bool = false,
    part: String? = nil
  ) {
    self.isInclusive = isInclusive
    self.part = part
    self.name = name
    self.rate = rate
    self.countries = countries
    self.covers = covers
    self.exemptions = exemptions
    self.validity = validity
    self.stacking = stacking
    self.coverage = coverage
    self.remittance = remittance
    self.contentRule = contentRule
    self.phaseIn = phaseIn
    self.anticipation = anticipation
  }

  /// A measure with one rate for all goods it falls on.
  package init(
    name: String, rate: Quantity, countries: [String] = [], covers: [CodePrefix] = [], validity: Validity = Validity(),
    stacking: Stacking = .add, anticipation: Anticipation? = nil
  ) {
    self.init(
      name: name, rate: .uniform(rate), countries: countries, covers: covers, validity: validity, stacking: stacking,
      anticipation: anticipation)
  }
}

/// The rate of a measure: one for all goods it falls on, or one by origin and code.
package enum TariffRate: Hashable, Sendable {
  case uniform(Quantity)
  case table(RateTable)
}

/// How a layer combines with the others on a line.
package enum Stacking: Hashable, Sendable {
  /// Adds to the sum.
  case add
  /// Of all layers of the group on a line, one is kept.
  case exclusive(group: String, priority: Int, choice: ExclusiveChoice)
  /// The older name of `add` with an inclusive rate.
  case floor
  /// t' = r, all else dropped; two of them active on one line are an error.
  case replace
  /// r in place of the baseline duty, the other layers stay; two of them active on one line are an error.
  case preference
}

/// Which layer of an exclusive group is kept; all members of a group state the same.
package enum ExclusiveChoice: String, Hashable, Sendable, CaseIterable {
  case lowestPriority
  /// The highest rate of each draw.
  case highest
}

/// A Harmonized System prefix that a measure covers or exempts.
package struct CodePrefix: Hashable, Sendable {
  /// Digits only.
  package var digits: String
  /// Share of the line's value under the prefix, stated where the prefix is longer than a line's code.
  package var share: Quantity?

  package init(digits: String, share: Quantity? = nil) {
    self.digits = digits
    self.share = share
  }

  /// Whether it is longer than a line's code and begins with it.
  func isFiner(than code: String) -> Bool { digits.utf8.count > code.utf8.count && digits.hasPrefix(code) }
}

/// Relief for the partner's own content: the rate falls on the rest once the content reaches a threshold.
package struct ContentRule: Hashable, Sendable {
  /// c₀: content share before any commitment, a fraction.
  package var initialShare: Quantity
  /// Content share at which the relief starts (0.20 in the order of April 2025).
  package var threshold: Quantity
  /// The commitment whose realised increment I lifts the share: c = min(1, c₀ + κ·I).
  package var commitment: String?
  /// κ: rise of the content share per USD m of realised increment.
  package var sharePerUSDm: Quantity?
  /// Share of the line's value whose content reaches the threshold; where given, it replaces the comparison of the line's
  /// average.
  package var qualifyingShare: Quantity?

  package init(
    initialShare: Quantity, threshold: Quantity, commitment: String? = nil, sharePerUSDm: Quantity? = nil,
    qualifyingShare: Quantity? = nil
  ) {
    self.initialShare = initialShare
    self.threshold = threshold
    self.commitment = commitment
    self.sharePerUSDm = sharePerUSDm
    self.qualifyingShare = qualifyingShare
  }
}
