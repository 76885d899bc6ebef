internal import TariffModel

extension LoadSession {
  /// The rates of a measure by origin and code.
  func rateTable(_ field: Field?) -> TariffRate? {
    guard let field, let table = open(field, as: .rateTable) else { return nil }
    var rates = RateTable(rates: [:])
    var first: [String: [(validity: Validity, location: SourceLocation)]] = [:]
    var isWhole = true
    var spellings = OriginList()
    let isRead = readRows(of: table, as: .rate, under: table.path) { view, _ in
      guard let origin = rateOrigin(view["origin"], &spellings), let hs = rateCode(view["hs"]), let cell = view["rate"],
        let rate = scalar(cell, as: .rate), let validity = rowValidity(view)
      else {
        isWhole = false
        return
      }
      if rate < 0 { report(cell, .outsideRange(allowed: "0 or above")) }
      let key = "\(origin)/\(hs)"
      if let earlier = first[key]?.first(where: { $0.validity.overlaps(validity) }) {
        let isDated = validity.isDated || earlier.validity.isDated
        report(
          InputProblem(
            location: view.location, path: "\(table.path)/\(key)",
            rule: isDated ? .overlappingRow(first: earlier.location) : .duplicateName(first: earlier.location),
            suggestion: isDated ? Self.rowAdvice : nil))
      }
      first[key, default: []].append((validity, view.location))
      if validity.isDated {
        rates.datedRates[origin, default: [:]][hs, default: []].append(RateTable.DatedRate(rate, validity: validity))
      } else {
        rates.rates[origin, default: [:]][hs] = rate
      }
    }
    if case .text(let file)? = table["file"]?.value { rateFiles[table.path] = file }
    return isRead && isWhole ? .table(rates) : nil
  }

  /// The origin of a row, or the word for all that have no row of their own.
  private func rateOrigin(_ field: Field?, _ spellings: inout OriginList) -> String? {
    if case .text(RateTable.all)? = field?.value { return RateTable.all }
    return namedOrigin(field, in: origins, &spellings, isComponent: true)
  }

  /// The code of a row, or the word for all goods of its origin.
  private func rateCode(_ field: Field?) -> String? {
    if case .text(RateTable.all)? = field?.value { return RateTable.all }
    return code(field)
  }
}

extension TableForm {
  /// A row of a table of rates.
  fileprivate static let rate = TableForm(
    "rate", "The rate of one origin's goods under one code.",
    [
      KeyForm("origin", .name, required: true, "Where the goods come from; all for every origin without a row of its own."),
      KeyForm("hs", .code, required: true, "Code or prefix of the Harmonized System; all for every code."),
      KeyForm("rate", .number(.rate), required: true, "Ad valorem rate on the customs value."),
      start, end,
    ])
}
