internal import TextFormats

/// How a table of others is read as one of ours: which columns and rows, in which units and letters.
struct TableMapping {
  /// A column of the file that is a key of ours.
  struct Column {
    var key: String
    var name: String
    /// Where the scenario says so.
    var field: Field
  }

  /// What a column of the file must hold.
  struct Filter {
    var name: String
    var words: Set<String>
    var field: Field
  }

  /// The codes that are taken.
  struct Codes {
    var level: Int
    var pads: Bool
  }

  /// Nothing where columns go by their own names.
  var columns: [Column]?
  var filters: [Filter] = []
  var scale: Double?
  var codes: Codes?
  var digits: Int?
  var skip = 0
  var encoding = TextEncoding.utf8
  var separator: UInt8 = comma
  /// The mark that sets thousands apart, and the decimal one, where they are stated.
  var marks: (thousands: Character, decimal: Character)?

  /// A number of the file as ours are written: with a point, and without marks between thousands; other text as it is.
  func number(_ text: String) -> String {
    guard let marks else { return text }
    let parts = text.split(separator: marks.decimal, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return text }
    let groups = parts[0].split(separator: marks.thousands, omittingEmptySubsequences: false)
    let isGrouped = groups.count > 1 && (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    guard groups.count == 1 || isGrouped, (groups + parts.dropFirst()).allSatisfy({ $0.utf8.allSatisfy(Self.isDigit) }) else {
      return text
    }
    return groups.joined() + (parts.count > 1 ? "." + parts[1] : "")
  }

  /// A number times the scale: a power of ten moves the point, so that dollars become millions without an error.
  func scaled(_ text: String) -> String {
    guard let scale, let number = Double(text), number.isFinite else { return text }
    let power = (-18...18).first { Double("1e\($0)") == scale }
    let product = power.flatMap { power in
      text.utf8.contains { $0 | 0x20 == UInt8(ascii: "e") } ? nil : Double("\(text)e\(power)")
    }
    return "\(product ?? number * scale)"
  }

  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension LoadSession {
  /// How a table is read; nothing where it says nothing of that.
  func mapping(_ table: TableView) -> TableMapping? {
    guard TableForm.mapping.contains(where: { table[$0.name] != nil }) else { return nil }
    var mapping = TableMapping()
    if let field = table["columns"] {
      mapping.columns = entries(field).compactMap { entry, field in
        words(field).map { TableMapping.Column(key: entry.key, name: $0[0], field: field) }
      }
    }
    mapping.filters = entries(table["where"]).compactMap { entry, field in
      words(field).map { TableMapping.Filter(name: entry.key, words: Set($0), field: field) }
    }
    if let field = table["scale"], let scale = plainNumber(field) {
      if scale > 0 { mapping.scale = scale } else { report(field, .outsideRange(allowed: "above 0")) }
    }
    if let field = table["codes"], case .table(let form)? = table.form["codes"]?.form, let view = open(field, as: form) {
      if let earlier = mapping.columns?.first(where: { $0.key == "hs" }) { report(earlier.field, .cannotStandBeside(["codes"])) }
      if let from = view["from"], let name = words(from)?[0], let level = integer(view["digits"], from: 2) {
        mapping.codes = TableMapping.Codes(level: Int(level), pads: boolean(view["pad"]) ?? false)
        mapping.columns = (mapping.columns ?? []) + [TableMapping.Column(key: "hs", name: name, field: from)]
      }
    }
    mapping.digits = integer(table["digits"], from: 2).map { Int($0) }
    mapping.skip = integer(table["skip"], from: 0).map { Int($0) } ?? 0
    if let word = choice(table["encoding"], in: table, "encoding"), let encoding = TextEncoding(rawValue: word) {
      mapping.encoding = encoding
    }
    if let byte = choice(table["separator"], in: table, "separator")?.utf8.first { mapping.separator = byte }
    if let mark = choice(table["decimal"], in: table, "decimal") { mapping.marks = mark == "," ? (".", ",") : (",", ".") }
    return mapping
  }

  /// The words of a value of a mapping: a text, a number, true or false, or a list of such.
  private func words(_ field: Field) -> [String]? {
    switch field.value {
    case .text(let text): return [text]
    case .integer(let number): return [String(number)]
    // Programs write the two words in several ways.
    case .boolean(let value): return value ? ["true", "True", "TRUE"] : ["false", "False", "FALSE"]
    case .array(let nodes) where !nodes.isEmpty:
      let words = nodes.compactMap { self.words(self.field($0, in: field)) }
      return words.count == nodes.count ? words.flatMap(\.self) : nil
    default:
      report(field, .wrongKind(expected: "text, a whole number, or a list of them"))
      return nil
    }
  }
}
