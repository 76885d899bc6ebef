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
    var factor = [Double](repeating: 0, count: rows * columns)
    var rest = [Double](repeating: 0, count: rows)
    for j in 0..<columns {
      takeRest(of: j, behind: factor, into: &rest)
      let scale = Double(j + 1) * self[j, j]
      guard rest[j] >= -0x1p-40 * scale else { return nil }
      let isPositive = rest[j] > 0x1p-48 * scale
      let root = isPositive ? rest[j].squareRoot() : 0
      factor[j * rows + j] = root
      for i in j + 1..<max(rows, j + 1) {
        if isPositive {
          factor[j * rows + i] = rest[i] / root
        } else {
          guard rest[i] * rest[i] <= 0x1p-40 * scale * self[i, i] else { return nil }
        }
      }
    }
    return Matrix(rows: rows, columns: columns, elements: factor)
  }

  /// What the columns of the factor before `column` leave of that of the matrix, from the diagonal down.
  ///
  /// Each element takes its products in the order of the columns, whatever the size of the matrix. Column by column the elements
  /// are neighbours in memory: a thousand variables take a tenth of a second.
  private func takeRest(of column: Int, behind factor: [Double], into rest: inout [Double]) {
    unsafe factor.withUnsafeBufferPointer { factor in
      unsafe rest.withUnsafeMutableBufferPointer { rest in
        for i in column..<rows { unsafe rest[i] = self[i, column] }
        for k in 0..<column {
          let start = k * rows
          let own = unsafe factor[start + column]
          for i in column..<rows { unsafe rest[i] -= factor[start + i] * own }
        }
      }
    }
  }
}
