/// What a column of a file of flows tells.
enum ColumnRole: String, Hashable, Sendable, CaseIterable {
  case code
  case value
  case duty
  case name
  case exporter
  case importer
  /// Who reports the flow, on either side of it, and who is on the other side.
  case reporter
  case partner
  case year
  case month
  /// Imports or exports.
  case flow
  /// The kind of figure that the row has.
  case measure
  /// Whether the row is of a group of countries.
  case summary
  case district
  case procedure
  case transport
  case secondPartner

  /// What a total has in a column that parts one flow; a row with anything else is a part of it.
  var wordsOfTotal: [String]? {
    switch self {
    case .district: ["all districts", "total", "-"]
    case .procedure: ["c00", "total customs procedures", ""]
    case .transport: ["0", "total modes of transport", "total modes of transports", "total mot", ""]
    case .secondPartner: ["0", "world", "w00", ""]
    default: nil
    }
  }

  static let parting: [ColumnRole] = [.district, .procedure, .transport, .secondPartner]

  /// A column's name as letters and digits alone, by which names are compared.
  static func key(_ name: String) -> String {
    String(
      decoding: name.lowercased().utf8.filter { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }, as: UTF8.self)
  }
}
