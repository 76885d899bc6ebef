/// What an iteration repeats, by the numbers of its nodes.
struct IterationLoop {
  /// Where its values start.
  let initial: [Int]
  /// The loop whose step contains it, or nothing.
  let enclosing: Int?
  let tolerance: Double
  let limit: Int
  /// Where the values go next; empty until the step is written.
  var next: [Int] = []
  /// How far the present values are from a solution.
  var residual = 0
  /// The values as the rest of the program reads them.
  var settled: [Int] = []

  /// All nodes that the loop reads, one by one.
  var operands: [Int] { initial + next + [residual] }
}
