/// Draws of one block that are to be told of.
struct BlockMarks {
  private var isMarked = [Bool](repeating: false, count: Extent.drawsPerBlock)
  private(set) var isEmpty = true

  /// Marks the draws whose values are to be told of.
  mutating func mark(_ values: Span<Double>, where isTold: (Double) -> Bool) {
    for index in values.indices where isTold(values[index]) {
      isMarked[index] = true
      isEmpty = false
    }
  }

  /// The marked draws by their place in the block, ascending; none is marked any more.
  mutating func take() -> [Int] {
    let marked = isMarked.indices.filter { isMarked[$0] }
    self = Self()
    return marked
  }
}
