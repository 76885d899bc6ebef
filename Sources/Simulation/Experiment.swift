package import Expressions
internal import Statistics
package import VectorMath

/// All that workers need to compute blocks of draws and to note what they see: a plain value, constant during a run.
///
/// It knows neither outcomes nor a study: programs, the columns that are looked at, and the pairs of columns that are looked at
/// together. All evaluations share the draws of a block, by the paths of their inputs.
package struct Experiment: Sendable {
  package let extent: Extent
  package let programs: [BlockProgram]
  package let columns: [ObservedColumn]
  package let pairs: [ObservedPair]
  let kernels: KernelChoice
  /// By evaluation and then by output: which column it is.
  private let columnOfOutput: [[Int?]]
  /// The columns that are made of outputs.
  private let derived: [Int]
  /// The outputs that derived columns and pairs read.
  private let viewed: Set<OutputPlace>

  /// - Parameters:
  ///   - programs: One for each evaluation.
  ///   - columns: Every output at most once; the operands of pairs are among them.
  package init(
    _ extent: Extent, programs: [BlockProgram], columns: [ObservedColumn], pairs: [ObservedPair] = [], kernels: KernelChoice
  ) {
    precondition(extent.draws > 0, "an experiment has at least one draw")
    self.extent = extent
    self.programs = programs
    self.columns = columns
    self.pairs = pairs
    self.kernels = kernels
    var columnOfOutput = programs.map { [Int?](repeating: nil, count: $0.outputCount) }
    var derived: [Int] = []
    var viewed: Set<OutputPlace> = []
    for (index, column) in columns.enumerated() {
      if case .output(let place) = column.source {
        precondition(columnOfOutput[place.evaluation][place.number] == nil, "an output is looked at once")
        columnOfOutput[place.evaluation][place.number] = index
      } else {
        derived.append(index)
        viewed.formUnion(column.source.operands.compactMap(\.output))
      }
    }
    for pair in pairs { viewed.formUnion([pair.first, pair.second].compactMap(\.output)) }
    self.columnOfOutput = columnOfOutput
    self.derived = derived
    self.viewed = viewed
  }

  /// Blocks of the pilot.
  var pilotBlocks: Int { extent.pilotBlocks(columns: columns.count) }

  /// The blocks that the columns start from.
  var firstBlocks: Range<Int> { extent.firstBlocks(columns: columns.count) }

  /// What a worker computes in.
  func makeWorker() -> ExperimentWorker {
    ExperimentWorker(programs: programs, viewed: viewed, derived: derived.map { columns[$0].source })
  }

  /// The column that an output is; nothing where it is not looked at by itself.
  package func column(of output: OutputPlace) -> Int? { columnOfOutput[output.evaluation][output.number] }

  /// Computes one block and hands out the draws of every column that count, in the order of computation.
  func run(_ block: Int, on worker: inout ExperimentWorker, sink: (Int, Span<Double>) -> Void) {
    let counted = extent.draws(in: block..<(block + 1))
    for (evaluation, program) in programs.enumerated() {
      let columnOfOutput = columnOfOutput[evaluation]
      let looksOn = !viewed.isEmpty
      program.run(block: UInt64(block), seed: extent.seed, kernels: kernels.kernels, in: &worker.workspace) { output, values in
        if let column = columnOfOutput[output] { sink(column, values.extracting(first: counted)) }
        if looksOn, let place = worker.view.place(of: OutputPlace(evaluation: evaluation, number: output)) {
          worker.view.copy(values, to: place)
        }
      }
    }
    for index in derived.indices {
      worker.derived[index].draws(counted, in: worker.view, into: &worker.column)
      sink(derived[index], worker.column.span)
    }
  }

  /// The draws of every column in some blocks, in order.
  func draws(in blocks: Range<Int>, threads: Int) -> [[Double]] {
    let table = DrawTable(rows: extent.draws(in: blocks), columns: columns.count)
    forEachBlock(blocks, threads: threads) { take in
      var worker = makeWorker()
      while let block = take() {
        let row = extent.draws(in: blocks.lowerBound..<block)
        run(block, on: &worker) { column, values in table.write(values, at: row, of: column) }
      }
    }
    return concurrentMap(0..<columns.count, threads: threads) { table.column($0) }
  }
}
