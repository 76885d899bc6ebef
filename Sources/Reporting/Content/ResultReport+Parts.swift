internal import TariffModel

extension ResultReport {
  /// How many parts a chart shows; the table below it has all.
  private static let partLimit = 14

  /// Who wins and who loses: groups of lines or origins under each scenario, those that move most.
  ///
  /// Scenarios whose parts move alike share a chart.
  var parts: Report.Section? {
    let outcomes: [Outcome] = [.exportRevenueChange, .marketImportsChange, .worldExportsChange]
    let figures = outcomes.flatMap(charts)
    guard !figures.isEmpty else { return nil }
    return Report.Section(
      anchor: "parts", title: "Winners and losers",
      blocks: [.paragraph("Effects by part, those that move most first.")] + figures.map(Report.Block.figure))
  }

  private func charts(_ outcome: Outcome) -> [Figure] {
    var alike: [(figures: [OutcomeFigures], labels: [String])] = []
    for scenario in result.scenarios {
      for period in leadingPeriods(of: scenario) {
        let figures = period.outcomes.filter { $0.outcome == outcome.rawValue && !$0.isTotal }
        if figures.count < 2 { continue }
        let label = label(scenario, period)
        if let place = alike.firstIndex(where: { $0.figures == figures }) {
          alike[place].labels.append(label)
        } else {
          alike.append((figures, [label]))
        }
      }
    }
    return alike.enumerated().compactMap { index, entry in chart(entry.figures, labels: entry.labels, number: index + 1) }
  }

  private func chart(_ figures: [OutcomeFigures], labels: [String], number: Int) -> Figure? {
    let ordered = figures.compactMap { figures in Spread(figures).map { (figures, $0.middle) } }
      .sorted { $0.1.magnitude > $1.1.magnitude }
    let places = ordered.map { FigurePlace(figures: $0.0, label: $0.0.group) }
    let shown = places.prefix(Self.partLimit).sorted { (Spread($0.figures)?.middle ?? 0) > (Spread($1.figures)?.middle ?? 0) }
    let name = ordered.first?.0.displayName ?? ""
    guard
      var figure = intervals(
        shown, name: "parts-\(figures[0].outcome)-\(number)", title: "\(name) by part: " + TextLayout.list(labels),
        showsZero: true,
        foldsTable: true)
    else { return nil }
    figure.table = DataTable.percentiles(places, title: figure.title)
    if places.count > shown.count {
      figure.note += " \(shown.count) of \(places.count) parts; the table has all."
    }
    return figure
  }

  /// All outcomes in total, a table a scenario and period.
  var percentiles: Report.Section? {
    let tables = result.scenarios.flatMap { scenario in
      leadingPeriods(of: scenario).flatMap { period in
        let label = label(scenario, period)
        let totals = period.outcomes.filter(\.isTotal)
        let (effects, forecasts) = (totals.filter { !$0.isForecast }, totals.filter(\.isForecast))
        let parts = forecasts.isEmpty ? [(effects, label)] : [(effects, label + ": effects"), (forecasts, label + ": forecasts")]
        return parts.map { Report.Block.table(table($0.0, title: $0.1), isFolded: true) }
      }
    }
    guard !tables.isEmpty else { return nil }
    return Report.Section(
      anchor: "percentiles", title: "All outcomes",
      blocks: [.paragraph("Totals by scenario; groups, origins and lines are in percentiles.csv and lines.csv.")] + tables)
  }

  private func table(_ outcomes: [OutcomeFigures], title: String) -> DataTable {
    let percents = outcomes.first { !$0.percentiles.isEmpty }?.percentiles.map(\.percent) ?? []
    let columns =
      [DataTable.Column.text("outcome")] + percents.map { .number("P" + NumberText.exact($0)) } + [
        .number("mean"), .number("sd"),
      ]
    return DataTable(
      title: title, columns: columns,
      rows: outcomes.map { figures in
        guard let spread = Spread(figures) else { return [.text(figures.axis)] + columns.dropFirst().map { _ in .empty } }
        let scale = figures.displayScale
        let numbers = figures.percentiles.map { DataTable.Cell.number($0.value * scale, place: spread.place) }
        let moments = ["mean", "sd"].map { name in
          figures.statistic(name)?.value.map { DataTable.Cell.number($0 * scale, place: spread.place) } ?? .empty
        }
        return [.text(figures.axis)] + numbers + moments
      })
  }
}
