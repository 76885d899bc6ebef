package import Statistics
package import VectorMath

/// What is known of a column of the program, from its usable draws.
package struct ColumnSummary: Sendable {
  /// Nothing where no draw is usable.
  package let summary: SampleSummary?
  package let unusableDraws: Int
  /// What exact percentiles rest on; none where they were not asked for.
  package var orderStatistics: OrderStatistics?

  /// Of draws that are all at hand.
  package init(of draws: [Double], request: SketchRequest, kernels: any KernelSet.Type) {
    unusableDraws = SampleSummary.unusableCount(in: draws)
    let usable = unusableDraws == 0 ? draws : draws.filter(Unusable.isUsable)
    summary = usable.isEmpty ? nil : SampleSummary(exactly: usable, request: request, kernels: kernels)
  }

  /// Of draws that a sketch has seen.
  package init(of sketch: OutcomeSketch) {
    unusableDraws = sketch.nonFiniteCount
    summary = sketch.draws > 0 ? sketch.summary() : nil
  }
}
