internal import TariffModel

extension ResultReport {
  /// An outcome of one scenario in one period.
  struct Place {
    let figures: OutcomeFigures
    /// What its row is called.
    let label: String
  }

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
  func totals(_ outcome: Outcome) -> [Place] {
    result.scenarios.flatMap { scenario in
      leadingPeriods(of: scenario).compactMap { period in
        period.outcomes.first { $0.outcome == outcome.rawValue && $0.isTotal }.map { figures in
          Place(figures: figures, label: label(scenario, period))
        }
      }
    }
  }

  /// An interval chart of some outcomes of one kind, with its table; nothing where none is defined.
  func intervals(
    _ places: [Place], name: String, title: String, showsZero: Bool, foldsTable: Bool = false
  ) -> Figure? {
    let drawn = places.compactMap { place in Spread(place.figures).map { (place, $0) } }
    guard let first = drawn.first?.0.figures else { return nil }
    let rows = drawn.map { place, spread in
      IntervalChart.Row(
        label: place.label, middle: spread.middle, inner: spread.inner?.range, outer: spread.outer,
        figures: spread.figures)
    }
    let marks = first.isTotal ? thresholds(first) : []
    return Figure(
      name: name, title: title, note: Spread.note(drawn.map(\.1)) + (first.isTotal ? dashes(first) : ""),
      chart: .intervals(
        IntervalChart(axis: first.axis, rows: rows, thresholds: marks, showsZero: showsZero)),
      table: percentileTable(drawn.map(\.0), title: title), foldsTable: foldsTable)
  }

  /// Percentiles, mean and probabilities of some outcomes of one kind, a row each.
  func percentileTable(_ places: [Place], title: String) -> DataTable {
    let percents = places.first?.figures.percentiles.map(\.percent) ?? []
    let probabilities = (places.first?.figures.statistics ?? []).filter { $0.name.hasPrefix("probability_below_") }.map(\.name)
    let columns =
      [DataTable.Column.text(places.first.map { $0.figures.axis } ?? "")]
      + percents.map { DataTable.Column.number("P" + NumberText.exact($0)) } + [.number("mean")]
      + probabilities.map { .number("chance below " + threshold($0, in: places) + ", %") }
    let rows = places.map { place -> [DataTable.Cell] in
      guard let spread = Spread(place.figures) else { return [.text(place.label)] + columns.dropFirst().map { _ in .empty } }
      let scale = place.figures.displayScale
      let numbers = percents.map { percent in
        place.figures.percentiles.first { $0.percent == percent }.map {
          DataTable.Cell.number($0.value * scale, place: spread.place)
        }
          ?? .empty
      }
      let mean = place.figures.statistic("mean")?.value.map { DataTable.Cell.number($0 * scale, place: spread.place) } ?? .empty
      let chances = probabilities.map { name in
        place.figures.statistic(name)?.value.map { DataTable.Cell.number($0 * 100, place: chancePlace($0)) } ?? .empty
      }
      return [.text(place.label)] + numbers + [mean] + chances
    }
    return DataTable(title: title, columns: columns, rows: rows)
  }

  /// The threshold that a probability's name in files holds, in the unit that is shown.
  private func threshold(_ name: String, in places: [Place]) -> String {
    let text = String(name.dropFirst("probability_below_".count))
    guard let value = Double(text), let scale = places.first?.figures.displayScale else { return text }
    return ShownNumber.text(value * scale, place: ShownDigits.lastPlace(value * scale))
  }

  /// A probability near 0 or 1 is told by more digits.
  private func chancePlace(_ probability: Double) -> Int {
    let tail = min(probability, 1 - probability) * 100
    return tail == 0 ? 0 : max(-4, min(-1, ShownDigits.leadingPlace(tail) - 1))
  }
}
