internal import CWorkbook
internal import Files
internal import Glibc
internal import TextFormats

/// Writes sheets to a file.
enum WorkbookWriter {
  /// The most characters of a cell.
  private static let textLimit = 32_000

  /// Writes a workbook and brings it to the disk; equal sheets make equal bytes.
  ///
  /// Linear in the number of cells, which are in memory until the file is closed.
  static func write(_ sheets: [WorkbookSheet], title: String, to path: String) throws(FileFailure) {
    errno = 0
    guard let writer = unsafe workbook_writer_open(path, ShownText.name(title)) else {
      throw FileFailure(path: path, code: ENOMEM)
    }
    for sheet in sheets {
      unsafe workbook_writer_sheet(writer, sheet.name, Int32(sheet.headerRows), sheet.pageBreaks.isEmpty ? 0 : 1)
      for (column, width) in sheet.widths.enumerated() { unsafe workbook_writer_width(writer, Int32(column), width) }
      for (row, cells) in sheet.rows.enumerated() {
        if let height = height(of: cells, widths: sheet.widths) { unsafe workbook_writer_height(writer, Int32(row), height) }
        for (column, cell) in cells.enumerated() { unsafe write(cell, at: (Int32(row), Int32(column)), to: writer) }
      }
      if sheet.isFiltered, let first = sheet.rows.first, sheet.rows.count > 1 {
        unsafe workbook_writer_filter(writer, 0, Int32(sheet.rows.count - 1), Int32(first.count - 1))
      }
      if !sheet.pageBreaks.isEmpty { unsafe workbook_writer_breaks(writer, sheet.pageBreaks.map { UInt32($0) } + [0]) }
      for chart in sheet.charts { unsafe write(chart, to: writer) }
    }
    var reason: UnsafePointer<CChar>?
    errno = 0
    let fault = unsafe workbook_writer_close(writer, &reason)
    guard fault == 0 else {
      let code = errno
      let words = unsafe reason.map { unsafe String(cString: $0) } ?? ""
      throw code == 0 ? FileFailure(path: path, code: EIO, explanation: words) : FileFailure(path: path, code: code)
    }
    try FileStore.bringFileToDisk(path)
  }

  /// The height in points that prose needs in its column; programs that only print a sheet do not find it themselves.
  private static func height(of cells: [WorkbookSheet.Cell], widths: [Double]) -> Double? {
    let lines = zip(cells, widths).compactMap { cell, width -> Double? in
      guard case .prose(let words) = cell else { return nil }
      return (Double(words.count) * 1.1 / width).rounded(.up)
    }
    return lines.max().map { min(400, 15 * max(1, $0)) }
  }

  private static func write(_ cell: WorkbookSheet.Cell, at place: (Int32, Int32), to writer: OpaquePointer) {
    func text(_ words: String, _ style: workbook_style) {
      let shown = ShownText.cell(String(words.prefix(textLimit)))
      unsafe workbook_writer_text(writer, place.0, place.1, shown, style)
    }
    switch cell {
    case .title(let words): text(words, workbook_style_title)
    case .head(let words, let isNumeric): text(words, isNumeric ? workbook_style_head_right : workbook_style_head)
    case .text(let words): text(words, workbook_style_plain)
    case .prose(let words): text(words, workbook_style_wrapped)
    case .number(let value, let decimals):
      unsafe workbook_writer_number(writer, place.0, place.1, value, Int32(decimals))
    case .empty: break
    }
  }

  private static func write(_ chart: WorkbookSheet.IntervalChart, to writer: OpaquePointer) {
    func column(_ index: Int?) -> Int32 { index.map { Int32($0) } ?? -1 }
    let rows = workbook_intervals(
      first_row: Int32(chart.rows.lowerBound), last_row: Int32(chart.rows.upperBound - 1), name_column: 0,
      low: column(chart.low), lower: column(chart.lower), middle: Int32(chart.middle), upper: column(chart.upper),
      high: column(chart.high))
    unsafe workbook_writer_intervals(
      writer, Int32(chart.place.row), Int32(chart.place.column), ShownText.name(chart.title), ShownText.name(chart.axis), rows)
  }
}
