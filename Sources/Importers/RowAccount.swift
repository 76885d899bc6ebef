/// The account of an import: every row that was read is kept, merged into another or dropped for a reason.
package struct RowAccount: Hashable, Sendable {
  /// A row that is at fault.
  package struct Reject: Hashable, Sendable {
    package var file: String
    package var line: Int
    package var column: Int
    package var reason: DropReason
    /// What stands there.
    package var value: String
    /// Further words about this one, such as where the flow stood first.
    package var remark: String?
  }

  /// More rejects than this are counted, and not listed.
  package static let listedRejects = 100_000

  package internal(set) var read = 0
  package internal(set) var kept = 0
  /// Rows whose value is in a kept row together with another's.
  package internal(set) var merged = 0
  private var counts = [Int](repeating: 0, count: DropReason.allCases.count)
  package private(set) var rejects: [Reject] = []

  /// The rows that were dropped, by reason.
  package var dropped: [DropReason: Int] {
    var dropped: [DropReason: Int] = [:]
    for reason in DropReason.allCases where counts[reason.rawValue] > 0 { dropped[reason] = counts[reason.rawValue] }
    return dropped
  }

  /// The rows that were dropped, for whatever reason.
  package var droppedRows: Int { counts.reduce(0, +) }

  /// The rows that are at fault.
  package var faults: Int { dropped.reduce(0) { $0 + ($1.key.isFault ? $1.value : 0) } }

  mutating func drop(_ reason: DropReason, rows: Int = 1) {
    counts[reason.rawValue] += rows
  }

  mutating func reject(_ reject: Reject, rows: Int = 1) {
    drop(reject.reason, rows: rows)
    if rejects.count < Self.listedRejects { rejects.append(reject) }
  }
}
