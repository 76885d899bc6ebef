/// How it is found which inputs drive an outcome.
package enum SensitivityMethod: String, CaseIterable, Hashable, Sendable {
  /// First-order and total indices of inputs that are independent of each other: two samples, and one evaluation more for
  /// each input.
  case sobol
  /// Shapley effects, which are shares that add up to 1 also where inputs depend on each other.
  case shapley
  /// First-order indices of single numbers from the draws of a run as they are.
  case plain
}

/// What is taken for one input, where nothing is named.
package enum InputGrouping: String, CaseIterable, Hashable, Sendable {
  /// Each number, or where there are more than ``mostSingle`` each kind.
  case automatic = "auto"
  case number
  /// Numbers whose paths differ by the second name alone, as `exports/*/elasticity`.
  case kind

  /// Inputs that are looked at one by one where nothing is said.
  package static let mostSingle = 100
}
