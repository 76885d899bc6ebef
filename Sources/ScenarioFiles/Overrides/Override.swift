internal import TariffModel

/// What the command line puts in the place of what a file states.
struct Override: Sendable {
  let path: NumberPath
  let field: Field
  /// Whether it met something.
  fileprivate(set) var isUsed = false

  /// Whether it says that scenarios use something, or do not; nothing where it states a number or a day.
  ///
  /// A use is one by its path: `scenarios/NAME/measures/NAME`, or `measures/NAME` for all scenarios.
  var isOn: Bool? { Self.isOn(field, at: path) }

  /// The same of a value that is only read.
  static func isOn(_ field: Field, at path: NumberPath) -> Bool? {
    let parts = path.description.utf8.count { $0 == UInt8(ascii: "/") } + 1
    guard path.aspect == .value, parts == 2 || parts == 4, field.isBare || field.location.isOfOption,
      case .text(let text) = field.value
    else { return nil }
    return text == "on" ? true : text == "off" ? false : nil
  }
}

/// The replacements of the command line, in its order.
struct OverrideList: Sendable {
  private(set) var all: [Override] = []
  private var byPath: [String: Int] = [:]
  private var patterns: [Int] = []

  var isEmpty: Bool { all.isEmpty }

  /// The one with this very text.
  func stated(_ text: String) -> Override? { all.first { $0.path.description == text } }

  mutating func append(_ override: Override) {
    if override.path.pattern.hasStar {
      patterns.append(all.count)
    } else if override.isOn == nil {
      byPath[override.path.pattern.description] = byPath[override.path.pattern.description] ?? all.count
      // The path of a second one, as that of a mean beside its number.
      if byPath[override.path.pattern.description] != all.count { patterns.append(all.count) }
    }
    all.append(override)
  }

  /// Those that state a number or a day at a path, by their places.
  func places(at path: String) -> [Int] {
    let first = byPath[path].map { [$0] } ?? []
    return (first + patterns.filter { all[$0].isOn == nil && all[$0].path.pattern.matches(path) }).sorted()
  }

  /// The number that one of them states in the place of another.
  func number(at path: String) -> Field? {
    places(at: path).lazy.map { all[$0] }.first { $0.path.aspect == .value }?.field
  }

  mutating func use(_ place: Int) { all[place].isUsed = true }
}
