internal import TariffModel

extension ResultReport {
  /// What a reader is told of first: the sum over all periods, or every period where there is no such sum.
  func leadingPeriods(of scenario: ResultDocument.Scenario) -> [ResultDocument.Period] {
    let names = ReportedPeriods.leading(scenario.periods.map(\.name))
    return scenario.periods.filter { names.contains($0.name) }
  }

  /// The periods without sums over several.
  func singlePeriods(of scenario: ResultDocument.Scenario) -> [ResultDocument.Period] {
    let names = ReportedPeriods.single(scenario.periods.map(\.name))
    return scenario.periods.filter { names.contains($0.name) }
  }

  /// The scenario, and the period where there are several.
  func label(_ scenario: ResultDocument.Scenario, _ period: ResultDocument.Period) -> String {
    leadingPeriods(of: scenario).count > 1 ? "\(scenario.name), \(period.name)" : scenario.name
  }

  /// An outcome in total under all scenarios, in the periods that are told first.
  func totals(_ outcome: Outcome) -> [FigurePlace] {
    result.scenarios.flatMap { scenario in
      leadingPeriods(of: scenario).compactMap { period in
        period.outcomes.first { $0.outcome == outcome.rawValue && $0.isTotal }.map { figures in
          FigurePlace(figures: figures, label: label(scenario, period))
        }
      }
    }
  }

  /// An interval chart of some outcomes of one kind, with its table; nothing where none is defined.
  func intervals(
    _ places: [FigurePlace], name: String, title: String, showsZero: Bool, foldsTable: Bool = false
  ) -> Figure? {
    let first = places.first { $0.figures.isDefined }?.figures
    let total = first.flatMap { $0.isTotal ? $0 : nil }
    var figure = Figure.intervals(
      places, name: name, title: title, thresholds: total.map(thresholds) ?? [], showsZero: showsZero, foldsTable: foldsTable)
    if let total { figure?.note += dashes(total) }
    return figure
  }
}
