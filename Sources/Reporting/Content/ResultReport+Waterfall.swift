internal import TariffModel

extension ResultReport {
  /// From no policy to each scenario, one policy after another.
  var waterfalls: Report.Section? {
    let periods = ReportedPeriods.leading(result.falls.map(\.period).uniqued)
    let figures = result.falls.filter { periods.contains($0.period) }.compactMap { waterfall($0, periods: periods.count) }
    guard !figures.isEmpty else { return nil }
    let words =
      "Each scenario taken apart: policies are put in one after another, the partner's duties first, then those of rivals, home's own "
      + "cuts, and purchases. A step is the mean of what it adds in the same draw, so that steps add up; what it adds depends on what "
      + "stands before it. waterfall.csv has all statistics."
    return Report.Section(
      anchor: "waterfall", title: "Step by step", blocks: [.paragraph(words)] + figures.map(Report.Block.figure))
  }

  /// Nothing where a law has no mean.
  private func waterfall(_ fall: FallDocument, periods: Int) -> Figure? {
    let scale = fall.base.displayScale
    func mean(_ figures: OutcomeFigures) -> Double? { figures.statistic("mean")?.value.map { $0 * scale } }
    guard let base = mean(fall.base), let baseSpread = Spread(fall.base) else { return nil }
    // A single policy that matters is what the changes above show.
    guard fall.steps.count(where: { !($0.change.isCertain && mean($0.change) == 0) }) > 1 else { return nil }
    func words(_ mean: Double, _ spread: Spread) -> String {
      spread.shown(mean) + (spread.outer.map { " (\(spread.shown($0.lowerBound)) to \(spread.shown($0.upperBound)))" } ?? "")
    }
    var rows = [
      WaterfallChart.Row(
        label: "without policies", start: base, end: base, outer: baseSpread.outer,
        figures: words(base, baseSpread), isLevel: true)
    ]
    var cells: [[DataTable.Cell]] = [
      [.text("without policies"), .text(""), .empty, .empty, .empty, .number(base, place: baseSpread.place)]
    ]
    var level = base
    for step in fall.steps {
      guard let change = mean(step.change), let next = mean(step.level), let spread = Spread(step.change) else { return nil }
      let outer = spread.outer.map { level + $0.lowerBound...level + $0.upperBound }
      rows.append(
        WaterfallChart.Row(
          label: step.policy, start: level, end: level + change, outer: outer, figures: words(change, spread),
          isLevel: false))
      cells.append([
        .text(step.policy), .text(step.kind), .number(change, place: spread.place),
        spread.outer.map { .number($0.lowerBound, place: spread.place) } ?? .empty,
        spread.outer.map { .number($0.upperBound, place: spread.place) } ?? .empty,
        .number(next, place: Spread(step.level)?.place ?? spread.place),
      ])
      level += change
    }
    guard let last = fall.steps.last?.level, let end = mean(last), let spread = Spread(last) else { return nil }
    rows.append(
      WaterfallChart.Row(
        label: fall.scenario, start: end, end: end, outer: spread.outer, figures: words(end, spread),
        isLevel: true))
    let period = periods > 1 ? ", \(fall.period)" : ""
    let title = "\(fall.base.displayName)\(period): from no policy to \(fall.scenario)"
    return Figure(
      name: FigureName.text(
        "waterfall-\(fall.base.outcome)-\(fall.scenario)" + (period.isEmpty ? "" : "-\(fall.period)")),
      title: title,
      note:
        "Box: the mean of what a policy adds; line: \(percent(of: fall.base)) of the draws, of a step around where it begins; bar: the "
        + "mean level." + dashes(fall.base),
      chart: .waterfall(WaterfallChart(axis: fall.base.axis, rows: rows, thresholds: thresholds(fall.base))),
      table: DataTable(
        title: title,
        columns: [
          .text("policy"), .text("kind"), .number("adds, mean"), .number("low"), .number("high"), .number("level, mean"),
        ], rows: cells), foldsTable: true)
  }

  /// The share of the draws that lines span.
  private func percent(of figures: OutcomeFigures) -> String {
    let percents = figures.percentiles.map(\.percent)
    let spans = percents.filter { $0 > 0 && $0 < 50 && percents.contains(100 - $0) }.map { 100 - 2 * $0 }
    return NumberText.exact(spans.contains(90) ? 90 : spans.max() ?? 90) + " %"
  }
}
