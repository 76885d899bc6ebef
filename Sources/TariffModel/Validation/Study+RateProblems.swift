extension Study {
  /// A table of rates has a row for all goods that its measure covers, and none that is finer than their code.
  ///
  /// O(goods + rows).
  func rateProblems(of measure: TariffMeasure) -> [ModelProblem] {
    guard case .table(let table) = measure.rate else { return [] }
    let path = "measures/\(measure.name)/rates"
    var first: (origin: String, hs: String?)?
    var missing = 0
    // Mostly all codes of goods are at least as long as those of rows: then no row is too fine.
    let longest = table.rows.lazy.filter { $0.digits != RateTable.all }.map { $0.digits.utf8.count }.max() ?? 0
    var hasCoarseGoods = false
    // Goods of one origin mostly follow each other.
    var rates: (origin: String, rates: RateTable.Rates)?
    forEachGoods(under: measure) { origin, hs in
      if rates?.origin != origin { rates = (origin, table.rates(of: origin)) }
      if let hs, hs.utf8.count < longest { hasCoarseGoods = true }
      guard rates?.rates.hasRow(of: hs) != true else { return }
      if first == nil { first = (origin, hs) }
      missing += 1
    }
    if let first {
      let rule = ModelRule.rateForAllGoods(origin: first.origin, code: first.hs, others: missing - 1)
      return [ModelProblem(path: path, rule: rule)]
    }
    return hasCoarseGoods ? tooFineRow(of: table, measure, at: path).map { [$0] } ?? [] : []
  }

  /// The first row that begins with the code of its origin's goods, goes on, and has none under it.
  private func tooFineRow(of table: RateTable, _ measure: TariffMeasure, at path: String) -> ModelProblem? {
    var codes: [String: Set<String>] = [:]
    var prefixes: [String: Set<String>] = [:]
    forEachGoods(under: measure) { origin, hs in
      guard let hs else { return }
      codes[origin, default: []].insert(hs)
      for end in hs.indices { prefixes[origin, default: []].insert(String(hs[...end])) }
    }
    for (origin, own) in codes.sorted(by: { $0.key < $1.key }) {
      for digits in table.rates(of: origin).codes.sorted() where digits != RateTable.all {
        let coarser = digits.indices.dropFirst().first { own.contains(String(digits[..<$0])) }
        guard let coarser, prefixes[origin]?.contains(digits) != true else { continue }
        let rule = ModelRule.rateNotFinerThanGoods(origin: origin, code: String(digits[..<coarser]))
        return ModelProblem(path: path, value: digits, rule: rule)
      }
    }
    return nil
  }

  /// Whether a measure falls on some goods of the study.
  package func hasGoods(under measure: TariffMeasure) -> Bool {
    var isAny = false
    forEachGoods(under: measure) { _, _ in isAny = true }
    return isAny
  }

  /// Calls a function with the origin and the code of all goods that a measure falls on.
  private func forEachGoods(under measure: TariffMeasure, _ body: (String, String?) -> Void) {
    let coverage = MeasureCoverage(measure, of: self)
    let coversAll = measure.covers.isEmpty && measure.exemptions.isEmpty
    var isCovered: [String?: Bool] = [:]
    func visit(_ origin: String, _ hs: String?) {
      if coverage.hasTables {
        guard coverage.coversSome(origin: origin, code: hs) else { return }
      } else if !coversAll {
        let covered = isCovered[hs] ?? !coverage.ownPart(of: hs).isNothing
        isCovered[hs] = covered
        guard covered else { return }
      }
      body(origin, hs)
    }
    if home != partner, measure.applies(toOrigin: home) {
      // A line in a market that has no code is at fault already.
      for line in exports where !line.isInMarket || line.hs != nil { visit(home, line.hs) }
    }
    for supplier in suppliers where supplier.origin != partner && measure.applies(toOrigin: supplier.origin) {
      visit(supplier.origin, supplier.hs)
    }
  }
}
