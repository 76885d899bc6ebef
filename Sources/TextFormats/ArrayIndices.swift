/// Indices of an array of tasks.
package enum ArrayIndices {
  /// The runs of neighbours among ascending indices.
  ///
  /// Complexity: O(indices).
  package static func ranges(_ indices: [Int]) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for index in indices {
      if let last = ranges.last, last.upperBound == index - 1 {
        ranges[ranges.count - 1] = last.lowerBound...index
      } else {
        ranges.append(index...index)
      }
    }
    return ranges
  }

  /// Ascending indices as batch systems take them, as in `3,17,40-42`; nothing at all where there are none.
  package static func text(_ indices: [Int]) -> String {
    ranges(indices).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
  }
}
