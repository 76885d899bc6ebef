internal import Expressions
package import TariffModel
package import VectorMath

extension CompiledModel {
  /// Compiles a study for a plan.
  ///
  /// - Parameters:
  ///   - outcomes: Those that are wanted; those that the plan needs, unless said otherwise.
  ///   - kernels: What the draws that choose a number to average over are computed with.
  /// - Throws: ``ModelError``.
  package init(
    _ study: CheckedStudy, for plan: Plan, outcomes: OutcomeSelection? = nil, kernels: KernelChoice
  ) throws(ModelError) {
    try self.init(
      checked: study, reportsLines: plan.reportsLines, outcomes: outcomes ?? plan.computed,
      smoothingWith: plan.smooths ? LinearInputPilot(kernels: kernels) : nil)
  }
}
