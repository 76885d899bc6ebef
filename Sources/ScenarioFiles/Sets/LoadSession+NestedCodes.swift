internal import TariffModel

extension LoadSession {
  /// Reports goods that are stated twice: a code inside another of the same origin, in one market or among lines by themselves.
  ///
  /// Whatever tables the two stand in. In two markets the coarser code stands for what the finer one leaves. Lines of one code are
  /// told apart by their ids and stay; those without a code are compared with none. O(n log n) in lines and suppliers.
  func reportNestedCodes(of study: Study, _ suppliers: SupplierIndex, _ index: MarketIndex) {
    var exports = study.exports.enumerated().compactMap { number, line in
      line.hs.map { Coded(code: PackedCode($0), number: number, market: line.isInMarket ? .some(index.market(of: $0)) : nil) }
    }
    exports.sort { ($0.code, $0.number) < ($1.code, $1.number) }
    report(exports) { (study.exports[$0].hs ?? "", "exports/\(study.exports[$0].id)") }
    var imports = study.imports.enumerated().compactMap { number, line in
      line.hs.map { Coded(code: PackedCode($0), number: number, market: nil) }
    }
    imports.sort { ($0.code, $0.number) < ($1.code, $1.number) }
    report(imports) { (study.imports[$0].hs ?? "", "imports/\(study.imports[$0].id)") }
    for entries in suppliers.entries where entries.count > 1 {
      report(entries.lazy.map { Coded(code: $0.code, number: $0.supplier, market: .some($0.market)) }) {
        (study.suppliers[$0].hs, Self.path(of: study.suppliers[$0]))
      }
    }
  }

  /// Goods of one origin under a code.
  private struct Coded {
    var code: PackedCode
    /// Of the line or supplier in the study.
    var number: Int
    /// The number of the market in which they stand, which may be none; nothing for goods by themselves.
    var market: Int??
  }

  /// Reports each code with the nearest that holds it; `place` tells the code and the path of goods.
  private func report(_ goods: some Sequence<Coded>, _ place: (Int) -> (code: String, path: String)) {
    // Codes that hold the present one, which follow each other in their order; at most two of one code.
    var holders: [Coded] = []
    for inner in goods {
      while let last = holders.last, !last.code.holds(inner.code) { holders.removeLast() }
      if let outer = holders.last(where: { isTwice($0, inner) }) {
        let (inside, whole) = (place(inner.number), place(outer.number))
        report(
          InputProblem(
            location: location(of: inside.path), path: inside.path, value: Field.quoted(inside.code),
            rule: .codeWithin(whole.code, first: location(of: whole.path)),
            suggestion: "leave one of the two out, or state the rest of \(whole.code) by its own finer codes"))
      }
      let isKnown = holders.contains { $0.code == inner.code && ($0.market == nil) == (inner.market == nil) }
      if !isKnown { holders.append(inner) }
    }
  }

  /// Whether the goods of the finer code are part of the other's.
  private func isTwice(_ outer: Coded, _ inner: Coded) -> Bool {
    guard outer.code != inner.code else { return false }
    guard let outside = outer.market, let inside = inner.market else { return true }
    return outside == inside
  }

  private func location(of path: String) -> SourceLocation {
    locations[path] ?? SourceLocation(file: fileName, line: 1, column: 1)
  }
}
