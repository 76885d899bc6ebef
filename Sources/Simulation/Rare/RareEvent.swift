package import Expressions
package import VectorMath

/// An event that few draws show: a target on one side of a level.
package struct RareEvent: Sendable {
  package let program: BlockProgram
  package let target: SuppliedPoints.Target
  package let relation: ObservedEvent.Relation
  package let level: Double
  /// Of the estimate; at least 8.
  package let draws: Int
  package let seed: UInt64
  package let kernels: KernelChoice

  package init(
    _ program: BlockProgram, target: SuppliedPoints.Target, _ relation: ObservedEvent.Relation, _ level: Double, draws: Int,
    seed: UInt64, kernels: KernelChoice
  ) {
    precondition(draws >= 8, "an eighth of the draws has the inputs' own law")
    self.program = program
    self.target = target
    self.relation = relation
    self.level = level
    self.draws = draws
    self.seed = seed
    self.kernels = kernels
  }

  func makePoints() -> SuppliedPoints { SuppliedPoints(program, targets: [target], seed: seed, kernels: kernels) }

  /// How far a number is on the event's side of the level; below 0 on the other.
  func depth(_ value: Double) -> Double {
    switch relation {
    case .below, .atMost: level - value
    case .above, .atLeast: value - level
    }
  }
}
