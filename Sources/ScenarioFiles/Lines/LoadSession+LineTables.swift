internal import TariffModel
internal import TextFormats

extension LoadSession {
  /// The lines of a table of comma-separated values.
  func lines(of table: TableView, as form: TableForm, under path: String) -> [LineSource] {
    let source = text(table["source"])
    let judgement = boolean(table["judgement"]) ?? false
    guard let field = table["file"], let name = text(field), let bytes = bytes(ofTable: name, at: field) else {
      incomplete.insert(path)
      return []
    }
    var rows = CSVTable(session: self, file: name, bytes: bytes, path: path, mapping: mapping(table))
    guard let header = rows.header(of: form) else {
      incomplete.insert(path)
      return []
    }
    var lines: [LineSource] = []
    var count = 0
    while let record = rows.next(columns: header.count) {
      count += 1
      let row = row(record, header, form, file: name, under: path)
      let provenance = Provenance(
        source: row["source"].flatMap { text($0) } ?? source, isJudgement: boolean(row["judgement"]) ?? judgement)
      if let line = line(row, record, form, provenance, file: name, under: path) { lines.append(line) }
    }
    if count == 0, !rows.hasFailed { report(InputProblem(location: rows.headerPlace, path: rows.path, rule: .hasNoRows)) }
    if count == 0 || rows.hasFailed { incomplete.insert(path) }
    return lines
  }

  /// The cells of a row that are not empty, by column.
  private func row(
    _ record: CSVRecord, _ header: [String], _ form: TableForm, file: String, under path: String
  ) -> [String: Field] {
    let position = header.firstIndex(of: "id")
    let id = position.map { record.cells[$0].text } ?? ""
    let linePath = id.isEmpty ? path : "\(path)/\(id)"
    var row: [String: Field] = [:]
    row.reserveCapacity(header.count)
    for (key, cell) in zip(header, record.cells) where !cell.text.isEmpty {
      row[key] = Field(
        value: .text(cell.text), location: SourceLocation(file: file, line: cell.line, column: cell.column),
        path: "\(linePath)/\(key)", isBare: true)
    }
    return row
  }

  private func line(
    _ row: [String: Field], _ record: CSVRecord, _ form: TableForm, _ provenance: Provenance, file: String, under path: String
  ) -> LineSource? {
    let place = SourceLocation(file: file, line: record.line, column: 1)
    let linePath = row["id"].map { String($0.path.dropLast(3)) } ?? path
    let view = TableView(path: linePath, location: place, form: form, fields: row)
    for key in form.keys where key.isRequired && row[key.name] == nil { reportMissing(key.name, in: view) }
    let level = level(view, provenance: provenance)
    guard let id = level.texts["id"] else { return nil }
    locations[linePath] = place
    return LineSource(id: id, location: row["id"]?.location ?? place, level: level)
  }
}
