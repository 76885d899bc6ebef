import LinearAlgebra
import Testing

@Suite("Matrices")
struct MatrixTests {
  @Test("Elements stand column by column")
  func layout() {
    let matrix = Matrix(rows: [[1, 2, 3], [4, 5, 6]])
    #expect(matrix.rows == 2 && matrix.columns == 3)
    #expect(matrix.elements == [1, 4, 2, 5, 3, 6])
    #expect(matrix == Matrix(rows: 2, columns: 3, elements: [1, 4, 2, 5, 3, 6]))
    #expect(matrix[1, 2] == 6 && matrix.rowArrays == [[1, 2, 3], [4, 5, 6]])
    #expect(Matrix(identity: 2).rowArrays == [[1, 0], [0, 1]])
    #expect(Matrix(rows: [[Double]]()).elements.isEmpty)
  }

  @Test("Symmetry is exact")
  func symmetry() {
    #expect(Matrix(rows: [[1, 2], [2, 1]]).isSymmetric)
    #expect(!Matrix(rows: [[1, 2], [(2.0).nextUp, 1]]).isSymmetric)
    #expect(!Matrix(rows: [[1, 2, 3], [2, 1, 3]]).isSymmetric)
  }

  @Test("Wrong sizes and places stop the program")
  func preconditions() async {
    await #expect(processExitsWith: .failure) { _ = Matrix(rows: 2, columns: 2, elements: [1, 2, 3]) }
    await #expect(processExitsWith: .failure) { _ = Matrix(rows: [[1, 2], [3]]) }
    await #expect(processExitsWith: .failure) { _ = Matrix(identity: 2)[2, 0] }
  }
}
