import ScenarioFiles
import TariffModel
import Testing

@Suite("Names that are not seen as they are")
struct SpellingTests {
  private func messages(_ part: String, _ other: String) throws -> [String] {
    let text = try #require(SmallScenario.replacing(part, with: other), "\(part) is not there once")
    return try ScenarioFolder(["scenario.toml": text]).messages()
  }

  @Test(
    "a name with a character that is not seen is refused, wherever it stands",
    arguments: [
      ("home = \"Pakistan\"", "home = \"Pak\\u200Bistan\"", "3:8: home: \"Pak\\u200Bistan\"", "U+200B ZERO WIDTH SPACE"),
      ("name = \"now\"", "name = \"n\\u001Bow\"", "34:8: scenarios/n\\u001Bow/name: \"n\\u001Bow\"", "U+001B"),
      (
        "rate = 0.19", "rate = 0.19\ncountries = [\"\\u202Ex\"]", "25:14: measures/reciprocal/countries: \"\\u202Ex\"",
        "U+202E RIGHT-TO-LEFT OVERRIDE"
      ),
      ("hs = \"6302\"", "hs = \"6302\"\ngroup = \"a\\u009Bb\"", "12:9: exports/6302/group: \"a\\u009Bb\"", "U+009B"),
      ("[parameters.demand]", "[parameters.\"de\\u00ADmand\"]", "6:1: parameters/de\\u00ADmand", "U+00AD SOFT HYPHEN"),
    ])
  func hidden(part: String, other: String, place: String, character: String) throws {
    let messages = try messages(part, other)
    let start = "scenario.toml:" + place
    #expect(
      messages.contains { $0.hasPrefix(start) && $0.hasSuffix("has a character that is not seen: \(character); leave it out") },
      "\(messages)")
    #expect(
      messages.allSatisfy {
        $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x1B && $0.value != 0x9B && $0.value != 0x202E }
      })
  }

  @Test("prose may hold any character")
  func prose() throws {
    let all = "\\u001B]0;x\\u0007\\u202E\\u200B\\n\\t\\u009B"
    for (part, other) in [
      ("title = \"Small\"", "title = \"\(all)\"\nsummary = \"\(all)\"\nhorizon = \"\(all)\""),
      ("hs = \"6302\"", "hs = \"6302\"\nname = \"\(all)\""),
      ("value = \"0.8 to 1.6\"", "value = \"0.8 to 1.6\"\nsource = \"\(all)\""),
    ] { try #expect(messages(part, other) == []) }
  }

  @Test("two spellings that look alike are one problem that names both places, however many rows have them")
  func alike() throws {
    let scenario = try #require(
      SmallScenario.replacing("[[exports.lines]]", with: "[exports]\ntables = [{ file = \"t.csv\" }]\n[[exports.lines]]"))
    let table =
      "id,group,value,duty,elasticity\na,Viet Nam,1,0,1\nb,Viet\u{A0}Nam,1,0,1\nc,Viet\u{A0}Nam,1,0,1\nd,Viet Nam,1,0,1\n"
    let folder = try ScenarioFolder(["scenario.toml": scenario, "t.csv": table])
    #expect(
      folder.messages() == [
        "t.csv:3:3: exports/b/group: Viet\u{A0}Nam: looks like the name at t.csv:2:3 and is another: character 5 is U+00A0 NO-BREAK "
          + "SPACE here and U+0020 SPACE there; write both alike"
      ])
  }

  @Test(
    "a name in another normal form, with a blank at its end or in letters of another script is told from the one it looks like")
  func forms() throws {
    for (name, other) in [("Tu\\u0308rkiye", "T\\u00FCrkiye"), ("Chile ", "Chile"), ("\\u0421hina", "China")] {
      let messages = try messages("rate = 0.19", "rate = 0.19\ncountries = [\"\(other)\", \"\(name)\"]")
      #expect(
        messages.count == 1 && messages[0].contains("looks like the name at scenario.toml:25:14 and is another"), "\(messages)")
    }
  }

  @Test("a cell that was kept from being a formula is the text without its apostrophe, and a number is a number")
  func formulas() throws {
    let scenario = try #require(
      SmallScenario.replacing("[[exports.lines]]", with: "[exports]\ntables = [{ file = \"t.csv\" }]\n[[exports.lines]]"))
    let table = "id,group,value,duty,elasticity\n'=1+1,\"'@x,y\",1,0,1\n''-b,'plain,1,0,1\n+c,-d,1,0,1\n"
    let study = try ScenarioFolder(["scenario.toml": scenario, "t.csv": table]).load().study
    #expect(study.exports.map(\.id) == ["=1+1", "'-b", "+c", "6302"])
    #expect(study.exports.map(\.group) == ["@x,y", "'plain", "-d", nil])
  }

  @Test("of a name of 10,000 characters a message shows the beginning")
  func long() throws {
    let name = String(repeating: "n", count: 10_000)
    for (part, other) in [
      ("measures = [\"reciprocal\"]", "measures = [\"\(name)\"]"), ("name = \"reciprocal\"\n", "name = \"\(name)\"\nrate = 2\n"),
      ("commitments = [\"cotton\"]", "commitments = [\"\(name)\"]"), ("hs = \"6302\"", "hs = \"\(name)\""),
      ("duty = 0.1", "\(name) = 0.1"),
    ] {
      let messages = try messages(part, other)
      #expect(!messages.isEmpty && messages.allSatisfy { $0.utf8.count < 2_000 }, "\(messages.map(\.utf8.count))")
    }
  }

  @Test("names of one kind that differ in capitals alone are one problem; names of different kinds may")
  func capitals() throws {
    for (part, other) in [
      ("rate = 0.19", "rate = 0.19\ncountries = [\"Chile\", \"CHILE\"]"),
      ("[parameters.demand]", "[parameters.Demand]\nvalue = 1\n[parameters.demand]"),
      ("[[measures]]", "[[measures]]\nname = \"Reciprocal\"\nrate = 1\n\n[[measures]]"),
      ("[[scenarios]]", "[[scenarios]]\nname = \"NOW\"\n\n[[scenarios]]"),
      ("additionality = 0.1", "additionality = 0.1\nsuppliers = { Brazil = 0.5, brazil = 0.5 }"),
    ] {
      let messages = try messages(part, other)
      #expect(
        messages.count == 1 && messages[0].contains("looks like the name at scenario.toml:")
          && messages[0].hasSuffix("; write both alike, or let more than capitals tell them apart"), "\(messages)")
    }
    try #expect(messages("name = \"now\"", "name = \"RECIPROCAL\"") == [])
  }

  @Test("the columns of a table of loadings have names that can be told apart")
  func factors() throws {
    let section = "[[dependence]]\nname = \"d\"\nloadings = \"t.csv\"\n\n[[scenarios]]"
    let scenario = try #require(SmallScenario.replacing("[[scenarios]]", with: section))
    for (header, start) in [
      ("world,w\u{43E}rld", "t.csv:1:14: dependence/d: \"w\u{43E}rld\": looks like the name at t.csv:1:8"),
      ("f,\u{200B}f", "t.csv:1:10: dependence/d: \"\\u200Bf\": has a character that is not seen"),
      ("f,F", "t.csv:1:10: dependence/d: \"F\": looks like the name at t.csv:1:8"),
      ("f,", "t.csv:1:10: dependence/d: \"\": is not a name: a factor has one, above its column"),
    ] {
      let folder = try ScenarioFolder(["scenario.toml": scenario, "t.csv": "member,\(header)\nparameters/demand,0.5,0.5\n"])
      let messages = folder.messages()
      #expect(messages.count == 1 && messages[0].hasPrefix(start), "\(messages)")
    }
  }
}
