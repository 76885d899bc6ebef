extension Study {
  /// The study with its first scenarios and some of its export lines, spread evenly; not meant to be answered but to be weighed: what
  /// a program of it takes tells what that of the whole will.
  ///
  /// Lines whose numbers a correlation matrix holds together all stay.
  package func sample(lines: Int, scenarios count: Int) -> Study {
    var sample = self
    sample.scenarios = Array(scenarios.prefix(count))
    guard lines < exports.count else { return sample }
    var kept = Set((0..<lines).map { $0 * exports.count / max(lines, 1) })
    let bound = Set(dependence.flatMap { block -> [String] in if case .matrix = block.structure { block.members } else { [] } })
    if !bound.isEmpty {
      let ids = Set(bound.compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) })
      for (index, line) in exports.enumerated() where ids.contains(line.id) { kept.insert(index) }
    }
    sample.exports = exports.indices.filter(kept.contains).map { exports[$0] }
    // Members that are no longer there have no draw to move.
    let paths = Set(sample.uncertainPaths)
    sample.dependence = dependence.map { $0.keeping { paths.contains($0) } }
    return sample
  }
}

extension Dependence {
  fileprivate func keeping(_ isKept: (String) -> Bool) -> Dependence {
    var kept = self
    switch structure {
    case .matrix: return self
    case .group: kept.members = members.filter(isKept)
    case .loadings(let factors, let rows):
      let pairs = zip(members, rows).filter { isKept($0.0) }
      kept.members = pairs.map(\.0)
      kept.structure = .loadings(factors: factors, rows: pairs.map(\.1))
    }
    return kept
  }
}
