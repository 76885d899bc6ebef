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

  @Test("The example of Higham 2002, section 4")
  func higham() {
    let nearest = Matrix(rows: [[1, 1, 0], [1, 1, 1], [0, 1, 1]]).nearestCorrelationMatrix()
    expectCorrelation(nearest)
    // Published with four decimals.
    #expect((nearest[1, 0] - 0.7607).magnitude <= 0.5e-4)
    #expect((nearest[2, 1] - 0.7607).magnitude <= 0.5e-4)
    #expect((nearest[2, 0] - 0.1573).magnitude <= 0.5e-4)
  }

  @Test("Two variables: the correlation is cut at ±1")
  func two() {
    let nearest = Matrix(rows: [[1, -1.3], [-1.3, 1]]).nearestCorrelationMatrix()
    expectCorrelation(nearest)
    // The documented length of the last step, with room for the geometric rest.
    #expect((nearest[1, 0] + 1).magnitude <= 1e-9)
  }

  @Test("A correlation matrix is its own nearest", arguments: [1, 2, 8])
  func identity(size: Int) {
    let matrix = Matrix.correlation(size: size, rank: 2 * size)
    let nearest = matrix.nearestCorrelationMatrix()
    // One eigendecomposition and its product: a few n roundings.
    #expect(nearest.distance(to: matrix) <= Double(16 * size) * 0x1p-52)
  }

  @Test("Indefinite matrices of many variables", arguments: [6, 10, 25])
  func many(size: Int) {
    var matrix = Matrix(identity: size)
    for j in 0..<size {
      for i in j + 1..<max(size, j + 1) {
        matrix[i, j] = 0.95 * sample(100 * j + i)
        matrix[j, i] = matrix[i, j]
      }
    }
    #expect(matrix.choleskyFactor() == nil)
    let nearest = matrix.nearestCorrelationMatrix()
    expectCorrelation(nearest)
    // Nearest: no step towards another correlation matrix (the identity, a matrix of ones) comes closer.
    func squaredDistance(_ other: Matrix) -> Double {
      zip(matrix.elements, other.elements).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    for other in [Matrix(identity: size), Matrix(rows: size, columns: size, repeating: 1)] {
      let step = Matrix(
        rows: size, columns: size, elements: zip(nearest.elements, other.elements).map { $0 + 1e-3 * ($1 - $0) })
      #expect(squaredDistance(step) >= squaredDistance(nearest))
    }
  }
}
