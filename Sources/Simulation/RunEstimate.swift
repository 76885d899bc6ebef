internal import Expressions
internal import LinearAlgebra
internal import Statistics
package import TariffModel
package import VectorMath

/// What a run will take, by a trial of its first blocks.
package struct RunEstimate: Sendable {
  package let seconds: Double
  /// Workspaces and sketches of all workers.
  package let bytes: Int

  /// The program and its libraries at rest.
  private static let programBytes = 20_000_000

  /// Runs the pilot on one worker and extrapolates; takes some milliseconds.
  package init(_ model: CompiledModel, plan: Plan, threads: Int, kernels: KernelChoice) {
    BLAS.pinToOneThread()
    let run = Run(model: model, plan: plan, kernels: kernels)
    let clock = ContinuousClock()
    var pilot: [[Double]] = []
    let pilotTime = clock.measure { pilot = run.pilot(threads: 1) }
    var sketches = zip(pilot, run.columnRequests()).map { OutcomeSketch(SketchGrid(pilot: $0, request: $1)) }
    let sketchTime = clock.measure {
      for (output, values) in pilot.enumerated() { sketches[output].add(values.span) }
    }
    // Where every outcome is certain the blocks are still walked, and cost next to nothing.
    let trialDraws = Double(min(plan.draws, Run.pilotBlocks * BlockProgram.drawsPerBlock))
    let perDraw = pilot.isEmpty ? .zero : (pilotTime + sketchTime) / trialDraws
    seconds = perDraw / .seconds(1) * Double(plan.draws) / Double(threads)
    let workspace = model.program.columnCount * BlockProgram.drawsPerBlock * MemoryLayout<Double>.stride
    let sketchBytes = sketches.reduce(0) { $0 + $1.byteCount }
    let gridBytes = sketches.reduce(0) { $0 + $1.grid.byteCount }
    let pilotBytes = pilot.reduce(0) { $0 + $1.count } * MemoryLayout<Double>.stride
    // Besides the workers' sketches there are the empty ones they start from and the merged ones.
    bytes = Self.programBytes + workspace * threads + sketchBytes * (threads + 2) + gridBytes + pilotBytes
  }
}
