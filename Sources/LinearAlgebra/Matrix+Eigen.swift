internal import COpenBLAS

/// The eigenvalues of a symmetric matrix with their vectors.
struct SymmetricEigen {
  /// In ascending order.
  var values: [Double]
  /// Column k belongs to value k; the columns are orthonormal.
  var vectors: Matrix
}

extension Matrix {
  /// The least eigenvalue of a symmetric matrix, negative if the matrix is indefinite.
  ///
  /// Its error is about n·2⁻⁵² times the greatest eigenvalue. O(n³).
  package var smallestEigenvalue: Double {
    precondition(rows > 0, "smallestEigenvalue: an empty matrix has no eigenvalues")
    return symmetricEigen().values[0]
  }

  /// Eigenvalues and eigenvectors, by LAPACK's symmetric QR iteration.
  ///
  /// Only the lower triangle is read; the elements must be finite.
  func symmetricEigen() -> SymmetricEigen {
    precondition(rows == columns, "symmetricEigen: the matrix is not square")
    precondition(elements.allSatisfy(\.isFinite), "symmetricEigen: the matrix has an element that is not finite")
    guard rows > 0 else { return SymmetricEigen(values: [], vectors: self) }
    var vectors = elements
    var values = [Double](repeating: 0, count: rows)
    // 34n is LAPACK's optimal size for its usual block of 32.
    var work = [Double](repeating: 0, count: 34 * rows)
    let status = Matrix.dsyev(&vectors, &values, &work, size: BLAS.size(rows))
    precondition(status == 0, "symmetricEigen: the iteration did not converge")
    return SymmetricEigen(values: values, vectors: Matrix(rows: rows, columns: columns, elements: vectors))
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

  private static func dsyev(_ a: inout [Double], _ values: inout [Double], _ work: inout [Double], size: blasint) -> blasint {
    var status: blasint = 0
    let workSize = BLAS.size(work.count)
    unsafe withUnsafePointer(to: size) { n in
      unsafe withUnsafePointer(to: workSize) { workCount in
        unsafe BLAS.functions.dsyev("V", "L", n, &a, n, &values, &work, workCount, &status, 1, 1)
      }
    }
    return status
  }
}
