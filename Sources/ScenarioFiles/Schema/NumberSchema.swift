/// The definitions of numbers in the schema: what any number may be, and what a rate may.
enum NumberSchema {
  static var definitions: [(key: String, value: JSONText)] {
    [
      ("plain", ["description": "A number.", "type": "number"]),
      (
        "fraction",
        ["description": "A fraction; above 1 it is written as a percentage.", "type": "number", "maximum": 1]
      ),
      ("percentage", ["description": "A percentage, as in 145%.", "type": "string", "pattern": .text("^ *\(decimal) *% *$")]),
      (
        "interval",
        [
          "description": "A 90 % interval, as in 1.0 to 2.4 or 10% to 29%: lognormal where both ends are positive, else normal.",
          "type": "string", "pattern": .text("^ *\(decimal) *(% +to +\(decimal) *%| +to +\(decimal)) *$"),
        ]
      ),
      (
        "parameterName",
        ["description": "The name of a parameter.", "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_-]*$"]
      ),
      ("number", number("plain", "A number, certain or uncertain.", families: "family")),
      ("rate", number("fraction", "A fraction, certain or uncertain.", families: "rateFamily")),
    ] + families("family", "number", scalar: "plain") + families("rateFamily", "rate", scalar: "fraction")
  }

  private static let decimal = "[-+]?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?"

  private static func reference(_ name: String) -> JSONText { ["$ref": .text("#/$defs/\(name)")] }

  private static func scalar(_ name: String) -> JSONText { ["anyOf": [reference(name), reference("percentage")]] }

  private static let provenance: [(key: String, value: JSONText)] = [
    (
      "perDigits",
      [
        "description": "Of a number of lines or markets: one draw for all whose codes share so many first digits.",
        "type": "integer", "minimum": 2,
      ]
    ),
    ("source", ["description": "Where the number comes from.", "type": "string"]),
    ("judgement", ["description": "True where it is the author's judgement.", "type": "boolean"]),
    (
      "asOf",
      [
        "description": .text(KeyForm.asOfSummary),
        "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
      ]
    ),
    ("note", ["description": .text(KeyForm.noteSummary), "type": "string"]),
  ]

  private static func number(_ plain: String, _ summary: String, families: String) -> JSONText {
    [
      "description": .text(summary),
      "anyOf": [
        reference(plain), reference("percentage"), reference("interval"), reference("parameterName"),
        closed(
          "A constant with its provenance.",
          [("value", ["anyOf": [reference(plain), reference("percentage")]])] + provenance, required: ["value"]),
        closed(
          "An interval within ends, with its provenance.",
          [("value", reference("interval"))] + ends(plain) + provenance, required: ["value"]),
        closed(
          "A parameter, times a constant.",
          [("parameter", reference("parameterName")), ("times", scalar("plain"))] + provenance, required: ["parameter"]),
        reference(families),
      ],
    ]
  }

  private static func ends(_ plain: String) -> [(key: String, value: JSONText)] {
    [
      ("lower", described("Lower end of a truncation.", scalar(plain))),
      ("upper", described("Upper end of a truncation.", scalar(plain))),
    ]
  }

  /// One object with any family, of which exactly one must be there; and the families' own definitions.
  private static func families(_ name: String, _ number: String, scalar plain: String) -> [(key: String, value: JSONText)] {
    let families = Family.allCases
    let members = families.map { (key: $0.rawValue, value: reference("\(name).\($0.rawValue)")) }
    guard case .object(var whole) = closed("A distribution.", members + ends(plain) + provenance, required: []) else { return [] }
    whole.append(("oneOf", .array(families.map { ["required": [.text($0.rawValue)]] })))
    return [(key: name, value: .object(whole))]
      + families.map { (key: "\(name).\($0.rawValue)", value: parameters(of: $0, number, scalar: plain)) }
  }

  private static func parameters(of family: Family, _ number: String, scalar plain: String) -> JSONText {
    let variants = family.variants.map { variant in
      closed(
        family.summary, variant.map { (key: $0.key, value: value(of: $0, number, scalar: plain)) },
        required: variant.filter { $0.defaultValue == nil }.map(\.key))
    }
    return variants.count == 1 ? variants[0] : ["description": .text(family.summary), "anyOf": .array(variants)]
  }

  private static func value(of parameter: FamilyParameter, _ number: String, scalar plain: String) -> JSONText {
    let one = scalar(parameter.isOnScale ? plain : "plain")
    switch parameter.kind {
    case .scalar:
      guard let standard = parameter.defaultValue, case .object(let members) = one else { return one }
      return .object(members + [("default", .number(standard))])
    case .list: return ["type": "array", "items": one]
    case .components: return ["type": "array", "items": reference(number)]
    }
  }

  private static func described(_ summary: String, _ schema: JSONText) -> JSONText {
    guard case .object(let members) = schema else { return schema }
    return .object([("description", .text(summary))] + members)
  }

  private static func closed(
    _ summary: String, _ properties: [(key: String, value: JSONText)], required: [String]
  ) -> JSONText {
    var members: [(key: String, value: JSONText)] = [
      ("description", .text(summary)), ("type", "object"), ("properties", .object(properties)), ("additionalProperties", false),
    ]
    if !required.isEmpty { members.append(("required", .array(required.map { .text($0) }))) }
    return .object(members)
  }
}
