/// Which column of a file tells what.
struct FlowColumns: Sendable {
  private var indices: [ColumnRole: Int] = [:]
  /// The columns that every row is asked for: looking them up takes longer than reading a row.
  private(set) var code: Int?
  private(set) var value: Int?
  private(set) var duty: Int?
  private(set) var year: Int?
  private(set) var month: Int?
  private(set) var flow: Int?
  private(set) var summary: Int?
  private(set) var measure: Int?
  private(set) var exporter: Int?
  private(set) var importer: Int?
  private(set) var reporter: Int?
  private(set) var partner: Int?
  /// The name of the column of values.
  private(set) var valueName = ""
  /// Whether its figures reach from January to their month.
  private(set) var isToDate = false
  /// Columns in the header, without empty ones at its end.
  private(set) var count = 0

  /// Those of no file.
  init() {}

  /// Whether a row can be the header of a file of this form.
  static func isHeader(_ row: borrowing CellRow, _ form: FlowForm, _ request: ImportRequest) -> Bool {
    let keys = Set(row.texts.map(ColumnRole.key))
    func has(_ role: ColumnRole) -> Bool {
      if let stated = request.columns[role.rawValue] { return keys.contains(ColumnRole.key(stated)) }
      return (form.names[role] ?? []).contains { keys.contains(ColumnRole.key($0)) }
    }
    return has(.code) && (has(.partner) || has(.exporter) || has(.reporter))
  }

  /// Finds the columns in a header.
  init(_ row: borrowing CellRow, _ form: FlowForm, _ request: ImportRequest, file: String) throws(ImportFailure) {
    let texts = row.texts
    let keys = texts.map(ColumnRole.key)
    let line = row.line
    count = (texts.lastIndex { !$0.isEmpty && !$0.hasPrefix("Unnamed:") } ?? -1) + 1
    for (word, name) in request.columns.sorted(by: { $0.key < $1.key }) {
      guard let role = ColumnRole(rawValue: word) else { continue }
      guard let index = keys.firstIndex(of: ColumnRole.key(name)) else {
        throw ImportFailure(
          file, line: line, column: 1, "there is no column '\(name)'; there are \(Self.list(texts))")
      }
      indices[role] = index
    }
    for (role, names) in form.names where indices[role] == nil {
      indices[role] = names.lazy.compactMap { keys.firstIndex(of: ColumnRole.key($0)) }.first
    }
    for (role, names) in form.choices where indices[role] == nil {
      let found = names.compactMap { keys.firstIndex(of: ColumnRole.key($0)) }
      guard found.count < 2 else {
        throw ImportFailure(
          file, line: line, column: 1,
          "it has several columns that may be the \(role.rawValue), \(Self.list(found.map { texts[$0] })); say which with --column "
            + "\(Self.quoted("\(role.rawValue)=\(texts[found[0]])"))")
      }
      indices[role] = found.first
    }
    if form.hasWideYears { try chooseYear(texts, request, file: file, line: line) }
    let missing = form.required.filter { indices[$0] == nil }
    if let role = missing.first {
      let last = texts.last { !$0.isEmpty } ?? ""
      throw ImportFailure(
        file, line: line, column: 1,
        "no column is known for the \(role.rawValue): there are \(Self.list(texts)); say which with --column "
          + Self.quoted("\(role.rawValue)=\(last)"))
    }
    parting = ColumnRole.parting.enumerated().compactMap { place, role in
      guard let cell = indices[role], let words = role.wordsOfTotal else { return nil }
      return (1 << UInt8(place), cell, words)
    }
    valueName = indices[.value].map { texts[$0] } ?? ""
    // Duties go with the values of their own time.
    if let duty = indices[.duty], keys[duty].hasSuffix("mo") || keys[duty].hasSuffix("yr") {
      let ending = ColumnRole.key(valueName).suffix(2)
      indices[.duty] = ColumnRole.key(valueName).hasPrefix("con") ? keys.firstIndex(of: "caldut" + ending) : nil
    }
    (code, value, duty, year, flow) = (indices[.code], indices[.value], indices[.duty], indices[.year], indices[.flow])
    (summary, measure, month) = (indices[.summary], indices[.measure], indices[.month])
    isToDate = ColumnRole.key(valueName).hasSuffix("yr")
    (exporter, importer, reporter, partner) = (indices[.exporter], indices[.importer], indices[.reporter], indices[.partner])
  }

  /// The column of the year, where each year has one.
  private mutating func chooseYear(
    _ texts: [String], _ request: ImportRequest, file: String, line: Int
  ) throws(ImportFailure) {
    let years = texts.enumerated().compactMap { index, text in
      text.utf8.count == 4 ? Int(text).map { (index: index, year: $0) } : nil
    }
    let chosen = years.first { $0.year == request.year } ?? (years.count == 1 && request.year == nil ? years.first : nil)
    guard let chosen else {
      let list = Self.list(years.map { String($0.year) })
      throw ImportFailure(
        file, line: line, column: 1,
        years.isEmpty
          ? "no column is a year; there are \(Self.list(texts))"
          : request.year.map { "it has no column \($0): the years are \(list)" }
            ?? "it has the years \(list); say which with --year \(years[years.count - 1].year)")
    }
    indices[.value] = chosen.index
  }

  /// The columns that part one flow: a bit for each, where it stands, and what a total has in it.
  private(set) var parting: [(bit: UInt8, cell: Int, words: [String])] = []

  subscript(role: ColumnRole) -> Int? { indices[role] }

  static func list(_ words: [String]) -> String {
    let shown = words.filter { !$0.isEmpty }
    return shown.prefix(12).map { "'\($0)'" }.joined(separator: ", ") + (shown.count > 12 ? " and \(shown.count - 12) more" : "")
  }

  /// In quotes as a shell takes them.
  static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
