extension FlowIntake {
  /// The table, when all rows are taken.
  ///
  /// - Throws: Where the files leave open what is wanted, with the option to type.
  consuming func finish() throws(ImportFailure) -> ImportedTable {
    try checkWhatIsOpen()
    dropPartsWithoutTotals()
    let level = try level()
    let digits = request.digits ?? level
    guard digits <= level else {
      throw failure("--digits \(digits) is finer than the codes, which have \(level) digits; say --digits \(level) or less")
    }
    var sums: [FlowSum.Key: FlowSum] = [:]
    var taken = 0
    for (key, flow) in table.flows {
      let code = HSCode(packed: key.code)
      guard code.digits == level else {
        account.drop(.otherLevel, rows: Int(flow.rows))
        continue
      }
      taken += Int(flow.rows)
      let duty = flow.duty.map { $0 + (duties[key] ?? .zero) } ?? duties[key]
      let place = FlowSum.Key(
        exporter: key.exporter, importer: key.importer, code: request.table == .world ? nil : code.prefix(digits))
      sums[place, default: FlowSum()].add(flow.value, duty)
    }
    account.kept = sums.count
    account.merged = taken - sums.count
    guard !sums.isEmpty else { throw failure(emptyWords) }
    if let key = duties.first(where: { table.flows[$0.key] == nil && $0.value != .zero })?.key {
      throw failure(
        "a duty of \(places.names[key.exporter]) on \(HSCode(packed: key.code).text) has no value beside it: export both kinds of "
          + "figures in one query")
    }
    var result = ImportedTable()
    try write(sums, to: &result)
    addControls(to: &result, level: level)
    addNotes(to: &result, level: level, digits: digits)
    result.account = account
    return result
  }

  /// What is not stated and not the same in all rows.
  private func checkWhatIsOpen() throws(ImportFailure) {
    guard account.read > 0 else { throw failure("it has no rows below its header") }
    if let all = years.open { throw open("years", all.map(String.init), "--year \(all[all.count - 1])") }
    if let all = years.missed { throw missed("year", years.value.map(String.init), all.map(String.init)) }
    if let all = months.open {
      throw open("months, each with the figures since January", all.map(String.init), "--month \(all[all.count - 1])")
    }
    if let all = months.missed { throw missed("month", months.value.map(String.init), all.map(String.init)) }
    if let all = flows.open { throw open("flows", all, "--flow \(all[0])") }
    if let all = flows.missed { throw missed("flow", flows.value, all) }
    for (countries, what, option) in [(importers, "importers", "--importer"), (exporters, "origins", "--origin")] {
      let named = { (all: [Int]) in all.map { places.names[$0] }.sorted() }
      if let all = countries.open.map(named) { throw open(what, all, "\(option) \(FlowColumns.quoted(all[0]))") }
      if let all = countries.missed.map(named) {
        throw missed(String(what.dropLast()), countries.value.map { places.names[$0] }, all)
      }
    }
  }

  private func open(_ what: String, _ all: [String], _ option: String) -> ImportFailure {
    failure("there are several \(what), \(FlowColumns.list(all)); say which, as in \(option)")
  }

  private func missed(_ what: String, _ wanted: String?, _ all: [String]) -> ImportFailure {
    failure("no row has the \(what) \(wanted ?? ""); there are \(FlowColumns.list(all))")
  }

  private func failure(_ words: String) -> ImportFailure { ImportFailure(files.first ?? "", words) }

  private var emptyWords: String {
    let most = account.dropped.max { ($0.value, $1.key.words) < ($1.value, $0.key.words) }
    return "no row is left: of \(account.read), \(most?.value ?? 0) are dropped as '\(most?.key.words ?? "")'"
      + (most?.key.wayOut.map { "; \($0)" } ?? "")
      + (account.rejects.first.map { "; the first at fault is \($0.line):\($0.column), '\($0.value)'" } ?? "")
  }

  /// Parts stand for a flow where the files have no totals at all and part every flow in one way.
  private mutating func dropPartsWithoutTotals() {
    for (key, flow) in table.flows where flow.parting != 0 && (table.hasTotals || flow.isMixed) {
      account.reject(
        RowAccount.Reject(
          file: files[flow.place.file], line: flow.place.line, column: flow.place.column, reason: .detailWithoutTotal,
          value: HSCode(packed: key.code).text, remark: places.names[key.exporter]), rows: Int(flow.rows))
      forget(key)
    }
  }

  /// The level of the code that is taken.
  private func level() throws(ImportFailure) -> Int {
    var levels: Set<Int> = []
    for key in table.flows.keys { levels.insert(Int(key.code & 15)) }
    let all = levels.sorted()
    if let level = request.level {
      guard all.contains(level) || all.isEmpty else { throw missed("level of", "\(level) digits", all.map { "\($0) digits" }) }
      return level
    }
    guard all.count > 1 else { return all.first ?? 2 }
    throw failure(
      "codes of \(all.dropLast().map(String.init).joined(separator: ", ")) and \(all[all.count - 1]) digits stand beside each other, "
        + "so that sums would count goods more than once; say which are taken, as in --level \(all[all.count - 1])")
  }

  private func addControls(to result: inout ImportedTable, level: Int) {
    guard let total = result.total else { return }
    let isWhole = request.origin == nil && request.table != .lines
    let controls = controls
    var (stated, imported) = (Amount.zero, Amount.zero)
    let totalled = controls.pairs.filter { $0.value.total != nil }
    for pair in totalled.values { (stated, imported) = (stated + (pair.total ?? .zero), imported + pair.uncoded) }
    for (key, flow) in table.flows where Int(key.code & 15) == level {
      let sides = FlowSides(exporter: .place(key.exporter), importer: .place(key.importer))
      if totalled[sides] != nil { imported += flow.value }
    }
    if !totalled.isEmpty {
      let countries = totalled.count == 1 ? "1 country" : "\(totalled.count) countries"
      result.controls.append(.init(name: "all codes of \(countries)", stated: stated, imported: imported))
    }
    if isWhole, let stated = controls.world {
      result.controls.append(.init(name: "all codes of the world", stated: stated, imported: total + controls.uncoded))
    }
    if isWhole, let stated = controls.worldByLevel[level] {
      result.controls.append(.init(name: "\(level) digits of the world", stated: stated, imported: total))
    }
    var above: [Int: Amount] = [:]
    for (key, flow) in table.flows {
      let digits = Int(key.code & 15)
      if digits != level { above[digits, default: .zero] += flow.value }
    }
    for (digits, stated) in above.sorted(by: { $0.key < $1.key }) {
      result.controls.append(.init(name: "\(digits) digits, the same countries", stated: stated, imported: total))
    }
  }

  private func addNotes(to result: inout ImportedTable, level: Int, digits: Int) {
    if digits < level { result.notes.append("values of \(level) digits are added up to \(digits)") }
    if controls.uncoded != .zero {
      result.notes.append("goods without a code are worth \(controls.uncoded.dollars) dollars; they are in no row")
    }
    if let valuation = request.source.valuation { result.notes.append(valuation) }
    let months = (1...12).filter { table.months & 1 << UInt16($0) != 0 }
    if !table.hasTotals, !months.isEmpty {
      result.notes.append(
        months.count == 12
          ? "twelve months are added"
          : "only \(months.count) months are added, \(months.map(String.init).joined(separator: ", "))")
    } else if let month = self.months.value {
      result.notes.append(month == 12 ? "figures are of the whole year" : "figures are of January to month \(month) alone")
    }
  }
}
