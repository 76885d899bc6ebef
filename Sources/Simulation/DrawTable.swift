/// The draws of all columns of a short run, which workers fill in block by block.
///
/// A worker writes the places of the blocks that it took, which nobody else takes, and columns are read when all workers are
/// done. No type says so: that is what `nonisolated(unsafe)` on the storage, and on nothing else, vouches for.
@safe
final class DrawTable: Sendable {
  private let rows: Int
  private let columns: Int
  private nonisolated(unsafe) let elements: UnsafeMutableBufferPointer<Double>

  /// Room for so many draws of every column; reserved only, so that the workers share the work of first touching it.
  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    unsafe elements = .allocate(capacity: rows * columns)
  }

  deinit { unsafe elements.deallocate() }

  /// Notes a column's draws from a row on.
  func write(_ draws: Span<Double>, at row: Int, of column: Int) {
    precondition(row >= 0 && row + draws.count <= rows, "DrawTable: the draws leave their column")
    precondition((0..<columns).contains(column), "DrawTable: no such column")
    let start = column * rows + row
    for index in draws.indices { unsafe elements.initializeElement(at: start + index, to: draws[index]) }
  }

  /// A column, all of whose draws were written.
  func column(_ column: Int) -> [Double] {
    precondition((0..<columns).contains(column), "DrawTable: no such column")
    return unsafe Array(elements[column * rows..<(column + 1) * rows])
  }
}
