/// Indices of an array of tasks as batch systems take them, as in `3,17,40-42`.
enum ArrayIndices {
  /// The text; nothing at all where there are none.
  ///
  /// Complexity: O(indices), which ascend.
  static func text(_ indices: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for index in indices {
      if let last = ranges.last, last.upperBound == index - 1 {
        ranges[ranges.count - 1] = last.lowerBound...index
      } else {
        ranges.append(index...index)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
  }
}
