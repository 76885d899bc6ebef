/// What is done with the numbers of a part of a study, one after another.
struct NumberUpdate {
  /// Changes a number in its place, or leaves it.
  let change: (inout Quantity) -> Void
  /// Whether a supply elasticity, which alone may be infinite, becomes so.
  let becomesInfinite: (Quantity) -> Bool

  func callAsFunction(_ quantity: inout Quantity) { change(&quantity) }

  /// A number that may not be stated.
  func callAsFunction(_ quantity: inout Quantity?) {
    guard var stated = quantity else { return }
    change(&stated)
    quantity = stated
  }

  func callAsFunction(_ supply: inout SupplyElasticity) {
    guard case .finite(var elasticity) = supply else { return }
    if becomesInfinite(elasticity) {
      supply = .infinite
    } else {
      change(&elasticity)
      supply = .finite(elasticity)
    }
  }

  func callAsFunction(_ supply: inout SupplyElasticity?) {
    guard var stated = supply else { return }
    self(&stated)
    supply = stated
  }

  /// The shares of prefixes.
  func callAsFunction(_ prefixes: inout [CodePrefix]) {
    for index in prefixes.indices where prefixes[index].share != nil { self(&prefixes[index].share) }
  }

  /// The shares of a phase-in.
  func callAsFunction(_ steps: inout [PhaseInStep]) {
    for index in steps.indices { self(&steps[index].share) }
  }
}
