internal import Distributions

extension Study {
  /// Scenarios whose layers earlier versions stacked otherwise.
  ///
  /// Keys that those did not have are no cause: who writes them knows the rules.
  var stackNotes: [ModelNote] {
    let names = Dictionary(measures.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let stacks = scenarios.map { scenario in scenario.measures.compactMap { use in names[use.name].map { (use, $0) } } }
    let isTouched = measures.contains { $0.stacking == .floor || $0.isExclusiveByPriority || $0.hasShareOfValue }
    // To ask what falls on what takes time for all goods.
    guard isTouched else { return [] }
    let exposures = stackedGoods
    return zip(scenarios, stacks).compactMap { scenario, stack in
      let changes = ModelNote.StackChange.Kind.allCases.compactMap { kind in
        stack.first { use, index in
          switch kind {
          case .floorBesideOthers:
            measures[index].stacking == .floor
              && meets(index, stack.map(\.1), on: exposures) { ![.replace, .preference].contains($0.stacking) }
          case .shareOfValue: measures[index].hasShareOfValue
          case .zeroRate: isBehind(index, use, stack.map(\.1), on: exposures)
          }
        }.map { ModelNote.StackChange(kind, measure: measures[$0.1].name) }
      }
      return changes.isEmpty ? nil : ModelNote(scenario: scenario.name, subject: .stackedByParts(changes))
    }
  }

  private var stackedGoods: [TariffExposure] {
    let schedule = TariffSchedule(self)
    return exports.map { schedule.exposure(origin: home, code: $0.hs) }
      + suppliers.filter { $0.origin != partner }.map { schedule.exposure(origin: $0.origin, code: $0.hs) }
  }

  /// Whether a measure falls on some goods together with another one of a scenario, on a common day.
  private func meets(
    _ index: Int, _ stack: [Int], on exposures: [TariffExposure], _ isMeant: (TariffMeasure) -> Bool
  ) -> Bool {
    let others = stack.filter {
      $0 != index && isMeant(measures[$0]) && (periods.isEmpty || measures[$0].validity.overlaps(measures[index].validity))
    }
    return exposures.contains { goods in goods.falls[index] != nil && others.contains { goods.falls[$0] != nil } }
  }

  /// Whether a measure whose rate may be 0 is ahead of another one of its exclusive group.
  private func isBehind(
    _ index: Int, _ use: PolicyScenario.Use, _ stack: [Int], on exposures: [TariffExposure]
  ) -> Bool {
    guard case .exclusive(let group, let priority, .lowestPriority) = measures[index].stacking else { return false }
    let mayBeZero = mayBeZero(measures[index].rate) || (use.scale.flatMap(lowerBound(of:)) == 0)
    return mayBeZero
      && meets(index, stack, on: exposures) {
        guard case .exclusive(group, let other, _) = $0.stacking else { return false }
        return other > priority
      }
  }

  private func mayBeZero(_ rate: TariffRate) -> Bool {
    switch rate {
    case .uniform(let rate): lowerBound(of: rate) == 0
    case .table(let table): table.rows.contains { $0.rate.rate == 0 }
    }
  }
}

extension TariffMeasure {
  fileprivate var isExclusiveByPriority: Bool {
    if case .exclusive(_, _, .lowestPriority) = stacking { true } else { false }
  }

  /// Whether it falls on a share of the value in a way that matters: where it does not simply add.
  fileprivate var hasShareOfValue: Bool {
    if part != nil || isInclusive || stacking == .add || stacking == .preference { return false }
    return coverage.map { !isWhole($0) } ?? false || contentRule != nil || phaseIn.contains { !isWhole($0.share) }
  }

  private func isWhole(_ share: Quantity) -> Bool {
    guard case .distribution(let distribution) = share.value else { return false }
    return distribution.constantValue == 1 || distribution.constantValue == 0
  }
}
