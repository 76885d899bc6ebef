internal import TariffModel
internal import TextFormats

extension LoadSession {
  /// `[[dependence]]`; every number of the study has been read before.
  func dependence(_ field: Field?) -> [Dependence] {
    named(field, as: .dependence) { view, name in
      stated(view, name)?.without { path in if case .infinite = fixed[path] { true } else { false } }
    }
  }

  private func stated(_ view: TableView, _ name: String) -> Dependence? {
    if let loadings = view["loadings"] {
      if let members = view["members"] { report(members, .cannotStandBeside(["loadings"])) }
      return text(loadings).flatMap { self.loadings(in: $0, at: loadings, name) }
    }
    let needsMembers = view.form.exactlyOne.contains { view[$0] != nil }
    if view["members"] == nil, needsMembers { reportMissing("members", in: view) }
    let paths = list(view["members"]).flatMap { members($0) }
    return structure(view).map { Dependence(name: name, members: paths, structure: $0) }
  }

  /// The paths of the numbers that are drawn, in the study's order, with those that the command line has fixed in their places: a
  /// pattern names what the file draws, so that a matrix keeps a row for each.
  func drawnPaths(of study: Study) -> [String] {
    guard !fixed.isEmpty else { return study.uncertainPaths }
    let drawn = Set(study.uncertainPaths)
    var paths = study.numbers.map(\.quantity.path).filter { drawn.contains($0) || fixed[$0] != nil }
    // A supply elasticity of infinity is no number of the study: its place is behind what was read before it.
    var known = Set(paths)
    for (index, path) in numberPaths.enumerated() where fixed[path] != nil && !known.contains(path) {
      let previous = numberPaths[..<index].last { known.contains($0) }
      paths.insert(path, at: previous.flatMap(paths.firstIndex).map { $0 + 1 } ?? 0)
      known.insert(path)
    }
    return paths
  }

  private func structure(_ view: TableView) -> Dependence.Structure? {
    if let field = view["correlation"] { return plainNumber(field).map { .group(correlation: $0) } }
    if let field = view["matrix"] {
      let rows = list(field).map { row in list(row).map { plainNumber($0) } }
      guard rows.joined().allSatisfy({ $0 != nil }) else { return nil }
      return .matrix(rows.map { $0.compactMap { $0 } })
    }
    guard let field = view["matrixTable"], let name = text(field), let bytes = bytes(ofTable: name, at: field) else { return nil }
    locations["\(view.path)/matrix"] = field.location
    return matrix(CSVTable(session: self, file: name, bytes: bytes, path: view.path))
  }

  private func matrix(_ table: CSVTable) -> Dependence.Structure? {
    var table = table
    guard let first = table.first() else { return nil }
    var rows = [numbers(first.cells[...], of: table)]
    while let record = table.next(columns: first.cells.count) { rows.append(numbers(record.cells[...], of: table)) }
    let whole = rows.compactMap { $0 }
    return table.hasFailed || whole.count < rows.count ? nil : .matrix(whole)
  }

  private func loadings(in name: String, at field: Field, _ dependence: String) -> Dependence? {
    guard let bytes = bytes(ofTable: name, at: field) else { return nil }
    var table = CSVTable(session: self, file: name, bytes: bytes, path: "dependence/\(dependence)")
    guard let header = table.names() else { return nil }
    guard header[0].text == "member" else {
      report(
        InputProblem(
          location: SourceLocation(file: name, line: header[0].line, column: header[0].column), path: table.path,
          value: Field.quoted(header[0].text), rule: .unknownColumn, suggestion: "the first column is member"))
      return nil
    }
    let areNames = header.dropFirst().map { cell in
      let place = SourceLocation(file: name, line: cell.line, column: cell.column)
      let field = Field(value: .text(cell.text), location: place, path: table.path)
      if cell.text.isEmpty { report(field, .badName(allowed: "a factor has one, above its column")) }
      return !cell.text.isEmpty && checkSpelling(of: cell.text, field)
    }
    guard areNames.allSatisfy({ $0 }) else { return nil }
    var members: [String] = []
    var rows: [[Double]] = []
    while let record = table.next(columns: header.count) {
      let cell = record.cells[0]
      let member = Field(
        value: .text(cell.text), location: SourceLocation(file: name, line: cell.line, column: cell.column), path: table.path)
      if let path = self.member(cell.text, member) {
        members.append(path)
        locations["dependence/\(dependence)/\(path)"] = member.location
      }
      if let row = numbers(record.cells.dropFirst(), of: table) { rows.append(row) }
    }
    guard !table.hasFailed, members.count == rows.count else { return nil }
    return Dependence(
      name: dependence, members: members, structure: .loadings(factors: header.dropFirst().map(\.text), rows: rows))
  }

  /// The plain numbers of cells, or nothing where one is not.
  private func numbers(_ cells: ArraySlice<CSVCell>, of table: CSVTable) -> [Double]? {
    let values = cells.map { cell in
      plainNumber(
        Field(
          value: .text(cell.text), location: SourceLocation(file: table.file, line: cell.line, column: cell.column),
          path: table.path, isBare: true))
    }
    return values.allSatisfy { $0 != nil } ? values.compactMap { $0 } : nil
  }

  /// The paths that an entry of `members` names.
  private func members(_ field: Field) -> [String] {
    guard let text = text(field) else { return [] }
    guard text.contains("*") else { return member(text, field).map { [$0] } ?? [] }
    let pattern = PathPattern(text)
    let matches = uncertainPaths.filter { pattern.matches($0) }
    if matches.isEmpty, isComplete(under: text) { report(field, .patternWithoutMatch) }
    return matches
  }

  /// A path that must be one of an uncertain number, or of one that the command line has fixed.
  private func member(_ path: String, _ field: Field) -> String? {
    if uncertain.contains(path) || !overrides.places(at: path).isEmpty { return path }
    guard isComplete(under: path) else { return nil }
    report(field, .notADistribution, question(path, among: uncertainPaths))
    return nil
  }

  /// Whether everything under the first component of a path was read, so that what is not there is missing.
  func isComplete(under path: String) -> Bool {
    let section = path.split(separator: "/").first.map(String.init) ?? ""
    return section.contains("*") ? incomplete.isEmpty : !incomplete.contains(section)
  }
}
