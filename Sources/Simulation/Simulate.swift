internal import Dispatch
internal import Expressions
internal import LinearAlgebra
internal import Statistics
internal import Synchronization
package import TariffModel
package import VectorMath

/// Runs a compiled model.
///
/// The result depends on the model and the plan only: blocks are handed out in any order to any number of workers, counts and
/// sums do not depend on their order, and the grid of every sketch is fixed by the first draws of the run.
///
/// - Parameters:
///   - threads: Workers, at least 1.
///   - kernels: The build of the kernels to compute with.
///   - progress: Is told the number of draws done, now and then, from the workers' threads.
///   - isCancelled: Is asked between blocks, from the workers' threads.
/// - Throws: ``SimulationError``.
/// - Complexity: O(draws · instructions) time; memory does not depend on the draws.
package func simulate(
  _ model: CompiledModel, plan: Plan, threads: Int, kernels: KernelChoice, progress: @Sendable (Int) -> Void = { _ in },
  isCancelled: @Sendable () -> Bool = { false }
) throws(SimulationError) -> SimulationResult {
  precondition(plan.draws > 0, "a run has at least one draw")
  precondition(threads > 0, "a run has at least one worker")
  // Two workers that each call a threaded BLAS would slow each other down and change last bits.
  BLAS.pinToOneThread()
  let run = Run(model: model, plan: plan, kernels: kernels)
  let pilot = run.pilot(threads: threads)
  let columns = try run.columnSummaries(pilot: pilot, threads: threads, progress: progress, isCancelled: isCancelled)
  return SimulationResult(plan: plan, outcomes: try run.outcomes(from: columns), notes: model.notes)
}

/// One run: what is constant during it.
struct Run: Sendable {
  let model: CompiledModel
  let plan: Plan
  let kernels: KernelChoice

  /// Blocks of the pilot; its draws are the first of the run and fix the grids of the sketches.
  static let pilotBlocks = 8

  var blockCount: Int { (plan.draws + BlockProgram.drawsPerBlock - 1) / BlockProgram.drawsPerBlock }

  /// How many draws of a block count: the last block is computed whole and read in part.
  func countedDraws(inBlock block: Int) -> Int {
    min(BlockProgram.drawsPerBlock, plan.draws - block * BlockProgram.drawsPerBlock)
  }

  /// The first draws of every output column.
  func pilot(threads: Int) -> [[Double]] {
    let blocks = min(Self.pilotBlocks, blockCount)
    let drawn = Mutex<[Int: [[Double]]]>([:])
    forEachBlock(0..<blocks, threads: threads) { take in
      var workspace = model.program.makeWorkspace()
      while let block = take() {
        var columns = [[Double]](repeating: [], count: model.program.outputCount)
        let counted = countedDraws(inBlock: block)
        run(block, in: &workspace) { output, values in
          columns[output] = (0..<counted).map { values[$0] }
        }
        drawn.withLock { $0[block] = columns }
      }
    }
    let byBlock = drawn.withLock { $0 }
    return (0..<model.program.outputCount).map { output in (0..<blocks).flatMap { byBlock[$0]?[output] ?? [] } }
  }

  /// Every column's summary, from the pilot alone where it holds all draws.
  func columnSummaries(
    pilot: [[Double]], threads: Int, progress: @Sendable (Int) -> Void, isCancelled: @Sendable () -> Bool
  ) throws(SimulationError) -> [ColumnSummary] {
    let requests = columnRequests()
    let pilotDraws = min(plan.draws, Self.pilotBlocks * BlockProgram.drawsPerBlock)
    if pilotDraws == plan.draws {
      return zip(pilot, requests).map { values, request in
        let unusable = SampleSummary.unusableCount(in: values)
        return ColumnSummary(
          summary: unusable > 0 ? nil : SampleSummary(exactly: values, request: request), nonFiniteDraws: unusable)
      }
    }
    let empty = zip(pilot, requests).map { OutcomeSketch(SketchGrid(pilot: $0, request: $1)) }
    let merged = Mutex(
      zip(pilot, empty).map { values, sketch in
        var first = sketch
        for start in stride(from: 0, to: values.count, by: BlockProgram.drawsPerBlock) {
          first.add(values[start..<min(start + BlockProgram.drawsPerBlock, values.count)].span)
        }
        return first
      })
    let done = Atomic(pilotDraws)
    let isStopped = Atomic(false)
    forEachBlock(Self.pilotBlocks..<blockCount, threads: threads) { take in
      var workspace = model.program.makeWorkspace()
      var sketches = empty
      while !isStopped.load(ordering: .relaxed), let block = take() {
        let counted = countedDraws(inBlock: block)
        run(block, in: &workspace) { output, values in
          sketches[output].add(values.extracting(first: counted))
        }
        progress(done.add(counted, ordering: .relaxed).newValue)
        if isCancelled() { isStopped.store(true, ordering: .relaxed) }
      }
      let finished = sketches
      merged.withLock { total in
        for output in total.indices { total[output].merge(finished[output]) }
      }
    }
    if isStopped.load(ordering: .relaxed) { throw .cancelled(drawsDone: done.load(ordering: .relaxed)) }
    return merged.withLock { $0 }.map {
      ColumnSummary(summary: $0.nonFiniteCount > 0 ? nil : $0.summary(), nonFiniteDraws: $0.nonFiniteCount)
    }
  }

  private func run(_ block: Int, in workspace: inout BlockWorkspace, sink: (Int, Span<Double>) -> Void) {
    model.program.run(
      block: UInt64(block), seed: plan.seed, kernels: kernels.kernels, in: &workspace, sink: sink)
  }
}

/// Hands the blocks of a range to workers, each block once.
///
/// - Parameter work: One worker, given a function that takes the next block or nothing when all are taken.
func forEachBlock(_ blocks: Range<Int>, threads: Int, _ work: @Sendable (() -> Int?) -> Void) {
  guard !blocks.isEmpty else { return }
  let next = Atomic(blocks.lowerBound)
  DispatchQueue.concurrentPerform(iterations: min(threads, blocks.count)) { _ in
    work {
      let block = next.add(1, ordering: .relaxed).oldValue
      return block < blocks.upperBound ? block : nil
    }
  }
}
