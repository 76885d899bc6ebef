internal import TariffModel

extension ResultReport {
  /// Scenarios side by side: how far each moves what is asked for first.
  var changes: Report.Section? {
    let outcomes: [Outcome] = [
      .exportRevenueChangePercent, .balanceChange, .totalBalanceChange, .welfareChange, .worldExportsChange,
    ]
    let figures = outcomes.compactMap { outcome in
      let places = totals(outcome)
      return intervals(
        places, name: "change-" + outcome.rawValue, title: (places.first?.figures.displayName ?? "") + " by scenario",
        showsZero: true)
    }
    guard !figures.isEmpty else { return nil }
    return Report.Section(
      anchor: "changes", title: "Difference from no change of policy",
      blocks: [.paragraph("Effects: each scenario against the same period without it.")] + figures.map(Report.Block.figure))
  }

  /// The levels behind the changes.
  var levels: Report.Section? {
    let figures = [Outcome.exportRevenue, .balance, .partnerTariffRevenue, .effectiveTariffRate].compactMap { outcome in
      let places = totals(outcome)
      return intervals(
        places, name: "level-" + outcome.rawValue, title: (places.first?.figures.displayName ?? "") + " by scenario",
        showsZero: false,
        foldsTable: true)
    }
    guard !figures.isEmpty else { return nil }
    return Report.Section(anchor: "levels", title: "Levels", blocks: figures.map(Report.Block.figure))
  }

  /// The shape of what is asked for first, and the chance of staying below each value.
  var distributions: Report.Section? {
    let thresholds = result.origin.thresholds.compactMap { Outcome(rawValue: $0.outcome) }
    let outcomes = ([.balance, .exportRevenueChangePercent] + thresholds).uniqued
    let figures = outcomes.flatMap { outcome -> [Figure] in
      let places = totals(outcome).filter { $0.figures.minimum < $0.figures.maximum }
      return [densities(places), cumulative(places)].compactMap { $0 }
    }
    guard !figures.isEmpty else { return nil }
    return Report.Section(anchor: "distributions", title: "Distributions", blocks: figures.map(Report.Block.figure))
  }

  private func densities(_ places: [FigurePlace]) -> Figure? {
    guard let first = places.first?.figures else { return nil }
    let rows = places.compactMap { place -> DensityChart.Row? in
      guard let spread = Spread(place.figures), let histogram = place.figures.histogram else { return nil }
      return DensityChart.Row(
        label: place.label, histogram: histogram.scaled(by: place.figures.displayScale), middle: spread.middle)
    }
    let title = "Shape of " + first.displayName.prefix(1).lowercased() + first.displayName.dropFirst()
    let table = DataTable(
      title: title, columns: [.text("scenario"), .number("from"), .number("to"), .number("draws")],
      rows: rows.flatMap { row in
        row.histogram.counts.enumerated().map { index, count in
          let low = row.histogram.lower + Double(index) * row.histogram.width
          let place = ShownDigits.leadingPlace(row.histogram.width) - 1
          return [
            .text(row.label), .number(low, place: place), .number(low + row.histogram.width, place: place),
            .number(count, place: 0),
          ]
        }
      })
    return Figure(
      name: "density-" + first.outcome, title: title,
      note: "Draws by value, every shape to the same height; the outer bins hold the tails. Bar: the middle." + dashes(first),
      chart: .densities(DensityChart(axis: first.axis, rows: rows, thresholds: thresholds(first))), table: table, foldsTable: true
    )
  }

  private func cumulative(_ places: [FigurePlace]) -> Figure? {
    guard let first = places.first?.figures, places.count <= CumulativeChart.limit else { return nil }
    let curves = places.compactMap { place -> CumulativeChart.Curve? in
      guard let histogram = place.figures.histogram?.scaled(by: place.figures.displayScale) else { return nil }
      return CumulativeChart.Curve(
        label: place.label, points: histogram.cumulative.map { CumulativeChart.Point(value: $0.value, share: $0.share) })
    }
    let title = "Chance that " + first.displayName.prefix(1).lowercased() + first.displayName.dropFirst() + " stays below"
    let table = DataTable(
      title: title, columns: [.text("scenario"), .number(first.axis), .number("share of the draws below, %")],
      rows: curves.flatMap { curve in
        curve.points.map { [.text(curve.label), .number($0.value, place: -2), .number($0.share * 100, place: -1)] }
      })
    return Figure(
      name: "cumulative-" + first.outcome, title: title, note: "Share of the draws below each value." + dashes(first),
      chart: .cumulative(CumulativeChart(axis: first.axis, curves: curves, thresholds: thresholds(first))), table: table,
      foldsTable: true)
  }

  /// What moves over time, where there are several periods.
  var periods: Report.Section? {
    let outcomes: [Outcome] = [.exportRevenueChangePercent, .balanceChange, .balance]
    let figures = outcomes.compactMap(fan)
    guard !figures.isEmpty else { return nil }
    return Report.Section(
      anchor: "periods", title: "Effects over time",
      blocks: [.paragraph(OutcomeKind.effect.sentence)] + figures.map(Report.Block.figure))
  }

  /// What will be counted, where the study forecasts it; apart from the effects, which are not comparable with it.
  var forecasts: Report.Section? {
    let outcomes: [Outcome] = [.forecastExports, .forecastExportsChangePercent, .forecastBalance]
    let figures = outcomes.compactMap { outcome in
      fan(outcome)
        ?? intervals(
          totals(outcome), name: "forecast-" + outcome.rawValue, title: OutcomeFigures.displayName(outcome.rawValue),
          showsZero: outcome == .forecastExportsChangePercent)
    }
    guard !figures.isEmpty else { return nil }
    return Report.Section(
      anchor: "forecasts", title: "Forecasts",
      blocks: [.paragraph(OutcomeKind.forecast.sentence)] + figures.map(Report.Block.figure))
  }

  private func fan(_ outcome: Outcome) -> Figure? {
    let names = result.scenarios.flatMap { singlePeriods(of: $0).map(\.name) }.uniqued
    guard names.count > 1 else { return nil }
    var panels: [FanChart.Panel] = []
    var places: [FigurePlace] = []
    for scenario in result.scenarios {
      let periods = singlePeriods(of: scenario)
      let points = names.map { name -> FanChart.Point? in
        guard let period = periods.first(where: { $0.name == name }),
          let figures = period.outcomes.first(where: { $0.outcome == outcome.rawValue && $0.isTotal }),
          let spread = Spread(figures)
        else { return nil }
        places.append(
          FigurePlace(figures: figures, label: "\(scenario.name), \(name)"))
        return FanChart.Point(middle: spread.middle, inner: spread.inner?.range, outer: spread.outer)
      }
      if points.contains(where: { $0 != nil }) { panels.append(FanChart.Panel(label: scenario.name, points: points)) }
    }
    guard let first = places.first?.figures else { return nil }
    let title = first.displayName + " over the periods"
    return Figure(
      name: (outcome.isForecast ? "forecast-" : "periods-") + outcome.rawValue, title: title,
      note: (outcome.isForecast ? "Forecasts" : "Effects")
        + ". Bands: 90 % and half of the draws where they were asked for; dots: the middle." + dashes(first),
      chart: .fan(
        FanChart(
          axis: first.axis, periods: names, panels: panels, thresholds: thresholds(first),
          showsZero: outcome != .balance && first.isChange)),
      table: DataTable.percentiles(places, title: title), foldsTable: true)
  }

  func thresholds(_ figures: OutcomeFigures) -> [Double] {
    result.origin.thresholds.filter { $0.outcome == figures.outcome }.map { $0.value * figures.displayScale }
  }

  func dashes(_ figures: OutcomeFigures) -> String {
    let values = thresholds(figures)
    if values.isEmpty { return "" }
    return " Dashed: " + TextLayout.list(values.map { ShownNumber.text($0, place: ShownDigits.lastPlace($0)) }) + "."
  }
}

extension BinnedDraws {
  /// The same draws in another unit.
  func scaled(by scale: Double) -> BinnedDraws { BinnedDraws(lower: lower * scale, upper: upper * scale, counts: counts) }
}
