internal import Expressions
internal import Statistics
package import TariffModel
package import VectorMath

/// What a run will take in processor time and memory, without doing it: from its program, or from those of smaller studies.
///
/// What a program takes grows with the lines, with the scenarios and with the two together. So of a large study four samples are
/// compiled, two sizes of each, and what they take is continued to the whole.
package struct RunEstimate: Sendable {
  /// Of one worker; nothing where only memory was asked for.
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
    _ study: Study, plan: Plan, threads: Int, kernels: KernelChoice, isTimed: Bool
  ) throws(ModelError) {
    let whole = Size(lines: study.exports.count, scenarios: study.scenarios.count)
    guard whole.lines * whole.scenarios * max(study.periods.count, 1) > Self.largestWhole else {
      let model = try CompiledModel(checked: study, reportsLines: plan.reportsLines)
      self.init(Self.burden(of: model, plan: plan, kernels: kernels, isTimed: isTimed), plan: plan, threads: threads)
      return
    }
    let large = Size(lines: min(whole.lines, 256), scenarios: min(whole.scenarios, 4))
    let small = Size(lines: (large.lines + 1) / 2, scenarios: (large.scenarios + 1) / 2)
    func burden(_ lines: Int, _ scenarios: Int) throws(ModelError) -> [Double] {
      let sample = study.sample(lines: lines, scenarios: scenarios)
      let clock = ContinuousClock()
      let start = clock.now
      let model = try CompiledModel(checked: sample, reportsLines: plan.reportsLines)
      let compiling = (clock.now - start) / .seconds(1)
      return Self.burden(of: model, plan: plan, kernels: kernels, isTimed: isTimed, compiling: compiling)
    }
    // Once in vain: the first compilation finds nothing in the caches.
    if isTimed { _ = try burden(small.lines, small.scenarios) }
    let corners = [
      try burden(small.lines, small.scenarios), try burden(large.lines, small.scenarios),
      try burden(small.lines, large.scenarios), try burden(large.lines, large.scenarios),
    ]
    let x = Self.steps(from: small.lines, over: large.lines, to: whole.lines)
    let y = Self.steps(from: small.scenarios, over: large.scenarios, to: whole.scenarios)
    let continued = corners[0].indices.map { index in
      let (a, b, c, d) = (corners[0][index], corners[1][index], corners[2][index], corners[3][index])
      return max(0, a + x * (b - a) + y * (c - a) + x * y * (d - b - c + a))
    }
    self.init(continued, plan: plan, threads: threads)
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

  /// What a program takes, each number of which may be continued: seconds of compiling, of a block, of the columns' summaries; its
  /// instructions, columns of workspace, outputs and outcomes.
  private static func burden(
    of model: CompiledModel, plan: Plan, kernels: KernelChoice, isTimed: Bool, compiling: Double = 0
  ) -> [Double] {
    let counts = [model.program.instructionCount, model.program.columnCount, model.program.outputCount, model.outcomes.count]
    let times = isTimed ? trial(model, plan: plan, kernels: kernels) : (block: 0, column: 0)
    return [compiling, times.block, times.column * Double(model.program.outputCount)] + counts.map(Double.init)
  }

  /// Computes some blocks, and sums up some columns of them.
  private static func trial(_ model: CompiledModel, plan: Plan, kernels: KernelChoice) -> (block: Double, column: Double) {
    guard model.program.outputCount > 0 else { return (0, 0) }
    let run = Run(model: model, plan: plan, kernels: kernels)
    let clock = ContinuousClock()
    var workspace = model.program.makeWorkspace()
    let columns = min(model.program.outputCount, 8)
    var draws = [[Double]](repeating: [], count: columns)
    var blocks: [Double] = []
    for block in 0..<min(plan.blockCount, 8) {
      let time = clock.measure {
        run.run(block, in: &workspace) { output, values in
          guard output < columns else { return }
          for index in values.indices { draws[output].append(values[index]) }
        }
      }
      blocks.append(time / .seconds(1))
    }
    // The first finds nothing in the caches; one that the system held up is no measure.
    let block = blocks.count > 1 ? blocks.dropFirst().sorted()[(blocks.count - 1) / 2] : blocks[0]
    let requests = run.columnRequests()
    let summing = clock.measure {
      for column in 0..<columns {
        if plan.keepsDraws {
          _ = ColumnSummary(of: draws[column], request: requests[column], kernels: kernels.kernels)
        } else {
          var sketch = OutcomeSketch(SketchGrid(pilot: draws[column], request: requests[column]))
          let seen = draws[column]
          sketch.add(seen.span, kernels: kernels.kernels)
          _ = ColumnSummary(of: sketch)
        }
      }
    }
    // Draws that are kept are sorted.
    let (seen, all) = (Double(draws[0].count), Double(plan.draws))
    let scale = plan.keepsDraws ? all * max(1, all.binaryOrder) / (seen * max(1, seen.binaryOrder)) : 1
    return (block, summing / .seconds(1) / Double(columns) * scale)
  }

  private init(_ burden: [Double], plan: Plan, threads: Int) {
    let (compiling, block, summing) = (burden[0], burden[1], burden[2])
    let (instructions, columns, outputs, outcomes) = (burden[3], burden[4], burden[5], burden[6])
    self.outcomes = Int(clamping: outcomes)
    let pilot = plan.keepsDraws ? 0 : Double(Self.pilotBlocks(outputs, plan))
    let blocks = Double(plan.blockCount * plan.expectedPasses) + pilot
    // Every draw is put into a bin or kept.
    let tallying = outputs * Double(plan.draws) * Self.tallySeconds
    let closing = summing + outcomes * Self.secondsOfOutcome
    seconds = compiling + (block * blocks + tallying) + closing
    let value = Double(MemoryLayout<Double>.stride)
    let workers = Double(min(threads, plan.blockCount))
    let workspaces = columns * Double(BlockProgram.drawsPerBlock) * value * 1.15 * workers
    let program = instructions * Self.bytesOfInstruction
    let drawn =
      plan.keepsDraws
      // Once in a table, once by columns.
      ? outputs * Double(plan.draws) * value * 2
      : outputs * (Self.bytesOfSketch * (workers + 1) + pilot * Double(BlockProgram.drawsPerBlock) * value)
    let passes = plan.seeksExactPercentiles && !plan.keepsDraws
    let passBytes = passes ? Double(Run.passBytes(columns: Int(clamping: outputs), threads: threads)) : 0
    let tables = outcomes * Self.bytesOfOutcome
    let compiled = instructions * Self.bytesOfInstructionInTheMaking
    bytes = Int(clamping: max(compiled, program + workspaces + drawn + passBytes + tables))
  }

  private static func pilotBlocks(_ outputs: Double, _ plan: Plan) -> Int {
    max(8, min(Int(4_096 / max(outputs, 1)), plan.blockCount / 256, Run.mostKeptBlocks))
  }

  // What measurements gave on a server of 2024; each is a small part of a run, or certain within a few per cent.
  private static let tallySeconds = 3e-9
  private static let secondsOfOutcome = 40e-6
  private static let bytesOfInstruction = 64.0
  private static let bytesOfInstructionInTheMaking = 700.0
  private static let bytesOfSketch = 30_000.0
  private static let bytesOfOutcome = 5_000.0
}

extension Double {
  /// log₂, rounded down.
  fileprivate var binaryOrder: Double { Double(exponent) }
}

extension Int {
  fileprivate init(clamping number: Double) { self = number < 9e18 ? Int(number) : .max }
}
