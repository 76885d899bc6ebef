internal import Expressions
package import Simulation
package import TariffModel
package import VectorMath

/// The question which of several choices is better, how surely, and by how much.
///
/// All choices are evaluated on the same draws, also where they stand in different files: numbers of one path share their draws.
package struct ComparisonQuestion: Sendable {
  package typealias Choice = ComparedChoices.Choice

  package let plan: Plan
  let compared: ComparedChoices
  /// What has to be computed for it.
  package let experiment: Experiment

  /// - Parameters:
  ///   - models: One for each file; compiled for the outcomes that are asked for.
  ///   - choices: At least two, each a scenario of its model.
  ///   - plan: Its thresholds are not asked for.
  ///   - directions: Which way outcomes are better, where that is not ``Outcome/betterDirection``.
  ///   - includesParts: Whether groups, lines, origins and the like are compared, or totals only.
  package init(
    models: [CompiledModel], choices: [Choice], reference: Int, plan: Plan, directions: [Outcome: Direction] = [:],
    includesParts: Bool = false, kernels: KernelChoice
  ) {
    self.plan = plan
    var bare = plan
    bare.thresholds = []
    var layout = ComparisonLayout(models: models, plan: bare)
    compared = ComparedChoices(
      models: models, choices: choices, reference: reference, plan: plan, directions: directions, includesParts: includesParts,
      layout: &layout)
    experiment = Experiment(
      plan.extent, programs: models.map(\.program), columns: layout.columns, pairs: layout.pairs, kernels: kernels)
  }

  /// Whether there is no outcome that every choice has.
  package var isEmpty: Bool { compared.rows.isEmpty }
}
