internal import Statistics

/// What the observers of an experiment have of a range of its blocks.
///
/// A short experiment (`Extent.keepsDraws`) has its draws, any longer one sketches and counts of pairs; so has a part of it.
package struct Tally: Sendable {
  /// The blocks that are done.
  package internal(set) var blocks: Range<Int>
  /// The draws of every column in their order; empty where they are not kept.
  var draws: [[Double]]
  /// The sketch of every column; empty where the draws are kept.
  var sketches: [OutcomeSketch]
  /// What was counted of every pair; empty where the draws are kept.
  var pairs: [PairTally]
  /// The draws that some sketch had to leave out; where the draws are kept, they tell it themselves.
  var unsolved = UnsolvedDraws()

  /// Takes in the blocks that follow.
  ///
  /// O(columns · bins).
  mutating func append(_ next: Self) {
    precondition(next.blocks.lowerBound == blocks.upperBound, "parts of a run are joined in order and without a gap")
    for column in draws.indices { draws[column] += next.draws[column] }
    for column in sketches.indices { sketches[column].merge(next.sketches[column]) }
    for pair in pairs.indices { pairs[pair].merge(next.pairs[pair]) }
    unsolved.merge(next.unsolved)
    blocks = blocks.lowerBound..<next.blocks.upperBound
  }
}
