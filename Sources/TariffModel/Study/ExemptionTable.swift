/// A list of goods that the measures which name it do not fall on, as a law's annex has them.
package struct ExemptionTable: Hashable, Sendable {
  package var name: String
  package var rows: [Exemption]

  package init(name: String, rows: [Exemption]) {
    self.name = name
    self.rows = rows
  }
}

/// A row of it.
package struct Exemption: Hashable, Sendable {
  /// The code, with the share of a line's value under it where it is longer than the line's code.
  package var prefix: CodePrefix
  /// Whose goods; nothing means every origin's, but for those with a row of their own for the code on the day.
  package var origin: String?
  /// When; open ends are those of the measure.
  package var validity: Validity
  /// Where it stands, as in `exemptions/annex-ii/3004`.
  package var path: String

  package init(prefix: CodePrefix, origin: String? = nil, validity: Validity = Validity(), path: String) {
    self.prefix = prefix
    self.origin = origin
    self.validity = validity
    self.path = path
  }

  /// Whether it is for goods of an origin.
  func applies(toOrigin country: String) -> Bool { origin == nil || origin == country }
}

extension Study {
  /// The rows of the tables that a measure names, in the order of naming.
  func exemptionRows(of measure: TariffMeasure) -> [Exemption] {
    guard !measure.exemptionTables.isEmpty else { return [] }
    return measure.exemptionTables.flatMap { name in exemptionTables.first { $0.name == name }?.rows ?? [] }
  }
}
