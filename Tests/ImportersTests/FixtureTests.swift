import FoundationEssentials
import Importers
import Testing

@Suite("Files of sources")
struct FixtureTests {
  @Test("each gives the table that stands beside it, and every row is accounted for", arguments: FixtureCase.all)
  func tables(fixture: FixtureCase) throws {
    let table = try TradeImport.table([fixture.path], fixture.request)
    #expect(FixtureCase.text(table) == (try FixtureCase.text(fixture.expected)))
    #expect(table.account.dropped == fixture.dropped)
    #expect(table.account.merged == fixture.merged)
    #expect(table.account.read == table.account.kept + table.account.merged + table.account.droppedRows)
    #expect(table.account.rejects.count == table.account.faults)
  }

  @Test("there is a fixture for every source")
  func allSources() { #expect(Set(FixtureCase.all.map(\.request.source)) == Set(TradeSource.allCases)) }

  @Test("totals that the source states are those of the table")
  func controls() throws {
    var request = ImportRequest(source: .usatrade)
    request.level = 10
    let table = try TradeImport.table([FixtureCase.folder + "/usatrade.csv"], request)
    #expect(table.total?.dollars == "4001120" && table.totalDuty?.dollars == "400112")
    #expect(table.controls.map(\.name).count == 4)
    for control in table.controls { #expect(control.imported == control.stated, "\(control.name)") }
  }

  @Test("goods without a code are within the total of a country, and in no row")
  func uncoded() throws {
    var request = ImportRequest(source: .comtrade)
    (request.year, request.flow) = (2024, .imports)
    let table = try TradeImport.table([FixtureCase.folder + "/comtrade.csv"], request)
    #expect(table.controls.map(\.name) == ["all codes of 1 country", "all codes of the world", "6 digits of the world"])
    for control in table.controls { #expect(control.imported == control.stated, "\(control.name)") }
    #expect(table.notes.contains { $0.contains("500 dollars") })
  }

  /// What is left open is refused with the option that settles it.
  @Test(
    "nothing is guessed",
    arguments: [
      (TradeSource.usatrade, "usatrade.csv", "--level 10"), (.dataweb, "dataweb.csv", "--year 2024"),
      (.comtrade, "comtrade.csv", "--year 2024"), (.baci, "baci.csv", "--importer 'India'"),
      (.censusIMDB, "census-imdb.txt", "--column 'value=CON_VAL_MO'"), (.wits, "wits.csv", "--column 'rate=Simple Average'"),
    ])
  func refusals(source: TradeSource, file: String, option: String) throws {
    do throws(ImportFailure) {
      _ = try TradeImport.table([FixtureCase.folder + "/" + file], ImportRequest(source: source))
      Issue.record("the table was made")
    } catch {
      #expect(error.words.contains(option), "\(error.text)")
    }
  }

  @Test("a page in place of data is told")
  func page() throws {
    try ScratchFile.with("<html><body>Missing key</body></html>") { path in
      do throws(ImportFailure) {
        _ = try TradeImport.table([path], ImportRequest(source: .censusAPI))
        Issue.record("the table was made")
      } catch {
        #expect(error.text.contains("it is a page and no data") && error.line == 1)
      }
    }
  }
}
