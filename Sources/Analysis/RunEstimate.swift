internal import Expressions
internal import Glibc
internal import Simulation
internal import Statistics
package import TariffModel
package import VectorMath

/// What a run will take in processor time and memory, without doing it: from its program, or from those of smaller studies.
///
/// What a program takes grows with the lines, with the scenarios and with the two together. So of a large study four samples are
/// compiled, two sizes of each, and what they take is continued to the whole.
package struct RunEstimate: Sendable {
  /// From the end of loading, with a processor for each worker; of no use where only memory was asked for.
  package let seconds: Double
  /// From the end of loading: the program while it is made and while it runs, the workspaces, the draws where they are kept, else
  /// the sketches and what further passes may hold, and the tables of the result.
  package let bytes: Int
  /// Distributions that are reported.
  package let outcomes: Int

  /// Estimates a run of a checked study.
  ///
  /// - Parameter isTimed: Whether blocks are computed to tell the time.
  package init(
    _ checked: CheckedStudy, plan: Plan, threads: Int, kernels: KernelChoice, isTimed: Bool
  ) throws(ModelError) {
    let study = checked.study
    let whole = Size(lines: study.exports.count, scenarios: study.scenarios.count)
    let flows = whole.lines * whole.scenarios * max(study.periods.count, 1)
    guard flows > Self.largestWhole else {
      let start = processorSeconds()
      let model = try CompiledModel(checked, for: plan, kernels: kernels)
      let times = isTimed ? Self.trial(model, plan: plan, kernels: kernels) : (block: 0, column: 0)
      self.init(
        Self.counts(of: model), flows: Double(flows), compiling: processorSeconds() - start, block: times.block,
        column: times.column, plan: plan, threads: threads)
      return
    }
    let large = Size(lines: min(whole.lines, 256), scenarios: min(whole.scenarios, 4))
    let small = Size(lines: (large.lines + 1) / 2, scenarios: (large.scenarios + 1) / 2)
    func burden(_ lines: Int, _ scenarios: Int) throws(ModelError) -> [Double] {
      Self.counts(
        of: try CompiledModel(checked.sample(lines: lines, scenarios: scenarios), for: plan, kernels: kernels))
    }
    let (a, b, c) = (
      try burden(small.lines, small.scenarios), try burden(large.lines, small.scenarios),
      try burden(small.lines, large.scenarios)
    )
    // The last is timed: the first compilations find nothing in the caches.
    let sample = checked.sample(lines: large.lines, scenarios: large.scenarios)
    let start = processorSeconds()
    let model = try CompiledModel(sample, for: plan, kernels: kernels)
    let compiling = processorSeconds() - start
    let d = Self.counts(of: model)
    let x = Self.steps(from: small.lines, over: large.lines, to: whole.lines)
    let y = Self.steps(from: small.scenarios, over: large.scenarios, to: whole.scenarios)
    let continued = d.indices.map {
      max(0, a[$0] + x * (b[$0] - a[$0]) + y * (c[$0] - a[$0]) + x * y * (d[$0] - b[$0] - c[$0] + a[$0]))
    }
    let times = isTimed ? Self.trial(model, plan: plan, kernels: kernels) : (block: 0, column: 0)
    let share = continued[0] / max(d[0], 1)
    self.init(
      continued, flows: Double(flows), compiling: compiling * share, block: times.block * share, column: times.column,
      plan: plan, threads: threads)
  }

  /// So many line, scenario and period combinations are compiled as they are.
  private static let largestWhole = 2_000

  private struct Size {
    var lines: Int
    var scenarios: Int
  }

  /// How many times the distance between two sizes lies between the first and a third.
  private static func steps(from small: Int, over large: Int, to whole: Int) -> Double {
    large > small ? Double(whole - small) / Double(large - small) : 0
  }

  /// A program's instructions, columns of workspace, outputs and outcomes, which may be continued.
  private static func counts(of model: CompiledModel) -> [Double] {
    [model.program.instructionCount, model.program.columnCount, model.program.outputCount, model.outcomes.count].map(Double.init)
  }

  /// Computes some blocks, and sums up some columns of them.
  private static func trial(_ model: CompiledModel, plan: Plan, kernels: KernelChoice) -> (block: Double, column: Double) {
    guard model.program.outputCount > 0 else { return (0, 0) }
    let experiment = DistributionQuestion(model, plan: plan, kernels: kernels).experiment
    let columnsAsked = experiment.columns
    var workspace = BlockProgram.makeWorkspace(for: [model.program], source: experiment.source)
    let columns = min(model.program.outputCount, 8)
    var draws = [[Double]](repeating: [], count: columns)
    var blocks: [Double] = []
    for block in 0..<min(plan.blockCount, 8) {
      let start = processorSeconds()
      model.program.run(block: UInt64(block), source: experiment.source, kernels: kernels.kernels, in: &workspace) {
        output, values in
        guard output < columns else { return }
        for index in values.indices { draws[output].append(values[index]) }
      }
      blocks.append(processorSeconds() - start)
    }
    // The first finds nothing in the caches; one that the system held up is no measure.
    let block = blocks.count > 1 ? blocks.dropFirst().sorted()[(blocks.count - 1) / 2] : blocks[0]
    let start = processorSeconds()
    for column in 0..<columns {
      if plan.keepsDraws {
        _ = ColumnSummary(of: draws[column], request: columnsAsked[column].request, kernels: kernels.kernels)
      } else {
        var sketch = OutcomeSketch(SketchGrid(pilot: draws[column], request: columnsAsked[column].request))
        let seen = draws[column]
        sketch.add(seen.span, kernels: kernels.kernels)
        _ = ColumnSummary(of: sketch, groups: [sketch])
      }
    }
    let summing = processorSeconds() - start
    // Draws that are kept are sorted.
    let (few, all) = (Double(draws[0].count), Double(plan.draws))
    let scale = plan.keepsDraws ? all * max(1, all.binaryOrder) / (few * max(1, few.binaryOrder)) : 1
    return (block, summing / Double(columns) * scale)
  }

  private init(
    _ counts: [Double], flows: Double, compiling: Double, block: Double, column: Double, plan: Plan, threads: Int
  ) {
    let (instructions, columns, outputs, outcomes) = (counts[0], counts[1], counts[2], counts[3])
    let workers = Double(min(threads, plan.blockCount))
    self.outcomes = Int(clamping: outcomes)
    let pilot = plan.keepsDraws ? 0 : Double(plan.extent.pilotBlocks)
    let blocks = Double(plan.blockCount * plan.expectedPasses) + pilot
    // Every draw is put into a bin or kept.
    let tallying = outputs * Double(plan.draws) * Self.tallySeconds
    seconds = compiling + (block * blocks + tallying + column * outputs) / workers + outcomes * Self.secondsOfOutcome
    let value = Double(MemoryLayout<Double>.stride)
    let workspaces = columns * Double(BlockProgram.drawsPerBlock) * value * 1.15 * workers
    let program = instructions * Self.bytesOfInstruction
    let all = outputs * Double(plan.draws) * value
    // Draws that are kept stand in a table and then by columns; the result's tables are made when the former is gone.
    let drawn =
      plan.keepsDraws
      ? all : outputs * (Self.bytesOfSketch * (workers + 1) + pilot * Double(BlockProgram.drawsPerBlock) * value)
    let besides = plan.keepsDraws ? max(all, outcomes * Self.bytesOfOutcome) : outcomes * Self.bytesOfOutcome
    let passes = plan.seeksExactPercentiles && !plan.keepsDraws
    let passBytes = passes ? Double(Experiment.passBytes(columns: Int(clamping: outputs), threads: threads)) : 0
    let compiled = instructions * Self.bytesOfInstructionInTheMaking + flows * Self.bytesOfFlow
    bytes = Int(clamping: max(compiled, program + workspaces + drawn + passBytes + besides))
  }

  // Measured on a server of 2024: estimates, not bounds.
  private static let tallySeconds = 3e-9
  /// Three quarters of a million instructions (Pakistan's scenario under callgrind): an outcome has a line in every table, a histogram
  /// and all its statistics in the summary.
  private static let secondsOfOutcome = 230e-6
  private static let bytesOfInstruction = 64.0
  /// Nodes, their index, what is known of their ranges, and lists of what each line's flows are: 230 to 370 bytes for studies of 10⁴ and
  /// 10⁵ lines.
  private static let bytesOfInstructionInTheMaking = 330.0
  /// The expressions of a line's flow under a scenario in a period, in a table with room for twice as many: a fit to peaks of 10⁴ lines
  /// under one and ten scenarios.
  private static let bytesOfFlow = 1_300.0
  private static let bytesOfSketch = Double(OutcomeSketch.usualByteCount)
  private static let bytesOfOutcome = 5_000.0
}

extension Double {
  /// log₂, rounded down.
  fileprivate var binaryOrder: Double { Double(exponent) }
}

extension Int {
  fileprivate init(clamping number: Double) { self = number < 9e18 ? Int(number) : .max }
}

/// What this thread has computed so far: on a busy machine a clock on the wall tells of the others too.
private func processorSeconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
