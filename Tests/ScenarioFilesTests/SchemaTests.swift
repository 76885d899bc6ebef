import FoundationEssentials
import ScenarioFiles
import Testing

@Suite("The JSON Schema")
struct SchemaTests {
  private func schema() throws -> JSONValue { try JSONDecoder().decode(JSONValue.self, from: Data(scenarioSchema.utf8)) }

  /// Every object of the schema.
  private func objects(in value: JSONValue) -> [[String: JSONValue]] {
    switch value {
    case .object(let members): [members] + members.values.flatMap { objects(in: $0) }
    case .array(let elements): elements.flatMap { objects(in: $0) }
    default: []
    }
  }

  @Test("Every reference leads to a definition, and every definition is used")
  func referencesResolve() throws {
    let whole = try schema()
    guard case .object(let root) = whole, case .object(let definitions)? = root["$defs"] else {
      Issue.record("the schema has definitions")
      return
    }
    var used: Set<String> = []
    for case .text(let target)? in objects(in: whole).map({ $0["$ref"] }) {
      let name = target.replacing("#/$defs/", with: "")
      #expect(definitions[name] != nil, "\(target)")
      used.insert(name)
    }
    #expect(used == Set(definitions.keys))
  }

  @Test("Every key of every table has a description, and no table takes an unknown key")
  func tablesAreClosed() throws {
    for object in objects(in: try schema()) {
      guard case .object(let properties)? = object["properties"], object["type"] == .text("object") else { continue }
      #expect(object["additionalProperties"] == .boolean(false))
      guard case .text(let summary)? = object["description"] else {
        Issue.record("a table has a description")
        continue
      }
      #expect(!summary.isEmpty)
      if case .array(let required)? = object["required"] {
        for case .text(let key) in required { #expect(properties[key] != nil, "\(key)") }
      }
    }
  }

  @Test(
    "Descriptions that a reader of the model relies on",
    arguments: [
      ("importLine", "group", "Group whose keys the line takes."),
      ("contentRule", "sharePerUSDm", "Rise of the content share for each USD m a year of realised increment."),
      (
        "contentRule", "threshold",
        "Content share at which the relief starts; 0.20 where absent, not used beside qualifyingShare."
      ),
      ("phaseInStep", "share", "Share of the stated rate or cut."),
      ("measure", "frontLoading", "Share of the flow that bears it in the period of its start that comes earlier."),
      ("exportDefaults", "growth", "Growth of the base value a year, from the middle of baseYear to that of each period."),
      ("parameter", "note", "Anything that readers of the file should know; no result shows it."),
    ])
  func describes(table: String, key: String, summary: String) throws {
    guard case .object(let root) = try schema(), case .object(let definitions)? = root["$defs"],
      case .object(let form)? = definitions[table], case .object(let properties)? = form["properties"],
      case .object(let property)? = properties[key]
    else {
      Issue.record("the table has the key")
      return
    }
    #expect(property["description"] == .text(summary))
  }

  @Test("A constant with its source may be an interval, of a number and of a rate", arguments: ["number", "rate"])
  func valueTakesIntervals(name: String) throws {
    guard case .object(let root) = try schema(), case .object(let definitions)? = root["$defs"],
      case .object(let number)? = definitions[name], case .array(let forms)? = number["anyOf"]
    else {
      Issue.record("the schema defines numbers by their forms")
      return
    }
    let values = forms.compactMap { form -> JSONValue? in
      guard case .object(let members) = form, case .object(let properties)? = members["properties"] else { return nil }
      return properties["value"]
    }
    let allowed = [name == "rate" ? "fraction" : "plain", "percentage"].map { JSONValue.object(["$ref": .text("#/$defs/\($0)")]) }
    #expect(values == [.object(["anyOf": .array(allowed)]), .object(["$ref": .text("#/$defs/interval")])])
  }

  /// The lines of the sample, from 0, that open a table.
  private static let heads = SampleScenario.scenario.split(separator: "\n", omittingEmptySubsequences: false)
    .enumerated().filter { $0.element.hasPrefix("[") }.map(\.offset)

  @Test("A key that no table has is refused in every table of the sample, at its line", arguments: heads)
  func unknownKeysAreRefused(head: Int) throws {
    var lines = SampleScenario.scenario.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.insert("zzzzzz = 1", at: head + 1)
    var files = SampleScenario.files
    files["scenario.toml"] = lines.joined(separator: "\n")
    let folder = try ScenarioFolder(files)
    let messages = folder.messages()
    let expected = "scenario.toml:\(head + 2):1: "
    #expect(messages.contains { $0.hasPrefix(expected) && $0.hasSuffix("zzzzzz: is not a key here") })
  }
}

/// Any JSON value.
private enum JSONValue: Decodable, Equatable {
  case object([String: JSONValue])
  case array([JSONValue])
  case text(String)
  case number(Double)
  case boolean(Bool)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }
}
