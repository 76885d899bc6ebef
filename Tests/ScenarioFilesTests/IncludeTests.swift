import Distributions
import ScenarioFiles
import TariffModel
import Testing

/// Measures that stand in a file of their own.
@Suite("Included files")
struct IncludeTests {
  /// The small scenario with its measure in another folder's file, beside a table that this file names.
  private static let files = [
    "scenario.toml": SmallScenario.text.replacing(
      "[[measures]]\nname = \"reciprocal\"\nrate = 0.19\n", with: ""
    ).replacing("[parameters.demand]", with: "include = [\"../law/us.toml\"]\n\n[parameters.demand]"),
    "../law/us.toml": law, "../law/annex.csv": "code,source\n63,An order\n9403,An order\n", "../law/rates.csv": rates,
  ]

  private static let law = """
    schemaVersion = 1
    title = "The partner's law"

    [parameters.tier]
    value = { discrete = { values = [0.1, 0.125], probabilities = [0.5, 0.5] } }

    [parameters.unused]
    value = "0.1 to 0.2"

    [[exemptions]]
    name = "annex"
    file = "annex.csv"

    [[measures]]
    name = "reciprocal"
    rates = { file = "rates.csv" }
    covers = ["6302", "9403"]

    [[measures]]
    name = "tier"
    rate = "tier"
    countries = ["Pakistan", "Switzerland"]
    exemptions = ["annex"]

    [[measures]]
    name = "steel"
    rate = 0.5
    covers = ["72"]

    """

  private static let rates = "origin,hs,rate\nPakistan,all,0.19\nSwitzerland,all,0.39\nall,all,0.1\n"

  /// The files with one of them changed, from the scenario file on.
  private func copies(_ name: String = "", _ edit: (String) -> String = { $0 }) -> [ScenarioFile] {
    let names = ["scenario.toml"] + Self.files.keys.filter { $0 != "scenario.toml" }.sorted()
    return names.map { file in
      let text = Self.files[file] ?? ""
      return ScenarioFile(name: file, bytes: Array((file == name ? edit(text) : text).utf8))
    }
  }

  private func messages(_ files: [ScenarioFile]) -> [String] {
    do throws(LoadFailure) {
      _ = try loadStudy(from: files)
      return []
    } catch {
      return error.problems.map(\.text)
    }
  }

  @Test("What it states is the study's own, and what no scenario needs is left out")
  func reads() throws {
    let loaded = try loadStudy(from: copies())
    let study = loaded.study
    #expect(study.measures.map(\.name) == ["reciprocal"] && study.measures[0].isIncluded)
    #expect(Set(study.parameters.keys) == ["demand"] && study.exemptionTables.isEmpty)
    let both = copies("scenario.toml") { $0.replacing("[\"reciprocal\"]", with: "[\"reciprocal\", \"tier\"]") }
    let second = try loadStudy(from: both).study
    #expect(second.measures.map(\.name) == ["reciprocal", "tier"] && Set(second.parameters.keys) == ["demand", "tier"])
    // The row of furniture meets no goods.
    #expect(second.exemptionTables.map { $0.rows.map(\.prefix.digits) } == [["63"]])
    #expect(second.problems().isEmpty)
    // A study of other goods has no table of rates with rows amiss, and no note of them.
    #expect(!study.inputNotes.contains { if case .rowsWithoutGoods = $0.subject { true } else { false } })
  }

  @Test("A measure that a scenario names and that falls on nothing here is noted")
  func idle() throws {
    let study = try loadStudy(
      from: copies("scenario.toml") { $0.replacing("[\"reciprocal\"]", with: "[\"reciprocal\", \"steel\"]") }
    ).study
    #expect(study.problems().isEmpty)
    #expect(study.inputNotes == [ModelNote(scenario: nil, subject: .includedMeasuresWithoutGoods(["steel"]))])
  }

  @Test("All files that were read are there for the run's identity, by their names from the scenario's folder on")
  func identity() throws {
    let loaded = try loadStudy(from: copies())
    #expect(loaded.files.map(\.name) == ["scenario.toml", "../law/us.toml", "../law/annex.csv", "../law/rates.csv"])
    #expect(try "\(loadStudy(from: loaded.files).study.numbers)" == "\(loaded.study.numbers)")
  }

  @Test(
    "Errors stand in the file that has them",
    arguments: [
      (
        "../law/us.toml", "rate = 0.5", "rate = 50",
        "../law/us.toml:27:8: measures/steel/rate: 50: is above 1 and not written as a "
          + "percentage; write it as text: \"50%\" or \"5000%\""
      ),
      (
        "../law/us.toml", "covers = [\"72\"]", "cover = [\"72\"]",
        "../law/us.toml:28:1: measures/steel/cover: is not a key here; "
          + "did you mean covers?"
      ),
      ("../law/us.toml", "title =", "home =", "../law/us.toml:2:1: home: is not a key here"),
      ("../law/us.toml", "schemaVersion = 1\n", "", "../law/us.toml:1:1: lacks the key schemaVersion; write schemaVersion = 1"),
      (
        "../law/us.toml", "[parameters.unused]", "[parameters.demand]",
        "../law/us.toml:7:13: parameters/demand: is already used at scenario.toml:8:13"
      ),
      (
        "../law/us.toml", "[parameters.unused]", "[parameters.1]",
        "../law/us.toml:7:13: parameters/1: is not a name: it has letters, digits, - and _, starts with a letter and is not inf or nan"
      ),
      ("../law/us.toml", "title", "include = [\"us.toml\"]\ntitle", "../law/us.toml:2:12: include: \"us.toml\": includes itself"),
      (
        "../law/us.toml", "title", "include = [\"../run/../law/./us.toml\"]\ntitle",
        "../law/us.toml:2:12: include: \"../run/../law/./us.toml\": includes itself"
      ),
      (
        "../law/us.toml", "file = \"annex.csv\"", "file = \"anex.csv\"",
        "../law/us.toml:12:8: exemptions/annex/file: \"anex.csv\": cannot be read: there is no copy of it"
      ),
      (
        "../law/annex.csv", "9403", "94.03",
        "../law/annex.csv:3:1: exemptions/annex/code: 94.03: is not a Harmonized System code of "
          + "2, 4, 6, 8 or 10 digits; write \"9403\""
      ),
      (
        "scenario.toml", "../law/us.toml", "/law/us.toml",
        "scenario.toml:6:12: include: \"/law/us.toml\": is not the path of a file, relative to this one"
      ),
      (
        "scenario.toml", "../law/us.toml", "us.toml",
        "scenario.toml:6:12: include: \"us.toml\": cannot be read: there is no copy of it"
      ),
      (
        "scenario.toml", "[\"../law/us.toml\"]", "[\"../law/us.toml\", \"../law/../law/us.toml\"]",
        "scenario.toml:6:30: include: \"../law/../law/us.toml\": is already used at scenario.toml:6:12"
      ),
      (
        "scenario.toml", "[[commitments]]", "[[measures]]\nname = \"steel\"\nrate = 0.1\n\n[[commitments]]",
        "../law/us.toml:26:8: measures/steel/name: \"steel\": is already used at scenario.toml:26:8"
      ),
      (
        "scenario.toml", "[\"reciprocal\"]", "[\"recipocal\"]",
        "scenario.toml:34:13: scenarios/now/measures/recipocal: recipocal: there is no such measure; did you mean \"reciprocal\"?"
      ),
    ])
  func mistakes(file: String, part: String, replacement: String, message: String) throws {
    let files = copies(file) { $0.replacing(part, with: replacement) }
    #expect(messages(files) == [message])
  }

  @Test("Two files that include one another say so, by way of both")
  func cycle() {
    let first = copies("../law/us.toml") { $0.replacing("title", with: "include = [\"more.toml\"]\ntitle") }
    let more = "schemaVersion = 1\ninclude = [\"us.toml\"]\n"
    #expect(
      messages(first + [ScenarioFile(name: "../law/more.toml", bytes: Array(more.utf8))]) == [
        "../law/more.toml:2:12: include: \"us.toml\": includes itself, by way of ../law/more.toml"
      ])
    let back = "schemaVersion = 1\ninclude = [\"../run/scenario.toml\"]\n"
    // The scenario file has no folder of its own in its name: what leads back to it is another file, which is not there.
    #expect(messages(first + [ScenarioFile(name: "../law/more.toml", bytes: Array(back.utf8))]).count == 1)
  }

  @Test("A file that two others include is read once")
  func diamond() throws {
    let first = copies("../law/us.toml") { $0.replacing("title", with: "include = [\"more.toml\", \"other.toml\"]\ntitle") }
    let more = "schemaVersion = 1\ninclude = [\"other.toml\"]\n"
    let other = "schemaVersion = 1\n[parameters.last]\nvalue = 1\n"
    let extra = [("../law/more.toml", more), ("../law/other.toml", other)].map { ScenarioFile(name: $0, bytes: Array($1.utf8)) }
    #expect(try loadStudy(from: first + extra).study.measures.count == 1)
  }

  @Test("A name in a file that cannot be read is no second problem")
  func followUps() {
    let files = copies("scenario.toml") {
      $0.replacing("../law/us.toml", with: "none.toml").replacing("duty = 0.1", with: "duty = \"tier\"")
    }
    #expect(messages(files) == ["scenario.toml:6:12: include: \"none.toml\": cannot be read: there is no copy of it"])
  }

  @Test("A replacement of the command line reaches an included number, also one that nothing uses here")
  func overrides() throws {
    let files = copies("scenario.toml") { $0.replacing("[\"reciprocal\"]", with: "[\"steel\"]") }
    let study = try loadStudy(from: files, overrides: [("measures/steel/rate", "0.25"), ("parameters/unused", "1")]).study
    guard case .uniform(let rate) = study.measures[0].rate else {
      Issue.record("steel has one rate")
      return
    }
    #expect(rate.value == .distribution(.constant(0.25)))
  }
}
