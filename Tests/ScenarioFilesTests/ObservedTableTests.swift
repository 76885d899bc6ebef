import ScenarioFiles
import TariffModel
import Testing

@Suite("Tables of what was counted")
struct ObservedTableTests {
  private func messages(_ rows: String, header: String = "origin,hs,month,start,end,value,base,group") throws -> [String] {
    let folder = try ScenarioFolder(["t.csv": header + "\n" + rows])
    do throws(LoadFailure) {
      _ = try ObservedTable(at: folder.path + "/t.csv", origins: ["Viet Nam", "China"])
      return []
    } catch {
      return error.problems.map { $0.text.replacing(folder.path + "/", with: "") }
    }
  }

  @Test("Months, days, codes, groups and other names of a country are read")
  func read() throws {
    let folder = try ScenarioFolder([
      "t.csv": """
      origin,hs,group,month,start,end,value,base,reporter,dateConcept,source
      Vietnam,9403,Furniture,2024-02,,,1.5,,Census,entry,x
      China,all,,,2025-01-01,2025-03-31,0,2,,,
      China,,Toys,,2025-04-01,2025-06-30,3,2,,,
      """
    ])
    let table = try ObservedTable(at: folder.path + "/t.csv", origins: ["Viet Nam", "China"])
    #expect(table.records.map(\.origin) == ["Viet Nam", "China", "China"] && table.notes.count == 1)
    #expect(table.records.map(\.goods) == [.code("9403"), .code(""), .group("Toys")])
    #expect(table.records[0].end.description == "2024-02-29" && table.records[0].label == "Furniture")
    #expect(table.records[0].reporter == "Census" && table.records[0].dateConcept == "entry" && table.records[0].base == nil)
    #expect(table.records[1].value == 0 && table.records[1].base == 2 && table.records[1].place.hasSuffix("t.csv:3:1"))
  }

  @Test(
    "What is wrong is told with its place and a way out",
    arguments: [
      (
        "China,9403,2025-13,,,1,,",
        "t.csv:2:12: observed/month: 2025-13: is not a month"
          + "; write year-month, as in 2025-03"
      ),
      (
        "China,9403,2025-01,2025-01-01,,1,,",
        "t.csv:2:20: observed/start: 2025-01-01: cannot stand beside month"
      ),
      (
        "China,9403,,2025-01-01,,1,,",
        "t.csv:2:1: observed: lacks the key end"
          + "; give the row a month, or start and end"
      ),
      (
        "China,9403,2025-01,,,-1,,",
        "t.csv:2:22: observed/value: -1: must be 0 or above"
      ),
      (
        "China,9403,2025-01,,,1.5x,,",
        "t.csv:2:22: observed/value: 1.5x: is not a number"
          + "; write digits with a decimal point, and nothing else"
      ),
      (
        "China,9403,2025-01,,,1,0,",
        "t.csv:2:24: observed/base: 0: must be above 0: a change on nothing is no number"
          + "; leave the row out"
      ),
      (
        "China,940,2025-01,,,1,,",
        "t.csv:2:7: observed/hs: 940: is not a Harmonized System code of 2, 4, 6, 8 or 10 digits"
          + "; write \"0940\""
      ),
      (
        "China,,2025-01,,,1,,",
        "t.csv:2:1: observed: needs exactly one of hs and group"
          + "; write all under hs for all goods of the origin"
      ),
      (
        "China,9403,2025-01,,,1,,\nChina,9403,,2025-01-31,2025-02-28,1,,",
        "t.csv:3:1: observed/China/9403: shares days with the row of the same origin and code at t.csv:2:1"
          + "; leave out one of the two; offices are scored in runs of their own"
      ),
      (
        "China,940360,2025-01,,,1,,\nChina,94,2025-01,,,1,,",
        "t.csv:2:1: observed/China/940360: 940360: lies inside 94 at t.csv:3:1, so that its goods are counted twice"
          + "; leave out one of the two"
      ),
    ])
  func problems(rows: String, message: String) throws {
    #expect(try messages(rows + "\n") == [message])
  }

  @Test("A column that is none, and a table without rows")
  func tables() throws {
    #expect(try messages("", header: "origin,hs,month,value") == ["t.csv:1:1: observed: has no rows below its header"])
    let found = try messages("China,9403,2025-01,1,2\n", header: "origin,hs,month,value,bsae")
    #expect(found.count == 1 && found[0].contains("is not a column of this table; did you mean base?"), "\(found)")
  }
}
