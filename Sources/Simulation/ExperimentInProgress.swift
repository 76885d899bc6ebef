package import ByteCoding
internal import Statistics
internal import VectorMath

/// An experiment on its way: what is done of its share of the blocks.
///
/// Workers take blocks in order and finish what they took. So wherever they stop, the share's first blocks are done, and
/// nothing but their number says how to go on.
package struct ExperimentInProgress: Sendable {
  package let experiment: Experiment
  /// The blocks to be done.
  private let share: Range<Int>
  /// The share's first blocks, done.
  package private(set) var tally: Tally

  /// Computes the share at once where the draws are kept, else the pilot, the first blocks of the whole run, whatever the share:
  /// it fixes the grids of all shares alike.
  package init(_ experiment: Experiment, shard: Shard, threads: Int) {
    precondition(threads > 0, "a run has at least one worker")
    let extent = experiment.extent
    let share = shard.blocks(of: extent.blockCount)
    self.experiment = experiment
    self.share = share
    guard !extent.keepsDraws else {
      tally = Tally(
        blocks: share, draws: experiment.draws(in: share, threads: threads), grids: [], pairGrids: [],
        smoothedGrids: [],
        groups: Array(repeating: nil, count: extent.groupCount))
      return
    }
    let pilot = experiment.draws(in: extent.firstBlocks, threads: threads)
    // Blocks of the pilot that are the share's own are counted; they are its first ones.
    let own = share.clamped(to: 0..<max(share.lowerBound, extent.pilotBlocks))
    let ownGroups = (0..<extent.groupCount).map { extent.blocks(ofGroup: $0, in: own) }
    let columns = concurrentMap(experiment.columns.indices, threads: threads) { column in
      let draws = pilot[column]
      let grid = SketchGrid(pilot: draws, request: experiment.columns[column].request)
      let sketches = ownGroups.map { blocks in
        blocks.reduce(into: OutcomeSketch(grid)) { sketch, block in
          let start = block * Extent.drawsPerBlock
          sketch.add(draws.span.extracting(start..<(start + Extent.drawsPerBlock)), kernels: experiment.kernels.kernels)
        }
      }
      return (grid: grid, sketches: sketches)
    }
    var marked: Set<Int> = []
    for (column, noted) in columns.enumerated() where noted.sketches.contains(where: { $0.nonFiniteCount > 0 }) {
      for number in extent.drawNumbers(in: own)
      where noted.grid.isUnsolved(pilot[column][number], isRatio: experiment.columns[column].isRatio) { marked.insert(number) }
    }
    let pairs = concurrentMap(experiment.pairs.indices, threads: threads) {
      experiment.counted(experiment.pairs[$0], in: pilot, groups: ownGroups)
    }
    let smoothed = experiment.smoothed(pilot, parts: ownGroups.map(extent.drawNumbers), threads: threads)
    tally = Tally(
      blocks: own, draws: [], grids: columns.map(\.grid), pairGrids: pairs.map(\.grid), smoothedGrids: smoothed.map(\.grid),
      groups: ownGroups.indices.map { group in
        ownGroups[group].isEmpty
          ? nil
          : Notes(
            columns: columns.map { $0.sketches[group] }, pairs: pairs.map { $0.tallies[group] },
            events: experiment.events.map { experiment.counted($0, in: pilot, blocks: ownGroups[group]) },
            smoothed: smoothed.map { $0.tallies[group] })
      }, unsolved: UnsolvedDraws(marked.sorted()))
  }

  /// Whether all blocks of the share are done.
  package var isFinished: Bool { tally.blocks == share }

  /// Draws of the share that are done.
  package var drawsDone: Int { experiment.extent.draws(in: tally.blocks) }

  /// Does blocks until the share is done, the deadline has passed, or it is asked to stop.
  ///
  /// At least one block, where there is any left. Where it stops does not change the result.
  ///
  /// - Parameters:
  ///   - progress: Is told the number of draws done of the share, now and then, from the workers' threads.
  ///   - isCancelled: Is asked between blocks, from the workers' threads.
  /// - Complexity: O(draws · instructions) time; memory does not depend on the draws.
  package mutating func advance(
    threads: Int, until deadline: ContinuousClock.Instant? = nil, progress: @Sendable (Int) -> Void = { _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) {
    let (grids, pairGrids, smoothedGrids) = (tally.grids, tally.pairGrids, tally.smoothedGrids)
    let noEvents = [EventTally](repeating: EventTally(), count: experiment.events.count)
    var groups = exchange(&tally.groups, with: [])
    let done = experiment.tally(
      tally.blocks.upperBound..<share.upperBound, threads: threads,
      from: {
        Notes(
          columns: grids.map(OutcomeSketch.init), pairs: pairGrids.map(PairTally.init), events: noEvents,
          smoothed: smoothedGrids.map { SmoothedTally(levels: $0.levels.count) })
      },
      on: smoothedGrids, into: &groups, after: drawsDone,
      progress: progress, isStopped: { isCancelled() || deadline.map { ContinuousClock.now >= $0 } ?? false })
    tally.groups = groups
    tally.unsolved.merge(done.unsolved)
    tally.blocks = tally.blocks.lowerBound..<(tally.blocks.upperBound + done.blocks)
  }

  /// Goes on from what an earlier process did of the same share, in place of what is done here.
  package mutating func resume(from encoded: Tally.Encoded) throws(ResumeFailure) {
    guard encoded.grids == tally.encoded.grids else { throw .otherDraws }
    do throws(DamagedBytes) {
      let earlier = try Tally(encoded, of: experiment)
      guard earlier.blocks.lowerBound == share.lowerBound, earlier.blocks.upperBound <= share.upperBound else {
        throw DamagedBytes("its blocks are none of the share's")
      }
      guard !experiment.extent.keepsDraws || earlier.blocks == share else {
        throw DamagedBytes("its draws are not all of the share's")
      }
      tally = earlier
    } catch {
      throw .damaged(error)
    }
  }
}

/// Why a run cannot go on from a partial result.
package enum ResumeFailure: Error, Hashable, Sendable {
  case damaged(DamagedBytes)
  /// The first draws of the run come out differently here.
  case otherDraws
}
