package import TextFormats

/// What an import is asked for; what is not stated here and not in the files is refused.
package struct ImportRequest: Hashable, Sendable {
  /// The table that is made of flows.
  package enum Table: String, Hashable, Sendable, CaseIterable {
    /// Origins, codes and values in one importer's market.
    case suppliers
    /// The lines of one flow, from one origin to one importer.
    case lines
    /// Flows between countries, over all codes.
    case world
  }

  package enum Flow: String, Hashable, Sendable, CaseIterable {
    case imports = "import"
    case exports = "export"
  }

  package var source: TradeSource
  package var table = Table.suppliers
  package var year: Int?
  /// For figures from January on: the month that they reach to.
  package var month: Int?
  package var flow: Flow?
  package var importer: String?
  package var origin: String?
  /// The level of the code whose rows are taken, in digits.
  package var level: Int?
  /// The digits that codes are cut to, values being added.
  package var digits: Int?
  /// Whether codes that lost a leading zero get it back.
  package var padsCodes = false
  /// Columns by role, where their names are not those that the source publishes.
  package var columns: [String: String] = [:]
  package var encoding = TextEncoding.utf8
  /// The kind of duty of WITS, such as AHS.
  package var dutyType: String?
  /// Programmes of the tariff schedule whose rates are told too, and the origins they are for.
  package var programmes: [String: String] = [:]
  /// Baseline duties that flows get, where their source tells none.
  package var duties: DutyRates?
  /// Dollars a unit of quantity by code, to turn duties by quantity into ad valorem ones.
  package var unitValues: UnitValues?

  package init(source: TradeSource) { self.source = source }

  /// The roles that columns may be given.
  package var roles: [String] {
    source.tellsRates ? RateForm.Role.allCases.map(\.rawValue) : ColumnRole.allCases.map(\.rawValue)
  }
}
