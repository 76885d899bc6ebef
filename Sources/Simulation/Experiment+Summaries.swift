package import ByteCoding
package import Statistics
internal import VectorMath

extension Experiment {
  /// What is known of every column, from a tally of all blocks.
  package func columnSummaries(of tally: Tally, threads: Int) -> [ColumnSummary] {
    var summaries = concurrentMap(columns.indices, threads: threads) { column in
      extent.keepsDraws
        ? ColumnSummary(
          of: tally.draws[column], groups: extent.groupCount, request: columns[column].request, kernels: kernels.kernels)
        : ColumnSummary(of: tally.sketch(ofColumn: column), groups: tally.groups.compactMap { $0?.columns[column] })
    }
    if let smoothing {
      for (own, found) in zip(smoothing.columns, smoothedTallies(of: tally, threads: threads)) {
        summaries[own.column].smooth(on: found.grid, replicates: found.tallies.filter { $0.draws > 0 })
      }
    }
    return summaries
  }

  /// What was counted of every pair, from a tally of all blocks.
  package func pairTallies(of tally: Tally, threads: Int) -> [PairTally] {
    guard extent.keepsDraws else {
      if tally.groups.count == 1, let all = tally.groups[0] { return all.pairs }
      return tally.groups.compactMap { $0 }.reduce(into: tally.pairGrids.map(PairTally.init)) { pooled, group in
        for index in pooled.indices { pooled[index].merge(group.pairs[index]) }
      }
    }
    return concurrentMap(pairs.indices, threads: threads) {
      counted(pairs[$0], in: tally.draws, groups: [0..<extent.blockCount]).tallies[0]
    }
  }

  /// How often every event happens, from a tally of all blocks.
  package func eventTallies(of tally: Tally) -> [EventTally] {
    replicatedEvents(of: tally).map { $0.reduce(into: EventTally()) { $0.merge($1) } }
  }

  /// By event, how often it happens in each group of draws (``Extent/groupCount``), from a tally of all blocks.
  package func replicatedEvents(of tally: Tally) -> [[EventTally]] {
    guard extent.keepsDraws else {
      return events.indices.map { event in tally.groups.compactMap { $0?.events[event] } }
    }
    let size = extent.drawsPerGroup
    return events.map { event in
      (0..<extent.groupCount).map { counted(event, in: tally.draws, draws: ($0 * size)..<(($0 + 1) * size)) }
    }
  }

  /// The draws in which some column is not solved; a ratio that is not defined is.
  package func unsolvedDraws(of tally: Tally, columns summaries: [ColumnSummary]) -> UnsolvedDraws {
    guard extent.keepsDraws else { return tally.unsolved }
    var numbers: Set<Int> = []
    for (column, draws) in tally.draws.prefix(columns.count).enumerated() where summaries[column].unusableDraws > 0 {
      for (number, value) in draws.enumerated()
      where Unusable.isUnsolved(value, isRatio: columns[column].isRatio) {
        numbers.insert(tally.numbers.isEmpty ? number : tally.numbers[number])
      }
    }
    return UnsolvedDraws(numbers.sorted())
  }

  /// Whether a draw of a column is one that a tally leaves out because it is not solved.
  package func isUnsolved(_ value: Double, ofColumn column: Int, in tally: Tally) -> Bool {
    extent.keepsDraws
      ? Unusable.isUnsolved(value, isRatio: columns[column].isRatio)
      : tally.grids[column].isUnsolved(value, isRatio: columns[column].isRatio)
  }

  /// Joins tallies of all blocks, in order.
  ///
  /// - Complexity: O(parts · columns · bins) time; besides the encoded parts, the memory of two.
  package func joined(_ parts: [Tally.Encoded]) throws(JoinFailure) -> Tally {
    var joined: Tally?
    for (index, part) in parts.enumerated() {
      guard part.grids == parts[0].grids else { throw .otherDraws(part: index) }
      let tally: Tally
      do {
        tally = try Tally(part, of: self)
      } catch {
        throw .damaged(part: index, error)
      }
      if joined == nil { joined = tally } else { joined?.append(tally) }
    }
    guard let joined else { preconditionFailure("a merge takes at least one part") }
    return joined
  }
}

/// Why parts do not join; they are numbered from 0 in the order given.
package enum JoinFailure: Error, Sendable {
  case damaged(part: Int, DamagedBytes)
  /// Its process drew the first numbers of the run differently from that of the first part.
  case otherDraws(part: Int)
  /// None of the run's draws are there.
  case noDraws
  /// Of a design's replicates so few are whole: errors need two, and half a replicate is none.
  case tooFewReplicates(whole: Int, count: Int)
  /// More draws of a part do not solve than it lists, and some of them belong to a replicate that is not whole.
  case unlistedDraws(part: Int)
}
