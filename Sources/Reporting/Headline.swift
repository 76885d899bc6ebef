package import Analysis
internal import Statistics
internal import TariffModel
internal import TextFormats

/// The answer in words: what happens to exports under each scenario, and to the balance when something is added.
package enum Headline {
  /// Of a result that is not all of its run first what is missing; then one paragraph for each family of scenarios, in the study's order.
  ///
  /// With several periods each paragraph speaks of the sum over them, where there is one, and names the period in which the
  /// scenario moves exports most; else it speaks of that period.
  package static func paragraphs(_ result: SimulationResult, of run: RunDescription) -> [String] {
    (result.coverage.map { [$0.sentence] } ?? []) + families(result, of: run)
  }

  private static func families(_ result: SimulationResult, of run: RunDescription) -> [String] {
    ScenarioFamily.families(of: run.scenarios).compactMap { family in
      let root = family.root.name
      let periods = result.leadingPeriods(of: root)
      guard let period = periods.max(by: { movement(root, $0, result) < movement(root, $1, result) }) else { return nil }
      guard let exports = exportClause(root, period, result) else { return nil }
      let isTotal = period == OutcomeKey.allPeriods
      let opening = isTotal ? "Over all periods, under " : periods.count > 1 ? "In \(ShownText.name(period)), under " : "Under "
      var sentence = opening + "\(ShownText.name(root)) exports \(exports)" + (isTotal ? peak(root, result) : "")
      let own = balance(root, period, result)
      let carriesMore = !(family.root.commitments + family.root.tariffCuts + family.root.barrierCuts).isEmpty
      if carriesMore, let own { sentence += "; \(own.clause)" }
      sentence += "."
      for addition in family.extensions {
        guard let balance = balance(addition.scenario.name, period, result) else { continue }
        let instead = own.map { $0.direction == balance.direction ? " instead of \($0.amount)" : "; without, \($0.clause)" } ?? ""
        sentence +=
          " With \(TextLayout.list(addition.added.map(ShownText.name))) added (\(ShownText.name(addition.scenario.name))) \(balance.clause)\(instead)."
      }
      return sentence
    }
  }

  private static func movement(_ scenario: String, _ period: String, _ result: SimulationResult) -> Double {
    result.summary(scenario, period, .exportRevenueChangePercent).map { CentralFigure($0).centre.magnitude } ?? 0
  }

  /// `, most in 2025 Q4 (17 %)`; nothing where exports move in no period.
  private static func peak(_ scenario: String, _ result: SimulationResult) -> String {
    guard
      let period = result.singlePeriods(of: scenario).max(by: { movement(scenario, $0, result) < movement(scenario, $1, result) }
      ),
      movement(scenario, period, result) > 0, let percent = result.summary(scenario, period, .exportRevenueChangePercent)
    else { return "" }
    let share = Movement(percent, unit: .percent, digits: 2)
    return ", most in \(ShownText.name(period)) (\(share.verb("up", "down")) \(share.centreText))"
  }

  /// `fall by a median 19 % (90 % interval 9 to 33), or USD 968 m (450 to 1,690)`.
  private static func exportClause(_ scenario: String, _ period: String, _ result: SimulationResult) -> String? {
    guard let percent = result.summary(scenario, period, .exportRevenueChangePercent) else { return nil }
    if percent.minimum == 0, percent.maximum == 0 { return "are unchanged" }
    let share = Movement(percent, unit: .percent, digits: 2)
    var clause = share.direction == .mixed ? "change by \(share.words)" : "\(share.verb("rise", "fall")) by \(share.words)"
    if let money = result.summary(scenario, period, .exportRevenueChange) {
      clause += ", or " + Movement(money, unit: .millionUSD, digits: 3).figures
    }
    return clause
  }

  /// What the balance does, and by how much in figures alone.
  private static func balance(
    _ scenario: String, _ period: String, _ result: SimulationResult
  ) -> (clause: String, amount: String, direction: Movement.Direction)? {
    guard let change = result.summary(scenario, period, .balanceChange) else { return nil }
    let movement = Movement(change, unit: .millionUSD, digits: 3)
    if change.minimum == 0, change.maximum == 0 { return ("the balance is unchanged", "no change", movement.direction) }
    let level = result.summary(scenario, period, .balance)
    let clause: String
    if movement.direction == .mixed {
      clause = "the balance changes by \(movement.words)"
    } else if let sign = level.flatMap({ keptSign(of: $0, changedBy: change) }) {
      let grows = (movement.direction == .up) == (sign > 0)
      clause = "the \(sign > 0 ? "surplus" : "deficit") \(grows ? "grows" : "shrinks") by \(movement.words)"
    } else {
      clause = "the balance \(movement.verb("rises", "falls")) by \(movement.words)"
    }
    return (clause, movement.centreText, movement.direction)
  }

  /// The sign of the balance where it is the same with and without the scenario.
  ///
  /// Nothing where means do not exist: middles do not subtract.
  private static func keptSign(of level: SampleSummary, changedBy change: SampleSummary) -> Double? {
    guard let mean = level.toldMean, let moved = change.toldMean else { return nil }
    let before = mean.value - moved.value
    return before * CentralFigure(level).centre > 0 ? before : nil
  }
}
