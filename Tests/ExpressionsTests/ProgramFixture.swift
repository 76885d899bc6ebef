import Expressions
import LinearAlgebra
import Sampling
import TestSupport
import VectorMath

/// Runs the outputs of a graph over blocks and keeps every draw.
struct ProgramFixture {
  let graph = ExpressionGraph()
  let seed: UInt64 = 20_250_402

  /// The draws of some uncertain expressions, over whole blocks.
  func draws(of expressions: [Expression], blocks: Int = 1) -> [[Double]] {
    let views = expressions.compactMap(\.outputView)
    precondition(views.count == expressions.count, "every expression is uncertain")
    let program = BlockProgram(graph: graph, outputs: views.map(\.column))
    var workspace = program.makeWorkspace()
    var result = [[Double]](repeating: [], count: views.count)
    for block in 0..<blocks {
      program.run(
        block: UInt64(block), source: .random(seed: seed), kernels: InstructionSet.detected.kernels, in: &workspace
      ) { output, values in
        for i in 0..<values.count { result[output].append(views[output].offset + views[output].scale * values[i]) }
      }
    }
    return result
  }

  /// The uniform of a stream in a draw, by the scalar statement of the layout.
  func uniform(_ path: String, _ draw: Int) -> Double {
    DrawStream(seed: seed, stream: StreamID(path: path)).uniform(at: UInt64(draw))
  }

  /// The standard normal of a stream in a draw, to some 10⁻¹⁵.
  func normal(_ path: String, _ draw: Int) -> Double {
    DrawStream(seed: seed, stream: StreamID(path: path)).normal(at: UInt64(draw))
  }
}
