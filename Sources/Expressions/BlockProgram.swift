internal import Distributions
internal import LinearAlgebra
package import Sampling
package import VectorMath

/// The instructions that compute the outputs of a graph for one block of draws.
///
/// A program is a constant: any number of workers may run it at once, each in a workspace of its own.
package struct BlockProgram: Sendable {
  /// Draws in a block: a power of two, so that a column fills whole cache lines and vectors.
  package static let drawsPerBlock = 512

  let instructions: [Instruction]
  /// The columns of random numbers that it reads, each once, in the order of reading.
  package let inputs: [InputColumn]
  let matrices: [Matrix]
  let tables: [QuantileTable]
  /// The cubics of all tables and the polynomials, one after the other: two flat arrays, because to read an array inside another one
  /// counts its readers up and down, and two workers that count together wait for each other.
  let cubics: [Double]
  let polynomials: [Double]
  /// Columns that a workspace needs.
  package let columnCount: Int
  package let outputCount: Int

  /// Passes over a block.
  package var instructionCount: Int { instructions.count }

  /// A workspace that the program can run in.
  package func makeWorkspace() -> BlockWorkspace { BlockWorkspace(columns: columnCount, rotated: 0, supplied: 0) }

  /// A workspace that each of some programs can run in, one after the other, on draws of a source.
  package static func makeWorkspace(for programs: [BlockProgram], source: DrawSource) -> BlockWorkspace {
    BlockWorkspace(
      columns: programs.map(\.columnCount).max() ?? 0, rotated: source.rotation?.streams.count ?? 0,
      supplied: source.suppliedCount)
  }

  /// Computes draws `512·block ..< 512·(block + 1)`.
  ///
  /// - Parameters:
  ///   - source: How its inputs are filled.
  ///   - sink: Receives every output once, by its number, in the order of computation.
  package func run(
    block: UInt64, source: DrawSource, kernels: any KernelSet.Type, in workspace: inout BlockWorkspace,
    sink: (Int, Span<Double>) -> Void
  ) {
    fillRotated(block: block, source: source, kernels: kernels, in: &workspace)
    execute(instructions.indices, block: block, source: source, kernels: kernels, in: &workspace, sink: sink)
  }
}

/// The columns one worker computes in; the only large mutable memory of a run.
package struct BlockWorkspace: ~Copyable {
  var columns: ColumnStore
  /// The column of uniforms that are to become normals.
  let points: Int
  /// The columns of normals that are rotated together.
  let rotated: Range<Int>
  /// The columns that are filled from outside.
  let supplied: Range<Int>
  /// The largest magnitude of the arguments of the exponentials in a column, where it holds such.
  var reaches: [Double]

  init(columns count: Int, rotated: Int, supplied: Int) {
    columns = ColumnStore(columns: count + 1 + rotated + supplied, rows: BlockProgram.drawsPerBlock)
    points = count
    self.rotated = (count + 1)..<(count + 1 + rotated)
    self.supplied = self.rotated.upperBound..<(self.rotated.upperBound + supplied)
    reaches = [Double](repeating: .infinity, count: count)
  }
  /// Fills the column of a place among those that are supplied (``DrawSource/supplied(_:)``).
  package mutating func supply(_ place: Int, _ body: (inout MutableSpan<Double>) -> Void) {
    columns.update(supplied.lowerBound + place, body)
  }

  /// The column of a place among those that are supplied.
  package borrowing func supplied(_ place: Int, _ body: (Span<Double>) -> Void) {
    body(columns.column(supplied.lowerBound + place))
  }
}
