import Analysis
import Simulation
import TariffModel
import Testing
import VectorMath

@Suite("What a run will take")
struct EstimateTests {
  private func model() throws -> CompiledModel { try CompiledModel(richStudy(), reportsLines: true) }

  private func bytes(draws: Int, exactly: Bool, threads: Int) throws -> Int {
    let plan = Plan(draws: draws, reportsLines: true, seeksExactPercentiles: exactly)
    return try RunEstimate(richStudy().checked(), plan: plan, threads: threads, kernels: KernelChoice(.detected), isTimed: false)
      .bytes
  }

  /// 8 MB for each worker, for what they start from and for what is merged.
  @Test("Further passes take memory where the draws are not kept", arguments: [1, 2, 7])
  func passes(threads: Int) throws {
    let plain = try bytes(draws: 1_000_000, exactly: false, threads: threads)
    #expect(try bytes(draws: 1_000_000, exactly: true, threads: threads) - plain == 8 * 1_048_576 * (threads + 2))
    let kept = try bytes(draws: 16_384, exactly: false, threads: threads)
    #expect(try bytes(draws: 16_384, exactly: true, threads: threads) == kept)
  }

  /// The draws stand in a table and by columns while they are copied from the one to the others.
  @Test("A run that keeps its draws takes their memory twice and no sketches")
  func keptDraws() throws {
    let run = DistributionRun(try model(), plan: Plan(draws: 16_384), threads: 2, kernels: KernelChoice(.detected))
    // Eight bytes for a draw, and a few for the length of a column.
    let columns = run.tally.encoded.tallies.count / (8 * 16_384)
    let more = try bytes(draws: 16_384, exactly: false, threads: 2) - bytes(draws: 8_192, exactly: false, threads: 2)
    #expect(columns > 0 && more == 2 * 8 * 8_192 * columns)
  }
}
