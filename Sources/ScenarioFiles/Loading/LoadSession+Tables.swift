extension LoadSession {
  /// Opens a table: reports keys that its form does not have, and those it lacks.
  func open(_ field: Field, as form: TableForm) -> TableView? {
    guard case .table(let entries) = field.value else {
      report(field, .wrongKind(expected: "a table"))
      return nil
    }
    var view = TableView(path: field.path, location: field.location, form: form, fields: [:])
    locations[field.path] = field.location
    var misspelt: Set<String> = []
    // A file may have thousands of keys that nobody knows: what they may have been meant for is found once.
    lazy var unused = Self.unused(form.keys.map(\.name), in: entries)
    for entry in entries {
      let child = self.field(entry, of: field)
      guard form[entry.key] != nil else {
        if let meant = reportUnknownKey(child, entry, among: unused) { misspelt.insert(meant) }
        continue
      }
      locations[child.path] = child.location
      view.fields[entry.key] = child
    }
    requireKeys(of: view, misspelt: misspelt)
    return view
  }

  /// The value of an entry of a table.
  func field(_ entry: TOMLEntry, of parent: Field) -> Field {
    var place = location(entry.node)
    place.file = parent.location.file
    if parent.location.line == nil { place = parent.location }
    return Field(value: entry.node.value, location: place, path: Self.join(parent.path, entry.key))
  }

  /// The element of a list; its path is the list's.
  func field(_ node: TOMLNode, in parent: Field) -> Field {
    var place = location(node)
    place.file = parent.location.file
    if parent.location.line == nil { place = parent.location }
    return Field(value: node.value, location: place, path: parent.path)
  }

  /// The names that a table may have and has not, in their order.
  static func unused(_ names: [String], in entries: [TOMLEntry]) -> [String] {
    Set(names).subtracting(entries.lazy.map(\.key)).sorted()
  }

  /// Reports a key that its table does not know; returns the one of the unused names that was most likely meant.
  @discardableResult
  func reportUnknownKey(
    _ child: Field, _ entry: TOMLEntry, among names: [String], hint: String? = nil
  ) -> String? {
    var place = child.location
    if place.line != nil { (place.line, place.column) = (entry.line, entry.column) }
    report(
      InputProblem(
        location: place, path: Field.shortened(child.path), rule: .unknownKey,
        suggestion: hint ?? question(entry.key, among: names) ?? Self.placeOfLines(entry.key, in: child.path)))
    return nearest(entry.key, among: names)
  }

  /// Where lines are stated that were put under what holds for all of them.
  private static func placeOfLines(_ key: String, in path: String) -> String? {
    let parts = path.split(separator: "/")
    guard parts.count == 3, ["defaults", "groups", "prefixes"].contains(parts[1]) else { return nil }
    guard ["tables", "lines", "list", "suppliers", "groups", "prefixes"].contains(key) else { return nil }
    return "it belongs in [\(parts[0])], before [\(parts[0]).\(parts[1])]"
  }

  /// Reports required keys that are not there; one that was misspelt has been reported.
  private func requireKeys(of view: TableView, misspelt: Set<String>) {
    for key in view.form.keys where key.isRequired && view[key.name] == nil && !misspelt.contains(key.name) {
      reportMissing(key.name, in: view)
    }
    let alternatives = view.form.exactlyOne
    guard !alternatives.isEmpty, misspelt.isDisjoint(with: alternatives) else { return }
    let present = alternatives.filter { view[$0] != nil }
    if present.isEmpty {
      report(InputProblem(location: view.location, path: view.path, rule: .needsOneOf(alternatives)))
    }
    for key in present.dropFirst() {
      if let field = view[key] { report(field, .cannotStandBeside([present[0]])) }
    }
  }

  /// Reports that a table lacks a key it must have.
  func reportMissing(_ key: String, in view: TableView) {
    report(
      InputProblem(
        location: view.location, path: view.path.isEmpty ? nil : view.path, rule: .missingKey(key),
        suggestion: key == "schemaVersion" ? "write schemaVersion = \(ScenarioFormat.version)" : nil))
  }

  /// The elements of a list of tables, each opened; an element that is no table is left out.
  func tables(_ field: Field?, as form: TableForm) -> [TableView] {
    list(field).enumerated().compactMap { index, element in
      var element = element
      // A table with a name goes by it; the paths of its numbers hold it.
      element.path += "/" + (Self.name(of: element) ?? "\(index + 1)")
      return open(element, as: form)
    }
  }

  /// The elements of a list.
  func list(_ field: Field?) -> [Field] {
    guard let field else { return [] }
    guard case .array(let nodes) = field.value else {
      report(field, .wrongKind(expected: "a list"), Self.listAdvice(field))
      return []
    }
    if nodes.isEmpty, let key = field.path.split(separator: "/").dropFirst().last, Self.filledLists.contains(key) {
      report(field, .isEmpty, "leave \(key) out, or name something")
    }
    return nodes.map { self.field($0, in: field) }
  }

  /// Lists of which an empty one would say the opposite of what it looks like, since all is meant where they are left out, or nothing.
  private static let filledLists: Set<Substring> = [
    "countries", "covers", "exporters", "importers", "outcomes", "groups", "periods", "scenarios", "phaseIn",
    "remittance",
    "waives",
  ]

  /// How what stands alone is written as a list: a word in brackets, a section of the file with two of them.
  private static func listAdvice(_ field: Field) -> String? {
    switch field.value {
    case .text: field.shown.map { "write [\($0)]" }
    case .table where !field.path.contains("/"): "write [[\(field.path)]]"
    default: nil
    }
  }

  /// The entries of a table whose keys are names.
  func entries(_ field: Field?) -> [(key: TOMLEntry, field: Field)] {
    guard let field else { return [] }
    guard case .table(let entries) = field.value else {
      report(field, .wrongKind(expected: "a table"))
      return []
    }
    return entries.map { ($0, self.field($0, of: field)) }.filter { checkSpelling(of: $0.key, $1) }
  }

  private static func name(of field: Field) -> String? {
    guard case .table(let entries) = field.value else { return nil }
    for entry in entries where entry.key == "name" || entry.key == "id" {
      if case .text(let text) = entry.node.value { return text }
    }
    return nil
  }

  static func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path)/\(key)" }
}
