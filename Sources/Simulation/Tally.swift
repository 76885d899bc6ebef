internal import Statistics

/// What the observers of an experiment have of a range of its blocks.
///
/// A short experiment (`Extent.keepsDraws`) has its draws, any longer one sketches and counts of pairs; so has a part of it.
package struct Tally: Sendable {
  /// The blocks that are done.
  package internal(set) var blocks: Range<Int>
  /// The draws of every column in their order; empty where they are not kept.
  var draws: [[Double]]
  /// The grids of the sketches; empty where the draws are kept.
  let grids: [SketchGrid]
  let pairGrids: [PairGrid]
  let smoothedGrids: [SmoothedGrid]
  /// What was noted of every group of draws (``Extent/groupCount``); nothing of one where no block of it is done, or the draws are kept.
  var groups: [Notes<OutcomeSketch>?]
  /// The draws that some sketch had to leave out; where the draws are kept, they tell it themselves.
  var unsolved = UnsolvedDraws()
  /// By place among the kept draws, their numbers in the run; empty where they are all of the run's.
  var numbers: [Int] = []

  /// The sketch of a column, of all groups that were seen.
  func sketch(ofColumn column: Int) -> OutcomeSketch {
    if groups.count == 1, let all = groups[0] { return all.columns[column] }
    return groups.reduce(into: OutcomeSketch(grids[column])) { pooled, group in
      if let group { pooled.merge(group.columns[column]) }
    }
  }

  /// Takes in the blocks that follow.
  ///
  /// O(columns · bins).
  mutating func append(_ next: Self) {
    precondition(next.blocks.lowerBound == blocks.upperBound, "parts of a run are joined in order and without a gap")
    take(next)
    blocks = blocks.lowerBound..<next.blocks.upperBound
  }

  /// Takes in the notes of later blocks, and leaves it to the caller which blocks these then are of.
  mutating func take(_ next: Self) {
    for column in draws.indices { draws[column] += next.draws[column] }
    numbers += next.numbers
    for group in groups.indices {
      guard let others = next.groups[group] else { continue }
      Notes.merge(others, into: &groups[group])
    }
    unsolved.merge(next.unsolved)
  }
}
