import Distributions
import ScenarioFiles
import TariffModel
import Testing

/// Tables of others, read by what the scenario says of them.
@Suite("Tables under a mapping")
struct MappedTableTests {
  private func folder(_ keys: String, _ table: String) throws -> ScenarioFolder {
    let tables =
      "[exports]\ntables = [{ file = \"t.csv\", \(keys) }]\n[exports.defaults]\nduty = 0.1\nelasticity = 1\n[[exports.lines]]"
    let scenario = try #require(SmallScenario.replacing("[[exports.lines]]", with: tables))
    return try ScenarioFolder(["scenario.toml": scenario, "t.csv": table])
  }

  /// Codes and values of the lines of the table, and what is told of it.
  private func read(_ keys: String, _ table: String) throws -> (lines: [String], note: ModelNote.MappedTable?) {
    let study = try folder(keys, table).load().study
    let lines = study.exports.dropLast().map { line in
      guard case .distribution(let law) = line.baseValue.value, let value = law.constantValue else { return line.id }
      return "\(line.id) \(line.hs ?? "-") \(value)"
    }
    let notes = study.inputNotes.compactMap { note in
      if case .mappedTable(let table) = note.subject { table } else { nil }
    }
    return (lines, notes.first)
  }

  private let comtrade = """
    refYear,flowCode,partnerDesc,cmdCode,isLeaf,primaryValue
    2024,M,World,520100,true,9000000
    2024,M,USA,5201,false,2000000
    2024,M,USA,520100,true,1716414
    2024,X,USA,520100,true,7
    2023,M,USA,520100,true,8
    2024,M,USA,520300,true,283586

    """
  private let mapping = """
    columns = { hs = "cmdCode", value = "primaryValue" }, scale = 1e-6, \
    where = { flowCode = "M", refYear = 2024, isLeaf = true, partnerDesc = ["USA", "United States"] }
    """

  @Test("columns are renamed, rows chosen, and dollars become millions without an error")
  func comtradeShape() throws {
    let (lines, note) = try read(mapping, comtrade)
    #expect(lines == ["520100 520100 1.716414", "520300 520300 0.283586"])
    let told = try #require(note)
    #expect((told.read, told.filtered, told.rows, told.added) == (6, 4, 2, 0))
    #expect(told.value == 2)
  }

  @Test("codes are cut, values added, and the sum stays")
  func aggregation() throws {
    let (lines, note) = try read(mapping + ", digits = 4", comtrade)
    #expect(lines == ["5201 5201 1.716414", "5203 5203 0.283586"])
    let chapters = try read(mapping + ", digits = 2", comtrade)
    #expect(chapters.lines == ["52 52 2.0"] && chapters.note?.added == 1 && chapters.note?.value == note?.value)
  }

  private let usaTrade = """
    USA Trade Online
    "Made up; two lines above the header"
    Commodity,Country,Customs  Value (Cons) ($US),
    All Commodities,China,"5,000,000",
    01 Live Animals,China,"1,716,414",
    "0101210020 Horses, Live (no)",China,"1,716,414",

    """

  @Test("codes with words behind them, marks of thousands, and lines above the header")
  func usaTradeShape() throws {
    let keys = """
      columns = { value = "Customs  Value (Cons) ($US)" }, codes = { from = "Commodity", digits = 10 }, scale = 1e-6, skip = 2, \
      decimal = "."
      """
    let (lines, note) = try read(keys, usaTrade)
    #expect(lines == ["0101210020 0101210020 1.716414"] && note?.otherLevels == 2)
  }

  @Test("semicolons, decimal commas and Windows letters")
  func european() throws {
    let folder = try folder("encoding = \"cp1252\", separator = \";\", decimal = \",\"", "")
    try folder.write(Array("id;name;value\na;Caf".utf8) + [0xE9] + Array(";1.234,5\n".utf8), to: "t.csv")
    let line = try #require(try folder.load().study.exports.first)
    #expect(line.name == "Café" && line.baseValue == .constant(1234.5, path: "exports/a/value"))
  }

  @Test("a code that lost its zero is refused, and taken where that is said")
  func lostZero() throws {
    let table = "Commodity,v\n101210020,5\n"
    let keys = "columns = { value = \"v\" }, codes = { from = \"Commodity\", digits = 10"
    #expect(try folder(keys + " }", table).messages().contains { $0.contains("101210020") })
    #expect(try read(keys + ", pad = true }", table).lines == ["0101210020 0101210020 5.0"])
  }

  @Test(
    "what cannot be read so is told, with a way out",
    arguments: [
      ("columns = { hs = \"cmdcode\", value = \"primaryValue\" }", "cmdcode", "did you mean cmdCode?"),
      ("columns = { hz = \"cmdCode\", value = \"primaryValue\" }", "hz", "did you mean hs?"),
      ("columns = { hs = \"cmdCode\" }", "lacks the key value", ""),
      ("scale = 1e-6", "is not a column of this table", "columns = { hs ="),
      ("columns = { hs = \"cmdCode\", value = \"primaryValue\" }, scale = 0", "above 0", ""),
      ("columns = { hs = \"cmdCode\", value = \"primaryValue\" }, where = { flow = \"M\" }", "\"flow\": is not a column", ""),
      (
        "columns = { hs = \"cmdCode\", value = \"primaryValue\" }, codes = { from = \"cmdCode\", digits = 6 }",
        "codes", ""
      ), ("columns = { hs = \"cmdCode\", value = \"primaryValue\" }, where = { flowCode = \"Z\" }", "has no rows", ""),
      ("columns = {}", "lacks the key", ""),
    ])
  func refusals(keys: String, words: String, wayOut: String) throws {
    let messages = try folder(keys, comtrade).messages()
    #expect(messages.contains { $0.contains(words) && (wayOut.isEmpty || $0.contains(wayOut)) }, "\(messages)")
  }
}
