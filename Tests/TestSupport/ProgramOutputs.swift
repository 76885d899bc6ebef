package import Expressions
package import Sampling
package import VectorMath

/// Every draw of every output of a program, by the output's number.
package func outputs(of program: BlockProgram, draws: Int, seed: UInt64, kernels: KernelChoice) -> [[Double]] {
  outputs(of: program, draws: draws, source: .random(seed: seed), kernels: kernels)
}

/// The same of inputs that are filled in another way.
package func outputs(of program: BlockProgram, draws: Int, source: DrawSource, kernels: KernelChoice) -> [[Double]] {
  var columns = [[Double]](repeating: [], count: program.outputCount)
  var workspace = BlockProgram.makeWorkspace(for: [program], source: source)
  var block: UInt64 = 0
  for first in stride(from: 0, to: draws, by: BlockProgram.drawsPerBlock) {
    let counted = min(BlockProgram.drawsPerBlock, draws - first)
    program.run(block: block, source: source, kernels: kernels.kernels, in: &workspace) { output, values in
      for index in 0..<counted { columns[output].append(values[index]) }
    }
    block += 1
  }
  return columns
}
