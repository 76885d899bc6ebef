internal import Statistics

/// What the observers of a pass note: one for each column, and where pairs, events and averages over an input are looked at, one for
/// each of them.
struct Notes<Column: ColumnTally>: Sendable {
  var columns: [Column]
  var pairs: [PairTally] = []
  var events: [EventTally] = []
  var smoothed: [SmoothedTally] = []

  /// Takes in the notes of other blocks, which may be the first.
  static func merge(_ other: Self, into notes: inout Self?) {
    guard var merged = exchange(&notes, with: nil) else {
      notes = other
      return
    }
    for column in merged.columns.indices { merged.columns[column].merge(other.columns[column]) }
    for pair in merged.pairs.indices { merged.pairs[pair].merge(other.pairs[pair]) }
    for event in merged.events.indices { merged.events[event].merge(other.events[event]) }
    for column in merged.smoothed.indices { merged.smoothed[column].merge(other.smoothed[column]) }
    notes = merged
  }
}
