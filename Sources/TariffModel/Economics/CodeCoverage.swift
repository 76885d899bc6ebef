/// Which part of a line a list of prefixes covers.
///
/// Over coverage and exemptions together the longest prefix decides. A prefix longer than the line's code stands for a stated
/// share of its value.
struct CodeCoverage {
  let covers: [CodePrefix]
  let exemptions: [CodePrefix]
  private var index: (covers: PrefixIndex, exemptions: PrefixIndex)?

  init(covers: [CodePrefix], exemptions: [CodePrefix]) {
    self.covers = covers
    self.exemptions = exemptions
  }

  /// The same, for many codes: long lists are looked up rather than walked through.
  var indexed: Self {
    guard covers.count + exemptions.count > 16 else { return self }
    var indexed = self
    indexed.index = (PrefixIndex(covers), PrefixIndex(exemptions))
    return indexed
  }

  /// The covered part of a line: whole or none by its own code, and the shares that finer prefixes add or take away.
  struct Part {
    let isWhole: Bool
    /// Finer prefixes that differ from the whole: added where it is not covered, taken away where it is.
    let finer: [CodePrefix]

    var isNothing: Bool { !isWhole && finer.isEmpty }
  }

  func part(of code: String?) -> Part { part(of: code, exemptingAlso: []) }

  /// The part that is covered where further prefixes are exempt; of those that stand among them twice the first counts.
  func part(of code: String?, exemptingAlso others: [CodePrefix]) -> Part {
    guard let code else { return Part(isWhole: covers.isEmpty, finer: []) }
    let covering: Int
    var exempting: Int
    if let index {
      covering = index.covers.longest(in: code) ?? (covers.isEmpty ? 0 : -1)
      exempting = index.exemptions.longest(in: code) ?? -1
    } else {
      covering = Self.longest(of: covers, in: code) ?? (covers.isEmpty ? 0 : -1)
      exempting = Self.longest(of: exemptions, in: code) ?? -1
    }
    exempting = max(exempting, Self.longest(of: others, in: code) ?? -1)
    let isWhole = covering > exempting
    var finer =
      index.map { (isWhole ? $0.exemptions : $0.covers).finer(than: code) }
      ?? (isWhole ? exemptions : covers).filter { $0.isFiner(than: code) }
    if isWhole {
      for prefix in others where prefix.isFiner(than: code) && !finer.contains(where: { $0.digits == prefix.digits }) {
        finer.append(prefix)
      }
    }
    return Part(isWhole: isWhole, finer: finer)
  }

  private static func longest(of prefixes: [CodePrefix], in code: String) -> Int? {
    prefixes.filter { code.hasPrefix($0.digits) }.map(\.digits.utf8.count).max()
  }
}

extension TariffMeasure {
  var codeCoverage: CodeCoverage { CodeCoverage(covers: covers, exemptions: exemptions) }

  /// Whether goods of `country` bear it.
  func applies(toOrigin country: String) -> Bool { countries.isEmpty || countries.contains(country) }
}
