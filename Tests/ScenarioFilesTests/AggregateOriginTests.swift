import ScenarioFiles
import Testing

@Suite("Origins that hold the others")
struct AggregateOriginTests {
  private func messages(_ suppliers: String) throws -> [String] {
    let rates = "rates = { file = \"rates.csv\" }"
    var files = try #require(MarketScenario.replacing(rates, with: "rate = 0.25\ncountries = [\"China\"]"))
    files["suppliers.csv"] = "origin,hs,value,duty\n" + suppliers
    return try ScenarioFolder(files).messages()
  }

  private static let advice = "leave its rows out, or state what the others lack under a name such as \"Other origins\""

  @Test(
    "A row of the whole world beside its members",
    arguments: [
      "World", "WORLD", "All countries", "Total, all countries", "World (all)", "0", "Subtotal", "Total", "Welt", "Monde",
    ])
  func world(name: String) throws {
    let cell = name.contains(",") ? "\"\(name)\"" : name
    #expect(
      try messages("China,6302,500,0\nTürkiye,6302,50,0\n\(cell),6302,700,0\n\(cell),6303,1,0\n") == [
        "suppliers.csv:4:1: markets/suppliers/6302/\(name): \"\(name)\": stands for all origins, such as the one at "
          + "suppliers.csv:2:1, so that their goods are counted twice; \(Self.advice)"
      ])
  }

  @Test("An origin under any name that is the sum of the others, with home's 100 or without", arguments: [950, 1050])
  func sum(value: Int) throws {
    #expect(
      try messages("Vietnam,6302,400,0\nTürkiye,6302,50,0\nChina,6302,500,0\nGanzes,6302,\(value),0\n") == [
        "suppliers.csv:5:1: markets/suppliers/6302/Ganzes: \"Ganzes\": is in every market the sum of all other origins, "
          + "such as the one at suppliers.csv:2:1, so that their goods are counted twice; \(Self.advice)"
      ])
  }

  @Test("Two others in two markets")
  func sumInMarkets() throws {
    let rows = "Vietnam,6302,400,0\nChina,6302,500,0\nGanzes,6302,900,0\nVietnam,6303,4,0\nChina,6303,3,0\n"
    #expect(try messages(rows + "Ganzes,6303,7,0\n").count == 1)
    #expect(try messages(rows + "Ganzes,6303,8,0\n").isEmpty)
  }

  @Test("A sum of rounded values may miss by half a unit for each of them, and no more")
  func roundedSum() throws {
    func count(_ sum: String) throws -> Int {
      try messages("Vietnam,6302,412,0\nTürkiye,6302,5056,0\nChina,6302,5031,0\nIndia,6302,2500,0\nGanzes,6302,\(sum),0\n").count
    }
    // 12,999 and two and a half units about it.
    for sum in ["12997", "12999", "13001"] { #expect(try count(sum) == 1, "\(sum)") }
    for sum in ["12990", "13005", "12999.9"] { #expect(try count(sum) == (sum == "12999.9" ? 1 : 0), "\(sum)") }
    // Values with a decimal are known to a tenth.
    let rows = "Vietnam,6302,412.3,0\nTürkiye,6302,5056.1,0\nChina,6302,5031.2,0\n"
    #expect(try messages(rows + "Ganzes,6302,10499.7,0\n").count == 1)
    #expect(try messages(rows + "Ganzes,6302,10501.6,0\n").isEmpty)
  }

  private static let groupAdvice =
    "leave one of the two out, or state what the members leave under a name such as \"Other European Union\"; where that is what its "
    + "rows hold, say so in the source of the table, as in source = \"without Germany\""

  @Test("A group of countries beside its members", arguments: ["Germany", "DEU"])
  func group(name: String) throws {
    let rows = "China,6302,500,0\n\(name),6302,50,0\nFrance,6302,20,0\nEuropean Union,6302,300,0\n"
    let message =
      "suppliers.csv:5:1: markets/suppliers/6302/European Union: \"European Union\": stands for countries of which \"\(name)\" is one, at "
      + "suppliers.csv:3:1, so that its goods are counted twice; "
    #expect(try messages(rows) == [message + Self.groupAdvice.replacing("without Germany", with: "without \(name)")])
  }

  @Test("The ways out of a group beside its member, each by itself")
  func groupAdvice() throws {
    let rows = "China,6302,500,0\nGermany,6302,50,0\nEuropean Union,6302,300,0\n"
    #expect(try messages(rows).count == 1)
    #expect(try messages(rows.replacing("European Union,6302,300,0\n", with: "")).isEmpty)
    #expect(try messages(rows.replacing("Germany,6302,50,0\n", with: "")).isEmpty)
    #expect(try messages(rows.replacing("European Union", with: "Other European Union")).isEmpty)
    let rates = "rates = { file = \"rates.csv\" }"
    var files = try #require(MarketScenario.replacing(rates, with: "rate = 0.25"))
    files["scenario.toml"] = files["scenario.toml"]?.replacing("source = \"Census\"", with: "source = \"without Germany\"")
    files["suppliers.csv"] = "origin,hs,value,duty\n" + rows
    #expect(try ScenarioFolder(files).messages().isEmpty)
  }

  @Test("A group that sells less than its member in some market does not hold it")
  func groupWithoutMember() throws {
    let rows = "China,6302,500,0\nGermany,6302,50,0\nEuropean Union,6302,300,0\nEuropean Union,6303,10,0\n"
    #expect(try messages(rows + "Germany,6303,10.5,0\n").isEmpty)
    #expect(try messages(rows + "Germany,6303,9.5,0\n").count == 1)
    #expect(try messages(rows + "Germany,6304,1,0\n").isEmpty)
  }

  @Test("A group beside a home that is its member")
  func groupWithHome() throws {
    let rates = "rates = { file = \"rates.csv\" }"
    var files = try #require(MarketScenario.replacing(rates, with: "rate = 0.25"))
    files["scenario.toml"] = files["scenario.toml"]?.replacing("home = \"Pakistan\"", with: "home = \"Italy\"")
    files["suppliers.csv"] = "origin,hs,value,duty\nChina,6302,500,0\nEuropean Union,6302,300,0\n"
    let messages = try ScenarioFolder(files).messages()
    #expect(messages.count == 1 && messages[0].contains("of which \"Italy\" is one, at scenario.toml:3:"), "\(messages)")
    // Home's lines are worth 100.
    files["suppliers.csv"] = "origin,hs,value,duty\nChina,6302,500,0\nEuropean Union,6302,99,0\n"
    #expect(try ScenarioFolder(files).messages().isEmpty)
  }

  @Test("Half of one market of three, and an origin called for the rest of the world, stay")
  func apart() throws {
    #expect(try messages("Vietnam,6302,300,0\nRest of the world,6302,200,0\nChina,6302,500,0\nUnited States,6302,9,0\n").isEmpty)
  }

  @Test("Groups that statistics of trade put countries in", arguments: ["OECD", "EU-15", "G7", "European Union"])
  func otherGroups(name: String) throws {
    let rows = "China,6302,500,0\nGermany,6302,50,0\n\(name),6302,300,0\n"
    let messages = try messages(rows)
    #expect(messages.count == 1 && messages[0].contains("of which \"Germany\" is one"), "\(messages)")
  }

  @Test("A partner that is a group sells nothing to itself")
  func partnerOfMembers() throws {
    let rates = "rates = { file = \"rates.csv\" }"
    var files = try #require(MarketScenario.replacing(rates, with: "rate = 0.25"))
    files["scenario.toml"] = files["scenario.toml"]?.replacing(
      "partner = \"United States\"", with: "partner = \"European Union\"")
    files["suppliers.csv"] = "origin,hs,value,duty\nChina,6302,500,0\nGermany,6302,50,0\n"
    let messages = try ScenarioFolder(files).messages()
    #expect(messages.count == 1, "\(messages)")
    #expect(
      messages.first?.contains(
        "partner: \"European Union\": stands for countries of which \"Germany\" is one, at suppliers.csv:3:1, so that what that sells "
          + "is the partner's own production; leave the rows of its members out") == true, "\(messages)")
    files["suppliers.csv"] = "origin,hs,value,duty\nChina,6302,500,0\n"
    #expect(try ScenarioFolder(files).messages().isEmpty)
  }

  @Test("A group beside the partner's own production, where the partner is its member")
  func groupWithPartner() throws {
    let rates = "rates = { file = \"rates.csv\" }"
    var files = try #require(MarketScenario.replacing(rates, with: "rate = 0.25"))
    files["suppliers.csv"] = "origin,hs,value,duty\nUSMCA,6302,500,0\nUnited States,6302,300,0\n"
    #expect(try ScenarioFolder(files).messages().count == 1)
    // More than the group has: it is not in it.
    files["suppliers.csv"] = "origin,hs,value,duty\nUSMCA,6302,500,0\nUnited States,6302,700,0\n"
    #expect(try ScenarioFolder(files).messages().isEmpty)
  }

  @Test("Regions of a world that hold others", arguments: [("World", "A"), ("European Union", "Germany"), ("Asia", "China")])
  func regions(whole: String, part: String) throws {
    var files = WorldScenario.files
    files["flows.csv"] =
      "exporter,importer,value,tariff\n\(part),\(part),20,0\n\(part),\(whole),50,0.21\n\(whole),\(part),60,37%\n"
    files["scenario.toml"] = WorldScenario.text.replacing("home = \"A\"", with: "home = \"H\"").replacing(
      "partner = \"B\"", with: "partner = \"P\""
    )
    .replacing("A = {}", with: "\"\(part)\" = {}").replacing("B = { sub", with: "\"\(whole)\" = { sub")
    .replacing("importers = [\"A\"]", with: "importers = [\"\(part)\"]")
    let messages = try ScenarioFolder(files).messages()
    #expect(messages.count == 1 && messages[0].contains("counted twice; leave one of the two out"), "\(messages)")
    for (file, text) in files { files[file] = text.replacing(whole, with: whole == "World" ? "Rest of world" : "Other \(whole)") }
    #expect(try ScenarioFolder(files).messages().isEmpty)
  }
}
