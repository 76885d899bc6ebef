internal import CountryNames
internal import TariffModel

/// The codes of the goods of each origin on which measures can fall, home's lines among them and the partner's own production not.
struct GoodsByOrigin {
  /// Codes of one origin in their order.
  struct Codes {
    var codes: [PackedCode] = []

    /// Whether goods have a code that begins with this one.
    ///
    /// O(log codes).
    func isMet(by row: PackedCode) -> Bool {
      let place = place(of: row)
      return place < codes.count && row.holds(codes[place])
    }

    /// The code of goods that has most leading digits in common with a row's, at least the two of a chapter.
    func nearest(to row: PackedCode) -> PackedCode? {
      let place = place(of: row)
      let neighbours = [place - 1, place].filter(codes.indices.contains).map { codes[$0] }
      let best = neighbours.max { $0.sharedDigits(with: row) < $1.sharedDigits(with: row) }
      return best.flatMap { $0.sharedDigits(with: row) > 0 ? $0 : nil }
    }

    /// The number of codes that stand before one.
    private func place(of row: PackedCode) -> Int {
      var (low, high) = (0, codes.count)
      while low < high {
        let middle = (low + high) / 2
        if codes[middle] < row { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  private let study: Study
  private let suppliers: SupplierIndex
  private let home: Codes

  init(_ study: Study, _ suppliers: SupplierIndex) {
    (self.study, self.suppliers) = (study, suppliers)
    home = Codes(codes: study.exports.compactMap { $0.hs.map { PackedCode($0) } }.sorted())
  }

  /// O(the origin's codes).
  func codes(of origin: String) -> Codes {
    if origin == study.home { return home }
    guard origin != study.partner, let number = suppliers.numbers[origin] else { return Codes() }
    return Codes(codes: suppliers.entries[number].map(\.code))
  }

  /// What a row that meets no goods may have been meant for.
  func nearest(toOrigin origin: String, code: String) -> ModelNote.UnmetRow.Nearest? {
    let own = codes(of: origin)
    if !own.codes.isEmpty { return own.nearest(to: PackedCode(code)).map { .code($0.digits) } }
    let names = [study.home] + suppliers.origins
    if case .group(let group)? = NamedPlace(oneOf: origin),
      let member = names.first(where: { NamedPlace(oneOf: $0).map(group.holds) ?? false })
    {
      return .member(member)
    }
    if let place = NamedPlace(oneOf: origin),
      let holder = names.first(where: {
        if case .group(let group)? = NamedPlace(oneOf: $0) { group.holds(place) } else { false }
      })
    {
      return .group(holder)
    }
    // A country that the lists have is not a misspelt other one.
    guard NamedPlace(origin) == nil else { return nil }
    return TariffModel.nearestName(to: origin, among: names).map { .origin($0) }
  }
}
