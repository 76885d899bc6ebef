internal import Distributions

extension Study {
  /// A note for each dependence between yes/no numbers, with the correlation that the first pair of them has.
  ///
  /// The correlation that a file states is that of the normals behind the numbers. O(members²).
  var switchNotes: [ModelNote] {
    guard !dependence.isEmpty else { return [] }
    // Few numbers take two values: only these are looked up.
    var chances: [String: (yes: Double, no: Double)] = [:]
    forEachAssumption { quantity in
      if case .distribution(let distribution) = quantity.value, let both = distribution.chances { chances[quantity.path] = both }
    }
    guard chances.count > 1 else { return [] }
    return dependence.compactMap { switchNote(of: $0, chances) }
  }

  private func switchNote(of dependence: Dependence, _ chances: [String: (yes: Double, no: Double)]) -> ModelNote? {
    let switches = dependence.members.indices.filter { chances[dependence.members[$0]] != nil }
    var first: (a: Int, b: Int, correlation: Double)?
    var count = 0
    for (number, a) in switches.enumerated() {
      for b in switches[(number + 1)...] {
        let correlation = dependence.structure.correlation(a, b)
        guard correlation != 0 else { continue }
        count += 1
        if first == nil { first = (a, b, correlation) }
      }
    }
    guard let first else { return nil }
    let (a, b) = (dependence.members[first.a], dependence.members[first.b])
    guard let one = chances[a], let other = chances[b] else { return nil }
    let actual = BinaryCorrelation.of(normals: first.correlation, one, other)
    return ModelNote(
      scenario: nil,
      subject: .correlationOfSwitches(first: a, second: b, stated: first.correlation, actual: actual, others: count - 1))
  }
}

extension Dependence.Structure {
  /// The correlation of two members' normals.
  fileprivate func correlation(_ a: Int, _ b: Int) -> Double {
    switch self {
    case .group(let correlation): correlation
    case .matrix(let rows): rows[a][b]
    case .loadings(_, let rows): zip(rows[a], rows[b]).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }
}
