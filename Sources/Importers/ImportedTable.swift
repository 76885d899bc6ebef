/// What an import makes of files: a table for scenarios, the account of the rows, and what readers should know.
package struct ImportedTable: Sendable {
  /// A total that the source states, beside what the table has of it.
  package struct Control: Hashable, Sendable {
    package var name: String
    package var stated: Amount
    package var imported: Amount
  }

  package internal(set) var columns: [String] = []
  /// Each as long as `columns`.
  package internal(set) var rows: [[String]] = []
  package internal(set) var account = RowAccount()
  /// The sum of the table's values; nothing for rates.
  package internal(set) var total: Amount?
  package internal(set) var totalDuty: Amount?
  package internal(set) var controls: [Control] = []
  /// In sentences.
  package internal(set) var notes: [String] = []
}
