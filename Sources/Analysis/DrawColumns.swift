internal import Expressions
internal import Simulation
package import TariffModel
package import VectorMath

/// The outcomes of a model draw by draw, side by side.
package struct DrawColumns: Sendable {
  /// What each column is.
  package let keys: [OutcomeKey]
  /// By column: what it is made of; nothing where the outcome is defined in no draw.
  private let operands: [Operand?]
  private let program: BlockProgram
  private let experiment: Experiment
  /// Draws in all.
  package let count: Int

  /// The outcomes that a plan selects, lines left out.
  package init(_ model: CompiledModel, plan: Plan, kernels: KernelChoice) {
    let chosen = model.outcomes.filter { outcome in
      if case .line = outcome.key.slice { return false }
      return plan.selection.contains(outcome.key)
    }
    keys = chosen.map(\.key)
    operands = chosen.map { model.operand(of: $0, evaluation: 0) }
    program = model.program
    experiment = DistributionQuestion(model, plan: plan, kernels: kernels).experiment
    count = plan.draws
  }

  /// The columns in some draws, the first of which begins a block; what has no value in a draw is NaN there.
  ///
  /// They are computed again and are those of the run, bit for bit.
  /// - Complexity: O(draws · instructions) time, O(draws · outputs of the program) memory.
  package func values(of draws: Range<Int>) -> [[Double]] {
    let outputs = experiment.outputs(of: program, inDraws: Array(draws))
    return operands.map { operand in
      guard let operand else { return [Double](repeating: .nan, count: draws.count) }
      guard let output = operand.output else { return [Double](repeating: operand.offset, count: draws.count) }
      return outputs[output.number].map { value in
        let number = operand.scale * value + operand.offset + 0
        return number.isFinite ? number : .nan
      }
    }
  }
}
