import Glibc
import LinearAlgebra
import Testing

@Suite("Eigenvectors by Jacobi's rotations")
struct JacobiTests {
  /// The second difference has the eigenvalues 2 − 2·cos(kπ/(n + 1)).
  @Test("Known eigenvalues, in descending order, with their vectors", arguments: [1, 2, 3, 10, 33])
  func secondDifference(n: Int) {
    let rows = (0..<n).map { i in (0..<n).map { $0 == i ? 2.0 : ($0 - i).magnitude == 1 ? -1 : 0 } }
    let pairs = Matrix(rows: rows).jacobiEigen()
    for (place, pair) in pairs.enumerated() {
      #expect((pair.value - (2 - 2 * cos(Double(n - place) * Double.pi / Double(n + 1)))).magnitude < 1e-13)
      let image = rows.map { row in zip(row, pair.vector).reduce(0) { $0 + $1.0 * $1.1 } }
      for (own, other) in zip(image, pair.vector) { #expect((own - pair.value * other).magnitude < 1e-12) }
      #expect((pair.vector.reduce(0) { $0 + $1 * $1 } - 1).magnitude < 1e-13)
      #expect((pair.vector.max { $0.magnitude < $1.magnitude } ?? 0) > 0)
    }
  }

  @Test("A matrix of rank one has one direction, and a diagonal one its axes in order")
  func specialMatrices() {
    let pairs = Matrix(rows: [[1, 2, 2], [2, 4, 4], [2, 4, 4]]).jacobiEigen()
    #expect((pairs[0].value - 9).magnitude < 1e-14 && pairs[1].value.magnitude < 1e-14 && pairs[2].value.magnitude < 1e-14)
    #expect((pairs[0].vector[0] - 1 / 3.0).magnitude < 1e-15)
    #expect(Matrix(rows: [[1, 0], [0, 5]]).jacobiEigen().map(\.value) == [5, 1])
    #expect(Matrix(rows: [[3, 0], [0, 3]]).jacobiEigen().map(\.vector) == [[1, 0], [0, 1]])
  }
}
