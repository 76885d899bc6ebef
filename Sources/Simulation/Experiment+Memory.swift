internal import Statistics

extension Experiment {
  /// About the memory that what observers note takes: for each worker and for each group of draws, and the pilot's draws; or the draws twice
  /// where they are kept, in a table and by columns.
  package func tallyBytes(threads: Int) -> Int {
    let value = MemoryLayout<Double>.stride
    if extent.keepsDraws { return 2 * value * tableColumns * extent.draws }
    let workers = min(threads, extent.blockCount) + extent.groupCount
    let pilot = value * tableColumns * extent.pilotBlocks * Extent.drawsPerBlock
    return pilot + workers * (columns.count * OutcomeSketch.usualByteCount + pairs.count * PairTally.byteCount)
  }
}
