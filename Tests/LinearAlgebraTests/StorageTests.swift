import LinearAlgebra
import Testing

@Suite("Aligned storage")
struct StorageTests {
  /// Whether the first element of a span stands on a cache line.
  func isAligned(_ span: Span<Double>) -> Bool {
    unsafe span.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) % 64 == 0 }
  }

  @Test("A buffer starts on a cache line, with zeros", arguments: [1, 7, 8, 1000])
  func buffer(count: Int) {
    var buffer = AlignedBuffer(count: count)
    #expect(buffer.count == count)
    let startsOnLine = isAligned(buffer.span)
    #expect(startsOnLine)
    #expect(array(buffer.span) == Array(repeating: 0, count: count))
    var span = buffer.mutableSpan
    for i in 0..<count { span[i] = Double(i) }
    var last = buffer.mutableElements(count - 1..<count)
    last[0] = -1
    #expect(array(buffer.elements(count - 1..<count)) == [-1])
    #expect(array(buffer.span) == (0..<count - 1).map(Double.init) + [-1])
  }

  @Test("Every column starts on a cache line, whatever the number of rows", arguments: [1, 7, 8, 9, 512])
  func columns(rows: Int) {
    let store = sampleStore(columns: 5, rows: rows)
    for column in 0..<5 {
      let startsOnLine = isAligned(store.column(column))
      #expect(startsOnLine)
      #expect(elements(store, column) == (0..<rows).map { sample(1000 * column + $0) })
    }
  }

  @Test("A mutable column is the column")
  func mutableColumn() {
    var store = ColumnStore(columns: 2, rows: 3)
    var y = store.mutableColumn(1)
    for i in 0..<3 { y[i] = Double(i + 1) }
    #expect(elements(store, 1) == [1, 2, 3] && elements(store, 0) == [0, 0, 0])
  }

  @Test("Updates read their sources")
  func updates() {
    var store = sampleStore(columns: 5, rows: 10)
    let columns = (0..<5).map { elements(store, $0) }
    store.update(4, reading: 0) { a, y in for i in 0..<10 { y[i] = 2 * a[i] } }
    #expect(elements(store, 4) == columns[0].map { 2 * $0 })
    store.update(4, reading: 0, 1) { a, b, y in for i in 0..<10 { y[i] = a[i] - b[i] } }
    #expect(elements(store, 4) == (0..<10).map { columns[0][$0] - columns[1][$0] })
    store.update(4, reading: 0, 1, 2) { a, b, c, y in for i in 0..<10 { y[i] = a[i] - b[i] * c[i] } }
    #expect(elements(store, 4) == (0..<10).map { columns[0][$0] - columns[1][$0] * columns[2][$0] })
    store.update(4, reading: 3, 1, 2, 3) { a, b, c, d, y in for i in 0..<10 { y[i] = a[i] - b[i] * c[i] + 2 * d[i] } }
    #expect(
      elements(store, 4) == (0..<10).map { columns[3][$0] - columns[1][$0] * columns[2][$0] + 2 * columns[3][$0] })
    #expect((0..<4).allSatisfy { elements(store, $0) == columns[$0] })
  }

  @Test("Overlapping and missing columns stop the program")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      var store = ColumnStore(columns: 2, rows: 3)
      store.update(1, reading: 0, 1) { _, _, _ in }
    }
    await #expect(processExitsWith: .failure) {
      let store = ColumnStore(columns: 2, rows: 3)
      _ = store.column(2)
    }
    await #expect(processExitsWith: .failure) {
      let buffer = AlignedBuffer(count: 4)
      _ = buffer.elements(2..<5)
    }
  }
}
