extension Dependence {
  /// The same without some members and their rows; a matrix of another size than its members' is left for the model to refuse.
  package func without(_ isLeftOut: (String) -> Bool) -> Dependence {
    let kept = members.indices.filter { !isLeftOut(members[$0]) }
    guard kept.count < members.count else { return self }
    var rest = self
    switch structure {
    case .group: break
    case .loadings(let factors, let rows): rest.structure = .loadings(factors: factors, rows: kept.map { rows[$0] })
    case .matrix(let rows):
      guard rows.count == members.count, rows.allSatisfy({ $0.count == members.count }) else { return self }
      rest.structure = .matrix(kept.map { row in kept.map { rows[row][$0] } })
    }
    rest.members = kept.map { members[$0] }
    return rest
  }
}
