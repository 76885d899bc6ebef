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

  @Test("A row of the whole world beside its members", arguments: ["World", "WORLD", "All countries", "Total, all countries"])
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
      try messages("Vietnam,6302,400,0\nTürkiye,6302,50,0\nChina,6302,500,0\nMonde,6302,\(value),0\n") == [
        "suppliers.csv:5:1: markets/suppliers/6302/Monde: \"Monde\": is in every market the sum of all other origins, "
          + "such as the one at suppliers.csv:2:1, so that their goods are counted twice; \(Self.advice)"
      ])
  }

  @Test("Two others in two markets")
  func sumInMarkets() throws {
    let rows = "Vietnam,6302,400,0\nChina,6302,500,0\nMonde,6302,900,0\nVietnam,6303,4,0\nChina,6303,3,0\n"
    #expect(try messages(rows + "Monde,6303,7,0\n").count == 1)
    #expect(try messages(rows + "Monde,6303,8,0\n").isEmpty)
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
}
