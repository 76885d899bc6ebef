import ScenarioFiles
import TariffModel
import Testing

@Suite("Rows of rates that no goods meet")
struct UnmetRowTests {
  private typealias Row = ModelNote.UnmetRow

  private func unmet(_ rates: String, suppliers: String = MarketScenario.suppliers) throws -> [ModelNote.UnmetRows] {
    let files = MarketScenario.files.merging(["rates.csv": "origin,hs,rate\n" + rates, "suppliers.csv": suppliers]) { $1 }
    return try ScenarioFolder(files).load().study.inputNotes.compactMap {
      if case .rowsWithoutGoods(let rows) = $0.subject { rows } else { nil }
    }
  }

  private static let rest = "Pakistan,63,0.19\nIndia,63,0\nChina,63,0\n"

  @Test("Codes of another revision beside a catch-all of 0, with the nearest code of goods")
  func otherRevision() throws {
    #expect(
      try unmet(Self.rest + "China,6399,0.25\nChina,630410,0.25\nPakistan,6399,0.19\nChina,85,0.1\n") == [
        ModelNote.UnmetRows(
          measure: "added", file: "rates.csv", rows: 7, unmet: 4,
          examples: [
            Row(origin: "China", code: "630410", nearest: .code("6302")),
            Row(origin: "China", code: "6399", nearest: .code("6302")),
            Row(origin: "China", code: "85", nearest: nil),
          ])
      ])
  }

  @Test("A row that a finer one always overrules has met its goods")
  func overruled() throws { #expect(try unmet(Self.rest + "China,6302,0.25\nIndia,6302,0.1\n").isEmpty) }

  @Test("Origins that the study lacks: misspelt, a member of a group, a group of members, another country")
  func origins() throws {
    let suppliers = "origin,hs,value,duty\nBangladesh,6302,300,0\nEuropean Union,6302,600,0\nSwitzerland,6302,3,0\n"
    let rates = "Pakistan,63,0\nBangladesh,63,0\nEuropean Union,63,0\nSwitzerland,63,0\n"
    func example(_ origin: String) throws -> Row? {
      try unmet(rates + "\(origin),63,0.2\n", suppliers: suppliers).first?.examples.first
    }
    #expect(try example("Bangaldesh") == Row(origin: "Bangaldesh", code: "63", nearest: .origin("Bangladesh")))
    #expect(try example("Germany") == Row(origin: "Germany", code: "63", nearest: .group("European Union")))
    #expect(try example("EFTA") == Row(origin: "EFTA", code: "63", nearest: .member("Switzerland")))
    #expect(try example("Brazil") == Row(origin: "Brazil", code: "63", nearest: nil))
    // The partner's own production bears no measure.
    #expect(try example("United States") == Row(origin: "United States", code: "63", nearest: nil))
  }

  @Test("One note a table, with the count and three examples of different origins")
  func many() throws {
    let codes = (1...200).map { String(100_000 + $0) }
    let rows = ["India", "China", "Chile", "Peru"].flatMap { origin in codes.map { "\(origin),\($0),0.1\n" } }.joined()
    let found = try unmet(Self.rest + rows)
    #expect(found.count == 1 && found[0].unmet == 800 && found[0].rows == 803)
    #expect(found.first?.examples.map(\.origin) == ["Chile", "China", "India"])
  }
}
