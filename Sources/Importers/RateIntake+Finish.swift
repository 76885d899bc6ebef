extension RateIntake {
  /// The table, when all rows are taken.
  consuming func finish() throws(ImportFailure) -> ImportedTable {
    let file = files.first ?? ""
    guard account.read > 0 else { throw ImportFailure(file, "it has no rows below its header") }
    func check(_ open: [String]?, _ missed: [String]?, _ what: String, _ option: String) throws(ImportFailure) {
      if let open {
        throw ImportFailure(
          file,
          "there are several \(what)s, \(FlowColumns.list(open)); say which, as in \(option) "
            + FlowColumns.quoted(open[open.count - 1]))
      }
      if let missed {
        throw ImportFailure(file, "no row has the \(what) that is asked for; there are \(FlowColumns.list(missed))")
      }
    }
    let names = places.names
    try check(years.open?.map(String.init), years.missed?.map(String.init), "year", "--year")
    try check(kinds.open, kinds.missed, "duty type", "--duty-type")
    try check(importers.open?.map { names[$0] }, importers.missed?.map { names[$0] }, "importer", "--importer")
    try check(nil, exporters.missed?.map { names[$0] }, "origin", "--origin")
    for programme in request.programmes.keys.sorted() where !programmes.contains(programme) {
      throw ImportFailure(
        file, "no row has the programme \(programme); there are \(FlowColumns.list(programmes.sorted()))")
    }
    guard !rates.isEmpty else {
      throw ImportFailure(
        file,
        "no row is left of \(account.read)"
          + (account.rejects.first.map { "; \($0.line):\($0.column), '\($0.value)': \($0.reason.words)" } ?? ""))
    }
    var result = ImportedTable()
    let isDated = rates.values.contains { $0.contains { $0.start != nil || $0.end != nil } }
    result.columns = ["origin", "hs", "rate"] + (isDated ? ["start", "end"] : [])
    let sorted = rates.map { (origin: $0.key.origin ?? "all", code: $0.key.code.text, rates: $0.value) }
      .sorted { ($0.origin, $0.code) < ($1.origin, $1.code) }
    for (origin, code, rates) in sorted {
      for rate in rates.sorted(by: { ($0.start?.text ?? "") < ($1.start?.text ?? "") }) {
        result.rows.append(
          [origin, code, "\(rate.fraction)"] + (isDated ? [rate.start?.text ?? "", rate.end?.text ?? ""] : []))
      }
    }
    result.account = account
    if form.isWorded, request.programmes.isEmpty, !programmes.isEmpty {
      result.notes.append("rates of programmes are left out; take one with --programme, as in --programme AU=Australia")
    }
    return result
  }
}
