internal import TariffModel

/// What one level states for lines: the line itself, a prefix, a group or the defaults.
///
/// Every key is read where it stands, once, however many lines take it.
struct LineLevel: Sendable {
  var path: String
  var location: SourceLocation
  /// Every key that is there, also one that could not be read.
  var fields: [String: Field] = [:]
  var numbers: [String: NumberField] = [:]
  var texts: [String: String] = [:]

  func states(_ key: String) -> Bool { fields.keys.contains(key) }
}

extension LoadSession {
  /// Reads the keys of one level.
  func level(_ view: TableView, provenance: Provenance = Provenance()) -> LineLevel {
    var level = LineLevel(path: view.path, location: view.location, fields: view.fields)
    for key in view.form.keys {
      guard let field = view[key.name] else { continue }
      switch key.form {
      case .number(let scale):
        level.numbers[key.name] = number(
          field, as: NumberPlace(scale: scale, allowsSharing: true), provenance: provenance)
      case .supplyElasticity:
        level.numbers[key.name] = number(
          field, as: NumberPlace(scale: .plain, allowsInfinity: true, allowsSharing: true), provenance: provenance)
      case .plainNumber:
        level.numbers[key.name] = plainNumber(field).map {
          NumberField(content: .constant($0), origin: field, provenance: provenance)
        }
      case .choice(let allowed): level.texts[key.name] = choice(field, among: allowed)
      case .code: level.texts[key.name] = code(field)
      case .name: level.texts[key.name] = name(field)
      default: level.texts[key.name] = text(field)
      }
    }
    return level
  }
}

/// The levels that a line takes its keys from, the most specific first.
struct LineStack: Sendable {
  /// The line's own level first.
  var levels: [LineLevel]
  /// The path of the line, `exports/6302`.
  var path: String

  /// The number of the most specific level that states a key.
  private func level(stating key: String) -> Int? { levels.indices.first { levels[$0].states(key) } }

  func states(_ key: String) -> Bool { level(stating: key) != nil }

  /// The number that counts for a key; nothing where none is stated, or where it could not be read.
  func number(_ key: String) -> NumberField? { level(stating: key).flatMap { levels[$0].numbers[key] } }

  func text(_ key: String) -> String? { level(stating: key).flatMap { levels[$0].texts[key] } }

  /// The field that counts for a key.
  func field(_ key: String) -> Field? { level(stating: key).flatMap { levels[$0].fields[key] } }

  /// Of some keys, those that count: from the most specific level down until `isEnough` of what was found; each with its field.
  func settle(_ keys: [String], until isEnough: (Set<String>) -> Bool) -> [String: LineLevel] {
    var found: [String: LineLevel] = [:]
    for level in levels {
      let stated = keys.filter { found[$0] == nil && level.states($0) }
      for key in stated { found[key] = level }
      if !stated.isEmpty && isEnough(Set(found.keys)) { break }
    }
    return found
  }
}
