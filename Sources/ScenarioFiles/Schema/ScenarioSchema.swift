/// The JSON Schema (draft 2020-12) of scenario files, for completion and checking in editors.
///
/// It is written from the tables that the loader checks keys against. It knows keys, kinds, words and the spelling of numbers;
/// what depends on several places at once (unknown names, precedence, ranges of distributions) is the loader's alone.
package let scenarioSchema: String = SchemaWriter.schema.lines() + "\n"

/// Writes the schema from the forms.
enum SchemaWriter {
  static var schema: JSONText {
    var members: [(key: String, value: JSONText)] = [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("$id", "https://tariffsim.invalid/scenario-1.schema.json"),
      ("title", "TariffSim scenario file, version 1"),
    ]
    guard case .object(let study) = object(.study) else { return .object(members) }
    members += study
    let tables = definedTables().map { (key: $0.name, value: object($0)) }
    members.append(("$defs", .object(tables + NumberSchema.definitions)))
    return .object(members)
  }

  /// Every table below the study, each once, in the order of the forms.
  static func definedTables() -> [TableForm] {
    var tables: [TableForm] = []
    func visit(_ form: ValueForm) {
      switch form {
      case .table(let table):
        guard !tables.contains(where: { $0.name == table.name }) else { return }
        tables.append(table)
        for key in table.keys { visit(key.form) }
      case .list(let list), .named(let list): visit(list.element)
      case .either(let forms): for form in forms { visit(form) }
      default: break
      }
    }
    for key in TableForm.study.keys { visit(key.form) }
    return tables
  }

  private static func object(_ table: TableForm) -> JSONText {
    let properties = table.keys.map { key in (key: key.name, value: described(key)) }
    var members: [(key: String, value: JSONText)] = [
      ("description", .text(table.summary)), ("type", "object"), ("properties", .object(properties)),
      ("additionalProperties", false),
    ]
    let required = table.keys.filter(\.isRequired).map { JSONText.text($0.name) }
    if !required.isEmpty { members.append(("required", .array(required))) }
    if !table.exactlyOne.isEmpty {
      members.append(("oneOf", .array(table.exactlyOne.map { ["required": [.text($0)]] })))
    }
    return .object(members)
  }

  private static func described(_ key: KeyForm) -> JSONText {
    guard case .object(let members) = value(key.form, of: key.name) else { return value(key.form, of: key.name) }
    return .object([(key: "description", value: .text(key.summary))] + members)
  }

  private static func value(_ form: ValueForm, of key: String) -> JSONText {
    switch form {
    case .text: ["type": "string"]
    case .name: ["type": "string", "minLength": 1, "pattern": "^[^/*]+$"]
    case .code: ["type": "string", "pattern": "^([0-9]{2}){1,5}$"]
    case .boolean: ["type": "boolean"]
    case .integer(let minimum): minimum == .min ? ["type": "integer"] : ["type": "integer", "minimum": .number(Double(minimum))]
    case .seed: ["anyOf": [["type": "integer", "minimum": 0], ["type": "string", "pattern": "^[0-9]{1,20}$"]]]
    case .number(.plain), .number(.amount), .supplyElasticity: ["$ref": "#/$defs/number"]
    case .number: ["$ref": "#/$defs/rate"]
    case .plainNumber: ["type": "number"]
    case .choice(let words): ["type": "string", "enum": .array(words.map { .text($0) })]
    case .date: ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]
    case .list(let list): ["type": "array", "items": value(list.element, of: key)]
    case .table(let table): ["$ref": .text("#/$defs/\(table.name)")]
    case .named(let list): ["type": "object", "additionalProperties": value(list.element, of: key)]
    case .either(let forms): ["anyOf": .array(forms.map { value($0, of: key) })]
    }
  }
}
