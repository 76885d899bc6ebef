internal import Expressions

/// Linear equations A·x = b in every draw.
struct LinearSystem {
  let matrix: [[Expression]]
  let right: [Expression]

  /// x by Gaussian elimination without exchanges of rows.
  ///
  /// That is safe where A is diagonally dominant by rows, as no pivot then is smaller than the surplus of its row (N. Higham 2002,
  /// Accuracy and Stability of Numerical Algorithms, section 9.5). Elsewhere the residual tells. Zeros that are certain are
  /// skipped. O(n³) columns.
  func solved() -> [Expression] {
    var a = matrix
    var b = right
    let n = b.count
    for pivot in 0..<n {
      for row in (pivot + 1)..<max(n, pivot + 1) where a[row][pivot].constantValue != 0 {
        let factor = a[row][pivot] / a[pivot][pivot]
        for column in (pivot + 1)..<max(n, pivot + 1) { a[row][column] = a[row][column] - factor * a[pivot][column] }
        b[row] = b[row] - factor * b[pivot]
      }
    }
    for row in (0..<n).reversed() {
      let known = b[row].graph.sum(((row + 1)..<max(n, row + 1)).map { a[row][$0] * b[$0] })
      b[row] = (b[row] - known) / a[row][row]
    }
    return b
  }

  /// max |b − A·x|.
  func residual(of x: [Expression]) -> Expression {
    let parts = matrix.indices.map { row in
      let part = right[row] - right[row].graph.sum(zip(matrix[row], x).map { $0 * $1 })
      return maximum(part, -part)
    }
    return parts.dropFirst().reduce(parts[0]) { maximum($0, $1) }
  }
}
