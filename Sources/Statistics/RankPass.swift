/// What one worker meets in the brackets of a search, in a pass over its share of the draws.
///
/// Goals in order of priority: nothing depends on the order of draws or workers; memory; time for a draw that is in no bracket,
/// as nearly all are: its cell of the frame says so.
package struct RankPass: Sendable {
  /// Ascending, disjoint.
  private let brackets: [ClosedRange<Double>]
  /// How the draws of each bracket are counted; nil where they are collected.
  let splits: [Split?]
  private let frame: CellFrame
  /// Whether a cell of the frame meets a bracket.
  private let isMarked: [Bool]
  /// The draws of all brackets that are collected, in any order.
  private(set) var collected: [Double] = []
  /// The parts of all brackets that are counted.
  private(set) var parts: [Part]

  /// Equal parts of a bracket in the order of doubles, which come to an end however steep the density is.
  struct Split: Sendable {
    /// The place of the bracket's least double.
    let origin: Int64
    /// The binary logarithm of the doubles in a part.
    let shift: Int
    /// Where the parts are in `RankPass.parts`.
    let parts: Range<Int>

    /// Cuts a bracket of at least 2 doubles in at least 2 parts, and in between `most`/2 and `most` where it has the doubles.
    init(_ bracket: ClosedRange<Double>, most: Int, firstPart: Int) {
      origin = bracket.lowerBound.place
      let last = UInt64(bitPattern: bracket.upperBound.place &- origin)
      shift = UInt64.bitWidth - (last / UInt64(most)).leadingZeroBitCount
      parts = firstPart..<(firstPart + Int(last >> shift) + 1)
    }

    /// The part of a value in the bracket.
    func part(of x: Double) -> Int { parts.lowerBound + Int(UInt64(bitPattern: x.place &- origin) >> shift) }
  }

  /// What was met of a part.
  struct Part: Sendable {
    var draws = 0
    var least = Double.infinity
    var greatest = -Double.infinity

    mutating func merge(_ other: Self) {
      draws += other.draws
      least = min(least, other.least)
      greatest = max(greatest, other.greatest)
    }
  }

  /// Collected draws that take the memory of a part.
  static let numbersPerPart = MemoryLayout<Part>.stride / MemoryLayout<Double>.stride

  /// A pass for ascending, disjoint brackets, each collected or, where a number is given, counted in at most so many parts.
  init(_ brackets: [(bounds: ClosedRange<Double>, parts: Int?)], frame: CellFrame) {
    var splits: [Split?] = []
    var isMarked = [Bool](repeating: false, count: frame.count + 2)
    var partCount = 0
    for (bounds, most) in brackets {
      let split = most.map { Split(bounds, most: $0, firstPart: partCount) }
      partCount = split?.parts.upperBound ?? partCount
      splits.append(split)
      for cell in frame.cell(of: bounds.lowerBound)...frame.cell(of: bounds.upperBound) { isMarked[cell] = true }
    }
    self.brackets = brackets.map(\.bounds)
    self.splits = splits
    self.frame = frame
    self.isMarked = isMarked
    parts = [Part](repeating: Part(), count: partCount)
  }

  /// Sees some draws, each in one call only; unusable ones are in no bracket.
  ///
  /// O(1) for a draw in no marked cell, O(log brackets) for the others.
  package mutating func add(_ values: Span<Double>) {
    if brackets.isEmpty { return }
    let frame = frame
    let isMarked = isMarked
    let marks = isMarked.span
    for index in values.indices where marks[frame.cell(of: values[index])] { note(values[index]) }
  }

  @inline(never)
  private mutating func note(_ x: Double) {
    let index = brackets.partitioningIndex { $0.lowerBound > x } - 1
    guard index >= 0, x <= brackets[index].upperBound else { return }
    if let split = splits[index] {
      parts[split.part(of: x)].merge(Part(draws: 1, least: x, greatest: x))
    } else {
      collected.append(x)
    }
  }

  /// Takes in what another worker met in the same pass.
  ///
  /// O(numbers held).
  package mutating func merge(_ other: Self) {
    precondition(brackets == other.brackets, "only findings of one pass can be merged")
    collected += other.collected
    for index in parts.indices { parts[index].merge(other.parts[index]) }
  }

  /// Numbers of eight bytes that it holds by now.
  package var numbersHeld: Int { collected.count + parts.count * Self.numbersPerPart }
}
