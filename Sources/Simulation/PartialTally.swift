internal import Sampling

/// What is there of a run of which parts are missing, with the experiment as its observers see it.
package struct PartialTally: Sendable {
  /// Of the draws that count alone; it computes none.
  package let experiment: Experiment
  package let tally: Tally
}

extension Experiment {
  /// Joins tallies of some of the blocks, in order.
  ///
  /// Independent draws count wherever they are in the run. Of a design those of whole replicates count: each is a randomisation of its
  /// own, so that any of them are a sample, and a piece of one is not.
  ///
  /// - Complexity: O(parts · (columns · bins + groups)) time; besides the encoded parts, the memory of two.
  package func joined(some parts: [Tally.Encoded]) throws(JoinFailure) -> PartialTally {
    let groups = wholeGroups(of: parts.map(\.blocks))
    if let count = extent.design.replicates, groups.count < Design.replicateRange.lowerBound {
      throw .tooFewReplicates(whole: groups.count, count: count)
    }
    var joined: Tally?
    for (index, part) in parts.enumerated() {
      guard part.grids == parts[0].grids else { throw .otherDraws(part: index) }
      var tally: Tally
      do {
        tally = try Tally(part, of: self)
      } catch {
        throw .damaged(part: index, error)
      }
      guard tally.keep(groups: groups, of: extent) else { throw .unlistedDraws(part: index) }
      if joined == nil { joined = tally } else { joined?.take(tally) }
    }
    guard var joined else { preconditionFailure("a merge takes at least one part") }
    var seen = extent
    seen.drawsOfRun = extent.draws
    if extent.design.replicates == nil {
      seen.draws = parts.reduce(0) { $0 + extent.draws(in: $1.blocks) }
    } else {
      seen.draws = groups.count * extent.drawsPerGroup
      guard let design = Design(name: extent.design.name, replicates: groups.count) else {
        preconditionFailure("a design of fewer replicates is one")
      }
      seen.design = design
    }
    guard seen.draws > 0 else { throw .noDraws }
    joined.blocks = 0..<seen.blockCount
    return PartialTally(experiment: observing(seen), tally: joined)
  }

  /// The groups of draws that count: of a design those all of whose draws are there, else the one that there is.
  private func wholeGroups(of parts: [Range<Int>]) -> Set<Int> {
    guard extent.design.replicates != nil else { return [0] }
    return Set(
      (0..<extent.groupCount).filter { group in
        let own = extent.drawNumbers(ofGroup: group)
        return parts.reduce(0) { $0 + extent.drawNumbers(in: $1).clamped(to: own).count } == own.count
      })
  }
}

extension Tally {
  /// Drops the notes of all groups but these; of kept draws also says which of the run's they are.
  ///
  /// - Returns: Whether it could: which of a great many unsolved draws are dropped is not known.
  fileprivate mutating func keep(groups kept: Set<Int>, of extent: Extent) -> Bool {
    let isKept = { (number: Int) in kept.contains(extent.group(ofDraw: number)) }
    let own = extent.drawNumbers(in: blocks)
    guard !extent.keepsDraws else {
      numbers = own.filter(isKept)
      for column in draws.indices { draws[column] = numbers.map { draws[column][$0 - own.lowerBound] } }
      return true
    }
    for group in groups.indices where !kept.contains(group) { groups[group] = nil }
    guard kept.count < extent.groupCount, unsolved.count > 0 else { return true }
    // A part that lies in whole replicates, or in none of them, needs no list.
    let (first, last) = (extent.group(ofDraw: own.lowerBound), extent.group(ofDraw: own.upperBound - 1))
    if (first...last).allSatisfy(kept.contains) { return true }
    guard unsolved.count == unsolved.first.count || !(first...last).contains(where: kept.contains) else { return false }
    unsolved = UnsolvedDraws(unsolved.first.filter(isKept))
    return true
  }
}
