/// Takes the rows of files of duties, one by one: each becomes rates of origins, or is dropped for a reason that is counted.
struct RateIntake {
  /// A rate in force.
  struct Rate: Hashable {
    var fraction: Double
    var start: CalendarDay?
    var end: CalendarDay?
    var place: FlowTable.Place

    func overlaps(_ other: Rate) -> Bool {
      let startsBefore = start.flatMap { start in other.end.map { start <= $0 } } ?? true
      let endsAfter = other.start.flatMap { start in end.map { start <= $0 } } ?? true
      return startsBefore && endsAfter
    }
  }

  /// Whose goods a rate is for.
  struct Key: Hashable {
    /// Nothing for all origins.
    var origin: String?
    var code: HSCode
  }

  let request: ImportRequest
  let form: RateForm
  private(set) var files: [String] = []
  private(set) var rates: [Key: [Rate]] = [:]
  var account = RowAccount()
  private(set) var places: PlaceBook
  private(set) var years: Stated<Int>
  private(set) var kinds: Stated<String>
  private(set) var importers: Stated<Int>
  private(set) var exporters: Stated<Int>
  private var columns: [RateForm.Role: Int] = [:]
  private var columnCount = 0
  /// Programmes of the schedule that rows have.
  private(set) var programmes: Set<String> = []

  /// - Throws: Where a country that is asked for is not known.
  init(_ request: ImportRequest) throws(ImportFailure) {
    self.request = request
    form = RateForm(request.source)
    places = PlaceBook(codesAreNumbers: form.codesOfCountriesAreNumbers)
    importers = Stated(try places.number(request.importer, "--importer"))
    exporters = Stated(try places.number(request.origin, "--origin"))
    years = Stated(request.year)
    kinds = Stated(request.dutyType)
  }

  /// Begins a file whose header is in `row`.
  mutating func begin(_ file: String, header row: borrowing CellRow) throws(ImportFailure) {
    files.append(file)
    let texts = row.texts
    let keys = texts.map(ColumnRole.key)
    columns = [:]
    columnCount = (texts.lastIndex { !$0.isEmpty } ?? -1) + 1
    for (word, name) in request.columns {
      guard let role = RateForm.Role(rawValue: word) else { continue }
      guard let index = keys.firstIndex(of: ColumnRole.key(name)) else {
        throw ImportFailure(
          file, line: row.line, column: 1, "there is no column '\(name)'; there are \(FlowColumns.list(texts))")
      }
      columns[role] = index
    }
    for (role, names) in form.names where columns[role] == nil {
      columns[role] = names.lazy.compactMap { keys.firstIndex(of: ColumnRole.key($0)) }.first
    }
    for (role, names) in form.choices where columns[role] == nil {
      let found = names.compactMap { keys.firstIndex(of: ColumnRole.key($0)) }
      guard found.count < 2 else {
        throw ImportFailure(
          file, line: row.line, column: 1,
          "it has \(FlowColumns.list(found.map { texts[$0] })); say which with --column "
            + FlowColumns.quoted("\(role.rawValue)=\(texts[found[0]])"))
      }
      columns[role] = found.first
    }
    if let role = form.required.first(where: { columns[$0] == nil }) {
      throw ImportFailure(
        file, line: row.line, column: 1,
        "no column is known for the \(role.rawValue): there are \(FlowColumns.list(texts)); say which with --column "
          + FlowColumns.quoted("\(role.rawValue)=\(texts.last { !$0.isEmpty } ?? "")"))
    }
  }

  /// Takes a row.
  mutating func take(_ row: borrowing CellRow) {
    account.read += 1
    guard row.count >= columnCount, let codeCell = columns[.code], let rateCell = columns[.rate] else {
      return reject(row, row.count - 1, .columnCount)
    }
    var origin: String?
    if let cell = columns[.year] {
      guard let year = Int(row.text(cell)) else { return reject(row, cell, .badTime) }
      guard years.takes(year) else { return account.drop(.otherYear) }
    }
    if let cell = columns[.kind] {
      guard kinds.takes(row.text(cell)) else { return account.drop(.otherMeasure) }
    }
    if let cell = columns[.reporter] {
      guard case .place(let importer) = places.entry(row, cell) else { return rejectPlace(row, cell) }
      guard importers.takes(importer) else { return account.drop(.otherImporter) }
    }
    if let cell = columns[.partner] {
      switch places.entry(row, cell) {
      case .place(let exporter):
        guard request.origin == nil || exporters.takes(exporter) else { return account.drop(.otherExporter) }
        origin = places.names[exporter]
      case .world: origin = nil
      default: return rejectPlace(row, cell)
      }
    }
    if row.isBlank(codeCell) { return account.drop(.heading) }
    switch HSCode.read(row.content(codeCell), pads: request.padsCodes) {
    case .code(let code):
      if form.hasReferringChapters, code.chapter >= 98 { return account.drop(.chapter99) }
      take(row, code, rateCell, origin)
    case .lostZero: reject(row, codeCell, .lostZero)
    case .total: account.drop(.totalOfCodes)
    default: reject(row, codeCell, row.isDamaged(codeCell) ? .notUTF8 : .badCode)
    }
  }

  private mutating func rejectPlace(_ row: borrowing CellRow, _ cell: Int) {
    if places.entry(row, cell) == .group { return account.drop(.groupOfCountries) }
    reject(row, cell, row.isDamaged(cell) ? .notUTF8 : .unknownCountry)
  }

  private mutating func take(_ row: borrowing CellRow, _ code: HSCode, _ cell: Int, _ origin: String?) {
    if form.isWorded { return takeWorded(row, code, cell) }
    let text = row.text(cell)
    if text.isEmpty || [".", "NA", "-"].contains(text) { return reject(row, cell, .noValue) }
    guard var number = ExactDecimal(row.content(cell)) else { return reject(row, cell, .badValue) }
    guard number.mantissa >= 0 else { return reject(row, cell, .negative) }
    // What the database writes where chapter 99 has the rate.
    if number.double >= 9999 { return account.drop(.chapter99) }
    for role in [RateForm.Role.specific, .other] {
      guard let cell = columns[role], !row.isBlank(cell), row.text(cell) != "." else { continue }
      guard let amount = ExactDecimal(row.content(cell)) else { return reject(row, cell, .badValue) }
      if amount.double >= 9999 { return account.drop(.chapter99) }
      if amount.mantissa != 0 { return reject(row, cell, .specificDuty) }
    }
    number.exponent += form.power
    add(row, cell, [(Key(origin: origin, code: code), number.double)])
  }

  private mutating func takeWorded(_ row: borrowing CellRow, _ code: HSCode, _ cell: Int) {
    if row.isBlank(cell) { return account.drop(code.digits > 8 ? .inherited : .heading) }
    guard let rate = DutyRate(row.text(cell)) else { return reject(row, cell, .badRate) }
    guard let fraction = fraction(rate, code) else { return reject(row, cell, .specificDuty) }
    var found: [(Key, Double)] = [(Key(origin: nil, code: code), fraction)]
    if let cell = columns[.special], !row.isBlank(cell) {
      guard let special = DutyRate.programmes(row.text(cell)) else {
        if !request.programmes.isEmpty { return reject(row, cell, .badRate) }
        return add(row, cell, found)
      }
      programmes.formUnion(special.keys)
      for (programme, origin) in request.programmes.sorted(by: { $0.key < $1.key }) {
        guard let stated = special[programme] else { continue }
        guard let rate = stated else { return reject(row, cell, .badRate) }
        guard let fraction = self.fraction(rate, code) else { return reject(row, cell, .specificDuty) }
        found.append((Key(origin: origin, code: code), fraction))
      }
    }
    add(row, cell, found)
  }

  /// The fraction of the value that a rate is; nothing where it needs a unit value that is not stated.
  private func fraction(_ rate: DutyRate, _ code: HSCode) -> Double? {
    var fraction = rate.adValorem
    for part in rate.specific {
      guard let value = request.unitValues?.value(code, part.unit) else { return nil }
      fraction += part.dollars / value
    }
    return fraction
  }

  private mutating func add(_ row: borrowing CellRow, _ cell: Int, _ found: [(key: Key, fraction: Double)]) {
    var days: [CalendarDay?] = []
    for role in [RateForm.Role.start, .end] {
      guard let cell = columns[role], !row.isBlank(cell) else {
        days.append(nil)
        continue
      }
      guard let day = CalendarDay(row.text(cell)) else { return reject(row, cell, .badTime) }
      days.append(day)
    }
    if let start = days[0], let end = days[1], end < start { return reject(row, columns[.end] ?? 0, .badTime) }
    let place = row.place(cell)
    let stands = FlowTable.Place(file: files.count - 1, line: place.line, column: place.column)
    let rows = found.map { (key: $0.key, rate: Rate(fraction: $0.fraction, start: days[0], end: days[1], place: stands)) }
    for (key, rate) in rows {
      guard let earlier = rates[key]?.first(where: { $0.overlaps(rate) }) else { continue }
      // The same rate over the same days once more says nothing new.
      if earlier.fraction == rate.fraction, earlier.start == rate.start, earlier.end == rate.end {
        account.merged += 1
        return
      }
      return reject(row, columns[.code] ?? 0, .overlap, "first in \(files[earlier.place.file]):\(earlier.place.line)")
    }
    for (key, rate) in rows { rates[key, default: []].append(rate) }
    account.kept += 1
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
    account.reject(RowAccount.Reject(file: files.last ?? "", line: line, column: column, reason: reason, value: "", remark: nil))
  }
}
