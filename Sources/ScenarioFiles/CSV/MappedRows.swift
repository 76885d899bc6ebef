internal import TariffModel
internal import TextFormats

/// The rows of a table of others, read as rows of ours: filtered, renamed, brought to our units and added up.
struct MappedRows {
  private let mapping: TableMapping
  private let numbers: Set<String>
  /// Keys of ours, by column of the result.
  private(set) var header: [String] = []
  /// Where each stands in the file.
  private var places: [Int] = []
  private var filters: [(place: Int, words: Set<String>)] = []
  /// Whether the code is the id of lines that have no other.
  private var idIsCode = false
  private var count: ModelNote.MappedTable
  private var records: [CSVRecord] = []
  /// Rows by what is the same in those that are added.
  private var merged: [[String]: Int] = [:]

  init(_ mapping: TableMapping, form: TableForm, file: String) {
    self.mapping = mapping
    count = ModelNote.MappedTable(file: file)
    numbers = Set(
      form.keys.filter { key in
        switch key.form {
        case .number, .plainNumber, .supplyElasticity: true
        default: false
        }
      }.map(\.name))
  }

  /// Finds the columns in the file's header; false, with a report, where one is not there.
  mutating func open(_ names: [CSVCell], known: [String], in session: LoadSession) -> Bool {
    var isWhole = true
    func place(_ name: String, _ field: Field) -> Int? {
      if let place = names.firstIndex(where: { $0.text == name }) { return place }
      isWhole = false
      session.report(
        InputProblem(
          location: field.location, path: field.path, value: Field.quoted(name), rule: .unknownColumn,
          suggestion: question(name, among: names.map(\.text))))
      return nil
    }
    for filter in mapping.filters {
      if let place = place(filter.name, filter.field) { filters.append((place, filter.words)) }
    }
    guard let columns = mapping.columns else {
      header = names.map(\.text)
      places = Array(names.indices)
      return isWhole
    }
    for column in columns {
      guard known.contains(column.key) else {
        isWhole = false
        session.report(column.field, .unknownKey, question(column.key, among: known))
        continue
      }
      if let place = place(column.name, column.field) {
        header.append(column.key)
        places.append(place)
      }
    }
    if known.contains("id"), !header.contains("id"), let hs = header.firstIndex(of: "hs") {
      idIsCode = true
      header.append("id")
      places.append(places[hs])
    }
    return isWhole
  }

  /// Takes a row of the file.
  mutating func take(_ record: CSVRecord) {
    count.read += 1
    guard filters.allSatisfy({ $0.words.contains(record.cells[$0.place].text) }) else {
      count.filtered += 1
      return
    }
    var row = record
    row.cells = places.map { record.cells[$0] }
    if let hs = header.firstIndex(of: "hs") {
      if let codes = mapping.codes, !takeCode(&row.cells[hs].text, codes) {
        count.otherLevels += 1
        return
      }
      if let digits = mapping.digits, LoadSession.isCode(row.cells[hs].text) {
        row.cells[hs].text = String(row.cells[hs].text.prefix(digits))
      }
      if idIsCode { row.cells[header.count - 1].text = row.cells[hs].text }
    }
    for (index, key) in header.enumerated() where numbers.contains(key) {
      row.cells[index].text = mapping.number(row.cells[index].text)
      if Self.isAdded(key) { row.cells[index].text = mapping.scaled(row.cells[index].text) }
    }
    if mapping.digits == nil || !merge(row) { records.append(row) }
  }

  /// Takes the code at the beginning of a cell; false where it is of another level or none.
  private func takeCode(_ cell: inout String, _ codes: TableMapping.Codes) -> Bool {
    let word = String(cell.prefix { $0 != " " }).filter { $0 != "." }
    guard !word.isEmpty, word.utf8.allSatisfy(TableMapping.isDigit) else { return false }
    if word.utf8.count == codes.level - 1 {
      // A code that lost its zero stays as it is where zeros are not put back, and is refused as one.
      cell = codes.pads ? "0" + word : word
      return true
    }
    cell = word
    return word.utf8.count == codes.level
  }

  /// Adds a row to an earlier one that differs from it in amounts alone; false where there is none.
  private mutating func merge(_ row: CSVRecord) -> Bool {
    let key = zip(header, row.cells).map { Self.isAdded($0) ? "" : $1.text }
    guard let earlier = merged[key] else {
      merged[key] = records.count
      return false
    }
    let amounts = header.indices.filter { Self.isAdded(header[$0]) }
    var sums: [Double] = []
    for index in amounts {
      guard let a = Double(records[earlier].cells[index].text), let b = Double(row.cells[index].text) else { return false }
      sums.append(a + b)
    }
    for (index, sum) in zip(amounts, sums) { records[earlier].cells[index].text = "\(sum)" }
    count.added += 1
    return true
  }

  /// Whether a key is an amount, which is added where codes are cut.
  private static func isAdded(_ key: String) -> Bool { key == "value" || key == "dutyPaid" }

  /// The rows of ours, and what is told of them.
  func finished() -> (records: [CSVRecord], note: ModelNote) {
    var count = count
    count.rows = records.count
    if let value = header.firstIndex(of: "value") {
      count.value = records.reduce(0) { $0 + (Double($1.cells[value].text) ?? 0) }
    }
    return (records, ModelNote(scenario: nil, subject: .mappedTable(count)))
  }
}
