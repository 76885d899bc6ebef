import Analysis
import FoundationEssentials
import ScenarioFiles
import Statistics
import TariffModel
import TestSupport
import Testing
import VectorMath

/// The reference workloads against answers by quadrature and by another program's 40 million draws
/// (`Scenarios/reference/README.md`).
///
/// `TARIFFSIM_FULL_REFERENCE=1` runs them at their full size.
@Suite("Reference workloads")
struct ReferenceWorkloadTests {
  /// What is known of an outcome.
  struct Reference: Decodable {
    let meanExact: Double
    let sdExact: Double?
    let sdMC: Double
    let mcDraws: Double
    let percentiles: [String: Double]
    let sePerSqrtN: [String: Double]

    enum CodingKeys: String, CodingKey {
      case meanExact = "mean_exact"
      case sdExact = "sd_exact"
      case sdMC = "sd_mc"
      case mcDraws = "mc_draws"
      case percentiles
      case sePerSqrtN = "se_per_sqrt_n"
    }
  }

  private let isFullSize = ProcessInfo.processInfo.environment["TARIFFSIM_FULL_REFERENCE"] == "1"

  private func references(_ workload: String) throws -> [String: Reference] {
    let data = try PackageFiles.data("Scenarios/reference/reference.json")
    return try #require(try JSONDecoder().decode([String: [String: Reference]].self, from: data)[workload])
  }

  /// Expects mean, standard deviation and percentiles within five standard errors.
  ///
  /// A right program exceeds five standard errors with probability 5.7e-7 for each number, 8e-5 for all 143.
  ///
  /// The seed is the file's, so that it either does or does not, and it does not.
  private func expect(_ summary: SampleSummary, agreesWith reference: Reference, _ name: String) throws {
    let n = Double(summary.draws)
    let sd = reference.sdExact ?? reference.sdMC
    #expect(abs(summary.mean.value - reference.meanExact) <= 5 * sd / n.squareRoot(), "\(name) mean")
    let spread = try #require(summary.standardDeviation.standardError)
    #expect(abs(summary.standardDeviation.value - sd) <= 5 * spread, "\(name) sd")
    for estimate in summary.percentiles {
      let percent = "\(Int(estimate.percent))"
      let wanted = try #require(reference.percentiles[percent])
      let error = try #require(reference.sePerSqrtN[percent]) * (1 / n + 1 / reference.mcDraws).squareRoot()
      #expect(abs(estimate.value - wanted) <= 5 * error, "\(name) P\(percent): \(estimate.value), reference \(wanted)")
    }
    #expect(summary.percentiles.count == reference.percentiles.count)
  }

  @Test("W1: 12 lines with a full correlation matrix, cuts, commitments, a mixture of rates")
  func w1() throws {
    let run = try LoadedRun("Scenarios/reference/w1.toml", draws: isFullSize ? nil : 100_000)
    let references = try references("W1")
    let outcomes: [(prefix: String, outcome: Outcome)] = [
      ("revenue", .exportRevenue), ("imports", .imports), ("balance", .balance),
    ]
    #expect(references.count == 12)
    for scenario in run.study.scenarios.map(\.name) {
      for (prefix, outcome) in outcomes {
        let name = "\(prefix)_\(scenario)"
        try expect(try run.summary(scenario, outcome), agreesWith: try #require(references[name]), name)
      }
    }
  }

  @Test("Exact percentiles of W1 at a million draws are those of the sorted draws")
  func w1Sorted() throws {
    let loaded = try loadStudy(at: PackageFiles.path("Scenarios/reference/w1.toml"), overrides: [])
    let percents: [Double] = [1, 5, 50, 95, 99]
    let plan = Plan(draws: 1_000_000, seed: 1, percentiles: percents, seeksExactPercentiles: true)
    let model = try CompiledModel(loaded.study)
    let kernels = KernelChoice(.detected)
    let result = try simulate(model, plan: plan, threads: 2, kernels: kernels)
    let columns = outputs(of: model.program, draws: plan.draws, seed: plan.seed, kernels: kernels)
    let itself = LinearImage(scale: 1, offset: 0)
    let ranks = OrderStatistics.ranks(forPercentiles: percents, of: itself, draws: plan.draws)
    var compared: Set<Outcome> = []
    for (outcome, compiled) in zip(result.outcomes, model.outcomes) where !compared.contains(outcome.key.outcome) {
      guard case .column(let number, let scale, let offset) = compiled.value else { continue }
      let image = LinearImage(scale: scale, offset: offset)
      let sorted = OrderStatistics(of: columns[number].map { image($0) }, ranks: ranks)
      #expect(outcome.summary.percentiles == sorted.percentiles(percents, of: itself), "\(outcome.key)")
      compared.insert(outcome.key.outcome)
    }
    #expect(compared.isSuperset(of: [.exportRevenue, .imports, .balance]))
  }

  @Test("W2: 2,000 lines on 30 factors")
  func w2() throws {
    let run = try LoadedRun("Scenarios/reference/w2.toml", draws: isFullSize ? nil : 20_000)
    let scenario = try #require(run.study.scenarios.first?.name)
    try expect(
      try run.summary(scenario, .exportRevenue), agreesWith: try #require(try references("W2")["revenue"]), "revenue")
  }
}
