package import Files
package import Reporting

/// `results.xlsx`: a result as a workbook, made from the files of its folder.
package struct ResultWorkbook: Sendable {
  package static let fileName = OutputFolder.workbookName

  private let title: String
  private let sheets: [WorkbookSheet]

  /// Why a result makes no workbook.
  package enum Failure: Error, Hashable, Sendable {
    case unreadable(ResultReadingFailure)
    /// A table has more rows than a sheet holds.
    case tooManyRows(file: String, rows: Int, limit: Int)
  }

  /// The tables that are sheets of their own where the folder has them, with the names of the sheets.
  private static let tables = [
    ("percentiles.csv", "Percentiles"), ("statistics.csv", "Statistics"), ("comparisons.csv", "Differences"),
    ("sweep.csv", "Variants"), ("solutions.csv", "Answers"), ("evaluations.csv", "Evaluations"), ("lines.csv", "Lines"),
    ("assumptions.csv", "Assumptions"),
  ]

  /// The files that a workbook is made from, as far as they are there.
  package static let fileNames = Report.fileNames + tables.map(\.0)

  /// Reads the files, by name.
  package init(files: [String: String]) throws(Failure) {
    for (file, _) in Self.tables {
      let rows = files[file]?.utf8.count { $0 == UInt8(ascii: "\n") } ?? 0
      guard rows <= WorkbookSheet.rowLimit else {
        throw .tooManyRows(file: file, rows: rows, limit: WorkbookSheet.rowLimit)
      }
    }
    do throws(ResultReadingFailure) {
      let report = try Report(files: files)
      title = report.title
      sheets = [Self.summary(report), Self.charts(report)] + (try Self.tables(files)) + [Self.provenance(report)]
    } catch {
      throw .unreadable(error)
    }
  }

  private static func tables(_ files: [String: String]) throws(ResultReadingFailure) -> [WorkbookSheet] {
    var sheets: [WorkbookSheet] = []
    for (file, name) in tables {
      if let text = files[file] { sheets.append(try CSVSheet.sheet(named: name, file: file, text)) }
    }
    return sheets
  }

  /// Writes the workbook to a path where nothing stands, and brings it to the disk.
  package func write(to path: String) throws(FileFailure) { try WorkbookWriter.write(sheets, title: title, to: path) }

  /// The first sheet: what the result says, and what to mind.
  private static func summary(_ report: Report) -> WorkbookSheet {
    var rows: [[WorkbookSheet.Cell]] = [[.title(report.title)], [.text(report.facts.joined(separator: " · "))]]
    if let summary = report.summary { rows.append([.prose(summary)]) }
    for section in report.sections where ["answer", "mind", "reading"].contains(section.anchor) {
      rows += [[], [.title(section.title)]]
      for block in section.blocks {
        switch block {
        case .paragraph(let words): rows.append([.prose(words)])
        case .bullets(let entries): rows += entries.map { [.prose($0)] }
        case .figure, .table: break
        }
      }
    }
    return WorkbookSheet(name: "Summary", headerRows: 0, widths: [110], rows: rows, isFiltered: false)
  }

  /// Scenarios side by side: every table of changes and levels with its chart beside it.
  private static func charts(_ report: Report) -> WorkbookSheet {
    var sheet = WorkbookSheet(name: "Scenarios", headerRows: 0, widths: [34], rows: [], isFiltered: false)
    for section in report.sections where section.hasIntervals {
      for case .figure(let figure) in section.blocks { add(figure, to: &sheet) }
    }
    // No page begins behind the last row.
    if sheet.pageBreaks.last == sheet.rows.count { sheet.pageBreaks.removeLast() }
    return sheet
  }

  /// Rows that a chart covers.
  private static let chartRows = 22

  private static func add(_ figure: Figure, to sheet: inout WorkbookSheet) {
    let table = figure.table
    sheet.rows.append([.title(figure.title)])
    sheet.rows.append(table.columns.map { .head($0.title, isNumeric: $0.isNumeric) })
    let first = sheet.rows.count
    sheet.rows += table.rows.map { $0.map(cell) }
    let percents = table.columns.enumerated().compactMap { index, column in
      column.title.hasPrefix("P") ? Double(column.title.dropFirst()).map { (index: index, percent: $0) } : nil
    }
    func column(_ percent: Double) -> Int? { percents.first { $0.percent == percent }?.index }
    if let middle = column(50) ?? percents.first?.index, !table.rows.isEmpty {
      sheet.charts.append(
        WorkbookSheet.IntervalChart(
          title: figure.title, axis: table.columns[0].title, rows: first..<first + table.rows.count, low: column(5),
          lower: column(25), middle: middle, upper: column(75), high: column(95), column: table.columns.count + 1))
    }
    let used = table.rows.count + 2
    sheet.rows += Array(repeating: [], count: max(2, chartRows - used))
    if sheet.charts.count.isMultiple(of: 2) { sheet.pageBreaks.append(sheet.rows.count) }
  }

  /// What determines the numbers.
  private static func provenance(_ report: Report) -> WorkbookSheet {
    var sheet = WorkbookSheet(name: "Provenance", headerRows: 1, widths: [30, 90], rows: [], isFiltered: false)
    for section in report.sections where section.anchor == "provenance" {
      for case .table(let table, _) in section.blocks {
        sheet.rows.append(table.columns.map { .head($0.title, isNumeric: $0.isNumeric) })
        sheet.rows += table.rows.map { $0.map(cell) }
      }
    }
    return sheet
  }

  private static func cell(_ cell: DataTable.Cell) -> WorkbookSheet.Cell {
    switch cell {
    case .text(let words): .text(words)
    case .number(let value, let place): .number(value, decimals: max(0, -place))
    case .spread, .empty: .empty
    }
  }
}

extension Report.Section {
  /// Whether its tables of percentiles stand in the workbook with a chart beside each.
  fileprivate var hasIntervals: Bool {
    ["changes", "levels", "variants", "answers"].contains(anchor) || anchor.hasPrefix("differences")
  }
}
