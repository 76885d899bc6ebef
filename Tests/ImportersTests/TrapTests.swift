import FoundationEssentials
import Importers
import Testing
import TextFormats

/// One trap of a format a test, in as few rows as show it.
@Suite("Traps")
struct TrapTests {
  private func table(
    _ source: TradeSource, _ text: String, _ change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> ImportedTable {
    var request = ImportRequest(source: source)
    change(&request)
    var table: ImportedTable?
    try ScratchFile.with(text) { table = try TradeImport.table([$0], request) }
    return try #require(table)
  }

  private let baci = "t,i,j,k,v,q\n"

  @Test("a code that lost its zero is refused with its place, and taken where that is asked for")
  func lostZeros() throws {
    let text = baci + "2023,842,699,520100,1,1\n2023,842,699,10121,2,1\n"
    let refused = try table(.baci, text)
    let reject = try #require(refused.account.rejects.first)
    #expect(reject.reason == .lostZero && reject.line == 3 && reject.column == 14 && reject.value == "10121")
    #expect(
      try table(.baci, text) { $0.padsCodes = true }.rows == [
        ["United States", "010121", "0.002"], ["United States", "520100", "0.001"],
      ])
  }

  @Test("a flow that stands twice is refused, with where it stood first")
  func duplicates() throws {
    let refused = try table(.baci, baci + "2023,842,699,520100,1,1\n2023,842,699,520100,1,1\n")
    let reject = try #require(refused.account.rejects.first)
    #expect(reject.reason == .duplicate && reject.line == 3 && reject.remark?.hasSuffix(":2") == true)
    #expect(refused.total?.dollars == "1000")
  }

  @Test("a value that is not there is no zero", arguments: ["", "NA", ".", " ", "-"])
  func blanks(value: String) throws {
    let made = try table(.baci, baci + "2023,842,699,520100,1,1\n2023,842,699,520200,\(value),1\n")
    #expect(made.account.dropped == [.noValue: 1] && made.rows.count == 1)
  }

  @Test("codes of India, the United States, France, Norway, Switzerland and Taiwan that are not those of ISO 3166")
  func countryCodes() throws {
    let rows = ["699", "842", "251", "579", "757", "490"].map { "2023,\($0),586,520100,1,1\n" }.joined()
    #expect(
      try table(.baci, baci + rows).rows.map { $0[0] } == ["France", "India", "Norway", "Switzerland", "Taiwan", "United States"])
  }

  @Test("parts without a total are added where they part all flows in one way")
  func parts() throws {
    let header = "refYear,flowCode,reporterCode,partnerCode,cmdCode,customsCode,motCode,primaryValue\n"
    let one = "2024,M,699,842,520100,C00,1000,5\n2024,M,699,842,520100,C00,2100,7\n"
    #expect(try table(.comtrade, header + one).rows == [["United States", "520100", "0.000012"]])
    #expect(throws: ImportFailure.self) { try table(.comtrade, header + one + "2024,M,699,842,520100,C01,0,12\n") }
    let withTotal = try table(.comtrade, header + one + "2024,M,699,842,520200,C00,0,12\n")
    #expect(withTotal.rows == [["United States", "520200", "0.000012"]])
    #expect(withTotal.account.dropped == [.detailWithoutTotal: 2])
  }

  @Test("figures since January are taken of one month alone")
  func toDate() throws {
    let text = """
      [["I_COMMODITY","CTY_CODE","CON_VAL_YR","CAL_DUT_YR","YEAR","MONTH"],
      ["520100","5330","10","1","2024","11"],["520100","5330","12","2","2024","12"]]
      """
    #expect(throws: ImportFailure.self) { try table(.censusAPI, text) }
    let made = try table(.censusAPI, text) { $0.month = 12 }
    #expect(made.rows == [["India", "520100", "0.000012", "0.000002"]] && made.account.dropped == [.otherMonth: 1])
  }

  @Test("flows take their duty from a table of rates: the longest code, of the origin before that of all")
  func duties() throws {
    let flows = baci + "2023,842,699,520100,1,1\n2023,842,699,010121,1,1\n2023,586,699,520100,1,1\n"
    try ScratchFile.with("origin,hs,rate,start\nUSA,52,5%,\nUSA,5201,0.068,2024-01-01\nUSA,all,0.3,\nall,all,0.1,\n") { path in
      let duties = try DutyRates(file: path, on: "2024-01-01")
      let made = try table(.baci, flows) { $0.duties = duties }
      #expect(made.columns == ["origin", "hs", "value", "duty"])
      #expect(made.rows.map { $0[3] } == ["0.1", "0.3", "0.068"])
      let earlier = try DutyRates(file: path, on: "2023-12-31")
      let before = try table(.baci, flows) { $0.duties = earlier }
      #expect(before.rows.map { $0[3] } == ["0.1", "0.3", "0.05"])
      #expect(throws: ImportFailure.self) { try DutyRates(file: path, on: nil) }
    }
    try ScratchFile.with("origin,hs,rate\nUSA,52,5%\n") { path in
      let duties = try DutyRates(file: path, on: nil)
      #expect(throws: ImportFailure.self) { try table(.baci, flows) { $0.duties = duties } }
    }
  }

  @Test("the columns of a source may be told by name")
  func columns() throws {
    let text = "digit code,commodity,country,time,value\n0101290090,\"Horses, Live\",China,2017,5\n"
    #expect(throws: ImportFailure.self) { try table(.usatrade, text) }
    #expect(try table(.usatrade, text) { $0.columns = ["value": "value"] }.rows == [["China", "0101290090", "0.000005"]])
  }

  @Test("text that is not UTF-8 is refused until its encoding is stated")
  func encoding() throws {
    let text = "Commodity,Country,Time,Customs Value (Gen) ($US)\n5201,Cura".utf8 + [0xE7] + "ao,2024,5\n5201,India,2024,6\n".utf8
    var request = ImportRequest(source: .usatrade)
    try ScratchFile.with(Array(text)) { path in
      let refused = try TradeImport.table([path], request)
      #expect(refused.account.dropped == [.notUTF8: 1])
      request.encoding = .cp1252
      let made = try TradeImport.table([path], request)
      #expect(made.rows.map { $0[0] } == ["Curaçao", "India"])
    }
  }

  @Test("a quotation mark that is not closed is told with the place where it opens")
  func openQuote() throws {
    let made = try table(.baci, baci + "2023,842,699,520100,1,1\n2023,842,699,\"520200,1,1\n")
    let reject = try #require(made.account.rejects.first)
    #expect(reject.reason == .unterminatedQuote && reject.line == 3 && reject.column == 14)
  }

  @Test("rows are read alike whatever ends them, with a byte order mark or without", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    let lines = ["t,i,j,k,v,q", "2023,842,699,520100,1,1", "", "2023,4,699,520100,2,1"]
    #expect(
      try table(.baci, "\u{FEFF}" + lines.joined(separator: end)).rows == [
        ["Afghanistan", "520100", "0.002"], ["United States", "520100", "0.001"],
      ])
  }

  @Test(
    "rates in words",
    arguments: [
      ("Free", "0.0"), ("6.8%", "0.068"), ("2.5% 1/", "0.025"), ("4.4¢/kg + 10%", "0.111"),
      ("$0.44/kg", "0.11"), ("44 cents per kg", "0.11"),
    ])
  func ratesInWords(words: String, rate: String) throws {
    var values: UnitValues?
    try ScratchFile.with("hs,unit,value\n0201,kg,4\n") { values = try UnitValues(file: $0) }
    let made = try table(.hts, "htsno,general\n0201.10.05,\(words)\n") { $0.unitValues = values }
    #expect(made.rows == [["all", "02011005", rate]])
  }

  @Test(
    "rates that are no rate by themselves",
    arguments: [
      ("See 9903.88.15", DropReason.badRate), ("The duty provided in the applicable subheading + 25%", .badRate),
      ("4.4¢/kg", .specificDuty),
      ("$1.53 each + 4.2% on the case", .badRate), ("20% or $5/kg", .badRate), ("-5%", .badRate), ("", .heading),
    ])
  func noRates(words: String, reason: DropReason) throws {
    let made = try table(.hts, "htsno,general\n0101.21.00,Free\n0201.10.05,\(words)\n")
    #expect(made.account.dropped == [reason: 1] && made.rows.count == 1)
  }
}
