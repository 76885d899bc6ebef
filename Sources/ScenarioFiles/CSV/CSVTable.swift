internal import TextFormats

/// A file of comma-separated values within a reading: its rows, with everything wrong reported.
struct CSVTable {
  let session: LoadSession
  let file: String
  /// The path that problems of the file name.
  let path: String
  private var reader: CSVReader
  /// Where the header stands.
  private(set) var headerPlace: SourceLocation
  /// True once a row could not be read.
  private(set) var hasFailed = false

  private let mapping: TableMapping?
  /// Rows that were read under a mapping, the next one last.
  private var mapped: [CSVRecord] = []

  init(session: LoadSession, file: String, bytes: [UInt8], path: String, mapping: TableMapping? = nil) {
    self.session = session
    self.file = file
    self.path = path
    self.mapping = mapping
    reader =
      mapping.map { CSVReader($0.encoding.decoded(bytes), separator: $0.separator, skipping: $0.skip) } ?? CSVReader(bytes)
    headerPlace = SourceLocation(file: file, line: 1, column: 1)
  }

  /// The names of the columns; nothing where the table has none, or lacks one that it must have.
  mutating func header(of form: TableForm) -> [String]? {
    let known = form.keys.map(\.name) + ["source", "judgement"]
    let required = form.keys.filter(\.isRequired).map(\.name)
    if let mapping { return mappedHeader(MappedRows(mapping, form: form, file: file), known, required) }
    guard let names = names() else { return nil }
    let missing = Set(known).subtracting(names.lazy.map(\.text)).sorted()
    for cell in names where !known.contains(cell.text) {
      report(cell, .unknownColumn, question(cell.text, among: missing))
    }
    return names.map(\.text).isEmpty || !check(required, in: names.map(\.text)) ? nil : names.map(\.text)
  }

  /// Reads all rows under a mapping.
  private mutating func mappedHeader(_ rows: MappedRows, _ known: [String], _ required: [String]) -> [String]? {
    var rows = rows
    guard let record = first() else { return nil }
    guard rows.open(record.cells, known: known, in: session) else {
      hasFailed = true
      return nil
    }
    let header = rows.header
    if mapping?.columns == nil {
      let missing = Set(known).subtracting(header).sorted()
      for cell in record.cells where !known.contains(cell.text) {
        report(
          cell, .unknownColumn,
          question(cell.text, among: missing) ?? "name the columns that are read, as in columns = { hs = \"…\" }")
      }
    }
    guard check(required, in: header) else { return nil }
    while let record = unmapped(columns: record.cells.count) { rows.take(record) }
    let (records, note) = rows.finished()
    mapped = records.reversed()
    session.tableNotes.append(note)
    return header
  }

  /// The cells of the header, without repetitions; nothing where it is one cell with other separators than commas in it.
  mutating func names() -> [CSVCell]? {
    guard let record = first() else { return nil }
    if record.cells.count == 1, let separator = [";", "\t"].first(where: { record.cells[0].text.contains($0) }) {
      report(record.cells[0], .foreignSeparator(separator), "save the file with commas, and decimal points")
      hasFailed = true
      return nil
    }
    var first: [String: CSVCell] = [:]
    for cell in record.cells {
      if let earlier = first[cell.text] {
        report(cell, .duplicateColumn(first: SourceLocation(file: file, line: earlier.line, column: earlier.column)))
      } else {
        first[cell.text] = cell
      }
    }
    return record.cells
  }

  /// The first row; nothing, with a report, where there is none or it cannot be read.
  ///
  /// Every row below is read by it, so that without it the table is left alone: the next row is no header.
  mutating func first() -> CSVRecord? {
    do throws(CSVError) {
      if let record = try reader.next() {
        headerPlace.line = record.line
        return record
      }
      session.report(InputProblem(location: SourceLocation(file: file, line: 1, column: 1), path: path, rule: .isEmpty))
    } catch {
      report(error)
    }
    hasFailed = true
    return nil
  }

  private mutating func check(_ required: [String], in names: [String]) -> Bool {
    let missing = required.filter { key in !names.contains(key) }
    for key in missing {
      session.report(
        InputProblem(location: headerPlace, path: path, rule: .missingKey(key)))
    }
    return missing.isEmpty
  }

  /// The next row with as many cells as the header; rows that are at fault are reported and left out.
  mutating func next(columns: Int) -> CSVRecord? { mapping == nil ? unmapped(columns: columns) : mapped.popLast() }

  private mutating func unmapped(columns: Int) -> CSVRecord? {
    while let record = row() {
      if record.cells.count == columns { return record }
      hasFailed = true
      session.report(
        InputProblem(
          location: SourceLocation(file: file, line: record.line, column: 1), path: path,
          rule: .columnCount(found: record.cells.count, expected: columns)))
    }
    return nil
  }

  /// The next row that can be read.
  private mutating func row() -> CSVRecord? {
    while true {
      do throws(CSVError) {
        return try reader.next()
      } catch {
        hasFailed = true
        report(error)
      }
    }
  }

  private func report(_ error: CSVError) {
    let rule: InputRule =
      switch error.rule {
      case .unterminatedQuote: .unterminatedQuote
      case .strayQuote: .strayQuote
      case .notUTF8: .notUTF8
      }
    let suggestion: String? =
      switch error.rule {
      case .unterminatedQuote: nil
      case .strayQuote: "quote the whole cell and double the quotation marks in it"
      case .notUTF8: mapping == nil ? "save the file as UTF-8" : "save the file as UTF-8, or write encoding = \"cp1252\""
      }
    session.report(
      InputProblem(
        location: SourceLocation(file: file, line: error.line, column: error.column), path: path, rule: rule,
        suggestion: suggestion))
  }

  private func report(_ cell: CSVCell, _ rule: InputRule, _ suggestion: String? = nil) {
    session.report(
      InputProblem(
        location: SourceLocation(file: file, line: cell.line, column: cell.column), path: path, value: Field.quoted(cell.text),
        rule: rule, suggestion: suggestion))
  }
}
