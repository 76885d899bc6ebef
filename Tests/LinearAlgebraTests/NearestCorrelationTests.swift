import LinearAlgebra
import Testing

@Suite("Eigenvalues and the nearest correlation matrix")
struct NearestCorrelationTests {
  @Test("Smallest eigenvalues in closed form")
  func smallest() {
    #expect(Matrix(rows: [[3]]).smallestEigenvalue == 3)
    // n·2⁻⁵² of the greatest eigenvalue, as documented.
    #expect((Matrix(rows: [[1, 2], [2, 1]]).smallestEigenvalue + 1).magnitude <= 2 * 0x1p-52 * 3)
    let tridiagonal = Matrix(rows: [[1, 1, 0], [1, 1, 1], [0, 1, 1]])
    #expect((tridiagonal.smallestEigenvalue - (1 - (2.0).squareRoot())).magnitude <= 3 * 0x1p-52 * 2.42)
    // Equal correlations r among n variables: 1 − r.
    var equal = Matrix(rows: 30, columns: 30, repeating: 0.4)
    for i in 0..<30 { equal[i, i] = 1 }
    #expect((equal.smallestEigenvalue - 0.6).magnitude <= 30 * 0x1p-52 * 12.6)
  }

  func expectCorrelation(_ matrix: Matrix) {
    #expect(matrix.isSymmetric)
    #expect((0..<matrix.rows).allSatisfy { matrix[$0, $0] == 1 })
    #expect(matrix.smallestEigenvalue >= -1e-14 * Double(matrix.rows))
    #expect(matrix.choleskyFactor() != nil)
  }

  /// The answer, which must be a correlation matrix and proven nearest.
  ///
  /// The projection X of A is known by its multipliers (Qi and Sun 2006): Z = X − A − Diag(d) is semidefinite and Z·X = 0, so that
  /// dᵢ = ((X − A)·X)ᵢᵢ. For any correlation matrix C then ⟨X − A, C − X⟩ = ⟨Z, C⟩ ≥ n·λ for the least eigenvalue λ of Z.
  func nearest(_ matrix: Matrix) -> Matrix {
    let found = matrix.nearestCorrelation()
    #expect(found.hasConverged)
    expectCorrelation(found.matrix)
    let size = matrix.rows
    var rest = Matrix(
      rows: size, columns: size, elements: zip(found.matrix.elements, matrix.elements).map { $0 - $1 })
    let image = rest.timesTranspose(of: found.matrix)
    for i in 0..<size { rest[i, i] -= image[i, i] }
    // The documented 10⁻¹⁰ an element, times the size for the eigenvalue of a matrix of such errors.
    #expect(rest.smallestEigenvalue >= -1e-10 * Double(size))
    return found.matrix
  }

  @Test("The example of Higham 2002, section 4")
  func higham() {
    let nearest = nearest(Matrix(rows: [[1, 1, 0], [1, 1, 1], [0, 1, 1]]))
    // Published with four decimals.
    #expect((nearest[1, 0] - 0.7607).magnitude <= 0.5e-4)
    #expect((nearest[2, 1] - 0.7607).magnitude <= 0.5e-4)
    #expect((nearest[2, 0] - 0.1573).magnitude <= 0.5e-4)
  }

  @Test("The second example of Higham 2002, whose diagonal is 2")
  func secondDifferences() {
    let nearest = nearest(Matrix(rows: [[2, -1, 0, 0], [-1, 2, -1, 0], [0, -1, 2, -1], [0, 0, -1, 2]]))
    // Published with four decimals.
    let published = [[1, -0.8084, 0.1916, 0.1068], [-0.8084, 1, -0.6562, 0.1916]]
    for i in 0..<2 {
      for j in 0..<4 {
        #expect((nearest[i, j] - published[i][j]).magnitude <= 0.5e-4)
        // The matrix reads the same from its other end.
        #expect((nearest[3 - i, 3 - j] - nearest[i, j]).magnitude <= 1e-9)
      }
    }
  }

  @Test("Two variables: the correlation is cut at ±1")
  func two() {
    let nearest = nearest(Matrix(rows: [[1, -1.3], [-1.3, 1]]))
    // Ten times the documented length of the last gradient.
    #expect((nearest[1, 0] + 1).magnitude <= 1e-9)
  }

  @Test("A correlation matrix is its own nearest", arguments: [1, 2, 8])
  func identity(size: Int) {
    let matrix = Matrix.correlation(size: size, rank: 2 * size)
    let nearest = nearest(matrix)
    // One eigendecomposition and its product: a few n roundings.
    #expect(nearest.distance(to: matrix) <= Double(16 * size) * 0x1p-52)
  }

  /// Arbitrary numbers from −0.95 to 0.95 beside a unit diagonal: far from definite.
  private func arbitrary(_ size: Int) -> Matrix {
    var matrix = Matrix(identity: size)
    for j in 0..<size {
      for i in j + 1..<max(size, j + 1) {
        matrix[i, j] = 0.95 * sample(1000 * j + i)
        matrix[j, i] = matrix[i, j]
      }
    }
    return matrix
  }

  @Test("Arbitrary matrices of many variables", arguments: [3, 4, 6, 10, 25, 60, 150])
  func many(size: Int) {
    let matrix = arbitrary(size)
    #expect(matrix.choleskyFactor() == nil)
    _ = nearest(matrix)
  }

  @Test("Correlations that were rounded, and equal ones below −1/(n − 1)", arguments: [5, 40])
  func slightlyIndefinite(size: Int) {
    var rounded = Matrix.correlation(size: size, rank: 3)
    for i in 0..<size { for j in 0..<size { rounded[i, j] = (100 * rounded[i, j]).rounded() / 100 } }
    #expect(rounded.choleskyFactor() == nil)
    #expect(nearest(rounded).distance(to: rounded) <= 0.05)
    var equal = Matrix(rows: size, columns: size, repeating: -0.3)
    for i in 0..<size { equal[i, i] = 1 }
    let answer = nearest(equal)
    // By symmetry all are equal, and −1/(n − 1) is the least that they can be.
    for j in 0..<size { for i in 0..<size where i != j { #expect((answer[i, j] + 1 / Double(size - 1)).magnitude <= 1e-9) } }
  }

  @Test("A search that is cut short says so, and has a correlation matrix")
  func cutShort() {
    let found = arbitrary(25).nearestCorrelation(steps: 1)
    #expect(!found.hasConverged)
    expectCorrelation(found.matrix)
  }

  @Test("A thousand variables are checked and brought near in bounded time")
  func thousand() {
    let matrix = arbitrary(1000)
    #expect(matrix.choleskyFactor() == nil)
    let found = matrix.nearestCorrelation()
    #expect(found.hasConverged)
    #expect(found.matrix.choleskyFactor() != nil)
  }
}
