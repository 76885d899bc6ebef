import LinearAlgebra
import Testing

@Suite("Products of columns")
struct ProductTests {
  /// A sum of n products of numbers below 1 is off by at most n roundings of its terms' sum, 2n·n·2⁻⁵³ for two such sums.
  func tolerance(_ terms: Int) -> Double { Double(2 * terms * terms) * 0x1p-53 }

  @Test("targets = sources · matrix", arguments: [(512, 12, 5), (1, 1, 1), (9, 3, 30), (256, 30, 64)])
  func product(rows: Int, sources: Int, targets: Int) {
    var store = sampleStore(columns: 1 + sources + targets, rows: rows)
    let matrix = Matrix.sample(rows: sources, columns: targets, first: 77)
    let before = (0..<1 + sources + targets).map { elements(store, $0) }
    store.formProduct(of: 1..<1 + sources, with: matrix, into: 1 + sources..<1 + sources + targets, accumulating: false)
    for target in 0..<targets {
      let column = elements(store, 1 + sources + target)
      for row in 0..<rows {
        let expected = (0..<sources).reduce(0) { $0 + before[1 + $1][row] * matrix[$1, target] }
        #expect((column[row] - expected).magnitude <= tolerance(sources))
      }
    }
    #expect((0...sources).allSatisfy { elements(store, $0) == before[$0] }, "a source has changed")

    let once = (0..<targets).map { elements(store, 1 + sources + $0) }
    store.formProduct(of: 1..<1 + sources, with: matrix, into: 1 + sources..<1 + sources + targets, accumulating: true)
    for target in 0..<targets {
      let twice = elements(store, 1 + sources + target)
      #expect(zip(twice, once[target]).allSatisfy { ($0 - 2 * $1).magnitude <= tolerance(2 * sources) })
    }
  }

  @Test("A product of no sources is 0, and accumulates nothing")
  func empty() {
    var store = sampleStore(columns: 2, rows: 10)
    let before = elements(store, 1)
    store.formProduct(of: 0..<0, with: Matrix(rows: 0, columns: 1, elements: []), into: 1..<2, accumulating: true)
    #expect(elements(store, 1) == before)
    store.formProduct(of: 0..<0, with: Matrix(rows: 0, columns: 1, elements: []), into: 1..<2, accumulating: false)
    #expect(elements(store, 1).allSatisfy { $0 == 0 })
    store.formProduct(of: 0..<1, with: Matrix(rows: 1, columns: 0, elements: []), into: 2..<2, accumulating: false)
    store.multiplyByTranspose(ofLowerTriangular: Matrix(rows: 0, columns: 0, elements: []), columns: 0..<0)
    #expect(elements(store, 0) == (0..<10).map { sample($0) })
  }

  @Test("Z ← Z · Lᵀ", arguments: [(512, 12), (7, 1), (256, 31)])
  func triangular(rows: Int, columns: Int) {
    var store = sampleStore(columns: columns + 2, rows: rows)
    // The upper triangle is full of NaN: it must not be read.
    var factor = Matrix.sample(rows: columns, columns: columns, first: 5)
    for j in 0..<columns { for i in 0..<j { factor[i, j] = .nan } }
    let before = (0..<columns + 2).map { elements(store, $0) }
    store.multiplyByTranspose(ofLowerTriangular: factor, columns: 1..<1 + columns)
    for j in 0..<columns {
      let column = elements(store, 1 + j)
      for row in 0..<rows {
        let expected = (0...j).reduce(0) { $0 + before[1 + $1][row] * factor[j, $1] }
        #expect((column[row] - expected).magnitude <= tolerance(columns))
      }
    }
    #expect(elements(store, 0) == before[0] && elements(store, columns + 1) == before[columns + 1])
  }

  @Test("Repeated products have the same bits")
  func repeatable() {
    let matrix = Matrix.sample(rows: 30, columns: 20)
    func bits() -> [UInt64] {
      var store = sampleStore(columns: 50, rows: 512)
      store.formProduct(of: 0..<30, with: matrix, into: 30..<50, accumulating: false)
      store.multiplyByTranspose(ofLowerTriangular: Matrix.sample(rows: 20, columns: 20), columns: 30..<50)
      return (30..<50).flatMap { elements(store, $0).map(\.bitPattern) }
    }
    let first = bits()
    for _ in 0..<20 { #expect(bits() == first) }
  }

  @Test("Overlapping ranges and matrices of the wrong size stop the program")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      var store = ColumnStore(columns: 3, rows: 4)
      store.formProduct(of: 0..<2, with: Matrix(identity: 2), into: 1..<3, accumulating: false)
    }
    await #expect(processExitsWith: .failure) {
      var store = ColumnStore(columns: 3, rows: 4)
      store.formProduct(of: 0..<2, with: Matrix(identity: 2), into: 2..<3, accumulating: false)
    }
    await #expect(processExitsWith: .failure) {
      var store = ColumnStore(columns: 3, rows: 4)
      store.multiplyByTranspose(ofLowerTriangular: Matrix(identity: 2), columns: 2..<4)
    }
  }

  @Test("The library says what it is")
  func library() {
    #expect(!BLAS.coreName.isEmpty)
    #expect(BLAS.version.split(separator: ".").count == 3)
  }
}
