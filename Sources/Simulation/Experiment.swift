package import Expressions
package import Sampling
internal import Statistics
package import VectorMath

/// All that workers need to compute blocks of draws and to note what they see: a plain value, constant during a run.
///
/// It knows neither outcomes nor a study: programs, the columns that are looked at, and the pairs and events that are looked at
/// together. All evaluations share the draws of a block, by the paths of their inputs.
package struct Experiment: Sendable {
  package let extent: Extent
  package let programs: [BlockProgram]
  package let columns: [ObservedColumn]
  package let pairs: [ObservedPair]
  package let events: [ObservedEvent]
  let kernels: KernelChoice
  /// How the inputs of all programs are filled.
  package let source: DrawSource
  /// By leading direction of the rotation, the share of the outcomes' gradients that it holds; none where nothing is rotated.
  package let leadingShares: [Double]
  /// By evaluation and then by output: which column it is.
  private let columnOfOutput: [[Int?]]
  /// The columns that are made of outputs.
  private let derived: [(column: Int, derivation: ObservedColumn.Derivation)]
  /// The outputs that derived columns, pairs and events read.
  private let viewed: Set<OutputPlace>

  /// - Parameters:
  ///   - programs: One for each evaluation.
  ///   - columns: Every output at most once; the operands of pairs and events are among them.
  ///   - leadingOutputs: Those whose gradients a rotation follows.
  package init(
    _ extent: Extent, programs: [BlockProgram], columns: [ObservedColumn], pairs: [ObservedPair] = [],
    events: [ObservedEvent] = [], leadingOutputs: [OutputPlace] = [], kernels: KernelChoice
  ) {
    precondition(extent.draws > 0, "an experiment has at least one draw")
    self.extent = extent
    self.programs = programs
    self.columns = columns
    self.pairs = pairs
    self.events = events
    self.kernels = kernels
    let leading =
      extent.rotates
      ? DirectionPilot(seed: extent.seed, kernels: kernels.kernels).rotation(of: programs, outcomes: leadingOutputs) : nil
    source = DrawSource(
      seed: extent.seed, design: extent.design, draws: extent.draws, inputs: Self.inputs(of: programs, leading: leading),
      rotation: leading?.rotation)
    leadingShares = leading?.shares ?? []
    var columnOfOutput = programs.map { [Int?](repeating: nil, count: $0.outputCount) }
    var derived: [(column: Int, derivation: ObservedColumn.Derivation)] = []
    var viewed: Set<OutputPlace> = []
    for (index, column) in columns.enumerated() {
      switch column.source {
      case .output(let place):
        precondition(columnOfOutput[place.evaluation][place.number] == nil, "an output is looked at once")
        columnOfOutput[place.evaluation][place.number] = index
      case .derived(let derivation):
        derived.append((index, derivation))
        viewed.formUnion(derivation.operands.compactMap(\.output))
      }
    }
    for event in events { viewed.formUnion(event.operands.compactMap(\.output)) }
    for pair in pairs { viewed.formUnion([pair.first, pair.second].compactMap(\.output)) }
    self.columnOfOutput = columnOfOutput
    self.derived = derived
    self.viewed = viewed
  }

  /// The streams of all inputs, in the order in which they get dimensions: the leading directions, what is not rotated in the order in
  /// which programs read it, the rest of the rotated by importance.
  private static func inputs(of programs: [BlockProgram], leading: LeadingDirections?) -> [StreamID] {
    let rotated = leading?.rotation.streams ?? []
    let count = leading?.shares.count ?? 0
    var seen = Set(rotated)
    let others = programs.flatMap(\.inputs).map(\.stream).filter { seen.insert($0).inserted }
    return rotated.prefix(count) + others + rotated.dropFirst(count)
  }

  /// What a worker computes in.
  func makeWorker() -> ExperimentWorker {
    ExperimentWorker(programs: programs, source: source, viewed: viewed, derived: derived.map(\.derivation))
  }

  /// The column that an output is; nothing where it is not looked at by itself.
  package func column(of output: OutputPlace) -> Int? { columnOfOutput[output.evaluation][output.number] }

  /// Computes one block and hands out the draws of every column that count, in the order of computation.
  func run(_ block: Int, on worker: inout ExperimentWorker, sink: (Int, Span<Double>) -> Void) {
    let counted = extent.draws(in: block..<(block + 1))
    for (evaluation, program) in programs.enumerated() {
      let columnOfOutput = columnOfOutput[evaluation]
      let looksOn = !viewed.isEmpty
      program.run(block: UInt64(block), source: source, kernels: kernels.kernels, in: &worker.workspace) { output, values in
        if let column = columnOfOutput[output] { sink(column, values.extracting(first: counted)) }
        if looksOn, let place = worker.view.place(of: OutputPlace(evaluation: evaluation, number: output)) {
          worker.view.copy(values, to: place)
        }
      }
    }
    worker.derived.beginBlock()
    for index in derived.indices {
      worker.derived.draws(of: index, counted, in: worker.view, into: &worker.column)
      sink(derived[index].column, worker.column.span)
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
