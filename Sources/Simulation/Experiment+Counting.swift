internal import Statistics
internal import VectorMath

/// What observers of several columns note of draws that are at hand: those of every column, from the first block on.
extension Experiment {
  /// What is counted of a pair in some groups of blocks; its grid is fixed by all draws that are at hand.
  func counted(
    _ pair: ObservedPair, in draws: [[Double]], groups: [Range<Int>]
  ) -> (grid: PairGrid, tallies: [PairTally]) {
    let first = values(of: pair.first, in: draws)
    var second = values(of: pair.second, in: draws)
    pair.settle(first, &second)
    let grid = PairGrid(pilot: first, second, percentiles: pair.percentiles, draws: extent.draws)
    let tallies = groups.map { blocks in
      blocks.reduce(into: PairTally(grid)) { counts, block in
        let own = extent.drawNumbers(in: block..<(block + 1))
        counts.add(first.span.extracting(own), second.span.extracting(own), kernels: kernels.kernels)
      }
    }
    return (grid, tallies)
  }

  /// How often an event happens in some of the blocks.
  func counted(_ event: ObservedEvent, in draws: [[Double]], blocks: Range<Int>) -> EventTally {
    // Blocks of a share that lie beyond those at hand are none of these.
    blocks.isEmpty ? EventTally() : counted(event, in: draws, draws: extent.drawNumbers(in: blocks))
  }

  /// How often an event happens in some of the draws.
  func counted(_ event: ObservedEvent, in draws: [[Double]], draws own: Range<Int>) -> EventTally {
    var tally = EventTally()
    var counter = EventCounter()
    counter.count(event, draws: own.count, into: &tally) { operand, column in
      column = Array(values(of: operand, in: draws)[own])
    }
    return tally
  }

  /// An operand in draws of every column.
  func values(of operand: Operand, in draws: [[Double]]) -> [Double] {
    guard let output = operand.output else {
      return [Double](repeating: operand.offset, count: draws.first?.count ?? extent.draws)
    }
    guard let column = column(of: output) else {
      preconditionFailure("what is looked at together is a column of its experiment too")
    }
    return draws[column].map { operand($0) }
  }
}
