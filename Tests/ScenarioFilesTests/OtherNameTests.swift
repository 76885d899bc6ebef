import ScenarioFiles
import TariffModel
import Testing

@Suite("Countries under other names")
struct OtherNameTests {
  private static let rate = "rates = { file = \"rates.csv\" }"

  /// The market scenario with another measure and other suppliers.
  private func files(_ measure: String, _ suppliers: String) throws -> [String: String] {
    var files = try #require(MarketScenario.replacing(Self.rate, with: measure))
    files["suppliers.csv"] = "origin,hs,value,duty\n" + suppliers
    return files
  }

  private func notes(_ files: [String: String]) throws -> [ModelNote.Subject] {
    try ScenarioFolder(files).load().study.inputNotes.map(\.subject)
  }

  @Test(
    "the partner under another name is its own production, with a note", arguments: ["USA", "U.S.", "united states of America"])
  func partnerByAlias(name: String) throws {
    let rows = "Vietnam,6302,300,0\nChina,6302,500,0\n"
    let files = try files("rate = 0.25", rows + "\(name),6302,1000,0\n")
    let same = try self.files("rate = 0.25", rows + "United States,6302,1000,0\n")
    #expect(try ScenarioFolder(files).load().study.suppliers == ScenarioFolder(same).load().study.suppliers)
    #expect(try notes(files) == [.otherNames([.init(name, of: "United States", isPartner: true)])])
    #expect(try notes(same).isEmpty)
  }

  @Test("home under another name is no supplier")
  func homeByAlias() throws {
    let messages = try ScenarioFolder(files("rate = 0.25", "PAK,6302,300,0\nChina,6302,500,0\n")).messages()
    #expect(messages.count == 1 && messages[0].contains("home sells by its export lines and is no supplier"), "\(messages)")
  }

  @Test("home and the partner are two countries")
  func homeIsPartner() throws {
    let text = try #require(SmallScenario.replacing("home = \"Pakistan\"", with: "home = \"USA\""))
    #expect(
      try ScenarioFolder(["scenario.toml": text]).messages() == [
        "scenario.toml:4:11: partner: \"United States\": is the home country, named at scenario.toml:3:8; "
          + "name the country that sets the tariff"
      ])
  }

  @Test("two spellings of one country in one table are one problem, however many rows have them, and its advice leads out")
  func oneTable() throws {
    let rows = "Vietnam,6302,300,0\nViet Nam,6303,20,0\nVNM,6304,20,0\nViet Nam,6305,20,0\n"
    let problem = { (line: Int, name: String) in
      "suppliers.csv:\(line):1: markets/origin: \(name): is the country that is called \"Vietnam\" at suppliers.csv:2:1; "
        + "write \"Vietnam\""
    }
    #expect(
      try ScenarioFolder(files("rate = 0.25", rows)).messages() == [problem(3, "Viet Nam"), problem(4, "VNM")])
    let mended = rows.replacing("Viet Nam", with: "Vietnam").replacing("VNM", with: "Vietnam")
    #expect(try ScenarioFolder(files("rate = 0.25", mended)).messages().isEmpty)
  }

  @Test("two spellings in two tables, and in a table and the file")
  func twoTables() throws {
    var two = try files("rate = 0.25", "Turkey,6302,300,0\nChina,6302,500,0\n")
    two["scenario.toml"] = two["scenario.toml"]?.replacing(
      "{ file = \"suppliers.csv\", source = \"Census\" }", with: "{ file = \"suppliers.csv\" }, { file = \"more.csv\" }")
    two["more.csv"] = "origin,hs,value,duty\nTürkiye,6303,20,0\n"
    #expect(
      try ScenarioFolder(two).messages() == [
        "more.csv:2:1: markets/origin: Türkiye: is the country that is called \"Turkey\" at suppliers.csv:2:1; write \"Turkey\""
      ])
    two["more.csv"] = "origin,hs,value,duty\nTurkey,6303,20,0\n"
    #expect(try ScenarioFolder(two).messages().isEmpty)
  }

  @Test("a measure's countries are those of the study, whatever they are called, with one note")
  func countries() throws {
    let suppliers = "Vietnam,6302,300,0\n\"Korea, South\",6302,500,0\nEuropean Union,6302,5,0\nBrazil,6302,7,0\n"
    let files = try files("rate = 0.25\ncountries = [\"Viet Nam\", \"KOR\", \"EU\", \"PAK\", \"Brazil\"]", suppliers)
    let study = try ScenarioFolder(files).load().study
    #expect(study.measures[0].countries == ["Vietnam", "Korea, South", "European Union", "Pakistan", "Brazil"])
    #expect(
      study.inputNotes.map(\.subject) == [
        .otherNames([
          .init("Viet Nam", of: "Vietnam", isPartner: false), .init("KOR", of: "Korea, South", isPartner: false),
          .init("EU", of: "European Union", isPartner: false), .init("PAK", of: "Pakistan", isPartner: false),
        ])
      ])
  }

  @Test("a table of rates names the study's countries as its source does")
  func rates() throws {
    var files = MarketScenario.files
    files["rates.csv"] = "origin,hs,rate\nPAK,63,0.19\n356,63,25%\n5700,63,0.3\n"
    let study = try ScenarioFolder(files).load().study
    guard case .table(let table) = study.measures[0].rate else {
      Issue.record("no table")
      return
    }
    #expect(table.rates == ["Pakistan": ["63": 0.19], "India": ["63": 0.25], "China": ["63": 0.3]])
    #expect(study.inputNotes.count == 1)
  }

  @Test("two spellings of one country in a list or in a table of rates are one problem")
  func oneList() throws {
    let suppliers = "Vietnam,6302,300,0\nChina,6302,500,0\n"
    #expect(
      try ScenarioFolder(files("rate = 0.25\ncountries = [\"Viet Nam\", \"Vietnam\"]", suppliers)).messages() == [
        "scenario.toml:27:26: measures/added/countries: \"Vietnam\": is the country that is called \"Viet Nam\" at "
          + "scenario.toml:27:14; write \"Viet Nam\""
      ])
    var files = MarketScenario.files
    files["rates.csv"] = MarketScenario.rates + "PRC,6302,0.4\nPRC,6303,0.4\n"
    #expect(
      try ScenarioFolder(files).messages() == [
        "rates.csv:5:1: measures/added/rates/origin: PRC: is the country that is called \"China\" at rates.csv:4:1; write \"China\""
      ])
  }

  @Test("names that are in no list are what they are")
  func madeUp() throws {
    let rows = "Region A,6302,300,0\nRegion B,6302,500,0\nRest of the world,6302,40,0\nOthers,6302,3,0\n"
    #expect(try notes(files("rate = 0.25", rows)).isEmpty)
  }

  @Test("regions of a world have one name each, and its flows may use another")
  func world() throws {
    var files = WorldScenario.files
    files["scenario.toml"] = WorldScenario.text.replacing("A = {}", with: "Vietnam = {}").replacing("B = {", with: "Chile = {")
      .replacing("[\"A\"]", with: "[\"VNM\"]")
    files["flows.csv"] = "exporter,importer,value,tariff\nViet Nam,CHL,50,0.21\nCHL,Viet Nam,60,37%\n"
    let study = try ScenarioFolder(files).load().study
    #expect(study.worldTariffs[0].importers == ["Vietnam"])
    #expect(study.world?.flows.map(\.exporter) == ["Vietnam", "Chile"])
    #expect(study.inputNotes.count == 1)
    files["scenario.toml"] = files["scenario.toml"]?.replacing("Chile = {", with: "\"Viet Nam\" = {")
    let messages = try ScenarioFolder(files).messages()
    #expect(messages.contains { $0.contains("is the country that is called \"Vietnam\" at scenario.toml:15:") }, "\(messages)")
  }

  @Test(
    "a country that is nearly called as an origin is one of its own", arguments: [("Nigeria", "Niger"), ("Australia", "Austria")])
  func nearNames(origin: String, named: String) throws {
    let rows = "\(origin),6302,300,0\nChina,6302,500,0\n"
    #expect(try ScenarioFolder(files("countries = [\"\(named)\", \"China\"]\nrate = 0.25", rows)).messages().isEmpty)
  }

  @Test(
    "a group in a list of countries falls on none of its members and is refused",
    arguments: [("European Union", "Germany"), ("ASEAN", "Vietnam"), ("EU", "Germany")])
  func groups(group: String, member: String) throws {
    let rows = "Germany,6302,300,0\nVietnam,6302,100,0\nChina,6302,500,0\n"
    let messages = try ScenarioFolder(files("countries = [\"\(group)\"]\nrate = 0.25", rows)).messages()
    #expect(messages.count == 1 && messages[0].hasSuffix("name its members one by one, as \"\(member)\" is"), "\(messages)")
    let mended = try ScenarioFolder(files("countries = [\"\(member)\"]\nrate = 0.25", rows)).messages()
    #expect(mended.isEmpty, "\(mended)")
  }
}
