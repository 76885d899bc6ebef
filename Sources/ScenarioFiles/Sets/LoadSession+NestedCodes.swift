internal import TariffModel

extension LoadSession {
  /// Reports goods that are stated twice: a code inside another of the same origin, in one market or among lines by themselves.
  ///
  /// Whatever tables the two stand in. In two markets the coarser code stands for what the finer one leaves. Lines of one code are
  /// told apart by their ids and stay; those without a code are compared with none. O(n log n) in lines and suppliers.
  func reportNestedCodes(of study: Study) {
    let index = MarketIndex(study.markets)
    report(
      study.exports.compactMap { line in
        line.hs.map { Coded(code: $0, path: "exports/\(line.id)", standsInMarket: line.isInMarket) }
      }, in: index)
    report(
      study.imports.compactMap { line in
        line.hs.map { Coded(code: $0, path: "imports/\(line.id)", standsInMarket: false) }
      }, in: index)
    for suppliers in Dictionary(grouping: study.suppliers, by: \.origin).values where suppliers.count > 1 {
      report(
        suppliers.map { Coded(code: $0.hs, path: "markets/suppliers/\($0.hs)/\($0.origin)", standsInMarket: true) }, in: index)
    }
  }

  /// Goods of one origin under a code.
  private struct Coded {
    var code: String
    var path: String
    var standsInMarket: Bool
  }

  /// Reports each code with the nearest that holds it.
  private func report(_ goods: [Coded], in index: MarketIndex) {
    // Codes that hold the present one, which follow each other when all are sorted; at most two of one code.
    var holders: [Coded] = []
    for inner in goods.sorted(by: { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }) {
      while let last = holders.last, !inner.code.hasPrefix(last.code) { holders.removeLast() }
      if let outer = holders.last(where: { isTwice($0, inner, index) }) {
        report(
          InputProblem(
            location: location(of: inner), path: inner.path, value: Field.quoted(inner.code),
            rule: .codeWithin(outer.code, first: location(of: outer)),
            suggestion: "leave one of the two out, or state the rest of \(outer.code) by its own finer codes"))
      }
      let isKnown = holders.contains { $0.code == inner.code && $0.standsInMarket == inner.standsInMarket }
      if !isKnown { holders.append(inner) }
    }
  }

  /// Whether the goods of the finer code are part of the other's.
  private func isTwice(_ outer: Coded, _ inner: Coded, _ index: MarketIndex) -> Bool {
    guard outer.code != inner.code else { return false }
    guard outer.standsInMarket, inner.standsInMarket else { return true }
    return index.market(of: outer.code) == index.market(of: inner.code)
  }

  private func location(of goods: Coded) -> SourceLocation { locations[goods.path] ?? SourceLocation(file: fileName) }
}
