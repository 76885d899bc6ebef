internal import Expressions
internal import TariffModel
internal import VectorMath

/// One run: what is constant during it.
struct Run: Sendable {
  let model: CompiledModel
  let plan: Plan
  let kernels: KernelChoice

  /// Blocks of the pilot; its draws are the first of the run and fix the grids of the sketches.
  ///
  /// A larger pilot knows better where the percentiles lie, so that fewer bins are enough: with four times as many draws half of
  /// them, which then stay in the second-level cache. That pays in runs of some million draws, and where columns are few: beyond
  /// the least pilot its draws take 16 MB at most. All shards of a run have the same.
  var pilotBlocks: Int {
    let least = 8
    return max(least, min(4_096 / max(model.program.outputCount, 1), plan.blockCount / 256, Self.mostKeptBlocks))
  }

  /// A run of no more blocks keeps all its draws: they take less memory than the three sets of sketches of a run with two workers,
  /// and what is said of them is exact.
  static let mostKeptBlocks = 32

  /// The draws that the columns of a run start from: all where they are kept, else the pilot.
  var firstBlocks: Range<Int> { 0..<(plan.keepsDraws ? plan.blockCount : pilotBlocks) }

  /// The draws of every output column in some blocks, in order.
  func draws(in blocks: Range<Int>, threads: Int) -> [[Double]] {
    let columns = model.program.outputCount
    let table = DrawTable(rows: plan.draws(in: blocks), columns: columns)
    forEachBlock(blocks, threads: threads) { take in
      var workspace = model.program.makeWorkspace()
      while let block = take() {
        let row = plan.draws(in: blocks.lowerBound..<block)
        let counted = plan.draws(in: block..<(block + 1))
        run(block, in: &workspace) { output, values in
          table.write(values.extracting(first: counted), at: row, of: output)
        }
      }
    }
    return concurrentMap(0..<columns, threads: threads) { table.column($0) }
  }

  /// Computes one block, whole.
  func run(_ block: Int, in workspace: inout BlockWorkspace, sink: (Int, Span<Double>) -> Void) {
    model.program.run(
      block: UInt64(block), seed: plan.seed, kernels: kernels.kernels, in: &workspace, sink: sink)
  }
}
