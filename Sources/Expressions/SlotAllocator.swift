/// Hands out columns of the workspace and takes them back; always the lowest that are free, so that few are used.
struct SlotAllocator {
  private var isTaken: [Bool] = []
  /// No column before it is free.
  private var firstFree = 0

  /// Columns the workspace must have.
  var count: Int { isTaken.count }

  /// The first of `count` free neighbours.
  ///
  /// O(columns).
  mutating func allocate(_ count: Int = 1) -> Int {
    var start = 0
    var length = 0
    for slot in firstFree..<isTaken.count {
      length = isTaken[slot] ? 0 : length + 1
      if length == 1 { start = slot }
      if length == count {
        for taken in start..<(start + count) { isTaken[taken] = true }
        if count == 1 { firstFree = start + 1 }
        return start
      }
    }
    // Free neighbours at the end are the beginning of the new range.
    if length == 0 { start = isTaken.count }
    for slot in start..<isTaken.count { isTaken[slot] = true }
    isTaken += Array(repeating: true, count: start + count - isTaken.count)
    if count == 1 { firstFree = start + 1 }
    return start
  }

  mutating func free(_ slots: Range<Int>) {
    for slot in slots {
      precondition(isTaken[slot], "a column is given back once")
      isTaken[slot] = false
    }
    firstFree = min(firstFree, slots.lowerBound)
  }
}
