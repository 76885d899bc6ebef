/// Takes the rows of files of flows, one by one: each is kept, merged into another, or dropped for a reason that is counted.
struct FlowIntake {
  let request: ImportRequest
  let form: FlowForm
  private(set) var files: [String] = []
  private(set) var columns = FlowColumns()
  private(set) var places: PlaceBook
  private(set) var table = FlowTable()
  var account = RowAccount()
  var years: Stated<Int>
  var months: Stated<Int>
  var flows: Stated<String>
  var importers: Stated<Int>
  var exporters: Stated<Int>
  /// Rows of the table by level of their code.
  var levels: [Int: Int] = [:]
  /// Totals of totals, and totals of months.
  private var controlsOfTotals = FlowControls()
  private var controlsOfMonths = FlowControls()
  private(set) var goodNames: [HSCode: String] = [:]
  /// Duties of rows of their own, by flow, until the values are there.
  private(set) var duties: [FlowKey: Amount] = [:]
  /// What the column of values is called.
  private(set) var valueNames: Set<String> = []
  private let home: Int?
  private var times = TradeTime.Book()

  /// - Throws: Where a country that is asked for is not known.
  init(_ request: ImportRequest) throws(ImportFailure) {
    self.request = request
    form = FlowForm(request.source)
    places = PlaceBook(codesAreNumbers: form.codesOfCountriesAreNumbers)
    let importer = try places.number(request.importer, "--importer")
    let exporter = try places.number(request.origin, "--origin")
    home = try places.number(form.home, "--source")
    importers = Stated(importer)
    exporters = Stated(exporter)
    years = Stated(request.year)
    months = Stated(request.month)
    flows = Stated(request.flow?.rawValue)
  }

  /// Begins a file whose header is in `row`.
  mutating func begin(_ file: String, header row: borrowing CellRow) throws(ImportFailure) {
    files.append(file)
    columns = try FlowColumns(row, form, request, file: file)
    valueNames.insert(columns.valueName)
    if home != nil, ColumnRole.key(columns.valueName).contains("export") || isExportColumn(row) {
      _ = flows.takes(ImportRequest.Flow.exports.rawValue)
    } else if home != nil {
      _ = flows.takes(ImportRequest.Flow.imports.rawValue)
    }
  }

  private func isExportColumn(_ row: borrowing CellRow) -> Bool {
    columns.code.map { row.text($0).hasPrefix("E_") } ?? false
  }

  /// Takes a row.
  mutating func take(_ row: borrowing CellRow) {
    account.read += 1
    guard row.count >= columns.count else { return reject(row, row.count - 1, .columnCount) }
    var parting: UInt8 = form.isInParts ? FlowTable.whole : 0
    var monthBits: UInt16 = 0
    if let cell = columns.year {
      guard let time = time(row, cell) else { return reject(row, cell, .badTime) }
      guard years.takes(time.year) else { return account.drop(.otherYear) }
      if let month = time.month {
        let isToDate = time.reachesFromJanuary || columns.isToDate
        guard isToDate || request.month != nil ? months.takes(month) : true else { return account.drop(.otherMonth) }
        if !isToDate {
          monthBits = 1 << UInt16(month)
          parting |= FlowTable.monthly
        }
      }
    }
    if let cell = columns.flow {
      guard let flow = Self.flow(row.text(cell)) else { return account.drop(.otherFlow) }
      guard flows.takes(flow.rawValue) else { return account.drop(.otherFlow) }
    }
    for (bit, cell, words) in columns.parting where !words.contains(row.text(cell).lowercased()) { parting |= bit }
    if let cell = columns.summary, row.text(cell).uppercased() == "CGP" { return account.drop(.groupOfCountries) }
    takeSides(row, parting, monthBits)
  }

  private mutating func time(_ row: borrowing CellRow, _ cell: Int) -> TradeTime? {
    guard var time = times.time(row, cell) else { return nil }
    guard let cell = columns.month, !row.isBlank(cell) else { return time }
    // Month 52 of UN Comtrade is the year.
    guard let month = Int(row.text(cell)), (1...12).contains(month) || month == 52 else { return nil }
    if month != 52 { time.month = month }
    return time
  }

  /// The side of trade that a word means; nothing for goods that come back or go on.
  private static func flow(_ word: String) -> ImportRequest.Flow? {
    switch word.lowercased() {
    case "m", "1", "import", "imports": .imports
    case "x", "2", "export", "exports": .exports
    default: nil
    }
  }

  private mutating func takeSides(_ row: borrowing CellRow, _ parting: UInt8, _ months: UInt16) {
    let isExport = columns.exporter == nil && flows.value == ImportRequest.Flow.exports.rawValue
    var sides = FlowSides()
    let exporter = columns.exporter ?? (isExport ? columns.reporter : columns.partner)
    let importer = columns.importer ?? (isExport ? columns.partner : columns.reporter)
    if let cell = importer {
      sides.importer = places.entry(row, cell)
      if sides.importer == .unknown { return reject(row, cell, damage(row, cell) ?? .unknownCountry) }
    } else if let home {
      sides.importer = .place(home)
    }
    // A file of all countries is mostly of other importers.
    if case .place(let importer) = sides.importer, request.table != .world || request.importer != nil {
      guard importers.takes(importer) else { return account.drop(.otherImporter) }
    }
    if let cell = exporter {
      sides.exporter = places.entry(row, cell)
      if sides.exporter == .unknown { return reject(row, cell, damage(row, cell) ?? .unknownCountry) }
    } else if let home {
      sides.exporter = .place(home)
    }
    if sides.contain(.group) { return account.drop(.groupOfCountries) }
    if case .place(let exporter) = sides.exporter, request.table == .lines || request.origin != nil {
      guard exporters.takes(exporter) else { return account.drop(.otherExporter) }
    }
    takeGoods(row, sides, parting, months)
  }

  private mutating func takeGoods(_ row: borrowing CellRow, _ sides: FlowSides, _ parting: UInt8, _ months: UInt16) {
    guard let codeCell = columns.code, let valueCell = columns.value else { return }
    var content = row.content(codeCell)
    var name = ""
    if form.codeHasWords, let blank = content.firstIndex(of: UInt8(ascii: " ")), !Self.isWord(content) {
      name = String(decoding: content[(blank + 1)...], as: UTF8.self)
      content = content[..<blank]
    }
    let reading = HSCode.read(content, pads: request.padsCodes)
    let isOfWorld = sides.contain(.world)
    switch reading {
    case .none: return reject(row, codeCell, damage(row, codeCell) ?? .badCode)
    case .lostZero: return reject(row, codeCell, .lostZero)
    case .total, .code, .uncoded: break
    }
    if row.isBlank(valueCell) || Self.isMissing(row.content(valueCell)) { return reject(row, valueCell, .noValue) }
    guard let number = ExactDecimal(Self.withoutDollar(row.content(valueCell))) else { return reject(row, valueCell, .badValue) }
    guard number.mantissa >= 0 else { return reject(row, valueCell, .negative) }
    let value = Amount(number, power: form.power)
    guard isMeasureTaken(row) else { return account.drop(.otherMeasure) }
    switch reading {
    case .total:
      note(row, parting) { $0.addTotal(sides, value) }
      return account.drop(isOfWorld ? .totalOfCountries : .totalOfCodes)
    case .uncoded:
      if !isOfWorld { note(row, parting) { $0.addUncoded(sides, value) } }
      return account.drop(isOfWorld ? .totalOfCountries : .uncoded)
    case .code(let code):
      guard case .place(let exporter) = sides.exporter, case .place(let importer) = sides.importer else {
        note(row, parting) { $0.addWorld(code.digits, value) }
        return account.drop(.totalOfCountries)
      }
      if exporter == importer { return account.drop(.returned) }
      if request.table == .lines, goodNames[code] == nil {
        goodNames[code] = name.isEmpty ? columns[.name].map(row.text) ?? "" : name
      }
      add(row, FlowKey(code: code, exporter: exporter, importer: importer), code, value, parting, months)
    default: break
    }
  }

  /// Takes note of a total that the source states.
  private mutating func note(_ row: borrowing CellRow, _ parting: UInt8, _ body: (inout FlowControls) -> Void) {
    if isDutyRow(row) == true { return }
    if parting == 0 { body(&controlsOfTotals) } else if parting == FlowTable.monthly { body(&controlsOfMonths) }
  }

  /// The totals that go with the rows of the table.
  var controls: FlowControls { table.hasTotals ? controlsOfTotals : controlsOfMonths }

  private mutating func add(
    _ row: borrowing CellRow, _ key: FlowKey, _ code: HSCode, _ value: Amount, _ parting: UInt8, _ months: UInt16
  ) {
    if isDutyRow(row) == true {
      duties[key, default: .zero] += value
      return account.drop(.duty)
    }
    var duty: Amount?
    if let cell = columns.duty, !row.isBlank(cell), !Self.isMissing(row.content(cell)) {
      guard let number = ExactDecimal(Self.withoutDollar(row.content(cell))) else { return reject(row, cell, .badValue) }
      guard number.mantissa >= 0 else { return reject(row, cell, .negative) }
      duty = Amount(number, power: form.power)
    }
    if value == .zero, duty ?? .zero == .zero { return account.drop(.noTrade) }
    let place = row.place(columns.code ?? 0)
    let flow = FlowTable.Flow(
      value: value, duty: duty, months: months, parting: parting,
      place: FlowTable.Place(file: files.count - 1, line: place.line, column: place.column))
    switch table.add(key, flow) {
    case .taken: levels[code.digits, default: 0] += 1
    case .detail(let rows): account.drop(.detail, rows: rows)
    case .duplicate(let first):
      reject(row, columns.code ?? 0, .duplicate, "first in \(files[first.file]):\(first.line)")
    }
  }

  /// Whether the row has a duty by itself; nothing where no column says what rows have.
  private func isDutyRow(_ row: borrowing CellRow) -> Bool? {
    guard let cell = columns.measure else { return nil }
    return form.measures.duty.contains(row.text(cell))
  }

  private func isMeasureTaken(_ row: borrowing CellRow) -> Bool {
    guard let cell = columns.measure else { return true }
    let word = row.text(cell)
    return form.measures.value.contains(word) || form.measures.duty.contains(word)
  }

  mutating func reject(_ row: borrowing CellRow, _ cell: Int, _ reason: DropReason, _ remark: String? = nil) {
    let place = row.place(cell)
    account.reject(
      RowAccount.Reject(
        file: files.last ?? "", line: place.line, column: place.column, reason: reason, value: row.text(max(0, cell)),
        remark: remark))
  }

  /// Takes note of a row that cannot be told from what follows it.
  mutating func reject(line: Int, column: Int, _ reason: DropReason) {
    account.read += 1
    account.reject(
      RowAccount.Reject(file: files.last ?? "", line: line, column: column, reason: reason, value: "", remark: nil))
  }

  /// Takes a flow out of the table.
  mutating func forget(_ key: FlowKey) { table.forget(key) }

  private func damage(_ row: borrowing CellRow, _ cell: Int) -> DropReason? { row.isDamaged(cell) ? .notUTF8 : nil }

  private static func isWord(_ content: ArraySlice<UInt8>) -> Bool {
    content.first.map { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? true
  }

  /// What sources write where there is no figure.
  private static func isMissing(_ content: ArraySlice<UInt8>) -> Bool {
    ["NA", "N/A", ".", "..", "-", "null", "NULL", "NaN", "nan"].contains { content.elementsEqual($0.utf8) }
  }

  private static func withoutDollar(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    content.first == UInt8(ascii: "$") ? content.dropFirst() : content
  }
}
