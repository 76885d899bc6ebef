internal import TariffModel

extension LoadSession {
  /// The rates of a measure by origin and code.
  func rateTable(_ field: Field?) -> TariffRate? {
    guard let field, let table = open(field, as: .rateTable) else { return nil }
    var rates: [String: [String: Double]] = [:]
    var first: [String: SourceLocation] = [:]
    var isWhole = true
    var spellings = OriginList()
    let isRead = readRows(of: table, as: .rate, under: table.path) { view, _ in
      guard let origin = namedOrigin(view["origin"], in: origins, &spellings, isComponent: true), let hs = code(view["hs"]),
        let cell = view["rate"],
        let rate = scalar(cell, as: .rate)
      else {
        isWhole = false
        return
      }
      if rate < 0 { report(cell, .outsideRange(allowed: "0 or above")) }
      let key = "\(origin)/\(hs)"
      if let earlier = first.updateValue(view.location, forKey: key) {
        report(InputProblem(location: view.location, path: "\(table.path)/\(key)", rule: .duplicateName(first: earlier)))
      }
      rates[origin, default: [:]][hs] = rate
    }
    if case .text(let file)? = table["file"]?.value { rateFiles[table.path] = file }
    return isRead && isWhole ? .table(RateTable(rates: rates)) : nil
  }
}

extension TableForm {
  /// A row of a table of rates.
  fileprivate static let rate = TableForm(
    "rate", "The rate of one origin's goods under one code.",
    [
      KeyForm("origin", .name, required: true, "Where the goods come from."),
      KeyForm("hs", .code, required: true, "Code or prefix of the Harmonized System."),
      KeyForm("rate", .number(.rate), required: true, "Ad valorem rate on the customs value."),
    ])
}
