internal import Statistics
internal import VectorMath

/// What is known of a column of the program; no summary where some draws have no finite value.
struct ColumnSummary: Sendable {
  let summary: SampleSummary?
  let nonFiniteDraws: Int
  /// What exact percentiles rest on; none where they were not asked for.
  var orderStatistics: OrderStatistics?

  /// Of draws that are all at hand.
  init(of draws: [Double], request: SketchRequest, kernels: any KernelSet.Type) {
    nonFiniteDraws = SampleSummary.unusableCount(in: draws)
    summary = nonFiniteDraws > 0 ? nil : SampleSummary(exactly: draws, request: request, kernels: kernels)
  }

  /// Of draws that a sketch has seen.
  init(of sketch: OutcomeSketch) {
    nonFiniteDraws = sketch.nonFiniteCount
    summary = nonFiniteDraws > 0 ? nil : sketch.summary()
  }
}
