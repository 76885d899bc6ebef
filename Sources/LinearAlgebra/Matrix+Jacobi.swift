extension Matrix {
  /// The eigenvalues of a symmetric matrix in descending order, each with a unit eigenvector whose largest component is positive.
  ///
  /// By cyclic Jacobi rotations (G. H. Golub, C. F. Van Loan, "Matrix Computations", section 8.5), which take the same steps on every
  /// machine and number of threads, where LAPACK's depend on the library. Accurate to some ulps of the largest eigenvalue. Only for
  /// small matrices: O(n³) a sweep, some six to ten sweeps.
  package func jacobiEigen() -> [(value: Double, vector: [Double])] {
    precondition(rows == columns, "jacobiEigen: the matrix is square")
    let n = rows
    var a = (0..<n).map { i in (0..<n).map { self[max(i, $0), min(i, $0)] } }
    var v = (0..<n).map { i in (0..<n).map { $0 == i ? 1.0 : 0 } }
    let size = a.joined().reduce(0) { $0 + $1 * $1 }
    for _ in 0..<60 {
      var rest = 0.0
      for i in 0..<n { for j in 0..<i { rest += a[i][j] * a[i][j] } }
      if rest <= size * 0x1p-104 { break }
      for p in 0..<n {
        for q in (p + 1)..<max(n, p + 1) where a[p][q] != 0 {
          let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
          let t = (theta < 0 ? -1 : 1) / (theta.magnitude + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<n { (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]) }
          for k in 0..<n { (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]) }
          // Rows of v are the vectors.
          for k in 0..<n { (v[p][k], v[q][k]) = (c * v[p][k] - s * v[q][k], s * v[p][k] + c * v[q][k]) }
        }
      }
    }
    return (0..<n).sorted { (a[$0][$0], $1) > (a[$1][$1], $0) }.map { index in
      let vector = v[index]
      let largest = vector.max { $0.magnitude < $1.magnitude } ?? 1
      return (a[index][index], largest < 0 ? vector.map { -$0 } : vector)
    }
  }
}
