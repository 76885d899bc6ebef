extension Matrix {
  /// The correlation matrix nearest to a symmetric matrix in the Frobenius norm: symmetric, unit diagonal, positive semidefinite.
  ///
  /// Alternating projections onto the semidefinite matrices and onto the unit diagonals, with Dykstra's correction, until a step
  /// moves no element by more than 10⁻¹⁰, or 2,000 times; convergence is linear, each step O(n³). The answer is the semidefinite
  /// iterate scaled to a unit diagonal: a correlation matrix after any number of steps, and one that `choleskyFactor()` accepts.
  ///
  /// Source: Higham, "Computing the nearest correlation matrix", IMA J. Numer. Anal. 22 (2002), doi:10.1093/imanum/22.3.329,
  /// algorithm 3.3. Tested against the example of the paper.
  package func nearestCorrelationMatrix() -> Matrix {
    precondition(isSymmetric, "nearestCorrelationMatrix: the matrix is not symmetric")
    var current = self
    var correction = Matrix(rows: rows, columns: columns, repeating: 0)
    var semidefinite = self
    for _ in 0..<2_000 {
      let shifted = current.combined(with: correction, scale: -1)
      semidefinite = shifted.nearestSemidefinite()
      correction = semidefinite.combined(with: shifted, scale: -1)
      var next = semidefinite
      for i in 0..<rows { next[i, i] = 1 }
      let step = next.combined(with: current, scale: -1).elements.reduce(0) { max($0, $1.magnitude) }
      current = next
      if step <= 1e-10 { break }
    }
    return semidefinite.scaledToUnitDiagonal()
  }

  /// The projection onto the semidefinite matrices: negative eigenvalues become 0.
  private func nearestSemidefinite() -> Matrix {
    let eigen = symmetricEigen()
    // B·Bᵀ for B = V·√max(Λ, 0) has no negative eigenvalue even after rounding, up to rounding.
    var roots = eigen.vectors
    for (k, value) in eigen.values.enumerated() {
      let root = max(value, 0).squareRoot()
      for i in 0..<rows { roots[i, k] *= root }
    }
    return roots.timesOwnTranspose()
  }

  private func combined(with other: Matrix, scale: Double) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: zip(elements, other.elements).map { $0 + scale * $1 })
  }

  /// aᵢⱼ / √(aᵢᵢ·aⱼⱼ) off the diagonal, 1 on it.
  private func scaledToUnitDiagonal() -> Matrix {
    var result = Matrix(identity: rows)
    for j in 0..<columns {
      for i in 0..<rows where i != j { result[i, j] = self[i, j] / (self[i, i] * self[j, j]).squareRoot() }
    }
    return result
  }
}
