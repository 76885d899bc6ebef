import ScenarioFiles
import TariffModel
import Testing

@Suite("Tables of lines")
struct LineTableTests {
  private static let scenario =
    SmallScenario.replacing(
      "[[exports.lines]]", with: "[exports]\ntables = [{ file = \"t.csv\", source = \"Census\" }]\n[[exports.lines]]") ?? ""

  private func messages(_ table: [UInt8]) throws -> [String] {
    let folder = try ScenarioFolder(["scenario.toml": Self.scenario])
    try folder.write(table, to: "t.csv")
    return folder.messages()
  }

  @Test("A table's mistakes, with row and column", arguments: tableMistakes)
  func mistakes(table: String, expected: [String]) throws {
    #expect(try messages(Array(table.utf8)) == expected)
  }

  @Test("A table in another encoding than UTF-8")
  func refusesLatin() throws {
    let table = Array("id,name,value,duty,elasticity\na,Caf".utf8) + [0xE9] + Array(",1,0,1\n".utf8)
    #expect(try messages(table) == ["t.csv:2:6: exports: is not UTF-8 text; save the file as UTF-8"])
  }

  @Test("A header that cannot be read is the table's one problem")
  func stopsAtHeader() throws {
    let table = Array("id,name,value,duty,elasticity,caf".utf8) + [0xE9] + Array("\na,A,1,0,1,x\nb,B,1,0,1,y\n".utf8)
    #expect(try messages(table) == ["t.csv:1:34: exports: is not UTF-8 text; save the file as UTF-8"])
  }

  @Test("A table without lines for a group says only that it is empty")
  func emptyTableLeavesGroups() throws {
    let scenario = Self.scenario.replacing(
      "[[exports.lines]]", with: "[exports.groups.Apparel]\nelasticity = 1\n[[exports.lines]]")
    let folder = try ScenarioFolder(["scenario.toml": scenario, "t.csv": ""])
    #expect(folder.messages() == ["t.csv:1:1: exports: is empty"])
  }

  @Test("A matrix or a table of loadings whose first row cannot be read has one problem", arguments: ["matrixTable", "loadings"])
  func stopsAtFirstRow(key: String) throws {
    let members = key == "loadings" ? "" : "members = [\"parameters/demand\"]\n"
    let section = "[[dependence]]\nname = \"d\"\n\(members)\(key) = \"t.csv\"\n\n[[scenarios]]"
    let text = try #require(SmallScenario.replacing("[[scenarios]]", with: section))
    let folder = try ScenarioFolder(["scenario.toml": text])
    try folder.write(Array("1,".utf8) + [0xE9] + Array("\nx,y,z\n".utf8), to: "t.csv")
    #expect(folder.messages() == ["t.csv:1:3: dependence/d: is not UTF-8 text; save the file as UTF-8"])
  }

  @Test("Columns are keys of a line, empty cells are absent keys, and the row's own source goes before the table's")
  func readsColumns() throws {
    let folder = try ScenarioFolder([
      "scenario.toml": Self.scenario,
      "t.csv": """
      \u{FEFF}id,hs,name,group,value,duty,elasticity,supplyElasticity,source,judgement\r
      a,0713,"Beans, dried",Food,12.5,9%,1.0 to 2.4,,Own count,true\r
      b,,,,3,0.5,demand,inf,,
      """,
    ])
    let lines = try folder.load().study.exports
    #expect(lines.map(\.id) == ["a", "b", "6302"])
    let a = lines[0]
    #expect(a.hs == "0713" && a.name == "Beans, dried" && a.group == "Food")
    let own = Provenance(source: "Own count", isJudgement: true)
    #expect(a.baseValue == .constant(12.5, path: "exports/a/value", provenance: own))
    #expect(a.baseDuty == .constant(0.09, path: "exports/a/duty", provenance: own))
    let b = lines[1]
    let census = Provenance(source: "Census")
    #expect(b.hs == nil && b.name == nil && b.group == nil)
    let elasticity = Quantity(.parameter(name: "demand", times: 1), path: "exports/b/elasticity", provenance: census)
    #expect(b.response == .ownPrice(.constantElasticity(.demandAndSupply(elasticity: elasticity, supply: .infinite))))
  }

  @Test("Places in a table go by line and column of the cell")
  func knowsPlaces() throws {
    let folder = try ScenarioFolder([
      "scenario.toml": Self.scenario, "t.csv": "id,value,duty,elasticity\n\"a\",1,0,1\n",
    ])
    let locations = try folder.load().locations
    #expect(locations["exports/a/duty"] == SourceLocation(file: "t.csv", line: 2, column: 7))
    #expect(locations["exports/a"] == SourceLocation(file: "t.csv", line: 2, column: 1))
  }
}

private let tableMistakes: [(String, [String])] = [
  ("", ["t.csv:1:1: exports: is empty"]),
  ("id,value,duty,elasticity\n", ["t.csv:1:1: exports: has no rows below its header"]),
  ("id,value,duty,elasticity\na,1,0\n", ["t.csv:2:1: exports: has 3 columns, the header has 4"]),
  ("id,value,duty,elasticity\na,1,0,1\nb,1,0,1,5\n", ["t.csv:3:1: exports: has 5 columns, the header has 4"]),
  ("id,value,duty,elasticity\na,1,\"0,1\n", ["t.csv:2:5: exports: opens a quotation that never ends"]),
  (
    "id,value,duty,elasticity\na,1,0\"0,1\n",
    [
      "t.csv:2:6: exports: has a quotation mark in the middle of a cell; "
        + "quote the whole cell and double the quotation marks in it"
    ]
  ),
  (
    "id,value,duty,elasticity,duty\na,1,0,1,0\n",
    ["t.csv:1:26: exports: \"duty\": is a column already at t.csv:1:10"]
  ),
  (
    "id,value,duty,elastcity,elasticity\na,1,0,1,1\n",
    ["t.csv:1:15: exports: \"elastcity\": is not a column of this table"]
  ),
  ("value,duty,elasticity\n1,0,1\n", ["t.csv:1:1: exports: lacks the key id"]),
  ("id,value,duty,elasticity\na,,0,1\n", ["t.csv:2:1: exports/a: lacks the key value"]),
  ("id,value,duty,elasticity\n,1,0,1\n", ["t.csv:2:1: exports: lacks the key id"]),
  ("id,value,duty,elasticity\na,1,0,\n", ["t.csv:2:1: exports/a: lacks the key elasticity"]),
  (
    "id,value,duty,elasticity\na,1,19,1\n",
    ["t.csv:2:5: exports/a/duty: 19: is above 1 and not written as a percentage; write it as text: \"19%\" or \"1900%\""]
  ),
  ("id,value,duty,elasticity\na,\"1,5\",0,1\n", ["t.csv:2:3: exports/a/value: 1,5: is not a number; write 1.5"]),
  (
    "id,value,duty,elasticity\na,1,0,demnd\n",
    ["t.csv:2:7: exports/a/elasticity: demnd: is not a parameter of this file; did you mean demand?"]
  ),
  (
    "id,hs,value,duty,elasticity\na,63.02,1,0,1\n",
    ["t.csv:2:3: exports/a/hs: 63.02: is not a Harmonized System code of 2, 4, 6, 8 or 10 digits; write \"6302\""]
  ),
  (
    "id,value,duty,elasticity\na,1,0,1\na,2,0,1\n",
    ["t.csv:3:1: exports/a/id: \"a\": is already used at t.csv:2:1"]
  ),
  (
    "id,value,duty,elasticity\n6302,1,0,1\n",
    ["scenario.toml:12:6: exports/6302/id: \"6302\": is already used at t.csv:2:1"]
  ),
  (
    "id,value,duty,elasticity,judgement\na,1,0,1,maybe\n",
    ["t.csv:2:9: exports/a/judgement: maybe: is not true or false"]
  ),
  // Several problems come together, in the order of the file.
  (
    "id,value,duty,elasticity\na,x!,0,1\nb,1,y!,1\n",
    ["t.csv:2:3: exports/a/value: x!: is not a number", "t.csv:3:5: exports/b/duty: y!: is not a number"]
  ),
]
