/// Something that all rows of a table have in common: it is stated, or all files have one alone.
struct Stated<Value: Hashable & Comparable> {
  private let wanted: Value?
  /// What the files have.
  private(set) var seen: Set<Value> = []
  private var first: Value?

  init(_ wanted: Value?) { self.wanted = wanted }

  /// Whether a row with this value is taken.
  ///
  /// Where nothing is stated the first one is, and in the end there must be no other.
  mutating func takes(_ value: Value) -> Bool {
    if let first, first == value { return wanted == nil || wanted == value }
    if seen.count < 4096 { seen.insert(value) }
    if first == nil { first = value }
    return value == (wanted ?? first)
  }

  /// The value that was taken.
  var value: Value? { wanted ?? first }

  /// The values there are, where whoever imports has to say which.
  var open: [Value]? { wanted == nil && seen.count > 1 ? seen.sorted() : nil }

  /// The values there are, where none of them is the one that is stated.
  var missed: [Value]? { wanted.map { !seen.isEmpty && !seen.contains($0) } == true ? seen.sorted() : nil }
}
