import ScenarioFiles
import TariffModel
import Testing

/// Names and codes that the study does not have, and are no mistake by themselves.
@Suite("Names that are nearly those of countries, and codes of other studies")
struct DoubtfulNameTests {
  private func notes(_ edits: [Edit], in files: [String: String]) throws -> [ModelNote.Subject] {
    try ScenarioFolder(try edits.reduce(files) { try $1.made(in: $0) }).load().study.notes.map(\.subject)
  }

  private static let small = ["scenario.toml": SmallScenario.text]

  @Test("A mistyped home is told what it may be")
  func home() throws {
    let notes = try notes(
      [
        Edit("home = \"Pakistan\"", "home = \"Bangaldesh\""), Edit("rate = 0.19", "rate = 0.19\ncountries = [\"Bangladesh\"]"),
      ], in: Self.small)
    #expect(notes.contains(.nearCountry(name: "Bangaldesh", country: "Bangladesh")))
  }

  @Test(
    "Countries and made-up names are none of another",
    arguments: ["Bangladesh", "Ruritania", "A", "Home", "Region 1", "EU", "Others"])
  func names(name: String) throws {
    let notes = try notes([Edit("home = \"Pakistan\"", "home = \"\(name)\"")], in: Self.small)
    #expect(!notes.contains { if case .nearCountry = $0 { true } else { false } })
  }

  @Test("Codes of a list that the study lacks are noted, and a list of which it has none is a mistake")
  func codes() throws {
    for list in ["covers", "exempt"] {
      let line = "[[exports.lines]]\nid = \"61\"\nhs = \"61\"\nvalue = 5\nduty = 0\nelasticity = 1\n\n[[imports.lines]]"
      func edit(_ codes: String) -> [Edit] {
        [Edit("rate = 0.19", "rate = 0.19\n\(list) = [\(codes)]"), Edit("[[imports.lines]]", line)]
      }
      let found = try notes(edit("\"6302\", \"8703\", \"9999\""), in: Self.small)
      #expect(found.contains(.codesWithoutGoods(list: "measures/reciprocal/\(list)", ["8703", "9999"], unmet: 2, of: 3)))
      let files = try edit("\"6320\"").reduce(Self.small) { try $1.made(in: $0) }
      #expect(try ScenarioFolder(files).messages().count == 1)
    }
  }

  @Test("A country of a nest that sells nothing is noted, one that is misspelt is a mistake")
  func nests() throws {
    let nested = [
      Edit("substitution = 4", "substitution = 4\nnestSubstitution = 2"),
      Edit("response = \"armington\"", "response = \"nested\""),
      Edit(
        "[[measures]]",
        "[markets.nests]\nfar = [\"India\", \"China\", \"United States\", \"Brazil\"]\nnear = [\"Pakistan\"]\n\n[[measures]]"),
    ]
    #expect(try notes(nested, in: MarketScenario.files).contains(.strangersInNest("far", ["Brazil"])))
    let misspelt = try (nested + [Edit("\"Pakistan\"]", "\"Pakistan\", \"Chnia\"]")]).reduce(MarketScenario.files) {
      try $1.made(in: $0)
    }
    let messages = try ScenarioFolder(misspelt).messages()
    // China is in another nest, so that it can hardly be meant here: a stranger, and a note.
    #expect(messages.isEmpty || messages[0].contains("did you mean"), "\(messages)")
  }

  @Test(
    "Years that no one means are refused, those of this century told", arguments: ["24", "0", "1", "1899", "2201", "20240", "-5"])
  func years(year: String) throws {
    let files = [
      "scenario.toml": SmallScenario.text.replacing("title = \"Small\"", with: "title = \"Small\"\nbaseYear = \(year)")
    ]
    let messages = try ScenarioFolder(files).messages()
    #expect(messages.count == 1 && messages[0].contains("baseYear: \(year): must be from 1900 to 2200"), "\(messages)")
    #expect(messages[0].hasSuffix("write 2024") == (year == "24"))
  }

  @Test("Growth that more than doubles a year, and a product below trade, are noted")
  func figures() throws {
    let growth = [
      Edit("title = \"Small\"", "title = \"Small\"\nbaseYear = 2024"), Edit("duty = 0.1", "duty = 0.1\ngrowth = \"300%\""),
      Edit("[[scenarios]]", "[[periods]]\nname = \"y\"\nstart = 2025-01-01\nend = 2025-12-31\n\n[[scenarios]]"),
    ]
    #expect(try notes(growth, in: Self.small).contains(.unusualSize(path: "exports/6302/growth", value: 3, .growth)))
    let product = try notes([Edit("[[scenarios]]", "[gdp]\nhome = 99\npartner = 49\n\n[[scenarios]]")], in: Self.small)
    #expect(product.contains(.magnitude(.init(.productBelowTrade, path: "gdp/home", value: 99))))
    #expect(product.contains(.magnitude(.init(.productBelowTrade, path: "gdp/partner", value: 49))))
    let large = try notes([Edit("[[scenarios]]", "[gdp]\nhome = 101\npartner = 51\n\n[[scenarios]]")], in: Self.small)
    #expect(!large.contains { if case .magnitude = $0 { true } else { false } })
  }

  @Test("A default that is out of its range is told once, however many lines take it")
  func oneDefault() throws {
    let lines = (1...5).map { "[[exports.lines]]\nid = \"l\($0)\"\nvalue = 1\nduty = 0\n\n" }.joined()
    let text = SmallScenario.text.replacing(
      "[[imports.lines]]", with: lines + "[exports.defaults]\nelasticity = -2\n\n[[imports.lines]]")
    let messages = try ScenarioFolder(["scenario.toml": text]).messages()
    #expect(messages.count == 1 && messages[0].hasSuffix("write 2"), "\(messages)")
  }
}
