internal import Files
internal import TextFormats

/// An import: files of one source in, a table for scenarios out.
package enum TradeImport {
  /// Reads the files, in their order.
  ///
  /// Linear in the bytes. CSV and fixed width take memory for the flows alone; a JSON document is in memory as a whole.
  package static func table(_ files: [String], _ request: ImportRequest) throws(ImportFailure) -> ImportedTable {
    if request.source.tellsRates {
      var intake = try RateIntake(request)
      for file in files { try readRates(file, into: &intake) }
      return try intake.finish()
    }
    var intake = try FlowIntake(request)
    for file in files {
      if request.source == .censusIMDB { try readFixedWidth(file, into: &intake) } else { try readFlows(file, into: &intake) }
    }
    return try intake.finish()
  }

  /// Lines that may stand above a header.
  private static let preamble = 40

  private static func readFlows(_ file: String, into intake: inout FlowIntake) throws(ImportFailure) {
    let (request, form) = (intake.request, intake.form)
    var isBegun = false
    try rows(file, request.encoding) { row throws(ImportFailure) in
      if isBegun { return intake.take(row) }
      guard FlowColumns.isHeader(row, form, request) || (!form.hasPreamble && row.line == 1) else {
        guard form.hasPreamble, row.line < preamble else {
          throw ImportFailure(
            file, line: row.line, column: 1,
            "no row up to here is the header of \(request.source.rawValue); say the columns with --column, as in --column "
              + "'code=HS'")
        }
        return
      }
      try intake.begin(file, header: row)
      isBegun = true
    } damaged: { line, column, reason throws(ImportFailure) in
      guard isBegun else { throw ImportFailure(file, line: line, column: column, reason.words) }
      intake.reject(line: line, column: column, reason)
    }
    guard isBegun else {
      throw ImportFailure(file, line: 1, column: 1, "it is empty, or has no header of \(request.source.rawValue)")
    }
  }

  private static func readFixedWidth(_ file: String, into intake: inout FlowIntake) throws(ImportFailure) {
    try intake.begin(file, header: FixedWidth.header)
    var fields = CellRow()
    // No separator: a row is one cell.
    try rows(file, intake.request.encoding, separator: 0) { row throws(ImportFailure) in
      FixedWidth.cut(row, into: &fields)
      intake.take(fields)
    } damaged: { line, column, reason throws(ImportFailure) in
      intake.reject(line: line, column: column, reason)
    }
  }

  private static func readRates(_ file: String, into intake: inout RateIntake) throws(ImportFailure) {
    var isBegun = false
    let encoding = intake.request.encoding
    try rows(file, encoding) { row throws(ImportFailure) in
      if isBegun { return intake.take(row) }
      try intake.begin(file, header: row)
      isBegun = true
    } damaged: { line, column, reason throws(ImportFailure) in
      guard isBegun else { throw ImportFailure(file, line: line, column: column, reason.words) }
      intake.reject(line: line, column: column, reason)
    }
    guard isBegun else { throw ImportFailure(file, line: 1, column: 1, "it is empty") }
  }

  /// Calls a function with every row of a file: of cells between separators, or of a JSON document.
  static func rows(
    _ file: String, _ encoding: TextEncoding, separator: UInt8? = nil, _ body: (borrowing CellRow) throws(ImportFailure) -> Void,
    damaged: (Int, Int, DropReason) throws(ImportFailure) -> Void
  ) throws(ImportFailure) {
    if separator == nil, try isJSON(file) { return try JSONRows.read(file, body) }
    do {
      let separator = try separator ?? Self.separator(of: file)
      var reader = try DelimitedReader(file, separator: separator, encoding: encoding)
      var row = CellRow()
      while true {
        switch try reader.next(&row) {
        case .row: try body(row)
        case .damaged(let line, let column, let reason): try damaged(line, column, reason)
        case .end: return
        }
      }
    } catch let failure as FileBytes.Failure {
      throw ImportFailure(file, failure.reason, isUnreadable: true)
    } catch let failure as ImportFailure {
      throw failure
    } catch {
      throw ImportFailure(file, "\(error)")
    }
  }

  /// The sign between cells: the one of which the longest line of the opening has most.
  private static func separator(of file: String) throws(FileBytes.Failure) -> UInt8 {
    var opening: [UInt8] = []
    _ = try FileStream(file).read(upTo: 1 << 13, into: &opening)
    var counts: [UInt8: Int] = [:]
    for line in opening.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      for sign in signs { counts[sign] = max(counts[sign] ?? 0, line.count { $0 == sign }) }
    }
    return signs.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? UInt8(ascii: ",")
  }

  /// The comma last: of equals it is taken.
  private static let signs = [UInt8(ascii: "|"), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]

  /// Whether a file is a JSON document; a page in its place is refused.
  private static func isJSON(_ file: String) throws(ImportFailure) -> Bool {
    var opening: [UInt8] = []
    do throws(FileBytes.Failure) {
      _ = try FileStream(file).read(upTo: 1 << 10, into: &opening)
    } catch {
      throw ImportFailure(file, error.reason, isUnreadable: true)
    }
    if opening.starts(with: [0xEF, 0xBB, 0xBF]) { opening.removeFirst(3) }
    let first = opening.first { ![UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t")].contains($0) }
    if first == UInt8(ascii: "<") {
      throw ImportFailure(
        file, line: 1, column: 1,
        "it is a page and no data: services answer so where a key is missing or a query is wrong; open it in a browser to read why"
      )
    }
    return first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
  }
}
