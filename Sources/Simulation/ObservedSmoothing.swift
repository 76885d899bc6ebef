package import Expressions
package import Sampling

/// An input X that columns are averaged over in closed form: each of them is a + b·X in every draw, a and b independent of X.
package struct ObservedSmoothing: Sendable {
  /// A column of the experiment that is an output, with its b.
  package struct Column: Sendable {
    package var column: Int
    package var slope: Operand

    package init(column: Int, slope: Operand) {
      self.column = column
      self.slope = slope
    }
  }

  /// The random stream of the input, which no rotation takes.
  package var stream: StreamID
  /// The input itself in every draw.
  package var input: Operand
  package var law: CumulativeTable
  package var columns: [Column]

  package init(stream: StreamID, input: Operand, law: CumulativeTable, columns: [Column]) {
    self.stream = stream
    self.input = input
    self.law = law
    self.columns = columns
  }

  /// All outputs that it reads beside the columns.
  var outputs: [OutputPlace] { ([input] + columns.map(\.slope)).compactMap(\.output) }
}
