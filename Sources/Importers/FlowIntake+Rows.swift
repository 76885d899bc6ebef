extension FlowIntake {
  /// Writes the flows as rows, by origin and code.
  func write(_ sums: [FlowSum.Key: FlowSum], to result: inout ImportedTable) throws(ImportFailure) {
    let names = places.names
    let sorted = sums.map { key, sum in
      (exporter: names[key.exporter], importer: names[key.importer], code: key.code?.text ?? "", key: key, sum: sum)
    }.sorted { ($0.exporter, $0.code, $0.importer) < ($1.exporter, $1.code, $1.importer) }
    // A duty that only some rows have would be zero in the others.
    let hasDuty = request.duties == nil && request.table != .world && sorted.allSatisfy { $0.sum.duty != nil }
    if !hasDuty, request.duties == nil, request.table != .world, sorted.contains(where: { $0.sum.duty != nil }) {
      result.notes.append("some flows have no duty beside their value, so that the table has no column dutyPaid")
    }
    let hasNames = request.table == .lines && goodNames.contains { !$0.value.isEmpty }
    switch request.table {
    case .suppliers: result.columns = ["origin", "hs", "value"]
    case .lines: result.columns = ["id", "hs"] + (hasNames ? ["name"] : []) + ["value"]
    case .world: result.columns = ["exporter", "importer", "value"]
    }
    if hasDuty { result.columns.append("dutyPaid") }
    if request.duties != nil { result.columns.append("duty") }
    var (total, duty) = (Amount.zero, Amount.zero)
    result.rows.reserveCapacity(sorted.count)
    for row in sorted {
      var cells =
        switch request.table {
        case .suppliers: [row.exporter, row.code, row.sum.value.millions]
        case .world: [row.exporter, row.importer, row.sum.value.millions]
        case .lines:
          [row.code, row.code] + (hasNames ? [row.key.code.flatMap { goodNames[$0] } ?? ""] : []) + [row.sum.value.millions]
        }
      if hasDuty, let paid = row.sum.duty { cells.append(paid.millions) }
      if let duties = request.duties { cells.append("\(try duties.rate(row.exporter, row.code))") }
      result.rows.append(cells)
      total += row.sum.value
      duty += row.sum.duty ?? .zero
    }
    result.total = total
    result.totalDuty = hasDuty ? duty : nil
  }
}
