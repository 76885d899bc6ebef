internal import TariffModel

/// A line as it stands in the file or a table, not yet completed by defaults.
struct LineSource: Sendable {
  var id: String
  var location: SourceLocation
  var level: LineLevel
}

extension LoadSession {
  /// The lines of one side of trade: those of its tables, then those of the file, each with the levels it takes its keys from.
  func stacks(_ side: TableView, line form: TableForm) -> [LineStack] {
    var sources: [LineSource] = []
    for table in tables(side["tables"], as: .lineTable) { sources += lines(of: table, as: form, under: side.path) }
    for (index, field) in list(side["lines"]).enumerated() {
      if let source = line(field, as: form, under: side.path, ordinal: index + 1) { sources.append(source) }
    }
    dropDuplicates(&sources)
    let templates = Templates(self, side)
    let stacks = sources.map { LineStack(levels: templates.levels(for: $0.level), path: $0.level.path) }
    if !incomplete.contains(side.path) { templates.reportUnused(by: stacks, to: self) }
    return stacks
  }

  private func line(_ field: Field, as form: TableForm, under path: String, ordinal: Int) -> LineSource? {
    var field = field
    field.path = "\(path)/\(Self.id(of: field) ?? "lines/\(ordinal)")"
    guard let view = open(field, as: form) else { return nil }
    let level = level(view)
    guard let id = level.texts["id"] else { return nil }
    return LineSource(id: id, location: view["id"]?.location ?? view.location, level: level)
  }

  private static func id(of field: Field) -> String? {
    guard case .table(let entries) = field.value, let entry = entries.first(where: { $0.key == "id" }) else { return nil }
    if case .text(let text) = entry.node.value { return text }
    return nil
  }

  /// Keeps the first line of every id.
  private func dropDuplicates(_ sources: inout [LineSource]) {
    var first: [String: SourceLocation] = [:]
    sources.removeAll { source in
      guard let earlier = first[source.id] else {
        first[source.id] = source.location
        return false
      }
      report(
        InputProblem(
          location: source.location, path: source.level.path + "/id", value: Field.quoted(source.id),
          rule: .duplicateName(first: earlier)))
      return true
    }
  }
}

/// Defaults, groups and prefixes of one side of trade, or of markets, which have no groups.
struct Templates {
  private var defaults: LineLevel?
  private var groups: [String: LineLevel] = [:]
  private var groupFields: [(name: String, field: Field)] = []
  /// The longest first.
  private var prefixes: [(digits: String, level: LineLevel)] = []

  init(_ session: LoadSession, _ side: TableView) {
    func form(_ key: String) -> TableForm? {
      switch side.form[key]?.form {
      case .table(let form): return form
      case .named(let list):
        if case .table(let form) = list.element { return form }
        return nil
      default: return nil
      }
    }
    if let field = side["defaults"], let form = form("defaults") {
      defaults = session.open(field, as: form).map { session.level($0) }
    }
    for (entry, field) in session.entries(side["groups"]) {
      guard let form = form("groups"), let view = session.open(field, as: form) else { continue }
      groups[entry.key] = session.level(view)
      groupFields.append((entry.key, field))
    }
    for (entry, field) in session.entries(side["prefixes"]) {
      guard LoadSession.isCode(entry.key) else {
        let meant = LoadSession.codeMeant(by: entry.key).map { "write \"\($0)\"" }
        session.report(
          InputProblem(location: session.location(entry), path: field.path, rule: .badCode, suggestion: meant))
        continue
      }
      guard let form = form("prefixes"), let view = session.open(field, as: form) else { continue }
      prefixes.append((entry.key, session.level(view)))
    }
    prefixes.sort { ($1.digits.utf8.count, $0.digits) < ($0.digits.utf8.count, $1.digits) }
  }

  /// The levels of a line, the most specific first.
  func levels(for line: LineLevel) -> [LineLevel] {
    var levels = [line]
    if let code = line.texts["hs"] {
      levels += prefixes.filter { code.hasPrefix($0.digits) }.map(\.level)
    }
    let stating = (levels + [defaults].compactMap { $0 }).first { $0.states("group") }
    if let group = stating?.texts["group"], let level = groups[group] { levels.append(level) }
    if let defaults { levels.append(defaults) }
    return levels
  }

  /// Reports groups that no line has and prefixes that no line's code has.
  func reportUnused(by stacks: [LineStack], to session: LoadSession) {
    let used = Set(stacks.compactMap { $0.text("group") })
    for (name, field) in groupFields where !used.contains(name) {
      session.report(
        InputProblem(
          location: field.location, path: field.path, rule: .groupWithoutLines,
          suggestion: question(name, among: used.sorted())))
    }
    let codes = stacks.compactMap { $0.text("hs") }
    for prefix in prefixes where !codes.contains(where: { $0.hasPrefix(prefix.digits) }) {
      let nearest = nearestCode(to: prefix.digits, among: codes)
      let isNew = !prefixes.contains { $0.digits == nearest }
      session.report(
        InputProblem(
          location: prefix.level.location, path: prefix.level.path, rule: .prefixWithoutLines,
          suggestion: isNew ? nearest.map { "did you mean \($0)?" } : nil))
    }
  }
}
