internal import Distributions

extension Study {
  /// What a path that is varied stands for without a change: the middle of the number's law, or 1 for the factor of one.
  ///
  /// Nothing where the path meets no number, or several with different middles. O(numbers).
  package func presentNumber(at path: NumberPath) -> Double? {
    if path.aspect == .scale { return 1 }
    let met = numbers.map(\.quantity).filter { path.pattern.matches($0.path) }
    let uses = scenarios.flatMap { scenario in
      PolicyScenario.useLists.flatMap { list in
        scenario[keyPath: list.uses].filter { $0.scale == nil && path.pattern.matches(scenario.path(list.key, $0.name)) }
      }
    }
    let middles = Set(met.map { centre(of: $0) } + uses.map { _ in 1 })
    return middles.count == 1 ? middles.first : nil
  }
}
