import FoundationEssentials
import Importers
import Testing
import TextFormats

/// A file in the shape of a source, with that source's traps, and the table that it gives.
struct FixtureCase: CustomTestStringConvertible, Sendable {
  var file: String
  var expected: String
  var request: ImportRequest
  /// Rows that are not kept, by reason.
  var dropped: [DropReason: Int]
  var merged = 0
  var testDescription: String { file }

  static var folder: String { "\(#filePath)".split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/Fixtures" }

  var path: String { Self.folder + "/" + file }

  static func text(_ file: String) throws -> String { try String(contentsOfFile: folder + "/" + file, encoding: .utf8) }

  /// The table as its file would have it; no cell of a fixture but those with commas needs quotes.
  static func text(_ table: ImportedTable) -> String {
    ([table.columns] + table.rows).map { row in
      row.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\n"
    }.joined()
  }

  private static func request(_ source: TradeSource, _ change: (inout ImportRequest) -> Void = { _ in }) -> ImportRequest {
    var request = ImportRequest(source: source)
    change(&request)
    return request
  }

  static let all: [FixtureCase] = [
    FixtureCase(
      file: "usatrade.csv", expected: "usatrade.expected.csv",
      request: request(.usatrade) { ($0.level, $0.digits) = (10, 6) },
      dropped: [
        .otherLevel: 2, .detail: 2, .totalOfCodes: 2, .totalOfCountries: 2, .groupOfCountries: 1, .noTrade: 1,
      ], merged: 1),
    FixtureCase(
      file: "dataweb.csv", expected: "dataweb.expected.csv", request: request(.dataweb) { $0.year = 2024 },
      dropped: [.duty: 3, .otherMeasure: 1]),
    FixtureCase(
      file: "census-api.json", expected: "census-api.expected.csv", request: request(.censusAPI),
      dropped: [.groupOfCountries: 1, .noTrade: 1, .totalOfCountries: 1], merged: 1),
    FixtureCase(
      file: "census-imdb.txt", expected: "census-imdb.expected.csv",
      request: request(.censusIMDB) { ($0.columns, $0.month) = (["value": "CON_VAL_YR"], 12) },
      dropped: [.otherMonth: 1, .columnCount: 1], merged: 1),
    FixtureCase(
      file: "comtrade.csv", expected: "comtrade.expected.csv",
      request: request(.comtrade) { ($0.year, $0.flow) = (2024, .imports) },
      dropped: [
        .detail: 3, .otherFlow: 2, .totalOfCountries: 2, .otherYear: 1, .returned: 1, .uncoded: 1, .totalOfCodes: 1,
      ]),
    FixtureCase(
      file: "comtrade.json", expected: "comtrade-json.expected.csv",
      request: request(.comtrade) { ($0.table, $0.origin) = (.lines, "USA") }, dropped: [.totalOfCountries: 1]),
    FixtureCase(
      file: "baci.csv", expected: "baci.expected.csv", request: request(.baci) { $0.importer = "India" },
      dropped: [.otherImporter: 1]),
    FixtureCase(
      file: "wits.csv", expected: "wits.expected.csv",
      request: request(.wits) {
        ($0.encoding, $0.dutyType, $0.columns) = (.cp1252, "MFN", ["rate": "Simple Average"])
      }, dropped: [.otherMeasure: 1]),
    FixtureCase(
      file: "hts.json", expected: "hts.expected.csv",
      request: request(.hts) {
        $0.programmes = ["AU": "Australia"]
        $0.unitValues = try? UnitValues(file: folder + "/unit-values.csv")
      }, dropped: [.heading: 2, .specificDuty: 1, .chapter99: 1, .inherited: 1]),
    FixtureCase(
      file: "tariff-database.txt", expected: "tariff-database.expected.csv", request: request(.tariffDatabase),
      dropped: [.specificDuty: 1, .chapter99: 1, .noValue: 1]),
  ]
}
