package import Expressions
internal import VectorMath

/// Single draws, computed again.
extension Experiment {
  /// Every column in some draws, ascending by number from 0: by the column's number, then the draw's place.
  package func columns(inDraws numbers: [Int]) -> [[Double]] {
    var found = [[Double]](repeating: [], count: columns.count)
    var worker = makeWorker()
    forEachBlock(of: numbers) { block, own in
      run(block, on: &worker) { column, values in
        guard column < columns.count else { return }
        for number in own { found[column].append(values[number % Extent.drawsPerBlock]) }
      }
    }
    return found
  }

  /// The outputs of another program in the same draws: by the output's number, then the draw's place.
  package func outputs(of program: BlockProgram, inDraws numbers: [Int]) -> [[Double]] {
    var found = [[Double]](repeating: [], count: program.outputCount)
    var workspace = BlockProgram.makeWorkspace(for: [program], source: source)
    forEachBlock(of: numbers) { block, own in
      program.run(block: UInt64(block), source: source, kernels: kernels.kernels, in: &workspace) { output, values in
        for number in own { found[output].append(values[number % Extent.drawsPerBlock]) }
      }
    }
    return found
  }

  private func forEachBlock(of numbers: [Int], _ body: (Int, ArraySlice<Int>) -> Void) {
    var start = 0
    while start < numbers.count {
      let block = numbers[start] / Extent.drawsPerBlock
      let end = numbers[start...].firstIndex { $0 / Extent.drawsPerBlock > block } ?? numbers.count
      body(block, numbers[start..<end])
      start = end
    }
  }
}
