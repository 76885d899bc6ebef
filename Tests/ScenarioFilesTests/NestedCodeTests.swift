import ScenarioFiles
import Testing

@Suite("Goods that are stated twice")
struct NestedCodeTests {
  private static func advice(_ code: String) -> String {
    "leave one of the two out, or state the rest of \(code) by its own finer codes"
  }

  /// A scenario of own-price lines in one or two tables.
  private func lines(_ first: String, _ second: String? = nil, side: String = "exports") throws -> [String] {
    let base = side == "exports" ? "value,duty" : "value,tariff"
    let header = "id,hs,\(base)\n"
    let tables = second == nil ? "{ file = \"a.csv\" }" : "{ file = \"a.csv\" }, { file = \"b.csv\" }"
    let own = side == "exports" ? "" : "[[exports.lines]]\nid = \"x\"\nhs = \"63\"\nvalue = 1\nduty = 0\nelasticity = 1\n"
    let text = """
      schemaVersion = 1
      title = "Nested"
      home = "Pakistan"
      partner = "United States"
      \(own)
      [\(side)]
      tables = [\(tables)]
      [\(side).defaults]
      elasticity = 1
      [[scenarios]]
      name = "s"
      """
    var files = ["scenario.toml": text, "a.csv": header + first]
    if let second { files["b.csv"] = header + second }
    return try ScenarioFolder(files).messages()
  }

  @Test("A chapter, its heading and its subheading in one table of lines")
  func nestedLines() throws {
    for side in ["exports", "imports"] {
      #expect(
        try lines("a,63,1029,0\nb,6302,1000,0\nc,630260,900,0\n", side: side) == [
          "a.csv:3:1: \(side)/b: \"6302\": lies inside 63 at a.csv:2:1, so that its goods are counted twice; \(Self.advice("63"))",
          "a.csv:4:1: \(side)/c: \"630260\": lies inside 6302 at a.csv:3:1, so that its goods are counted twice; "
            + Self.advice("6302"),
        ])
    }
  }

  @Test("The finer line first, and in another table")
  func nestedAcrossTables() throws {
    #expect(
      try lines("c,630260,900,0\nd,0101,1,0\n", "a,63,1029,0\n") == [
        "a.csv:2:1: exports/c: \"630260\": lies inside 63 at b.csv:2:1, so that its goods are counted twice; \(Self.advice("63"))"
      ])
  }

  @Test("Lines of one code, lines beside each other and lines without a code stay")
  func apart() throws {
    #expect(try lines("a,6302,10,0\nb,6302,10,0\nc,6303,10,0\nd,,5,0\ne,64,5,0\n").isEmpty)
  }

  @Test("Two levels of one origin in one market")
  func nestedSuppliers() throws {
    var files = MarketScenario.files
    files["suppliers.csv"] = MarketScenario.suppliers + "China,630260,400,0\n"
    #expect(
      try ScenarioFolder(files).messages() == [
        "suppliers.csv:5:1: markets/suppliers/630260/China: \"630260\": lies inside 6302 at suppliers.csv:3:1, "
          + "so that its goods are counted twice; \(Self.advice("6302"))"
      ])
  }

  @Test("Two levels of two origins, and of one origin in two markets")
  func suppliersApart() throws {
    var files = MarketScenario.files
    files["suppliers.csv"] = MarketScenario.suppliers.replacing("India,6302,", with: "India,630231,")
    #expect(try ScenarioFolder(files).messages() == [])
    files = try #require(MarketScenario.replacing("digits = 4", with: "digits = 4\nlist = [{ hs = \"630260\" }]"))
    files["suppliers.csv"] = MarketScenario.suppliers + "China,630260,400,0\n"
    #expect(try ScenarioFolder(files).messages() == [])
  }

  @Test("A line by itself beside a finer one in a market")
  func ownPriceBesideMarket() throws {
    let line =
      "[[exports.lines]]\nid = \"all\"\nhs = \"63\"\nvalue = 5\nduty = 0\nresponse = \"linear\"\nelasticity = 1\n\n[markets]"
    let files = try #require(MarketScenario.replacing("[markets]", with: line))
    let messages = try ScenarioFolder(files).messages()
    #expect(
      messages.count == 1 && messages[0].contains("exports/6302: \"6302\": lies inside 63 at scenario.toml:"), "\(messages)")
  }
}
