internal import LinearAlgebra

extension Study {
  /// What is wrong with the dependence; a member that is certain is none of it: it has no draw to move.
  func dependenceProblems(among numbers: [StatedNumber]) -> [ModelProblem] {
    var owner: [String: String] = [:]
    var found: [ModelProblem] = []
    // Looked up by the members: a book of imports has tens of thousands of numbers and few of them depend on others.
    let members = Set(dependence.flatMap(\.members))
    let stated = Set(numbers.lazy.map(\.quantity.path).filter(members.contains))
    for block in dependence {
      let path = "dependence/\(block.name)"
      for member in block.members {
        if let other = owner.updateValue(block.name, forKey: member) {
          found.append(ModelProblem(path: path, value: member, rule: .oneDependence(other: other)))
        } else if !stated.contains(member) {
          found.append(unknown(member, kind: "number", among: uncertainPaths, at: path))
        }
      }
      found += problems(of: block.structure, members: block.members, at: path)
    }
    return found
  }

  private func problems(of structure: Dependence.Structure, members: [String], at path: String) -> [ModelProblem] {
    switch structure {
    case .group(let correlation):
      // Not less, or the members' sum would have a negative variance; the rounding of a stated −1/3 or −0.1429 aside.
      let lowest = members.count > 1 ? -1 / Double(members.count - 1) : 0
      guard !(correlation >= lowest - 1e-9 && correlation < 1) else { return [] }
      let rule = ModelRule.correlationInRange(members: members.count)
      return [ModelProblem(path: "\(path)/correlation", value: "\(correlation)", rule: rule)]
    case .loadings(_, let rows):
      return zip(members, rows).compactMap { member, row in
        let sum = row.reduce(0) { $0 + $1 * $1 }
        // A row that was scaled to length 1 may exceed it by its rounding.
        guard sum > 1 + 1e-12 else { return nil }
        return ModelProblem(path: "\(path)/\(member)", rule: .loadingsWithinOne(sum: sum))
      }
    case .matrix(let rows):
      return matrixProblem(rows, members: members).map { [ModelProblem(path: "\(path)/matrix", rule: $0)] } ?? []
    }
  }

  private func matrixProblem(_ rows: [[Double]], members: [String]) -> ModelRule? {
    let size = members.count
    guard rows.count == size, rows.allSatisfy({ $0.count == size }) else { return .matrixSize(members: size) }
    for row in rows.indices {
      if rows[row][row] != 1 { return .matrixHasUnitDiagonal(row: row + 1) }
      for column in 0..<row where rows[row][column] != rows[column][row] {
        return .matrixIsSymmetric(row: row + 1, column: column + 1)
      }
      for column in 0..<row where rows[row][column].magnitude > 1 {
        return .matrixWithinOne(row: row + 1, column: column + 1, value: rows[row][column])
      }
    }
    let matrix = Matrix(rows: rows)
    guard matrix.choleskyFactor() == nil else { return nil }
    // What follows needs OpenBLAS, which nothing else of a check does.
    if let reason = BLAS.failure { return .matrixNotExamined(reason: reason) }
    guard BLAS.takeBuffers(threads: 1) else { return .matrixNotExamined(reason: "the system gives it too little memory") }
    return .matrixIsPositiveSemidefinite(CorrelationDiagnosis(of: rows, matrix, members: members))
  }
}
