internal import Statistics
internal import VectorMath

/// What a worker notes of one column's draws.
///
/// All notes of a run together must not depend on who saw which block, nor when.
protocol ColumnTally: Sendable {
  /// Takes in the draws of a block that count, and marks those that it had to leave out.
  mutating func add(
    _ values: Span<Double>, ofBlock block: Int, kernels: any KernelSet.Type, marking unsolved: inout BlockMarks)

  /// Takes in what was noted of other blocks.
  mutating func merge(_ other: Self)
}

extension OutcomeSketch: ColumnTally {
  mutating func add(
    _ values: Span<Double>, ofBlock block: Int, kernels: any KernelSet.Type, marking unsolved: inout BlockMarks
  ) {
    let before = nonFiniteCount
    add(values, kernels: kernels)
    if nonFiniteCount > before { unsolved.mark(values) { !grid.isUsable($0) } }
  }
}

extension RankPass: ColumnTally {
  mutating func add(
    _ values: Span<Double>, ofBlock block: Int, kernels: any KernelSet.Type, marking unsolved: inout BlockMarks
  ) {
    add(values)
  }
}
