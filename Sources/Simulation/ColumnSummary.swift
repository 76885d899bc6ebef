package import Statistics
package import VectorMath

/// What is known of a column of the program, from its usable draws.
package struct ColumnSummary: Sendable {
  /// Nothing where no draw is usable.
  package private(set) var summary: SampleSummary?
  package let unusableDraws: Int
  /// What exact percentiles rest on; none where they were not asked for.
  package var orderStatistics: OrderStatistics?

  /// Of draws that are all at hand: one after the other those of so many groups of one size, the replicates of a design, or all as one.
  package init(of draws: [Double], groups: Int = 1, request: SketchRequest, kernels: any KernelSet.Type) {
    unusableDraws = SampleSummary.unusableCount(in: draws)
    let usable = unusableDraws == 0 ? draws : draws.filter(Unusable.isUsable)
    if usable.isEmpty {
      summary = nil
    } else if groups == 1 {
      summary = SampleSummary(exactly: usable, request: request, kernels: kernels)
    } else {
      let size = draws.count / groups
      let replicates = (0..<groups).map { draws[($0 * size)..<(($0 + 1) * size)].filter(Unusable.isUsable) }
      summary = SampleSummary(exactly: replicates.filter { !$0.isEmpty }, request: request, kernels: kernels)
    }
  }

  /// Of draws that a sketch has seen.
  ///
  /// - Parameter groups: The sketches of the replicates of a design, or of all draws as one.
  package init(of sketch: OutcomeSketch, groups: [OutcomeSketch]) {
    unusableDraws = sketch.nonFiniteCount
    let replicates = groups.filter { $0.draws > 0 }
    if sketch.draws == 0 {
      summary = nil
    } else {
      summary = groups.count == 1 ? sketch.summary() : sketch.summary(ofReplicates: replicates)
    }
  }

  /// Puts what replicates say on average over an input in place of what their draws say.
  mutating func smooth(on grid: SmoothedGrid, replicates: [SmoothedTally]) {
    summary = summary?.smoothed(on: grid, replicates: replicates)
  }
}
