internal import Expressions
internal import Statistics
package import TariffModel
package import VectorMath

/// What a run will take, by a trial of its first blocks.
package struct RunEstimate: Sendable {
  package let seconds: Double
  /// The program, the workspaces, and the draws where they are kept, else the sketches and what further passes may hold.
  package let bytes: Int

  /// The program and its libraries at rest.
  private static let programBytes = 20_000_000

  /// Runs the pilot on one worker and extrapolates; takes some milliseconds.
  package init(_ model: CompiledModel, plan: Plan, threads: Int, kernels: KernelChoice) {
    let run = Run(model: model, plan: plan, kernels: kernels)
    let clock = ContinuousClock()
    var pilot: [[Double]] = []
    let pilotTime = clock.measure { pilot = run.draws(in: run.firstBlocks, threads: 1) }
    var sketches =
      plan.keepsDraws ? [] : zip(pilot, run.columnRequests()).map { OutcomeSketch(SketchGrid(pilot: $0, request: $1)) }
    let sketchTime = clock.measure {
      for (output, values) in zip(sketches.indices, pilot) { sketches[output].add(values.span, kernels: kernels.kernels) }
    }
    // Where every outcome is certain the blocks are still walked, and cost next to nothing.
    let trialDraws = Double(plan.draws(in: run.firstBlocks))
    // Passes after the first have no sketches to feed.
    let perDraw = pilot.isEmpty ? .zero : (pilotTime * plan.expectedPasses + sketchTime) / trialDraws
    seconds = perDraw / .seconds(1) * Double(plan.draws) / Double(threads)
    let workspace = model.program.columnCount * BlockProgram.drawsPerBlock * MemoryLayout<Double>.stride
    let sketchBytes = sketches.reduce(0) { $0 + $1.byteCount }
    let gridBytes = sketches.reduce(0) { $0 + $1.grid.byteCount }
    let pilotBytes = pilot.reduce(0) { $0 + $1.count } * MemoryLayout<Double>.stride
    // Besides the workers' sketches there are the merged ones.
    let tallyBytes = sketchBytes * (threads + 1) + gridBytes + pilotBytes
    let passes = plan.seeksExactPercentiles && !plan.keepsDraws
    let passBytes = passes ? Run.passBytes(columns: model.program.outputCount, threads: threads) : 0
    bytes = Self.programBytes + workspace * threads + tallyBytes + passBytes
  }
}
