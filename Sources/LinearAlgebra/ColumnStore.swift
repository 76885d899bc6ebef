/// A table of doubles: columns of equal length, each contiguous and on a cache line.
///
/// The working memory of a block: a column is one quantity over all draws, and a step of a computation reads some columns and
/// writes one other. All elements start as 0.
package struct ColumnStore: ~Copyable {
  /// How many columns there are.
  package let columns: Int
  /// How many elements each column has.
  package let rows: Int
  /// Doubles from the start of one column to the start of the next.
  let stride: Int

  /// Cache lines between columns: equal elements of columns 4,096 bytes apart would share one set of the first cache, and a
  /// processor that compares the low twelve bits of addresses would let a load wait for a store to another column.
  private static let shift = 9

  var buffer: AlignedBuffer

  /// Room for columns of zeros.
  package init(columns: Int, rows: Int) {
    precondition(columns > 0 && rows > 0, "ColumnStore: a table has at least one column and one row")
    let perLine = AlignedBuffer.alignment / MemoryLayout<Double>.stride
    self.columns = columns
    self.rows = rows
    stride = (rows + perLine - 1) / perLine * perLine + Self.shift * perLine
    buffer = AlignedBuffer(count: columns * stride)
  }

  /// One column, to read.
  @_lifetime(borrow self)
  package borrowing func column(_ index: Int) -> Span<Double> {
    let span = buffer.elements(elements(of: index))
    return unsafe _overrideLifetime(span, borrowing: self)
  }

  /// One column, to write.
  @_lifetime(&self)
  package mutating func mutableColumn(_ index: Int) -> MutableSpan<Double> {
    let range = elements(of: index)
    return buffer.mutableElements(range)
  }

  /// Where a column is in the buffer.
  @inline(__always)
  borrowing func elements(of column: Int) -> Range<Int> {
    precondition(column >= 0 && column < columns, "ColumnStore: no such column")
    return column * stride..<column * stride + rows
  }
}
