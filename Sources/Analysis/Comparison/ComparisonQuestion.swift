internal import Expressions
package import Simulation
internal import Statistics
package import TariffModel
package import VectorMath

/// The question which of several choices is better, how surely, and by how much.
///
/// All choices are evaluated on the same draws, also where they stand in different files: numbers of one path share their draws.
package struct ComparisonQuestion: Sendable {
  /// A scenario of one of the models.
  package struct Choice: Hashable, Sendable {
    /// Which model.
    package var model: Int
    package var scenario: String
    /// What it is called.
    package var label: String

    package init(model: Int, scenario: String, label: String) {
      self.model = model
      self.scenario = scenario
      self.label = label
    }
  }

  package let models: [CompiledModel]
  /// At least two.
  package let choices: [Choice]
  /// The one that the others are compared with, by its place among the choices.
  package let reference: Int
  package let plan: Plan
  package let directions: [Outcome: Direction]
  /// What is compared: outcomes that every choice has.
  let rows: [Row]
  /// What has to be computed for it.
  package let experiment: Experiment

  /// An outcome of one period and slice, under every choice.
  struct Row: Sendable {
    let period: String
    let outcome: Outcome
    let slice: OutcomeSlice
    /// By choice; nothing where the outcome is not defined under it.
    let operands: [Operand?]
    let momentOrders: [Double]
    /// Columns of the experiment by choice; none for the reference, or where one of the two is not defined.
    var differences: [Int?] = []
    var percentChanges: [Int?] = []
    var pairs: [Int?] = []
    /// By choice; none where some choice has no number.
    var regrets: [Int?] = []
  }

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
    precondition(choices.count > 1 && choices.indices.contains(reference), "a comparison has at least two choices")
    self.models = models
    self.choices = choices
    self.reference = reference
    self.plan = plan
    self.directions = directions
    var plan = plan
    plan.thresholds = []
    var layout = ComparisonLayout(models: models, plan: plan)
    rows = Self.rows(models, choices, includesParts: includesParts).map { row in
      layout.placed(row, reference: reference, prefersMore: (directions[row.outcome] ?? row.outcome.betterDirection) == .more)
    }
    experiment = Experiment(
      plan.extent, programs: models.map(\.program), columns: layout.columns, pairs: layout.pairs, kernels: kernels)
  }

  /// Whether there is no outcome that every choice has.
  package var isEmpty: Bool { rows.isEmpty }

  /// Which way an outcome is taken for better.
  package func direction(of outcome: Outcome) -> Direction { directions[outcome] ?? outcome.betterDirection }

  /// The outcomes that every choice has, in the order of the first.
  private static func rows(_ models: [CompiledModel], _ choices: [Choice], includesParts: Bool) -> [Row] {
    let byKey = choices.map { choice in
      Dictionary(
        models[choice.model].outcomes.filter { $0.key.scenario == choice.scenario }.map { (RowKey($0.key), $0) }
      ) { first, _ in first }
    }
    return models[choices[0].model].outcomes.filter { $0.key.scenario == choices[0].scenario }.compactMap { outcome in
      let key = outcome.key
      guard includesParts || key.slice == .total else { return nil }
      let own = byKey.compactMap { $0[RowKey(key)] }
      guard own.count == choices.count else { return nil }
      return Row(
        period: key.period, outcome: key.outcome, slice: key.slice,
        operands: zip(own, choices).map { outcome, choice in
          switch outcome.value {
          case .certain(let value): Operand(certain: value)
          case .undefined: nil
          case .column(let number, let scale, let offset):
            Operand(
              output: OutputPlace(evaluation: choice.model, number: number), scale: scale, offset: offset,
              isRatio: models[choice.model].isRatio[number])
          }
        }, momentOrders: own.map(\.momentOrder))
    }
  }

  private struct RowKey: Hashable {
    let period: String
    let outcome: Outcome
    let slice: OutcomeSlice

    init(_ key: OutcomeKey) {
      period = key.period
      outcome = key.outcome
      slice = key.slice
    }
  }
}
