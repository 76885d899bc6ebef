import LinearAlgebra

/// Numbers in [−1, 1) that look arbitrary and are the same in every run: the mixing function of SplitMix64
/// (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195).
func sample(_ index: Int) -> Double {
  var bits = UInt64(index) &* 0x9e37_79b9_7f4a_7c15
  bits = (bits ^ bits >> 30) &* 0xbf58_476d_1ce4_e5b9
  bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
  return Double((bits ^ bits >> 31) >> 11) * 0x1p-52 - 1
}

extension Matrix {
  /// A matrix of arbitrary numbers in (−1, 1).
  static func sample(rows: Int, columns: Int, first: Int = 1) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: (0..<rows * columns).map { LinearAlgebraTests.sample(first + $0) })
  }

  /// self · otherᵀ by the definition.
  func timesTranspose(of other: Matrix) -> Matrix {
    var product = Matrix(rows: rows, columns: other.rows, repeating: 0)
    for i in 0..<rows {
      for j in 0..<other.rows {
        for k in 0..<columns { product[i, j] += self[i, k] * other[j, k] }
      }
    }
    return product
  }

  /// A correlation matrix of `size` variables that load on `rank` factors: semidefinite, and singular if rank < size.
  static func correlation(size: Int, rank: Int) -> Matrix {
    var loadings = Matrix.sample(rows: size, columns: rank)
    for i in 0..<size {
      let norm = (0..<rank).reduce(0) { $0 + loadings[i, $1] * loadings[i, $1] }.squareRoot()
      for k in 0..<rank { loadings[i, k] /= norm }
    }
    var result = loadings.timesTranspose(of: loadings)
    for i in 0..<size { result[i, i] = 1 }
    return result
  }

  /// The greatest difference of two elements.
  func distance(to other: Matrix) -> Double {
    zip(elements, other.elements).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
  }
}

/// A store whose element in row i and column j is `sample(1000 j + i)`.
func sampleStore(columns: Int, rows: Int) -> ColumnStore {
  var store = ColumnStore(columns: columns, rows: rows)
  for column in 0..<columns {
    store.update(column) { y in for row in 0..<y.count { y[row] = sample(1000 * column + row) } }
  }
  return store
}

/// The elements of one column.
func elements(_ store: borrowing ColumnStore, _ column: Int) -> [Double] {
  array(store.column(column))
}

/// A span's elements, for comparisons.
func array(_ span: Span<Double>) -> [Double] {
  var result: [Double] = []
  for i in 0..<span.count { result.append(span[i]) }
  return result
}
