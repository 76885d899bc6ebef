internal import Statistics
internal import VectorMath

/// What a worker notes of one column's draws.
///
/// All notes of a run together must not depend on who saw which block, nor when.
protocol ColumnTally: Sendable {
  /// Takes in the draws of a block that count, and marks those that it had to leave out because they are not solved.
  ///
  /// `isRatio`: an infinite draw is one in which the column is not defined.
  mutating func add(
    _ values: Span<Double>, ofBlock block: Int, isRatio: Bool, kernels: any KernelSet.Type, marking unsolved: inout BlockMarks)

  /// Takes in what was noted of other blocks.
  mutating func merge(_ other: Self)
}

extension OutcomeSketch: ColumnTally {
  mutating func add(
    _ values: Span<Double>, ofBlock block: Int, isRatio: Bool, kernels: any KernelSet.Type, marking unsolved: inout BlockMarks
  ) {
    let before = nonFiniteCount
    add(values, kernels: kernels)
    if nonFiniteCount > before { unsolved.mark(values) { grid.isUnsolved($0, isRatio: isRatio) } }
  }
}

extension RankPass: ColumnTally {
  mutating func add(
    _ values: Span<Double>, ofBlock block: Int, isRatio: Bool, kernels: any KernelSet.Type, marking unsolved: inout BlockMarks
  ) {
    add(values)
  }
}

extension SketchGrid {
  /// Whether a sketch has to leave out a draw for another reason than that the column, a ratio, is not defined in it.
  func isUnsolved(_ x: Double, isRatio: Bool) -> Bool { !isUsable(x) && !(isRatio && Unusable.isInfinite(x)) }
}

extension Unusable {
  /// Whether a draw has no value for another reason than that the column, a ratio, is not defined in it.
  static func isUnsolved(_ x: Double, isRatio: Bool) -> Bool { !isUsable(x) && !(isRatio && isInfinite(x)) }
}
