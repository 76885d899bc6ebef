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

  func part(of code: String?) -> Part {
    guard let code else { return Part(isWhole: covers.isEmpty, finer: []) }
    if let index {
      let isWhole = (index.covers.longest(in: code) ?? (covers.isEmpty ? 0 : -1)) > index.exemptions.longest(in: code) ?? -1
      return Part(isWhole: isWhole, finer: (isWhole ? index.exemptions : index.covers).finer(than: code))
    }
    let covering = covers.filter { code.hasPrefix($0.digits) }.map(\.digits.utf8.count).max() ?? (covers.isEmpty ? 0 : -1)
    let exempting = exemptions.filter { code.hasPrefix($0.digits) }.map(\.digits.utf8.count).max() ?? -1
    let isWhole = covering > exempting
    let finer = (isWhole ? exemptions : covers).filter { $0.isFiner(than: code) }
    return Part(isWhole: isWhole, finer: finer)
  }
}

extension TariffMeasure {
  var codeCoverage: CodeCoverage { CodeCoverage(covers: covers, exemptions: exemptions) }

  /// Whether goods of `country` bear it.
  func applies(toOrigin country: String) -> Bool { countries.isEmpty || countries.contains(country) }
}
