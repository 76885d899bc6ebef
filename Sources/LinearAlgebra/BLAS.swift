internal import COpenBLAS

/// The library behind the matrix products.
package enum BLAS {
  /// Keeps every product on the thread that asks for it.
  ///
  /// Two BLAS threads change the last bits of products, and workers that each start BLAS threads slow one another down. To be
  /// called once, before the first product.
  package static func pinToOneThread() { openblas_set_num_threads(1) }

  /// The family of processors whose kernels the library chose: the last bits of products depend on it.
  package static var coreName: String { unsafe String(cString: openblas_get_corename()) }

  /// The version, for example `0.3.21`.
  package static var version: String {
    // The configuration reads "OpenBLAS 0.3.21 NO_LAPACKE DYNAMIC_ARCH …".
    let words = unsafe String(cString: openblas_get_config()).split(separator: " ")
    return words.count > 1 ? String(words[1]) : "unknown"
  }

  /// A size as BLAS counts.
  static func size(_ count: Int) -> blasint {
    precondition(count <= Int(blasint.max), "BLAS: a matrix has at most 2147483647 rows or columns")
    return blasint(count)
  }
}
