/// A matrix of doubles, stored column by column.
package struct Matrix: Hashable, Sendable {
  /// How many rows there are; may be 0.
  package let rows: Int
  /// How many columns there are; may be 0.
  package let columns: Int
  /// All elements, the first column first.
  package private(set) var elements: [Double]

  /// The matrix with the given elements, the first column first.
  package init(rows: Int, columns: Int, elements: [Double]) {
    precondition(rows >= 0 && columns >= 0, "Matrix: a matrix has no negative size")
    precondition(elements.count == rows * columns, "Matrix: the number of elements is not rows times columns")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// A matrix of equal elements.
  package init(rows: Int, columns: Int, repeating value: Double) {
    self.init(rows: rows, columns: columns, elements: Array(repeating: value, count: rows * columns))
  }

  /// The matrix with the given rows, all of the same length.
  package init(rows: [[Double]]) {
    let columns = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == columns }, "Matrix: the rows differ in length")
    self.init(rows: rows.count, columns: columns, repeating: 0)
    for (row, values) in rows.enumerated() {
      for (column, value) in values.enumerated() { self[row, column] = value }
    }
  }

  /// The identity of the given size.
  package init(identity size: Int) {
    self.init(rows: size, columns: size, repeating: 0)
    for i in 0..<size { self[i, i] = 1 }
  }

  /// The element in a row and a column, both counted from 0.
  package subscript(row: Int, column: Int) -> Double {
    get { elements[index(row, column)] }
    set { elements[index(row, column)] = newValue }
  }

  /// The rows as arrays.
  package var rowArrays: [[Double]] {
    (0..<rows).map { row in (0..<columns).map { self[row, $0] } }
  }

  /// Whether it equals its transpose, element by element.
  package var isSymmetric: Bool {
    rows == columns && (0..<columns).allSatisfy { column in (0..<column).allSatisfy { self[$0, column] == self[column, $0] } }
  }

  private func index(_ row: Int, _ column: Int) -> Int {
    precondition(row >= 0 && row < rows && column >= 0 && column < columns, "Matrix: no such element")
    return column * rows + row
  }
}
