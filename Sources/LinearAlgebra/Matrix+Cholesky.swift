internal import Glibc  // the C library has the square root

extension Matrix {
  /// The lower triangular L with L · Lᵀ = self, or nil if the matrix is not positive semidefinite.
  ///
  /// No pivoting: row i of L depends on the leading i + 1 rows and columns only, bit for bit, so appending a variable moves no
  /// factor of the others. Where a variable is a linear combination of those before it, its pivot vanishes and its column of L is
  /// 0. A pivot counts as vanished from −2⁻⁴⁰ to 2⁻⁴⁸ times (j + 1)·aⱼⱼ: rounding in a matrix that is singular makes it negative
  /// as easily as positive. Semidefiniteness then bounds what is left of its column, |rᵢ| ≤ √((j + 1)·2⁻⁴⁰·aⱼⱼ·aᵢᵢ), and a
  /// greater rest makes the matrix indefinite. So L · Lᵀ is the matrix to rounding, except that near such a pivot the rest is
  /// dropped.
  ///
  /// Only the lower triangle is read. O(n³). Source of the semidefinite case: Higham, "Accuracy and Stability of Numerical
  /// Algorithms", 2nd ed., section 10.3, doi:10.1137/1.9780898718027.
  package func choleskyFactor() -> Matrix? {
    precondition(rows == columns, "choleskyFactor: the matrix is not square")
    var factor = Matrix(rows: rows, columns: columns, repeating: 0)
    for j in 0..<columns {
      let scale = Double(j + 1) * self[j, j]
      let pivot = factor.rest(of: self, j, j)
      guard pivot >= -0x1p-40 * scale else { return nil }
      let isPositive = pivot > 0x1p-48 * scale
      let root = isPositive ? pivot.squareRoot() : 0
      factor[j, j] = root
      for i in j + 1..<max(rows, j + 1) {
        let rest = factor.rest(of: self, i, j)
        if isPositive {
          factor[i, j] = rest / root
        } else {
          guard rest * rest <= 0x1p-40 * scale * self[i, i] else { return nil }
        }
      }
    }
    return factor
  }

  /// What the first `column` columns of this factor leave of an element of the matrix.
  private func rest(of matrix: Matrix, _ row: Int, _ column: Int) -> Double {
    var rest = matrix[row, column]
    for k in 0..<column { rest -= self[row, k] * self[column, k] }
    return rest
  }
}
