import Testing

/// A world of two regions, and a place for each kind of mistake.
enum WorldScenario {
  static let text = """
    schemaVersion = 1
    title = "World"
    home = "A"
    partner = "B"

    [world]
    tables = [{ file = "flows.csv", source = "Census" }]

    [world.defaults]
    demandElasticity = 1.25
    supplyElasticity = 1.5
    substitution = 5

    [world.regions]
    A = {}
    B = { substitution = "3 to 8" }

    [[worldTariffs]]
    name = "free"
    cut = 1
    importers = ["A"]

    [[scenarios]]
    name = "now"
    worldTariffs = ["free"]

    """

  static let flows = """
    exporter,importer,value,tariff
    A,A,20,0
    A,B,50,0.21
    B,A,60,37%

    """

  static let files = ["scenario.toml": text, "flows.csv": flows]
}

/// A mistake in a file of the world scenario and the messages that it must bring.
struct WorldMistake: Sendable, CustomTestStringConvertible {
  var file: String
  var part: String
  var replacement: String
  var messages: [String]

  /// The world's files with the mistake.
  var files: [String: String] {
    var files = WorldScenario.files
    guard var text = files[file], let range = text.firstRange(of: part) else { return files }
    text.replaceSubrange(range, with: replacement)
    files[file] = text
    return files
  }

  init(_ part: String, _ replacement: String, _ messages: [String], in file: String = "scenario.toml") {
    self.file = file
    self.part = part
    self.replacement = replacement
    self.messages = messages
  }

  var testDescription: String { replacement.isEmpty ? "without \(part)" : replacement }

  static let all = [
    WorldMistake(
      "B = { substitution = \"3 to 8\" }", "B = { substituton = 4 }",
      [
        "scenario.toml:16:7: world/regions/B/substituton: is not a key here; did you mean substitution?"
      ]),
    WorldMistake(
      "B = { substitution = \"3 to 8\" }", "",
      [
        "flows.csv:3:1: world/A to B: B: there is no such region; did you mean \"A\"?",
        "flows.csv:4:1: world/B to A: B: there is no such region; did you mean \"A\"?",
        "scenario.toml:14:1: world/regions: a world needs at least two regions",
        "scenario.toml:18:1: worldTariffs/free: it falls on no flow between two regions",
      ]),
    WorldMistake(
      "substitution = 5\n", "",
      [
        "scenario.toml:14:5: world/A: lacks the key substitution"
      ]),
    WorldMistake(
      "demandElasticity = 1.25", "demandElasticity = -1",
      [
        "scenario.toml:10:20: world/A/demandElasticity: -1: every value must lie in [0, ∞); write 1"
      ]),
    WorldMistake(
      "cut = 1\n", "",
      [
        "scenario.toml:18:1: worldTariffs/free: needs exactly one of newRate, add and cut"
      ]),
    WorldMistake(
      "cut = 1", "cut = 1\nadd = 0.1",
      [
        "scenario.toml:20:7: worldTariffs/free/cut: 1: cannot stand beside add"
      ]),
    WorldMistake(
      "cut = 1", "cut = 2",
      [
        "scenario.toml:20:7: worldTariffs/free/cut: 2: is above 1 and not written as a percentage; write it as text: \"2%\""
      ]),
    WorldMistake(
      "importers = [\"A\"]", "importers = [\"A\"]\nexporters = [\"B\", \"A \"]",
      [
        "scenario.toml:22:19: worldTariffs/free/exporters: \"A \": looks like the name at scenario.toml:3:8 and is another: "
          + "character 2 is U+0020 SPACE here and nothing more there; write both alike"
      ]),
    WorldMistake(
      "importers = [\"A\"]", "importers = [\"A\"]\nexporters = [\"A\"]",
      [
        "scenario.toml:18:1: worldTariffs/free: it falls on no flow between two regions"
      ]),
    WorldMistake(
      "worldTariffs = [\"free\"]", "worldTariffs = [\"fre\"]",
      [
        "scenario.toml:25:17: scenarios/now/worldTariffs/fre: fre: there is no such world tariff; did you mean \"free\"?"
      ]),
    WorldMistake(
      "worldTariffs = [\"free\"]", "worldTariffs = { free = 1.5 }",
      [
        "scenario.toml:25:25: scenarios/now/worldTariffs/free: cut × scale can exceed 1"
      ]),
    WorldMistake(
      "[world.regions]", "consumerSurplus = \"published\"\n[world.regions]",
      [
        "scenario.toml:14:1: world/defaults/consumerSurplus: is not a key here"
      ]),
    WorldMistake(
      "source = \"Census\" }]", "source = \"Census\" }]\nconsumerSurplus = \"published\"",
      [
        "scenario.toml:8:19: world/consumerSurplus: \"published\": is not one of triangle, asPublished; did you mean asPublished?"
      ]),
    WorldMistake(
      "\"flows.csv\"", "\"flow.csv\"",
      [
        "scenario.toml:7:20: world/tables/1/file: \"flow.csv\": cannot be read: No such file or directory"
      ]),
    WorldMistake(
      "A,B,50,0.21", "A,B,50,21",
      [
        "flows.csv:3:8: world/flows/tariff: 21: is above 1 and not written as a percentage; write it as text: \"21%\" or \"2100%\""
      ], in: "flows.csv"),
    WorldMistake(
      "A,B,50,0.21", "A,B,,0.21",
      [
        "flows.csv:3:1: world/flows: lacks the key value"
      ], in: "flows.csv"),
    WorldMistake(
      "A,B,50,0.21\n", "",
      [
        "scenario.toml:6:1: world/flows: A to B: the flow is not stated; state it with value = 0 where nothing is sold"
      ], in: "flows.csv"),
    WorldMistake(
      "A,B,50,0.21", "A,B,50,0.21\nA,B,1,0",
      [
        "flows.csv:4:1: world/A to B: the flow is stated twice; remove one of the two"
      ], in: "flows.csv"),
    WorldMistake(
      "A,B,50,0.21", "A,C,50,0.21",
      [
        "flows.csv:3:1: world/A to C: C: there is no such region; did you mean \"A\"?",
        "scenario.toml:6:1: world/flows: A to B: the flow is not stated; state it with value = 0 where nothing is sold",
      ], in: "flows.csv"),
    WorldMistake(
      "exporter,importer,value,tariff", "exporter,importer,value,duty",
      [
        "flows.csv:1:1: world/flows: lacks the key tariff",
        "flows.csv:1:25: world/flows: \"duty\": is not a column of this table",
      ], in: "flows.csv"),
  ]
}
