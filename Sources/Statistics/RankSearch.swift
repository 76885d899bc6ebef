/// The search for the draws of certain ranks among any number of draws, in fixed memory, by passes that see all draws again.
///
/// A sketch says how many draws lie in each of its bins, hence which bins hold the wanted ranks and how many draws lie below
/// them. A pass (`RankPass`) collects the draws of these bins; where they are too many it counts them in parts, and the next
/// pass has only the parts with the ranks to look at. After Munro and Paterson (doi:10.1016/0304-3975(80)90061-4), with the
/// sketch for their first pass. All is counting and comparing, so the answer is the draw that sorting would find, whatever the
/// order of the draws. Equal draws that are too many are counted, not collected: a part in which only one value was met is an
/// answer.
///
/// One pass suffices while the bins' draws fit in the capacity, two to the end of what a sketch can count; draws that crowd
/// where the sketch is coarse take one more. At worst a pass leaves a tenth of the doubles in question, which ends the search after 20.
package struct RankSearch: Sendable {
  private var known: [Int: Double] = [:]
  /// Where the other ranks are; ascending, disjoint.
  private var unsettled: [RankBracket] = []
  private let draws: Int
  private let frame: CellFrame
  private let capacity: Int

  /// Parts of a bracket: enough to bring four billion draws down to what can be collected.
  private static let mostParts = 256

  /// Starts from a sketch of all draws, at least one of them usable; ranks are those among the usable ones.
  ///
  /// - Parameters:
  ///   - ranks: From 0 to draws − 1.
  ///   - capacity: Numbers of eight bytes that a pass may collect, and as many that its counters may take; 64 for each rank are
  ///     granted in any case.
  /// - Complexity: O(bins + r · log r), r the ranks.
  package init(_ sketch: OutcomeSketch, ranks: Set<Int>, capacity: Int) {
    precondition(sketch.draws > 0, "ranks are sought among usable draws")
    let map = sketch.grid.map
    draws = sketch.draws
    frame = map.frame
    self.capacity = max(capacity, 64 * ranks.count)
    for (rank, value) in [(0, sketch.minimum), (draws - 1, sketch.maximum)] where ranks.contains(rank) {
      known[rank] = value
    }
    let inner = ranks.filter { known[$0] == nil }.sorted()
    let range = sketch.minimum...sketch.maximum
    admit(
      RankBracket.brackets(of: inner, below: 0, draws: sketch.counts.lazy.map { Int($0) }) {
        map.bounds(ofBin: $0).clamped(to: range)
      })
  }

  /// Whether every rank is known.
  package var isComplete: Bool { unsettled.isEmpty }

  /// The next pass, before it has seen any draw.
  ///
  /// O(b · log b), b the brackets left.
  package func nextPass() -> RankPass {
    // Small brackets are collected while there is room; the others share the counters.
    var room = capacity
    var isCollected = [Bool](repeating: false, count: unsettled.count)
    for index in unsettled.indices.sorted(by: { unsettled[$0].draws < unsettled[$1].draws }) {
      guard unsettled[index].draws <= room else { break }
      isCollected[index] = true
      room -= unsettled[index].draws
    }
    let counted = isCollected.count { !$0 }
    let parts = min(capacity / (RankPass.numbersPerPart * max(counted, 1)), Self.mostParts)
    return RankPass(zip(unsettled, isCollected).map { ($0.bounds, parts: $1 ? nil : parts) }, frame: frame)
  }

  /// Learns from the pass that ``nextPass()`` gave, once it has seen all draws.
  ///
  /// O(n log n), n the numbers that the pass holds.
  package mutating func learn(from pass: RankPass) {
    let collected = pass.collected.sorted()
    var start = 0
    let brackets = unsettled
    unsettled = []
    for (bracket, split) in zip(brackets, pass.splits) {
      guard let split else {
        precondition(start + bracket.draws <= collected.count, "a pass must see the draws that the sketch counted")
        for rank in bracket.ranks { known[rank] = collected[start + rank - bracket.below] }
        start += bracket.draws
        continue
      }
      let parts = pass.parts[split.parts]
      precondition(
        parts.reduce(0) { $0 + $1.draws } == bracket.draws, "a pass must see the draws that the sketch counted")
      admit(
        RankBracket.brackets(of: bracket.ranks, below: bracket.below, draws: parts.lazy.map(\.draws)) {
          let met = parts[parts.startIndex + $0]
          return met.least...met.greatest
        })
    }
    precondition(start == collected.count, "a pass must see the draws that the sketch counted")
  }

  private mutating func admit(_ brackets: [RankBracket]) {
    for bracket in brackets {
      if bracket.bounds.lowerBound < bracket.bounds.upperBound {
        unsettled.append(bracket)
      } else {
        for rank in bracket.ranks { known[rank] = bracket.bounds.lowerBound }
      }
    }
  }

  /// What was found.
  ///
  /// The search must be complete.
  package var orderStatistics: OrderStatistics {
    precondition(isComplete, "order statistics are known when their search is complete")
    return OrderStatistics(known, draws: draws)
  }
}
