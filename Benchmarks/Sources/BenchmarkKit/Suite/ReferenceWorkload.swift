package import Analysis
package import Expressions
internal import Sampling
internal import ScenarioFiles
package import TariffModel

/// A workload whose answers are known.
package enum ReferenceWorkload: String, Hashable, Sendable, CaseIterable {
  /// 12 export lines with a full correlation matrix, 4 scenarios, 12 outcomes.
  case w1
  /// 2,000 export lines on 30 common factors, one outcome.
  case w2
  /// 30,543 flows of 51 origins in 1,233 markets, two columns an origin.
  case w3

  /// The scenario file from the package's folder.
  package var file: String {
    switch self {
    case .w1, .w2: "Scenarios/reference/\(rawValue).toml"
    case .w3: "Scenarios/us-import-book/scenario.toml"
    }
  }

  /// What the workload asks for; a scenario file has more outcomes than that.
  package var outcomes: Set<Outcome> {
    switch self {
    case .w1: [.exportRevenue, .imports, .balance]
    case .w2: [.exportRevenue]
    case .w3: [.marketImports, .marketImportsChange, .marketDuty]
    }
  }

  /// The workload's own name of an outcome: `revenue_s10` of the first, `revenue` of the second, `market_duty_India` of the third.
  package func name(of key: OutcomeKey) -> String {
    let word = key.outcome == .exportRevenue ? "revenue" : key.outcome.rawValue
    switch self {
    case .w1: return word + "_" + key.scenario
    case .w2: return word
    case .w3:
      guard case .origin(let name) = key.slice else { return word + "_total" }
      return word + "_" + name
    }
  }
}

/// A scenario file with its run defaults.
package struct LoadedScenario: Sendable {
  package var study: Study
  package var plan: Plan

  /// Reads the file.
  package init(_ path: String) throws(BenchmarkFailure) {
    do throws(LoadFailure) {
      let loaded = try loadStudy(at: path)
      study = loaded.study
      plan = Plan(
        draws: loaded.run.draws ?? loaded.run.design.usualDraws, seed: loaded.run.seed, percentiles: loaded.run.percentiles,
        shortfallPercent: loaded.run.shortfallPercent)
    } catch {
      throw .badScenario(path: path)
    }
  }

  /// The program that computes the outcomes, all unless said otherwise.
  ///
  /// - Parameter pilot: Looks for a number that outcomes are averaged over, where that is wanted.
  package func compiled(
    _ outcomes: OutcomeSelection = .all, smoothingWith pilot: LinearInputPilot? = nil, path: String
  ) throws(BenchmarkFailure) -> CompiledModel {
    do {
      return try CompiledModel(checked: study.checked(), outcomes: outcomes, smoothingWith: pilot)
    } catch {
      throw .badScenario(path: path)
    }
  }
}
