/// A tariff-rate quota of the partner on home's goods: a lower rate up to a quantity, a higher one beyond it.
package struct TariffQuota: Hashable, Sendable {
  package var name: String
  /// Codes it covers, each a whole line or more; empty means every line.
  package var covers: [CodePrefix]
  /// Q: what may enter at the in-quota rate, of all its lines together; USD m a year, the quantity at base prices.
  package var quantity: Quantity
  /// r_in, a fraction: added to the duty that the measures of a scenario leave on a line.
  package var inQuotaRate: Quantity
  /// r_out, at least r_in, in place of it for what is beyond the quota.
  package var outOfQuotaRate: Quantity
  package var validity: Validity
  package var holder: RentHolder

  package init(
    name: String, covers: [CodePrefix] = [], quantity: Quantity, inQuotaRate: Quantity, outOfQuotaRate: Quantity,
    validity: Validity = Validity(), holder: RentHolder
  ) {
    self.name = name
    self.covers = covers
    self.quantity = quantity
    self.inQuotaRate = inQuotaRate
    self.outOfQuotaRate = outOfQuotaRate
    self.validity = validity
    self.holder = holder
  }
}

/// Who has the licences of a quota, and so its rent.
package enum RentHolder: String, Hashable, Sendable, CaseIterable {
  /// Home's exporters: the rent is a receipt of home, in its total balance; the customs value does not contain it.
  case exporter
  /// The partner's importers: it is in no outcome but the rent itself.
  case importer
  /// The partner's government, by auction: it is in the partner's tariff revenue.
  case government
}

extension TariffQuota {
  var codeCoverage: CodeCoverage { CodeCoverage(covers: covers, exemptions: []) }

  /// Whether the line is in the quota.
  func contains(_ line: ExportLine) -> Bool { codeCoverage.part(of: line.hs).isWhole }
}
