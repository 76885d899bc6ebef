import Analysis
import ByteCoding
import Simulation
import TariffModel
import Testing
import VectorMath

@Suite("Runs in parts")
struct ShardTests {
  /// Forty blocks, the last one not full.
  private let plan = Plan(
    draws: 20_011, seed: 3, thresholds: [Plan.Threshold(outcome: .exportRevenue, value: 170)], reportsLines: true,
    conditions: [
      Condition(
        [Condition.Bound(OutcomeMeasure(OutcomeTerm(.exportRevenue, group: "first")), .below, 140)],
        given: [Condition.Bound(OutcomeMeasure(OutcomeTerm(.partnerTariffRevenue)), .atLeast, 80)])
    ])

  private func model(_ plan: Plan) throws -> CompiledModel { try CompiledModel(richStudy(), reportsLines: plan.reportsLines) }

  private func start(_ plan: Plan, shard: Shard = .whole, threads: Int = 2) throws -> DistributionRun {
    DistributionRun(try model(plan), plan: plan, shard: shard, threads: threads, kernels: KernelChoice(.detected))
  }

  /// What each shard of a cut computes.
  private func parts(_ plan: Plan, count: Int) throws -> [Tally.Encoded] {
    try (1...count).map { index in
      var run = try start(plan, shard: try #require(Shard(index, of: count)), threads: 1 + index % 3)
      run.advance(threads: 1 + index % 3)
      #expect(run.isFinished)
      return run.tally.encoded
    }
  }

  @Test("The shards of a count are all blocks, in order, and nearly equal", arguments: [0, 1, 7, 8, 9, 40, 8_388_608])
  func shares(blocks: Int) throws {
    for count in [1, 2, 3, 8, 41, Shard.maximumCount] {
      var end = 0
      for index in [1, 2, 3, count / 2, count - 1, count] {
        guard let shard = Shard(index, of: count) else { continue }
        let share = shard.blocks(of: blocks)
        #expect((blocks / count...blocks / count + 1).contains(share.count))
        let before = Shard(index - 1, of: count)?.blocks(of: blocks).upperBound ?? 0
        #expect(share.lowerBound == before)
        end = share.upperBound
      }
      #expect(end == blocks)
    }
  }

  @Test("There is no shard outside of its count", arguments: [(0, 1), (2, 1), (-1, 3), (1, 0), (1, 1_000_001)])
  func noShard(index: Int, count: Int) {
    #expect(Shard(index, of: count) == nil)
  }

  /// Run sizes around the end of the pilot and that of the runs that keep their draws, and more shards than there are blocks.
  @Test(
    "Any cut into shards gives the result of one run, to the last bit",
    arguments: [1, 511, 512, 513, 4_096, 4_097, 16_384, 16_385, 20_011], [1, 2, 3, 8, 11, 50])
  func anyCut(draws: Int, count: Int) throws {
    var plan = plan
    plan.draws = draws
    let merged = try merge(parts(plan, count: count), model: model(plan), plan: plan)
    #expect(try merged.everything == run(richStudy(), plan).everything)
  }

  @Test("A run goes on from bytes wherever it stopped, with the same result", arguments: [20_011, 16_385, 16_384, 3_000])
  func resumption(draws: Int) throws {
    var plan = plan
    plan.draws = draws
    var stops = 0
    var run = try start(plan, threads: 1)
    while !run.isFinished {
      // A deadline that has passed stops every worker after one block.
      run.advance(threads: 1 + stops % 3, until: .now)
      let kept = run.tally.encoded
      run = try start(plan)
      try run.resume(from: kept)
      stops += 1
    }
    // Beyond the pilot's eight there are 32 blocks or 25; one to three workers do one each, or leave it to the others. Draws that
    // are kept are computed at once.
    let beyond = plan.draws > 16_384 ? plan.blockCount - 8 : 0
    #expect((beyond / 2...beyond).contains(stops))
    #expect(try run.result(threads: 2).everything == AnalysisTests.run(richStudy(), plan).everything)
    #expect(run.drawsDone == draws)
  }

  @Test(
    "Exact percentiles are found after a run that went on from bytes, and again where they were stopped",
    arguments: [3_000, 20_011])
  func exactPercentiles(draws: Int) throws {
    var plan = plan
    plan.draws = draws
    plan.seeksExactPercentiles = true
    var run = try start(plan)
    run.advance(threads: 2, isCancelled: { true })
    let half = run.tally.encoded
    run = try start(plan)
    try run.resume(from: half)
    run.advance(threads: 1)
    let kept = run.tally.encoded
    run = try start(plan)
    try run.resume(from: kept)
    if draws > 16_384 {
      do throws(SimulationError) {
        _ = try run.result(threads: 2, isCancelled: { true })
        Issue.record("the second pass was not stopped")
      } catch {
        guard case .cancelled(let done) = error else { throw error }
        // Each worker did one block of the second pass, or none.
        #expect((draws + 512...draws + 1024).contains(done))
      }
    }
    #expect(try run.result(threads: 3).everything == AnalysisTests.run(richStudy(), plan).everything)
  }

  @Test("A shard goes on from bytes as well")
  func resumedShard() throws {
    var expected = try parts(plan, count: 3)
    var run = try start(plan, shard: try #require(Shard(1, of: 3)))
    run.advance(threads: 2, isCancelled: { true })
    #expect(!run.isFinished && run.tally.blocks.count >= 9)
    let kept = run.tally.encoded
    run = try start(plan, shard: try #require(Shard(1, of: 3)))
    try run.resume(from: kept)
    run.advance(threads: 3)
    #expect(run.tally.encoded == expected[0])
    expected[0] = run.tally.encoded
    #expect(try merge(expected, model: model(plan), plan: plan).everything == AnalysisTests.run(richStudy(), plan).everything)
  }

  @Test("What another seed, another shard or nobody computed is refused")
  func refusals() throws {
    var other = plan
    other.seed = 4
    let own = try parts(plan, count: 2)
    let others = try parts(other, count: 2)
    var run = try start(plan, shard: try #require(Shard(1, of: 2)))
    #expect(throws: ResumeFailure.otherDraws) { try run.resume(from: others[0]) }
    #expect(throws: ResumeFailure.damaged(.init("its blocks are none of the share's"))) { try run.resume(from: own[1]) }
    var longer = own[0]
    longer.blocks = 0..<21
    #expect(throws: ResumeFailure.damaged(.init("its draws are not those of its blocks"))) { try run.resume(from: longer) }
    var shorter = own[0]
    shorter.tallies.removeLast()
    #expect(throws: ResumeFailure.damaged(.init("the bytes end early"))) { try run.resume(from: shorter) }
    var outside = own[1]
    outside.blocks = 20..<60
    let model = try model(plan)
    expectRefusal([own[0], outside], model, "its blocks are none of the run's")
    var more = own[1]
    more.tallies.append(0)
    expectRefusal([own[0], more], model, "1 bytes are left over")
    do throws(MergeFailure) {
      _ = try merge([own[0], others[1]], model: model, plan: plan)
      Issue.record("parts of two seeds were merged")
    } catch {
      guard case .parts(.otherDraws(part: 1)) = error else { throw error }
    }
  }

  @Test("Kept draws that are not all of the share's are refused: they are computed at once, and no blocks are left to do")
  func unfinishedKeptDraws() throws {
    var plan = plan
    plan.draws = 3_000
    var shorter = plan
    shorter.draws = 1_024
    // A run of other length has the same draws, so these are the first two of six blocks.
    let prefix = try start(shorter).tally.encoded
    var run = try start(plan)
    #expect(throws: ResumeFailure.damaged(.init("its draws are not all of the share's"))) { try run.resume(from: prefix) }
    run.advance(threads: 2)
    #expect(try run.result(threads: 2).everything == AnalysisTests.run(richStudy(), plan).everything)
  }

  private func expectRefusal(
    _ parts: [Tally.Encoded], _ model: CompiledModel, _ reason: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    do throws(MergeFailure) {
      _ = try merge(parts, model: model, plan: plan)
      Issue.record("damaged parts were merged", sourceLocation: sourceLocation)
    } catch {
      guard case .parts(.damaged(part: 1, let damage)) = error else {
        Issue.record("\(error)", sourceLocation: sourceLocation)
        return
      }
      #expect(damage.reason == reason, sourceLocation: sourceLocation)
    }
  }

  @Test("Progress tells of the share, what was done before included")
  func progress() throws {
    let shard = try #require(Shard(2, of: 2))
    let told = Told()
    var run = try start(plan, shard: shard)
    run.advance(threads: 2, progress: { told.note($0) })
    #expect(told.most == run.drawsDone && run.drawsDone == 20_011 - 20 * 512)
  }
}
