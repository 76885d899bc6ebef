internal import TariffModel
internal import TextFormats

extension LoadSession {
  /// Calls `body` with every row of a table beside the scenario file, as a table of the form, and where its numbers come from.
  ///
  /// A row that lacks a key it must have is reported and left out, but for cells that may be blank. False where the table could not be read as a whole.
  @discardableResult
  func readRows(
    of table: TableView, as form: TableForm, under path: String, mayBeBlank: Set<String> = [],
    _ body: (TableView, Provenance) -> Void
  ) -> Bool {
    let source = text(table["source"])
    let judgement = boolean(table["judgement"]) ?? false
    guard let field = table["file"], let stated = text(field) else { return false }
    let name = fileName(stated, at: field)
    guard let bytes = bytes(ofTable: name, at: field) else { return false }
    var rows = CSVTable(session: self, file: name, bytes: bytes, path: path, mapping: mapping(table))
    let required = form.keys.filter(\.isRequired).map(\.name)
    guard let header = rows.header(of: form) else { return false }
    let paths = header.map { "\(path)/\($0)" }
    var count = 0
    var isWhole = true
    while let record = rows.next(columns: header.count) {
      count += 1
      var view = TableView(
        path: path, location: SourceLocation(file: name, line: record.line, column: 1), form: form, fields: [:])
      view.fields.reserveCapacity(header.count)
      for (index, cell) in record.cells.enumerated() where !cell.text.isEmpty {
        view.fields[header[index]] = Field(
          value: .text(cell.text), location: SourceLocation(file: name, line: cell.line, column: cell.column),
          path: paths[index], isBare: true)
      }
      let missing = required.filter { view[$0] == nil && !mayBeBlank.contains($0) }
      for key in missing { reportMissing(key, in: view) }
      guard missing.isEmpty else {
        isWhole = false
        continue
      }
      let provenance = Provenance(
        source: view["source"].flatMap { text($0) } ?? source, isJudgement: boolean(view["judgement"]) ?? judgement)
      body(view, provenance)
    }
    if count == 0, !rows.hasFailed { report(InputProblem(location: rows.headerPlace, path: path, rule: .hasNoRows)) }
    return isWhole && count > 0 && !rows.hasFailed
  }
}
