package import ByteCoding
internal import Statistics
package import TariffModel
package import VectorMath

/// A run on its way: what is done of its share of the blocks.
///
/// Workers take blocks in order and finish what they took. So wherever they stop, the share's first blocks are done, and
/// nothing but their number says how to go on.
package struct RunInProgress: Sendable {
  private let run: Run
  /// The blocks to be done.
  private let share: Range<Int>
  /// The share's first blocks, done.
  package private(set) var partial: PartialResult

  /// Computes the share at once where the draws are kept, else the pilot, the first blocks of the whole run, whatever the share:
  /// it fixes the grids of all shares alike.
  package init(_ model: CompiledModel, plan: Plan, shard: Shard = .whole, threads: Int, kernels: KernelChoice) {
    precondition(plan.draws > 0, "a run has at least one draw")
    precondition(threads > 0, "a run has at least one worker")
    let run = Run(model: model, plan: plan, kernels: kernels)
    let share = shard.blocks(of: plan.blockCount)
    self.run = run
    self.share = share
    guard !plan.keepsDraws else {
      partial = PartialResult(blocks: share, draws: run.draws(in: share, threads: threads), sketches: [])
      return
    }
    let pilot = run.draws(in: run.firstBlocks, threads: threads)
    let requests = run.columnRequests()
    // Blocks of the pilot that are the share's own are counted; they are its first ones.
    let own = share.clamped(to: 0..<max(share.lowerBound, run.pilotBlocks))
    let sketches = concurrentMap(pilot.indices, threads: threads) { column in
      let draws = pilot[column]
      var sketch = OutcomeSketch(SketchGrid(pilot: draws, request: requests[column]))
      for block in own {
        let start = block * Plan.drawsPerBlock
        sketch.add(draws.span.extracting(start..<(start + Plan.drawsPerBlock)), kernels: kernels.kernels)
      }
      return sketch
    }
    var marked: Set<Int> = []
    for (column, sketch) in sketches.enumerated() where sketch.nonFiniteCount > 0 {
      for number in plan.drawNumbers(in: own)
      where sketch.grid.isUnsolved(pilot[column][number], isRatio: model.isRatio[column]) { marked.insert(number) }
    }
    partial = PartialResult(blocks: own, draws: [], sketches: sketches, unsolved: UnsolvedDraws(marked.sorted()))
  }

  /// Whether all blocks of the share are done.
  package var isFinished: Bool { partial.blocks == share }

  /// Draws of the share that are done.
  package var drawsDone: Int { run.plan.draws(in: partial.blocks) }

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
    let grids = partial.sketches.map(\.grid)
    let done = run.tally(
      partial.blocks.upperBound..<share.upperBound, threads: threads, from: { grids.map(OutcomeSketch.init) },
      into: &partial.sketches, after: drawsDone,
      progress: progress, isStopped: { isCancelled() || deadline.map { ContinuousClock.now >= $0 } ?? false })
    partial.unsolved.merge(done.unsolved)
    partial.blocks = partial.blocks.lowerBound..<(partial.blocks.upperBound + done.blocks)
  }

  /// Goes on from what an earlier process did of the same share, in place of what is done here.
  package mutating func resume(from encoded: PartialResult.Encoded) throws(ResumeFailure) {
    guard encoded.grids == partial.encoded.grids else { throw .otherDraws }
    do throws(DamagedBytes) {
      let earlier = try PartialResult(encoded, of: run)
      guard earlier.blocks.lowerBound == share.lowerBound, earlier.blocks.upperBound <= share.upperBound else {
        throw DamagedBytes("its blocks are none of the share's")
      }
      guard !run.plan.keepsDraws || earlier.blocks == share else { throw DamagedBytes("its draws are not all of the share's") }
      partial = earlier
    } catch {
      throw .damaged(error)
    }
  }

  /// The answer of a run that is finished and whose share is all blocks.
  ///
  /// Exact percentiles take further passes over the draws, unless these are kept; of the passes nothing is left when they are
  /// stopped.
  ///
  /// - Parameters:
  ///   - announce: Is told how many draws are to be computed in all, when a further pass over them begins.
  ///   - progress: Is told the number of draws computed, those of the run included, from the workers' threads.
  ///   - isCancelled: Is asked between blocks, from the workers' threads.
  package func result(
    threads: Int, announce: (Int) -> Void = { _ in }, progress: @Sendable (Int) -> Void = { _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws(SimulationError) -> SimulationResult {
    try run.result(of: partial, threads: threads, announce: announce, progress: progress, isCancelled: isCancelled)
  }
}

/// Why a run cannot go on from a partial result.
package enum ResumeFailure: Error, Hashable, Sendable {
  case damaged(DamagedBytes)
  /// The first draws of the run come out differently here.
  case otherDraws
}
