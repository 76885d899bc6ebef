import LinearAlgebra
import Testing

@Suite("Cholesky factor")
struct CholeskyTests {
  @Test("Known factor")
  func known() throws {
    let factor = try #require(Matrix(rows: [[4, 12, -16], [12, 37, -43], [-16, -43, 98]]).choleskyFactor())
    #expect(factor == Matrix(rows: [[2, 0, 0], [6, 1, 0], [-8, 5, 3]]))
  }

  @Test("L · Lᵀ is the matrix, for full rank", arguments: [1, 2, 5, 20, 60])
  func fullRank(size: Int) throws {
    let matrix = Matrix.correlation(size: size, rank: 2 * size)
    let factor = try #require(matrix.choleskyFactor())
    // Backward error of Cholesky: (n + 1)·2⁻⁵³·|L|·|Lᵀ|, whose elements are at most 1 here; as much again for the check.
    #expect(factor.timesTranspose(of: factor).distance(to: matrix) <= Double(2 * size + 2) * 0x1p-53)
    for j in 0..<size {
      #expect(factor[j, j] > 0)
      for i in 0..<j { #expect(factor[i, j] == 0) }
    }
  }

  @Test("Appending a variable moves no bit of the factor of the others")
  func leadingPart() throws {
    let matrix = Matrix.correlation(size: 12, rank: 24)
    let factor = try #require(matrix.choleskyFactor())
    for size in 1..<12 {
      let leading = Matrix(rows: (0..<size).map { i in (0..<size).map { j in matrix[i, j] } })
      let part = try #require(leading.choleskyFactor())
      for i in 0..<size {
        for j in 0..<size { #expect(part[i, j].bitPattern == factor[i, j].bitPattern) }
      }
    }
  }

  @Test("Exact linear dependence gives a column of zeros")
  func dependent() throws {
    let ones = try #require(Matrix(rows: 3, columns: 3, repeating: 1).choleskyFactor())
    #expect(ones == Matrix(rows: [[1, 0, 0], [1, 0, 0], [1, 0, 0]]))
    // The third variable is the sum of the first two; the fourth stands alone.
    let sum = Matrix(rows: [[1, 0, 1, 0], [0, 1, 1, 0], [1, 1, 2, 0], [0, 0, 0, 9]])
    #expect(try #require(sum.choleskyFactor()) == Matrix(rows: [[1, 0, 0, 0], [0, 1, 0, 0], [1, 1, 0, 0], [0, 0, 0, 3]]))
    #expect(try #require(Matrix(rows: 2, columns: 2, repeating: 0).choleskyFactor()) == Matrix(rows: 2, columns: 2, repeating: 0))
  }

  @Test("Singular matrices with rounded elements", arguments: [(3, 1), (6, 2), (20, 3), (40, 30)])
  func rankDeficient(size: Int, rank: Int) throws {
    let matrix = Matrix.correlation(size: size, rank: rank)
    let factor = try #require(matrix.choleskyFactor())
    // The pivots of these samples stay above 10⁻³, so rounding of n·2⁻⁵³ grows by less than 2¹⁰ in what is dropped.
    #expect(factor.timesTranspose(of: factor).distance(to: matrix) <= Double(size) * 0x1p-43)
    #expect((0..<size).count(where: { factor[$0, $0] > 0 }) == rank)
  }

  @Test("Indefinite matrices have no factor")
  func indefinite() {
    #expect(Matrix(rows: [[1, 2], [2, 1]]).choleskyFactor() == nil)
    #expect(Matrix(rows: [[-1]]).choleskyFactor() == nil)
    #expect(Matrix(rows: [[0, 1], [1, 0]]).choleskyFactor() == nil)
    #expect(Matrix(rows: [[1, .nan], [.nan, 1]]).choleskyFactor() == nil)
    // Pairwise fine, jointly impossible.
    #expect(Matrix(rows: [[1, 0.9, 0.9], [0.9, 1, -0.9], [0.9, -0.9, 1]]).choleskyFactor() == nil)
    // Not semidefinite by one part in a million.
    #expect(Matrix(rows: [[1, 1.000_001], [1.000_001, 1]]).choleskyFactor() == nil)
  }
}
