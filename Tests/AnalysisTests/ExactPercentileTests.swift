import Analysis
import Distributions
import Statistics
import Synchronization
import TariffModel
import TestSupport
import Testing
import VectorMath

@Suite("Exact percentiles")
struct ExactPercentileTests {
  private let percents: [Double] = [0, 1, 5, 50, 95, 99, 100]

  /// Two lines, a rate with atoms, and outcomes that fall when revenue rises.
  private func model() throws -> CompiledModel {
    var study = study([
      line("a", elasticity: try .lognormal(mean: 1.5, standardDeviation: 0.5), group: "g"),
      line("b", elasticity: try .lognormal(mean: 0.5, standardDeviation: 0.3)),
    ])
    study.measures[0].rate = .uniform(
      Quantity(
        .distribution(try .discrete(values: [0.1, 0.19, 0.29], probabilities: [0.4, 0.3, 0.3])), path: "measures/tariff/rate"))
    return try CompiledModel(study, reportsLines: true)
  }

  private func plan(_ draws: Int, isExact: Bool = true) -> Plan {
    Plan(draws: draws, seed: 5, percentiles: percents, reportsLines: true, seeksExactPercentiles: isExact)
  }

  private func result(_ plan: Plan, threads: Int = 2) throws -> SimulationResult {
    try simulate(try model(), plan: plan, threads: threads, kernels: KernelChoice(.detected))
  }

  @Test("Every outcome has the percentiles of its sorted draws", arguments: [1, 513, 4096, 16_384, 16_385, 100_003])
  func sortedDraws(draws: Int) throws {
    let model = try model()
    let exact = try result(plan(draws))
    let columns = outputs(of: model.program, draws: draws, seed: 5, kernels: KernelChoice(.detected))
    var compared = 0
    for (outcome, compiled) in zip(exact.outcomes, model.outcomes) {
      guard case .column(let number, let scale, let offset) = compiled.value else { continue }
      let image = LinearImage(scale: scale, offset: offset)
      let request = SketchRequest(percentiles: outcome.summary.percentiles.map(\.percent))
      let sorted = SampleSummary(
        exactly: columns[number].map { image($0) }, request: request, kernels: InstructionSet.detected.kernels)
      #expect(outcome.summary.percentiles == sorted.percentiles, "\(outcome.key)")
      compared += 1
    }
    #expect(compared > 10)
  }

  /// What sorting is too slow for: the sketch counts the draws below a threshold one by one.
  @Test("Of twenty million draws exactly the wanted share lies below a percentile")
  func countedDraws() throws {
    let study = study([line("a", elasticity: try .lognormal(mean: 1.5, standardDeviation: 0.5))])
    let percents: [Double] = [1, 5, 50, 95]
    var plan = Plan(draws: 20_000_000, seed: 1, percentiles: percents, seeksExactPercentiles: true)
    let exact = try run(study, plan).summary(.exportRevenue)
    plan.seeksExactPercentiles = false
    plan.thresholds = exact.percentiles.map { Plan.Threshold(outcome: .exportRevenue, value: $0.value) }
    let counted = try run(study, plan).summary(.exportRevenue)
    // Percentile p lies between the draws of ranks ⌊(n − 1)·p⌋ and one more, so that n·p draws are below it.
    #expect(counted.exceedances.map { $0.probabilityBelow.value * Double(plan.draws) } == percents.map { $0 * 200_000 })
    #expect(counted.percentiles != exact.percentiles)
  }

  @Test("The number of threads changes nothing, to the last bit", arguments: [2, 3, 7])
  func threads(count: Int) throws {
    #expect(try result(plan(20_011), threads: count).everything == result(plan(20_011), threads: 1).everything)
  }

  /// The sketch's errors are tested on their own (`SketchAccuracyTests`): 0.6 % of the Monte Carlo error in the root mean square, so
  /// that a twentieth is exceeded in fewer than 1 of 10¹² percentiles.
  @Test("The sketch's percentiles lie within its error of the exact ones, and nothing else differs")
  func sketchError() throws {
    let exact = try result(plan(300_000))
    let sketched = try result(plan(300_000, isExact: false))
    for (a, b) in zip(exact.outcomes, sketched.outcomes) {
      var replaced = b.summary
      replaced.percentiles = a.summary.percentiles
      #expect("\(replaced)" == "\(a.summary)")
      for (truth, estimate) in zip(a.summary.percentiles, b.summary.percentiles) {
        guard let interval = truth.interval else {
          #expect(truth == estimate)
          continue
        }
        let monteCarloError = (interval.upperBound - interval.lowerBound) / (2 * 1.96)
        // Where there is no Monte Carlo error, an atom, the images of one double may be formed in two ways.
        let tolerance = max(0.05 * monteCarloError, 2 * truth.value.ulp)
        #expect(abs(truth.value - estimate.value) <= tolerance, "\(a.key) P\(truth.percent)")
      }
    }
  }

  @Test("Progress counts the draws of all passes, and more are announced before they are computed")
  func progress() throws {
    let furthest = Atomic(0)
    var announced: [Int] = []
    let plan = plan(100_000)
    _ = try simulate(
      try model(), plan: plan, threads: 2, kernels: KernelChoice(.detected), announce: { announced.append($0) },
      progress: { furthest.max($0, ordering: .relaxed) })
    #expect(announced.first == 200_000 && announced == announced.sorted())
    #expect(furthest.load(ordering: .relaxed) == announced.last)
    announced = []
    _ = try simulate(
      try model(), plan: self.plan(16_384), threads: 2, kernels: KernelChoice(.detected), announce: { announced.append($0) })
    #expect(announced.isEmpty)
  }

  @Test("A run can be stopped in a later pass")
  func cancellation() throws {
    let furthest = Atomic(0)
    let model = try model()
    do throws(SimulationError) {
      _ = try simulate(
        model, plan: plan(50_000), threads: 2, kernels: KernelChoice(.detected),
        progress: { furthest.max($0, ordering: .relaxed) },
        isCancelled: { furthest.load(ordering: .relaxed) > 60_000 })
      Issue.record("the run was not stopped")
    } catch {
      guard case .cancelled(let done) = error else { throw error }
      #expect(done > 60_000 && done < 100_000)
    }
  }
}
