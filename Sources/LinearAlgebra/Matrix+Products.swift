internal import COpenBLAS

extension Matrix {
  /// self · other.
  ///
  /// O(rows · columns · other.columns), by `dgemm`.
  func times(_ other: Matrix) -> Matrix {
    precondition(columns == other.rows, "times: the matrices do not fit")
    return product(CblasNoTrans, other, CblasNoTrans, rows: rows, inner: columns, columns: other.columns)
  }

  /// selfᵀ · other, likewise.
  func transposeTimes(_ other: Matrix) -> Matrix {
    precondition(rows == other.rows, "transposeTimes: the matrices do not fit")
    return product(CblasTrans, other, CblasNoTrans, rows: columns, inner: rows, columns: other.columns)
  }

  /// self · otherᵀ, likewise.
  func timesTranspose(_ other: Matrix) -> Matrix {
    precondition(columns == other.columns, "timesTranspose: the matrices do not fit")
    return product(CblasNoTrans, other, CblasTrans, rows: rows, inner: columns, columns: other.rows)
  }

  /// self · selfᵀ, symmetric to the last bit.
  func timesOwnTranspose() -> Matrix {
    guard !elements.isEmpty else { return Matrix(rows: rows, columns: rows, repeating: 0) }
    var product = [Double](repeating: 0, count: rows * rows)
    let (n, k) = (BLAS.size(rows), BLAS.size(columns))
    unsafe BLAS.functions.dsyrk(CblasColMajor, CblasLower, CblasNoTrans, n, k, 1, elements, n, 0, &product, n)
    var result = Matrix(rows: rows, columns: rows, elements: product)
    for j in 0..<rows {
      for i in j..<rows { result[j, i] = result[i, j] }
    }
    return result
  }

  /// Some neighbouring columns.
  func columns(_ range: Range<Int>) -> Matrix {
    Matrix(rows: rows, columns: range.count, elements: Array(elements[range.lowerBound * rows..<range.upperBound * rows]))
  }

  private func product(
    _ transposition: CBLAS_TRANSPOSE, _ other: Matrix, _ otherTransposition: CBLAS_TRANSPOSE, rows m: Int, inner k: Int,
    columns n: Int
  ) -> Matrix {
    guard m > 0, n > 0, k > 0 else { return Matrix(rows: m, columns: n, repeating: 0) }
    var product = [Double](repeating: 0, count: m * n)
    unsafe BLAS.functions.dgemm(
      CblasColMajor, transposition, otherTransposition, BLAS.size(m), BLAS.size(n), BLAS.size(k), 1, elements, BLAS.size(rows),
      other.elements, BLAS.size(other.rows), 0, &product, BLAS.size(m))
    return Matrix(rows: m, columns: n, elements: product)
  }
}
