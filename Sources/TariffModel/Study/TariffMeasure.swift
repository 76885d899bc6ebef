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
  package var contentRule: ContentRule?
  /// The parts of the rate that are in force from given days on; empty means all of it from the start.
  package var phaseIn: [PhaseInStep]
  /// What is brought forward before it starts; nothing where nobody is warned.
  package var anticipation: Anticipation?

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

/// Rates by origin and code prefix, as a table states them.
package struct RateTable: Hashable, Sendable {
  /// Fractions, by origin and by digits.
  package var rates: [String: [String: Double]]

  package init(rates: [String: [String: Double]]) {
    self.rates = rates
  }

  /// The rate of an origin's goods: that of the longest prefix of their code, nothing where the table has none.
  ///
  /// O(digits).
  func rate(origin: String, code: String) -> Double? { rates(of: origin)[code] }

  /// The rates of one origin's goods.
  func rates(of origin: String) -> Rates { Rates(byDigits: rates[origin] ?? [:]) }

  /// The rates of one origin's goods by digits.
  struct Rates {
    fileprivate let byDigits: [String: Double]

    /// The rate of the longest prefix of a code; nothing where there is none.
    ///
    /// O(digits).
    subscript(code: String) -> Double? {
      var prefix = code[...]
      while !prefix.isEmpty {
        if let rate = byDigits[String(prefix)] { return rate }
        prefix.removeLast()
      }
      return nil
    }
  }
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

/// First and last day, both inclusive; nothing means open.
package struct Validity: Hashable, Sendable {
  package var start: CivilDate?
  package var end: CivilDate?

  package init(start: CivilDate? = nil, end: CivilDate? = nil) {
    self.start = start
    self.end = end
  }
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
