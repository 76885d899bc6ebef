import Expressions
internal import Simulation
package import TariffModel
package import VectorMath

/// The question which inputs drive some outcomes, or their differences between two scenarios.
package struct SensitivityQuestion: Sendable {
  /// What is asked about.
  struct Target: Sendable {
    let key: OutcomeKey
    /// Nothing where it is the same in every draw.
    let point: SuppliedPoints.Target?
    let certain: Double?
  }

  package let plan: Plan
  package let method: SensitivityMethod
  package let partition: InputPartition
  /// The scenario whose outcomes are taken off.
  let against: String?
  let model: CompiledModel
  let targets: [Target]
  let normals: [DependentNormals]
  let study: InputStudy
  /// The places of the program's inputs by path.
  let places: [String: Int]

  /// - Parameters:
  ///   - model: Compiled for the outcomes that are asked for, under the scenarios that are asked for and that against which they stand.
  ///   - plan: Its draws are at least ``leastDraws``, and independent.
  ///   - against: A scenario of the study; nothing where levels are asked for.
  package init(
    _ model: CompiledModel, plan: Plan, scenarios: [String], against: String?, named: [InputPartition.Named],
    grouping: InputGrouping, method: SensitivityMethod, kernels: KernelChoice
  ) throws(InputPartition.Failure) {
    self.plan = plan
    self.method = method
    self.model = model
    self.against = against
    normals = model.study.dependence.isEmpty ? [] : model.study.dependentNormals
    let known = Set(model.study.uncertainPaths + normals.flatMap(\.streams))
    partition = try InputPartition(
      model.study, noise: model.program.inputs.map(\.path).filter { !known.contains($0) }, named: named, grouping: grouping,
      method: method)
    let byKey = Dictionary(model.outcomes.map { ($0.key, $0) }) { first, _ in first }
    targets = model.outcomes.filter { scenarios.contains($0.key.scenario) && $0.key.scenario != against }.compactMap { outcome in
      guard let operand = model.operand(of: outcome, evaluation: 0) else { return nil }
      guard let against else { return Self.target(outcome.key, operand, nil) }
      var key = outcome.key
      key.scenario = against
      guard let other = byKey[key].flatMap({ model.operand(of: $0, evaluation: 0) }) else { return nil }
      return Self.target(outcome.key, operand, other)
    }
    study = InputStudy(
      model.program, targets: targets.compactMap(\.point), draws: plan.draws, seed: plan.seed, kernels: kernels)
    places = Dictionary(uniqueKeysWithValues: model.program.inputs.enumerated().map { ($1.path, $0) })
  }

  /// The least number of draws that errors can rest on.
  package static let leastDraws = DrawGroups.leastDraws

  /// Whether there is nothing to look at.
  package var isEmpty: Bool { targets.isEmpty }

  private static func target(_ key: OutcomeKey, _ operand: Operand, _ less: Operand?) -> Target {
    if operand.output == nil, less?.output == nil {
      return Target(key: key, point: nil, certain: operand.offset - (less?.offset ?? 0))
    }
    return Target(key: key, point: SuppliedPoints.Target(operand, less: less), certain: nil)
  }

  /// The columns of the program that belong to each input; none where no outcome that is asked for reads it.
  var sets: [[Int]] { partition.inputs.map { $0.columns.compactMap { places[$0] }.sorted() } }

  /// The evaluations that are to be computed, each a draw.
  package var evaluations: Int {
    let busy = sets.count { !$0.isEmpty }
    return switch method {
    case .sobol: plan.draws * (busy + 2) + Self.knownDraws * Extent.drawsPerBlock * (busy + 1)
    case .shapley: plan.draws * (players.players.count + 2)
    case .plain: min(plan.draws, Self.plainDraws) * ((forms.count + Self.formsAtATime - 1) / Self.formsAtATime)
    }
  }

  /// Values of an input that are taken for known, one after the other.
  static let knownDraws = 64
  /// The most draws that first-order indices are read off: sorting more would take longer than it gains.
  static let plainDraws = 65_536
  /// Numbers whose draws are kept at a time.
  static let formsAtATime = 64
}
