extension Study {
  /// Lists of codes some of which no goods of the study have.
  ///
  /// A list may be that of a law, or shared by studies of which each has some of its codes, so that such a code is no mistake unless all
  /// are. O(codes of goods and of lists).
  var codeNotes: [ModelNote] {
    let goods = GoodsCodes(goodsCodes)
    let lines = GoodsCodes(exports.map { ($0.id, $0.hs) })
    let lists =
      measures.flatMap {
        [("measures/\($0.name)/covers", $0.covers, goods), ("measures/\($0.name)/exempt", $0.exemptions, goods)]
      }
      + quotas.map { ("quotas/\($0.name)/covers", $0.covers, lines) }
    return lists.compactMap { path, prefixes, codes in
      let unmet = prefixes.filter { !codes.meet($0) }.map(\.digits)
      guard !unmet.isEmpty else { return nil }
      return ModelNote(
        scenario: nil,
        subject: .codesWithoutGoods(list: path, Array(unmet.prefix(3)), unmet: unmet.count, of: prefixes.count))
    }
  }

  /// Nests that name countries of which the study has no trade.
  var nestNotes: [ModelNote] {
    let origins = KnownCountries(tradingOrigins + [partner])
    return nests.compactMap { nest in
      let strangers = origins.strangers(among: nest.origins).map(\.name)
      return strangers.isEmpty ? nil : ModelNote(scenario: nil, subject: .strangersInNest(nest.name, strangers))
    }
  }
}

extension GoodsCodes {
  /// Whether a prefix and the code of some goods have goods in common.
  func meet(_ prefix: CodePrefix) -> Bool { haveGoods(under: prefix) || first(coarserThan: prefix) != nil }
}
