package import Expressions
package import Sampling
internal import Statistics
package import VectorMath

/// All that workers need to compute blocks of draws and to note what they see: a plain value, constant during a run.
///
/// It knows neither outcomes nor a study: programs, the columns that are looked at, and the pairs and events that are looked at
/// together. All evaluations share the draws of a block, by the paths of their inputs.
package struct Experiment: Sendable {
  package private(set) var extent: Extent
  package let programs: [BlockProgram]
  package let columns: [ObservedColumn]
  package let pairs: [ObservedPair]
  package let events: [ObservedEvent]
  package let smoothing: ObservedSmoothing?
  let kernels: KernelChoice
  /// How the inputs of all programs are filled.
  package let source: DrawSource
  /// By leading direction of the rotation, the share of the outcomes' gradients that it holds; none where nothing is rotated.
  package let leadingShares: [Double]
  /// Columns of a table that keeps the draws: those that are noted, and after them what an average over an input reads besides.
  let tableColumns: Int
  /// By evaluation and then by output: which column of such a table it is.
  private let columnOfOutput: [[Int?]]
  /// The columns that are made of outputs.
  private let derived: [(column: Int, derivation: ObservedColumn.Derivation)]
  /// The outputs that derived columns, pairs and events read.
  private let viewed: Set<OutputPlace>

  /// - Parameters:
  ///   - programs: One for each evaluation.
  ///   - columns: Every output at most once; the operands of pairs and events are among them.
  ///   - smoothing: Only of a design with replicates.
  ///   - leadingOutputs: Those whose gradients a rotation follows.
  package init(
    _ extent: Extent, programs: [BlockProgram], columns: [ObservedColumn], pairs: [ObservedPair] = [],
    events: [ObservedEvent] = [], smoothing: ObservedSmoothing? = nil, leadingOutputs: [OutputPlace] = [],
    kernels: KernelChoice
  ) {
    precondition(extent.draws > 0, "an experiment has at least one draw")
    self.extent = extent
    self.programs = programs
    self.columns = columns
    self.pairs = pairs
    self.events = events
    self.smoothing = smoothing
    self.kernels = kernels
    let leading =
      extent.rotates
      ? DirectionPilot(seed: extent.seed, kernels: kernels.kernels).rotation(
        of: programs, outcomes: leadingOutputs, without: smoothing?.stream) : nil
    source = DrawSource(
      seed: extent.seed, design: extent.design, draws: extent.draws,
      inputs: Self.inputs(of: programs, leading: leading, last: smoothing?.stream),
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
    var tableColumns = columns.count
    if let smoothing {
      viewed.formUnion(smoothing.outputs)
      for own in smoothing.columns {
        guard case .output(let place) = columns[own.column].source else { preconditionFailure("what is averaged is an output") }
        viewed.insert(place)
      }
      for place in smoothing.outputs where columnOfOutput[place.evaluation][place.number] == nil {
        columnOfOutput[place.evaluation][place.number] = tableColumns
        tableColumns += 1
      }
    }
    self.tableColumns = tableColumns
    self.columnOfOutput = columnOfOutput
    self.derived = derived
    self.viewed = viewed
  }

  /// The streams of all inputs, in the order in which they get dimensions: the leading directions, what is not rotated in the order in
  /// which programs read it, the rest of the rotated by importance; one that is averaged over has no need of them.
  private static func inputs(of programs: [BlockProgram], leading: LeadingDirections?, last: StreamID?) -> [StreamID] {
    let rotated = leading?.rotation.streams ?? []
    let count = leading?.shares.count ?? 0
    var seen = Set(rotated)
    let others = programs.flatMap(\.inputs).map(\.stream).filter { seen.insert($0).inserted }
    let ordered = rotated.prefix(count) + others + rotated.dropFirst(count)
    guard let last, seen.contains(last) else { return Array(ordered) }
    return ordered.filter { $0 != last } + [last]
  }

  /// The same as its observers see it where only some draws are there; it computes none.
  func observing(_ extent: Extent) -> Self {
    var observing = self
    observing.extent = extent
    return observing
  }

  /// What a worker computes in.
  func makeWorker() -> ExperimentWorker {
    ExperimentWorker(
      programs: programs, source: source, viewed: viewed, derived: derived.map(\.derivation),
      averaged: smoothing.map { AveragedDraws($0.law, kernels: kernels.kernels) })
  }

  /// The column of a table of draws that an output is; nothing where it has none.
  package func column(of output: OutputPlace) -> Int? { columnOfOutput[output.evaluation][output.number] }

  /// A column that is an output, as what observers of several read.
  func operand(ofColumn column: Int) -> Operand {
    guard case .output(let place) = columns[column].source else { preconditionFailure("the column is an output") }
    return Operand(output: place, scale: 1, offset: 0, isRatio: columns[column].isRatio)
  }

  /// Computes one block and hands out the draws of every column of a table that count, in the order of computation.
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

  /// The draws of every column of a table in some blocks, in order.
  package func draws(in blocks: Range<Int>, threads: Int) -> [[Double]] {
    let table = DrawTable(rows: extent.draws(in: blocks), columns: tableColumns)
    forEachBlock(blocks, threads: threads) { take in
      var worker = makeWorker()
      while let block = take() {
        let row = extent.draws(in: blocks.lowerBound..<block)
        run(block, on: &worker) { column, values in table.write(values, at: row, of: column) }
      }
    }
    return concurrentMap(0..<tableColumns, threads: threads) { table.column($0) }
  }
}
