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
    // Without vectors LAPACK wants room for 2n + 1 numbers.
    return decomposed("N", work: 2 * rows + 1, indices: 1).values[0]
  }

  /// Eigenvalues and eigenvectors, by LAPACK's divide and conquer.
  ///
  /// Only the lower triangle is read; the elements must be finite. O(n³), most of it in products.
  func symmetricEigen() -> SymmetricEigen {
    guard rows > 0 else { return SymmetricEigen(values: [], vectors: self) }
    return decomposed("V", work: 1 + 6 * rows + 2 * rows * rows, indices: 3 + 5 * rows)
  }

  private func decomposed(_ job: String, work: Int, indices: Int) -> SymmetricEigen {
    precondition(rows == columns, "symmetricEigen: the matrix is not square")
    precondition(elements.allSatisfy(\.isFinite), "symmetricEigen: the matrix has an element that is not finite")
    var vectors = elements
    var values = [Double](repeating: 0, count: rows)
    var work = [Double](repeating: 0, count: work)
    var indices = [blasint](repeating: 0, count: indices)
    let (size, workSize, indexSize) = (BLAS.size(rows), BLAS.size(work.count), BLAS.size(indices.count))
    var status: blasint = 0
    unsafe withUnsafePointer(to: size) { n in
      unsafe withUnsafePointer(to: workSize) { workCount in
        unsafe withUnsafePointer(to: indexSize) { indexCount in
          unsafe BLAS.functions.dsyevd(
            job, "L", n, &vectors, n, &values, &work, workCount, &indices, indexCount, &status, 1, 1)
        }
      }
    }
    precondition(status == 0, "symmetricEigen: the iteration did not converge")
    return SymmetricEigen(values: values, vectors: Matrix(rows: rows, columns: columns, elements: vectors))
  }
}
