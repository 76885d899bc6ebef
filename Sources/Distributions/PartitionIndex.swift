extension Array {
  /// The first index from which on the condition holds, in an array where it never stops holding; `count` where it does not hold.
  ///
  /// O(log count).
  func partitionIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
