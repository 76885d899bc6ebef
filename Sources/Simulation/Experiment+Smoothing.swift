internal import Expressions
internal import Statistics
internal import VectorMath

/// What is averaged over an input of draws that are at hand: those of every column, from the first block on.
extension Experiment {
  /// By smoothed column, the grid that all draws at hand fix, and what some ranges of them say on it.
  func smoothed(_ draws: [[Double]], parts: [Range<Int>], threads: Int) -> [(grid: SmoothedGrid, tallies: [SmoothedTally])] {
    guard let smoothing else { return [] }
    let inputs = values(of: smoothing.input, in: draws)
    return concurrentMap(smoothing.columns.indices, threads: threads) { place in
      let own = smoothing.columns[place]
      let slopes = values(of: own.slope, in: draws)
      let (y, request) = (draws[own.column], columns[own.column].request)
      var averaged = AveragedDraws(smoothing.law, kernels: kernels.kernels)
      averaged.load(y[...], slopes: slopes[...], inputs: inputs[...], where: Unusable.isUsable)
      let grid = averaged.grid(percentiles: request.percentiles, thresholds: request.thresholds)
      let tallies = parts.map { part in
        var tally = SmoothedTally(levels: grid.levels.count)
        for start in stride(from: part.lowerBound, to: part.upperBound, by: Extent.drawsPerBlock) {
          let block = start..<min(start + Extent.drawsPerBlock, part.upperBound)
          averaged.load(y[block], slopes: slopes[block], inputs: inputs[block], where: grid.isUsable)
          averaged.add(to: &tally, on: grid)
        }
        return tally
      }
      return (grid, tallies)
    }
  }

  /// By smoothed column, its grid and the tallies of all replicates, from a tally of all blocks.
  func smoothedTallies(of tally: Tally, threads: Int) -> [(grid: SmoothedGrid, tallies: [SmoothedTally])] {
    guard let smoothing else { return [] }
    if extent.keepsDraws {
      let size = extent.drawsPerGroup
      return smoothed(tally.draws, parts: (0..<extent.groupCount).map { ($0 * size)..<(($0 + 1) * size) }, threads: threads)
    }
    return smoothing.columns.indices.map { place in
      (tally.smoothedGrids[place], tally.groups.compactMap { $0?.smoothed[place] })
    }
  }
}
