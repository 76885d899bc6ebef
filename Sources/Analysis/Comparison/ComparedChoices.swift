internal import Simulation
internal import TariffModel

/// Several choices, and what of them is compared: rows over the columns of an experiment.
package struct ComparedChoices: Sendable {
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

  let models: [CompiledModel]
  /// At least two.
  let choices: [Choice]
  /// The one that the others are compared with, by its place among the choices.
  let reference: Int
  var plan: Plan
  let directions: [Outcome: Direction]
  /// What is compared: outcomes that every choice has.
  let rows: [Row]

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

  /// Lays the rows out over columns that are added to those of an experiment.
  ///
  /// - Parameters:
  ///   - outcomes: What is compared of what the models have; all where nothing is said.
  init(
    models: [CompiledModel], choices: [Choice], reference: Int, plan: Plan, outcomes: Set<Outcome>? = nil,
    directions: [Outcome: Direction], includesParts: Bool, layout: inout ComparisonLayout
  ) {
    precondition(choices.count > 1 && choices.indices.contains(reference), "a comparison has at least two choices")
    self.models = models
    self.choices = choices
    self.reference = reference
    self.plan = plan
    self.directions = directions
    var placed: [Row] = []
    for row in Self.rows(models, choices, includesParts: includesParts) where outcomes?.contains(row.outcome) ?? true {
      placed.append(
        layout.placed(row, reference: reference, prefersMore: (directions[row.outcome] ?? row.outcome.betterDirection) == .more))
    }
    rows = placed
  }

  /// Which way an outcome is taken for better.
  func direction(of outcome: Outcome) -> Direction { directions[outcome] ?? outcome.betterDirection }

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
        operands: zip(own, choices).map { models[$1.model].operand(of: $0, evaluation: $1.model) },
        momentOrders: own.map(\.momentOrder))
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
