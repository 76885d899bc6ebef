import Analysis
import Sampling
import Simulation
import Statistics
import TariffModel
import Testing
import VectorMath

/// What is known of the whole from what is there: the laws that a partial result obeys, all from results of whole runs.
@Suite("Results of some parts of a run")
struct PartialResultTests {
  private func plan(_ draws: Int, _ design: Design = .random) -> Plan {
    Plan(
      draws: draws, seed: 5, thresholds: [Plan.Threshold(outcome: .exportRevenue, value: 170)], design: design,
      conditions: [Condition([Condition.Bound(OutcomeMeasure(OutcomeTerm(.exportRevenue, group: "first")), .below, 140)])])
  }

  private func question(_ plan: Plan) throws -> DistributionQuestion {
    DistributionQuestion(try CompiledModel(richStudy()), plan: plan, kernels: KernelChoice(.detected))
  }

  private func parts(_ plan: Plan, count: Int, _ indices: [Int]) throws -> [Tally.Encoded] {
    let model = try CompiledModel(richStudy())
    return try indices.map { index in
      var run = DistributionRun(
        model, plan: plan, shard: try #require(Shard(index, of: count)), threads: 2, kernels: KernelChoice(.detected))
      run.advance(threads: 2)
      return run.tally.encoded
    }
  }

  /// The draws of a run are the first of any longer one, so that its first blocks are a shorter run.
  @Test("The first parts of a run that keeps its draws are the run of so many draws, to the last bit", arguments: [1, 2, 5])
  func prefix(shards: Int) throws {
    let plan = plan(3_000)
    let some = try question(plan).result(ofSome: parts(plan, count: 6, Array(1...shards)))
    #expect(some.plan.draws == 512 * shards && some.plan.drawsOfRun == 3_000)
    #expect(some.everything == (try run(richStudy(), self.plan(512 * shards))).everything)
  }

  @Test("Half a shard that lies first counts as far as it is done")
  func halfShard() throws {
    let plan = plan(40_000)
    var half = DistributionRun(
      try CompiledModel(richStudy()), plan: plan, shard: try #require(Shard(1, of: 2)), threads: 1,
      kernels: KernelChoice(.detected))
    half.advance(threads: 1, isCancelled: { true })
    #expect(!half.isFinished)
    let some = try question(plan).result(ofSome: [half.tally.encoded])
    let draws = half.drawsDone
    #expect(some.plan.draws == draws && some.plan.hasExactPercentiles == false)
    let shorter = try run(richStudy(), self.plan(draws))
    for (one, other) in zip(some.outcomes, shorter.outcomes) {
      #expect(one.summary.draws == other.summary.draws && one.summary.minimum == other.summary.minimum, "\(one.key)")
      // Sums of up to 2¹³ numbers in two orders differ by less than their number times a rounding error.
      let size = max(abs(other.summary.minimum), abs(other.summary.maximum))
      #expect(abs(one.summary.mean.value - other.summary.mean.value) <= 0x1p-40 * size, "\(one.key)")
    }
  }

  /// Sums and counts of two sets of shards are those of the run, whatever is missing where.
  @Test("What is there and what is missing make the whole", arguments: [3_000, 20_011], [[1, 3], [2, 4, 5], [5]])
  func complement(draws: Int, indices: [Int]) throws {
    let plan = plan(draws)
    let question = try question(plan)
    let whole = try run(richStudy(), plan)
    let some = try question.result(ofSome: parts(plan, count: 5, indices))
    let rest = try question.result(ofSome: parts(plan, count: 5, (1...5).filter { !indices.contains($0) }))
    #expect(some.plan.draws + rest.plan.draws == draws)
    for ((one, other), all) in zip(zip(some.outcomes, rest.outcomes), whole.outcomes) {
      let (a, b) = (one.summary, other.summary)
      #expect(min(a.minimum, b.minimum) == all.summary.minimum && max(a.maximum, b.maximum) == all.summary.maximum, "\(all.key)")
      let sum = a.mean.value * Double(a.draws) + b.mean.value * Double(b.draws)
      let size = max(abs(all.summary.minimum), abs(all.summary.maximum))
      #expect(abs(sum / Double(draws) - all.summary.mean.value) <= 0x1p-38 * size, "\(all.key)")
    }
    for ((one, other), all) in zip(zip(some.conditions, rest.conditions), whole.conditions) {
      #expect(one.hits + other.hits == all.hits && one.draws + other.draws == all.draws)
    }
  }

  /// The randomisations of a design are numbered: those of a design of fewer are the first ones.
  @Test("Of a design whole replicates count, and are the design of so many", arguments: PointSet.allCases, [256, 1_024])
  func replicates(points: PointSet, perReplicate: Int) throws {
    let plan = plan(8 * perReplicate, .replicated(points, replicates: 8))
    let question = try question(plan)
    // Of five shards the first three have 60 % of the draws: four replicates and some 80 % of the fifth.
    let some = try question.result(ofSome: parts(plan, count: 5, [1, 2, 3]))
    #expect(some.plan.design == .replicated(points, replicates: 4) && some.plan.draws == 4 * perReplicate)
    let four = try run(richStudy(), self.plan(4 * perReplicate, .replicated(points, replicates: 4)))
    #expect(some.everything == four.everything)
  }

  @Test("Replicates of a long run are dropped where they are not whole")
  func longReplicates() throws {
    let plan = plan(8 * 4_096, .replicated(.sobol, replicates: 8))
    let some = try question(plan).result(ofSome: parts(plan, count: 5, [1, 2, 3]))
    let four = try run(richStudy(), self.plan(4 * 4_096, .replicated(.sobol, replicates: 4)))
    #expect(some.plan.draws == 4 * 4_096)
    for (one, other) in zip(some.outcomes, four.outcomes) {
      #expect(one.summary.minimum == other.summary.minimum && one.summary.maximum == other.summary.maximum, "\(one.key)")
      let size = max(abs(other.summary.minimum), abs(other.summary.maximum))
      #expect(abs(one.summary.mean.value - other.summary.mean.value) <= 0x1p-38 * size, "\(one.key)")
    }
  }

  @Test("Fewer than two replicates, and no draw at all, are refused")
  func refusals() throws {
    let design = plan(8 * 1_024, .replicated(.latin, replicates: 8))
    let one = #expect(throws: MergeFailure.self) { try question(design).result(ofSome: parts(design, count: 5, [1])) }
    guard case .parts(.tooFewReplicates(whole: 1, count: 8)) = one else {
      Issue.record("\(String(describing: one))")
      return
    }
    let short = plan(1_000)
    let none = #expect(throws: MergeFailure.self) { try question(short).result(ofSome: parts(short, count: 9, [1])) }
    guard case .parts(.noDraws) = none else {
      Issue.record("\(String(describing: none))")
      return
    }
  }
}
