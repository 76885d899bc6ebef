package import Expressions

/// A study ready to run: the program that computes a block of draws, and which column is which outcome.
package struct CompiledModel: Sendable {
  /// What was compiled.
  package let study: Study
  package let program: BlockProgram
  /// Scenario by scenario in the study's order, then period, then outcome in the order of ``Outcome``, total before groups before
  /// lines.
  package let outcomes: [CompiledOutcome]
  /// By output of the program: whether all that read it are ratios, in which an infinite draw is one in which they are not defined.
  package let isRatio: [Bool]
  /// What a reader should know beside the numbers.
  package let notes: [ModelNote]
  /// How many numbers of the study are uncertain.
  package let uncertainCount: Int
  /// The number that outcomes are averaged over in closed form; nothing where they are not, or none is linear in one.
  package let smoothing: Smoothing?

  /// Checks and compiles a study; see ``init(checked:reportsLines:outcomes:)``.
  ///
  /// - Throws: ``ModelError`` with every problem of the study.
  package init(_ study: Study, reportsLines: Bool = false, outcomes chosen: OutcomeSelection = .all) throws(ModelError) {
    try self.init(checked: study.checked(), reportsLines: reportsLines, outcomes: chosen)
  }

  /// Compiles a study.
  ///
  /// - Parameters:
  ///   - checked: What the scenario file means.
  ///   - reportsLines: Whether export revenue and its change are outcomes line by line too.
  ///   - chosen: The outcomes that are wanted, all unless said otherwise; what only others need is not computed.
  ///   - pilot: Looks for a number that outcomes are linear in; nothing where none is wanted.
  /// - Throws: ``ModelError`` where an outcome is beyond the floating-point numbers, which shows when it is written down.
  package init(
    checked: CheckedStudy, reportsLines: Bool = false, outcomes chosen: OutcomeSelection = .all,
    smoothingWith pilot: LinearInputPilot? = nil
  ) throws(ModelError) {
    let study = checked.study
    let builder = ModelBuilder(study: study, reportsLines: reportsLines)
    let expressions = builder.outcomes(chosen)
    let views = expressions.map(\.value.outputView)
    let infinite = zip(expressions, views).filter { expression, view in
      let parts = view.map { [$0.scale, $0.offset] } ?? [expression.value.constantValue ?? 0]
      return !parts.allSatisfy(\.isFinite) && !isNeverDefined(expression)
    }
    guard infinite.isEmpty else {
      throw ModelError(
        problems: infinite.map { outcome, _ in
          ModelProblem(path: "scenarios/\(outcome.key.scenario)", rule: .finiteOutcome(outcome.key.outcome.rawValue))
        })
    }
    var outputs: [OutputColumn] = []
    var numbers: [OutputColumn: Int] = [:]
    for column in views.compactMap({ $0?.column }) where numbers[column] == nil {
      numbers[column] = outputs.count
      outputs.append(column)
    }
    let moments = MomentLimits(builder.graph)
    let limits = outputs.map(moments.limits)
    let bounds = outputs.map(moments.bounds)
    outcomes = zip(expressions, views).map { outcome, view in
      guard !isNeverDefined(outcome) else { return CompiledOutcome(key: outcome.key, value: .undefined) }
      guard let view, let number = numbers[view.column] else {
        return CompiledOutcome(key: outcome.key, value: .certain(outcome.value.constantValue ?? 0))
      }
      return CompiledOutcome(
        key: outcome.key, value: .column(number: number, scale: view.scale, offset: view.offset),
        momentOrder: limits[number].map(\.order).min() ?? .infinity,
        isBounded: view.scale < 0 ? (bounds[number].above, bounds[number].below) : bounds[number])
    }
    var isRatio = [Bool](repeating: true, count: outputs.count)
    for outcome in outcomes where !outcome.key.outcome.isRatio {
      if case .column(let number, _, _) = outcome.value { isRatio[number] = false }
    }
    self.isRatio = isRatio
    self.study = study
    let leading = Self.leadingOutputs(outcomes, isRatio: isRatio)
    smoothing = pilot?.input(of: outputs, leading: leading, in: builder.graph).flatMap { Smoothing($0, after: &outputs) }
    program = BlockProgram(graph: builder.graph, outputs: outputs)
    notes = study.notes + Self.momentNotes(limits.joined(), paths: builder.pathsByColumn)
    uncertainCount = study.uncertainPaths.count
  }
}

extension CompiledModel {
  /// The outputs behind totals that are no ratios: what rotations and averages are chosen for.
  package var leadingOutputs: [Int] { Self.leadingOutputs(outcomes, isRatio: isRatio) }

  private static func leadingOutputs(_ outcomes: [CompiledOutcome], isRatio: [Bool]) -> [Int] {
    let numbers = outcomes.compactMap { outcome -> Int? in
      guard case .column(let number, _, _) = outcome.value, outcome.key.slice == .total, !isRatio[number] else { return nil }
      return number
    }
    return Set(numbers).sorted()
  }
}

/// Whether an outcome is a ratio to what is certain to be nothing.
private func isNeverDefined(_ outcome: (key: OutcomeKey, value: Expression)) -> Bool {
  outcome.key.outcome.isRatio && outcome.value.constantValue?.isInfinite == true
}

/// One outcome and where its draws are found.
package struct CompiledOutcome: Sendable {
  package enum Value: Sendable {
    /// The same in every draw.
    case certain(Double)
    /// A ratio to what is nothing in every draw.
    case undefined
    /// offset + scale × output `number` of the program. Outcomes that differ by a constant share a column.
    case column(number: Int, scale: Double, offset: Double)
  }

  package let key: OutcomeKey
  package let value: Value
  /// The order below which its moments exist: E|outcome|ᵏ is finite for k below it.
  package var momentOrder = Double.infinity
  /// Whether its law is known to have bounds, so that the tail on that side has all moments.
  package var isBounded = (below: false, above: false)
}

/// A study that cannot be compiled, with all that is wrong.
package struct ModelError: Error, Sendable {
  package let problems: [ModelProblem]
}
