import Analysis
import Simulation
import Statistics
import TariffModel
import TestSupport
import Testing
import VectorMath

/// The study of `brokenPromise(share:)` has no total balance, and nothing that rests on the additionality of the promise, in a known
/// share of the draws, and all other outcomes in all.
@Suite("Draws that do not solve")
struct UnsolvedTests {
  private static let kernels = KernelChoice(.detected)
  private static let rare = 0.0005
  private static let often = 0.01

  private func plan(_ draws: Int, isExact: Bool = false) -> Plan {
    Plan(draws: draws, seed: 3, percentiles: [0, 1, 50, 95, 100], reportsLines: true, seeksExactPercentiles: isExact)
  }

  private func model(_ share: Double) throws -> CompiledModel {
    try CompiledModel(brokenPromise(share: share), reportsLines: true)
  }

  /// Every draw of an outcome, formed as the program forms it.
  private func draws(_ outcome: Outcome, of model: CompiledModel, _ count: Int) throws -> [Double] {
    let compiled = try #require(model.outcomes.first { $0.key.outcome == outcome && $0.key.slice == .total })
    guard case .column(let number, let scale, let offset) = compiled.value else {
      Issue.record("\(outcome) is certain")
      return []
    }
    let image = LinearImage(scale: scale, offset: offset)
    return outputs(of: model.program, draws: count, seed: 3, kernels: Self.kernels)[number].map { image($0) }
  }

  /// What rests on the additionality of the promise.
  private static let lacking: [Outcome] = [.totalBalanceChange, .homeTariffRevenueChange, .shadowSubsidy]

  /// The numbers, from 1, of the draws without a total balance.
  private func unsolved(_ model: CompiledModel, _ count: Int) throws -> [Int] {
    try draws(.totalBalanceChange, of: model, count).enumerated().filter { $0.element.isNaN }.map { $0.offset + 1 }
  }

  /// What a run that leaves out too many draws says of them.
  private func failure(_ plan: Plan, threads: Int = 2) throws -> UnsolvedFailure {
    let model = try model(Self.often)
    do throws(SimulationError) {
      _ = try simulate(model, plan: plan, threads: threads, kernels: Self.kernels)
    } catch {
      if case .unsolved(let failure) = error { return failure }
    }
    throw Missing()
  }

  private struct Missing: Error {}

  @Test("All draws that solve are in every outcome, and nothing is told", arguments: [9_001, 20_011])
  func none(draws: Int) throws {
    let result = try simulate(model(0), plan: plan(draws), threads: 2, kernels: Self.kernels)
    #expect(result.unsolved == nil)
    #expect(result.outcomes.allSatisfy { $0.summary.draws == draws })
  }

  @Test("They are counted one by one, and only outcomes without a value rest on fewer", arguments: [16_000, 40_011])
  func counts(draws: Int) throws {
    let model = try model(Self.rare)
    let expected = try unsolved(model, draws)
    #expect(!expected.isEmpty && expected.count * 1000 <= draws)
    let result = try simulate(model, plan: plan(draws), threads: 2, kernels: Self.kernels)
    let report = try #require(result.unsolved)
    #expect(report.count == expected.count)
    #expect(report.draws.map(\.number) == expected)
    #expect(report.draws.allSatisfy { $0.outcomes == Self.lacking && $0.scenarios == ["policy"] })
    for outcome in result.outcomes {
      let lacks = Self.lacking.contains(outcome.key.outcome) ? expected.count : 0
      #expect(outcome.summary.draws == draws - lacks)
      #expect(outcome.summary.histogram.counts.reduce(0, +) == UInt64(draws - lacks))
    }
  }

  @Test("The parameters told are those that were drawn, correlated ones too", arguments: [16_000, 40_011])
  func parameters(draws: Int) throws {
    let model = try model(Self.rare)
    let result = try simulate(model, plan: plan(draws), threads: 2, kernels: Self.kernels)
    let report = try #require(result.unsolved)
    #expect(report.paths == ["parameters/e", "exports/c/elasticity"])
    // What is bought is 297 times the parameter.
    let drawn = try self.draws(.commitmentPurchases, of: model, draws).map { $0 / 297 }
    #expect(Set(drawn).count > draws / 10)
    for draw in report.draws {
      #expect((draw.values[0] / drawn[draw.number - 1] - 1).magnitude < 1e-15)
      #expect(draw.values[0] > 1.01)
    }
  }

  @Test("Statistics and exact percentiles are those of the sorted draws that solve", arguments: [16_000, 100_003])
  func exactPercentiles(draws: Int) throws {
    let model = try model(Self.rare)
    let result = try simulate(model, plan: plan(draws, isExact: true), threads: 2, kernels: Self.kernels)
    for outcome in [Outcome.totalBalanceChange, .imports] {
      let values = try self.draws(outcome, of: model, draws).filter { !$0.isNaN }
      let summary = try result.summary(outcome)
      let sorted = SampleSummary(
        exactly: values, request: SketchRequest(percentiles: summary.percentiles.map(\.percent)),
        kernels: InstructionSet.detected.kernels)
      #expect(summary.draws == values.count)
      #expect(summary.percentiles == sorted.percentiles)
      // The sketch forms its sums in another order.
      #expect((summary.mean.value - sorted.mean.value).magnitude <= 1e-12 * sorted.mean.value.magnitude)
      let errors = try (#require(summary.mean.standardError), #require(sorted.mean.standardError))
      #expect((errors.0 / errors.1 - 1).magnitude < 1e-9)
    }
  }

  @Test("Threads change nothing, to the last bit", arguments: [1, 3, 7], [9_001, 40_011])
  func threads(count: Int, draws: Int) throws {
    let model = try model(Self.rare)
    for isExact in [false, true] {
      let plan = plan(draws, isExact: isExact)
      let one = try simulate(model, plan: plan, threads: 2, kernels: Self.kernels)
      let other = try simulate(model, plan: plan, threads: count, kernels: Self.kernels)
      #expect(one.everything == other.everything && one.unsolved == other.unsolved)
      #expect(one.unsolved != nil)
    }
  }

  /// What each shard of a cut computes, by way of bytes in the middle.
  private func parts(_ model: CompiledModel, _ plan: Plan, count: Int) throws -> [Tally.Encoded] {
    try (1...count).map { index in
      let shard = try #require(Shard(index, of: count))
      var first = DistributionRun(model, plan: plan, shard: shard, threads: 2, kernels: Self.kernels)
      first.advance(threads: 2, isCancelled: { true })
      var run = DistributionRun(model, plan: plan, shard: shard, threads: 1, kernels: Self.kernels)
      try run.resume(from: first.tally.encoded)
      run.advance(threads: 1 + index % 3)
      return run.tally.encoded
    }
  }

  @Test("Shards and interruptions change nothing, to the last bit", arguments: [1, 3, 8, 11], [9_001, 40_011])
  func shards(count: Int, draws: Int) throws {
    let model = try model(Self.rare)
    let plan = plan(draws)
    let whole = try simulate(model, plan: plan, threads: 2, kernels: Self.kernels)
    let merged = try merge(parts(model, plan, count: count), model: model, plan: plan)
    #expect(whole.everything == merged.everything && whole.unsolved == merged.unsolved)
  }

  @Test("Draws that a part tells of and cannot have are damage")
  func damage() throws {
    let model = try model(Self.rare)
    var parts = try parts(model, plan(40_011), count: 2)
    // The second part's draws come last in its bytes: one more byte of the last number moves it out of the run.
    parts[1].tallies[parts[1].tallies.count - 1] = 0x7f
    let error = #expect(throws: MergeFailure.self) { try merge(parts, model: model, plan: plan(40_011)) }
    guard case .parts(.damaged(part: 1, _)) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("One in a thousand is a result, and one more is an error")
  func limit() throws {
    // The draws of a run are the first of any longer one.
    let model = try model(0.0011)
    let numbers = try unsolved(model, 60_000)
    let isExact = { (count: Int) -> Bool in numbers[count - 1] < 1000 * count && numbers[count] > 1000 * count }
    let counts = (1..<numbers.count).filter(isExact)
    let count = try #require(counts.first)
    let result = try simulate(model, plan: plan(1000 * count), threads: 2, kernels: Self.kernels)
    #expect(result.unsolved?.count == count)
    let error = #expect(throws: SimulationError.self) {
      try simulate(model, plan: plan(1000 * count - 1), threads: 2, kernels: Self.kernels)
    }
    guard case .unsolved(let failure) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(failure.count == count && failure.draws == 1000 * count - 1)
  }

  /// Over a thousand of them in the longest run, more than are kept by number.
  @Test("Too many are an error that names the outcome and the range", arguments: [9_001, 200_000], [1, 3])
  func tooMany(draws: Int, threads: Int) throws {
    let expected = try unsolved(model(Self.often), draws).count
    let failure = try self.failure(plan(draws), threads: threads)
    #expect(failure.count == expected && failure.draws == draws && failure.outcomeCount == expected)
    #expect(failure.outcome.outcome == .totalBalanceChange && failure.outcome.scenario == "policy")
    let cause = try #require(failure.cause)
    #expect(cause.path == "parameters/e" && cause.isClear)
    // The promise breaks at e·297 = 300; the parameter goes from 1 lower to its share beyond.
    let edge = 1 / 0.99
    let beyond: ClosedRange<Double> = edge...(edge + Self.often)
    #expect(beyond.contains(cause.amongUnsolved.lowerBound) && beyond.contains(cause.amongUnsolved.upperBound))
    let least: ClosedRange<Double> = (edge + Self.often - 1)...(edge - 0.98)
    #expect(least.contains(cause.amongAll.lowerBound) && beyond.contains(cause.amongAll.upperBound))
    let again = try self.failure(plan(draws))
    #expect(again == failure)
    let exact = try self.failure(plan(draws, isExact: true))
    #expect(exact == failure)
  }

  @Test("Shards find the same error as one run")
  func shardsOfFailure() throws {
    let model = try model(Self.often)
    let parts = try parts(model, plan(200_000), count: 7)
    let error = #expect(throws: MergeFailure.self) { try merge(parts, model: model, plan: plan(200_000)) }
    guard case .simulation(.unsolved(let failure)) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    let whole = try self.failure(plan(200_000))
    #expect(failure == whole)
  }

  @Test("A single draw tells no range, and that is said")
  func unclear() throws {
    let failure = try #require(throws: SimulationError.self) {
      try simulate(model(0.9), plan: plan(1), threads: 1, kernels: Self.kernels)
    }
    guard case .unsolved(let single) = failure else {
      Issue.record("\(failure)")
      return
    }
    #expect(single.count == 1 && single.draws == 1 && single.cause?.isClear == false)
  }
}
