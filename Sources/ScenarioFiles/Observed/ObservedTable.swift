internal import Files
package import TariffModel

/// A table of what offices counted, read for a study.
package struct ObservedTable: Sendable {
  /// In the order of the file.
  package let records: [FlowRecord]
  /// The file and its digest.
  package let file: ScenarioFile
  /// Origins that the study calls by another name.
  package let notes: [ModelNote]

  /// Reads a table of comma-separated values.
  ///
  /// - Parameters:
  ///   - path: As the user wrote it.
  ///   - origins: The names that the study has for origins.
  /// - Throws: Every problem of the table at once.
  package init(at path: String, origins: [String]) throws(LoadFailure) {
    let session = LoadSession(source: .folder("."), fileName: path)
    let place = SourceLocation(file: path, line: 1, column: 1)
    do throws(FileBytes.Failure) {
      _ = try session.bytes(of: path)
    } catch {
      throw LoadFailure([InputProblem(location: SourceLocation(file: path), rule: .cannotRead(reason: error.reason))])
    }
    for origin in origins {
      if let known = session.origins.place(of: origin) { _ = session.origins.state(origin, known, at: place, as: .other) }
    }
    let records = session.flowRecords(of: path)
    session.reportDoubleRecords(records)
    guard session.problems.isEmpty else { throw LoadFailure(session.problems) }
    self.records = records.map(\.record)
    file = session.files.first ?? ScenarioFile(name: path, bytes: [])
    notes = session.otherNameNotes
  }
}

extension LoadSession {
  /// A row with its place.
  struct PlacedRecord {
    let record: FlowRecord
    let location: SourceLocation
  }

  private static let section = "observed"

  /// The rows of a table of what was counted.
  fileprivate func flowRecords(of path: String) -> [PlacedRecord] {
    let field = Field(
      value: .text(path), location: SourceLocation(file: path, line: 1, column: 1), path: "\(Self.section)/file")
    let view = TableView(
      path: Self.section, location: field.location, form: .observedFlow, fields: ["file": field])
    var records: [PlacedRecord] = []
    var spellings = OriginList()
    readRows(of: view, as: .observedFlow, under: Self.section) { row, _ in
      guard let record = flowRecord(row, &spellings) else { return }
      records.append(PlacedRecord(record: record, location: row.location))
    }
    return records
  }

  private func flowRecord(_ row: TableView, _ spellings: inout OriginList) -> FlowRecord? {
    _ = text(row["note"])
    guard let origin = namedOrigin(row["origin"], in: origins, &spellings), let goods = goods(row), let days = days(row),
      let value = amount(row["value"], isPositive: false)
    else { return nil }
    var base: Double?
    if let field = row["base"] {
      guard let stated = amount(field, isPositive: true) else { return nil }
      base = stated
    }
    return FlowRecord(
      origin: origin, goods: goods, label: row["group"].flatMap { text($0) }, start: days.lowerBound, end: days.upperBound,
      value: value, base: base, reporter: row["reporter"].flatMap { text($0) },
      dateConcept: row["dateConcept"].flatMap { text($0) }, place: row.location.description)
  }

  /// The code of a row, or the group where it has none.
  private func goods(_ row: TableView) -> FlowRecord.Goods? {
    if let field = row["hs"] {
      if case .text("all") = field.value { return .code("") }
      return code(field).map { .code($0) }
    }
    guard let group = row["group"] else {
      report(
        InputProblem(
          location: row.location, path: row.path, rule: .needsOneOf(["hs", "group"]),
          suggestion: "write all under hs for all goods of the origin"))
      return nil
    }
    return text(group).map { .group($0) }
  }

  /// The days of a row: of its month, or from its first to its last.
  private func days(_ row: TableView) -> ClosedRange<CivilDate>? {
    if let month = row["month"] {
      for key in ["start", "end"] {
        if let other = row[key] {
          report(other, .cannotStandBeside(["month"]))
          return nil
        }
      }
      guard case .text(let text) = month.value, let days = Self.days(ofMonth: text) else {
        report(month, .wrongKind(expected: "a month"), "write year-month, as in 2025-03")
        return nil
      }
      return days
    }
    for key in ["start", "end"] where row[key] == nil {
      report(
        InputProblem(
          location: row.location, path: row.path, rule: .missingKey(key),
          suggestion: "give the row a month, or start and end"))
      return nil
    }
    guard let start = date(row["start"]), let end = date(row["end"]) else { return nil }
    if start <= end { return start...end }
    if let field = row["end"] { report(field, .model(.datesInOrder), ModelRule.datesInOrder.suggestion) }
    return nil
  }

  private static func days(ofMonth text: String) -> ClosedRange<CivilDate>? {
    guard let range = months(of: text[...]), range.count == 1, let start = firstDay(of: range.lowerBound),
      let next = firstDay(of: range.upperBound)
    else { return nil }
    return start...CivilDate(dayNumber: next.dayNumber - 1)
  }

  /// A finite number that is not negative, or above 0.
  private func amount(_ field: Field?, isPositive: Bool) -> Double? {
    guard let field, case .text(let text) = field.value else { return nil }
    guard let value = Double(text), value.isFinite else {
      report(field, .notANumber, "write digits with a decimal point, and nothing else")
      return nil
    }
    guard isPositive ? value > 0 : value >= 0 else {
      report(
        field, .outsideRange(allowed: isPositive ? "above 0: a change on nothing is no number" : "0 or above"),
        isPositive ? "leave the row out" : nil)
      return nil
    }
    return value
  }
}
