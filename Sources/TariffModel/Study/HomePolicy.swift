/// A change of home's own tariff on the partner's goods.
package struct TariffCut: Hashable, Sendable {
  /// The new rate h' from the old one h.
  package enum Rule: Hashable, Sendable {
    /// h' = (1 − c)·h with c in [0, 1]; abolition is c = 1. A scenario's scale multiplies c.
    case share(Quantity)
    /// h' = the rate.
    case newRate(Quantity)
    /// h' = min(h, cap).
    case cap(Quantity)
    /// Swiss formula: h' = A·h/(A + h).
    case swiss(coefficient: Quantity)
  }

  package var name: String
  package var rule: Rule
  /// Codes it covers; empty means every line.
  package var covers: [CodePrefix]
  package var validity: Validity
  /// The parts of the cut that are in force from given days on; empty means all of it from the start.
  package var phaseIn: [PhaseInStep]

  package init(
    name: String, rule: Rule, covers: [CodePrefix] = [], validity: Validity = Validity(), phaseIn: [PhaseInStep] = []
  ) {
    self.name = name
    self.rule = rule
    self.covers = covers
    self.validity = validity
    self.phaseIn = phaseIn
  }
}

/// A removal of part of home's non-tariff barriers: n' = (1 − d)·n.
package struct BarrierCut: Hashable, Sendable {
  package var name: String
  /// d in [0, 1].
  ///
  /// A scenario's scale multiplies it.
  package var share: Quantity
  package var covers: [CodePrefix]
  package var validity: Validity
  /// The parts of the cut that are in force from given days on; empty means all of it from the start.
  package var phaseIn: [PhaseInStep]

  package init(
    name: String, share: Quantity, covers: [CodePrefix] = [], validity: Validity = Validity(), phaseIn: [PhaseInStep] = []
  ) {
    self.name = name
    self.share = share
    self.covers = covers
    self.validity = validity
    self.phaseIn = phaseIn
  }
}

/// A promise to buy from the partner.
package struct PurchaseCommitment: Hashable, Sendable {
  /// C a year.
  package enum Amount: Hashable, Sendable {
    /// USD m.
    case value(Quantity)
    /// Millions of units times USD a unit.
    case volume(millionUnits: Quantity, usdPerUnit: Quantity)
  }

  /// What the promise is measured against.
  package enum Basis: Hashable, Sendable {
    /// "Buy at least C in total". `base` is what is bought anyway of a good without an import line, USD m a year.
    case level(base: Quantity?)
    /// "C more than the base". `overlap` would have been bought from the partner anyway.
    case increment(overlap: Quantity?)
  }

  package var name: String
  package var amount: Amount
  package var basis: Basis
  /// The import line of the good, where there is a base flow.
  package var importLine: String?
  /// f: share that is delivered.
  package var fulfilment: Quantity?
  /// Factor on the annual amount by period name; a period that is not named has 1.
  package var schedule: [String: Quantity]
  /// False: the line's own response to the policy does not count towards an increment (g = 0).
  package var countsPolicyResponse: Bool
  package var additionality: Additionality
  /// π: extra cost per dollar that displaces another supplier (freight, quality).
  package var premium: Quantity?
  /// Share of deliveries under official financing (EXIM); reported, adds no demand.
  package var financedShare: Quantity?
  /// h: home's tariff on the good where it has no import line, a fraction; the line's own otherwise.
  package var tariff: Quantity?
  /// h_MFN: home's tariff on the suppliers that are displaced; the base tariff of the good otherwise.
  package var displacedTariff: Quantity?
  /// Who loses to the commitment: shares of what it displaces, which sum to 1; empty where nobody is named.
  package var suppliers: [DisplacedSupplier]

  package init(
    name: String, amount: Amount, basis: Basis, importLine: String? = nil, fulfilment: Quantity? = nil,
    schedule: [String: Quantity] = [:], countsPolicyResponse: Bool = true, additionality: Additionality,
    premium: Quantity? = nil, financedShare: Quantity? = nil, tariff: Quantity? = nil, displacedTariff: Quantity? = nil,
    suppliers: [DisplacedSupplier] = []
  ) {
    self.name = name
    self.amount = amount
    self.basis = basis
    self.importLine = importLine
    self.fulfilment = fulfilment
    self.schedule = schedule
    self.countsPolicyResponse = countsPolicyResponse
    self.additionality = additionality
    self.premium = premium
    self.financedShare = financedShare
    self.tariff = tariff
    self.displacedTariff = displacedTariff
    self.suppliers = suppliers
  }
}

/// Another supplier of a good that a commitment buys from the partner.
package struct DisplacedSupplier: Hashable, Sendable {
  package var origin: String
  /// Its share of what the commitment displaces.
  package var share: Double

  package init(origin: String, share: Double) {
    self.origin = origin
    self.share = share
  }
}
