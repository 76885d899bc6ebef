internal import COpenBLAS

extension ColumnStore {
  /// targets ← sources · matrix, or targets ← targets + sources · matrix when accumulating.
  ///
  /// The matrix has one row a source and one column a target; the two ranges do not overlap. O(rows · sources · targets), by
  /// `dgemm`.
  package mutating func formProduct(
    of sources: Range<Int>, with matrix: borrowing Matrix, into targets: Range<Int>, accumulating: Bool
  ) {
    precondition(
      matrix.rows == sources.count && matrix.columns == targets.count, "formProduct: the matrix does not fit the column ranges")
    precondition(!sources.overlaps(targets), "formProduct: a column cannot be written while it is read")
    checkRange(sources)
    checkRange(targets)
    guard !targets.isEmpty else { return }
    if sources.isEmpty {
      // An empty sum; some BLAS kernels leave the target as it is.
      if !accumulating { for target in targets { clear(target) } }
      return
    }
    let a = unsafe buffer.part(block(sources))
    let c = unsafe buffer.part(block(targets))
    unsafe matrix.elements.withUnsafeBufferPointer { b in
      unsafe BLAS.functions.dgemm(
        CblasColMajor, CblasNoTrans, CblasNoTrans, BLAS.size(rows), BLAS.size(targets.count), BLAS.size(sources.count), 1,
        a.baseAddress, BLAS.size(stride), b.baseAddress, BLAS.size(sources.count), accumulating ? 1 : 0, c.baseAddress,
        BLAS.size(stride))
    }
  }

  /// Z ← Z · Lᵀ in place, for the columns Z of the range and a lower triangular L.
  ///
  /// Independent standard normals become normals with covariance L · Lᵀ. Only the lower triangle of L is read.
  /// O(rows · columns²), by `dtrmm`.
  package mutating func multiplyByTranspose(ofLowerTriangular factor: borrowing Matrix, columns range: Range<Int>) {
    precondition(
      factor.rows == range.count && factor.columns == range.count, "multiplyByTranspose: the factor does not fit the columns")
    checkRange(range)
    guard !range.isEmpty else { return }
    let z = unsafe buffer.part(block(range))
    unsafe factor.elements.withUnsafeBufferPointer { l in
      unsafe BLAS.functions.dtrmm(
        CblasColMajor, CblasRight, CblasLower, CblasTrans, CblasNonUnit, BLAS.size(rows), BLAS.size(range.count), 1,
        l.baseAddress, BLAS.size(range.count), z.baseAddress, BLAS.size(stride))
    }
  }

  private borrowing func checkRange(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= columns, "ColumnStore: the range leaves the table")
  }

  /// All memory of a range of columns, the padding between them included.
  private borrowing func block(_ range: Range<Int>) -> Range<Int> { range.lowerBound * stride..<range.upperBound * stride }

  private mutating func clear(_ column: Int) {
    var y = mutableColumn(column)
    y.update(repeating: 0)
  }
}
