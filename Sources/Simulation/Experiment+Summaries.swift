package import ByteCoding
package import Statistics
internal import VectorMath

extension Experiment {
  /// What is known of every column, from a tally of all blocks.
  package func columnSummaries(of tally: Tally, threads: Int) -> [ColumnSummary] {
    concurrentMap(columns.indices, threads: threads) { column in
      extent.keepsDraws
        ? ColumnSummary(of: tally.draws[column], request: columns[column].request, kernels: kernels.kernels)
        : ColumnSummary(of: tally.sketches[column])
    }
  }

  /// What was counted of every pair, from a tally of all blocks.
  package func pairTallies(of tally: Tally, threads: Int) -> [PairTally] {
    guard extent.keepsDraws else { return tally.pairs }
    return concurrentMap(pairs.indices, threads: threads) { index in
      let pair = pairs[index]
      let (first, second) = values(of: pair, in: tally.draws)
      var counts = PairTally(PairGrid(pilot: first, second, percentiles: pair.percentiles, draws: extent.draws))
      for start in stride(from: 0, to: first.count, by: Extent.drawsPerBlock) {
        let draws = start..<min(start + Extent.drawsPerBlock, first.count)
        counts.add(first.span.extracting(draws), second.span.extracting(draws), kernels: kernels.kernels)
      }
      return counts
    }
  }

  /// The sides of a pair in draws of every column that are at hand.
  func values(of pair: ObservedPair, in draws: [[Double]]) -> (first: [Double], second: [Double]) {
    let first = values(of: pair.first, in: draws)
    var second = values(of: pair.second, in: draws)
    pair.settle(first, &second)
    return (first, second)
  }

  /// An operand in draws of every column that are at hand.
  private func values(of operand: Operand, in draws: [[Double]]) -> [Double] {
    guard let output = operand.output else {
      return [Double](repeating: operand.offset, count: draws.first?.count ?? 0)
    }
    guard let column = column(of: output) else { preconditionFailure("the sides of a pair are columns of its experiment") }
    return draws[column].map { operand($0) }
  }

  /// The draws in which some column is not solved; a ratio that is not defined is.
  package func unsolvedDraws(of tally: Tally, columns summaries: [ColumnSummary]) -> UnsolvedDraws {
    guard extent.keepsDraws else { return tally.unsolved }
    var numbers: Set<Int> = []
    for (column, draws) in tally.draws.enumerated() where summaries[column].unusableDraws > 0 {
      for (number, value) in draws.enumerated()
      where Unusable.isUnsolved(value, isRatio: columns[column].isRatio) { numbers.insert(number) }
    }
    return UnsolvedDraws(numbers.sorted())
  }

  /// Whether a draw of a column is one that a tally leaves out because it is not solved.
  package func isUnsolved(_ value: Double, ofColumn column: Int, in tally: Tally) -> Bool {
    extent.keepsDraws
      ? Unusable.isUnsolved(value, isRatio: columns[column].isRatio)
      : tally.sketches[column].grid.isUnsolved(value, isRatio: columns[column].isRatio)
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
}
