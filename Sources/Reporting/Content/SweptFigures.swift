import TariffModel

/// The figures of a sweep: how each outcome moves along the first axis, a panel for each scenario and place on the others.
struct SweptFigures {
  let swept: SweptDocument
  /// The outcomes in total of every panel, by the place on the first axis.
  private let byPanel: [Panel: [Int: [SweptDocument.Figures]]]

  init(_ swept: SweptDocument) {
    self.swept = swept
    var byPanel: [Panel: [Int: [SweptDocument.Figures]]] = [:]
    for variant in swept.variants {
      guard let first = variant.places.first else { continue }
      for figures in variant.outcomes where figures.level.isTotal {
        byPanel[Panel(scenario: figures.scenario, others: Array(variant.places.dropFirst())), default: [:]][first, default: []]
          .append(figures)
      }
    }
    self.byPanel = byPanel
  }

  /// What a page shows at most; sweep.csv has all.
  private static let (mostOutcomes, mostPanels, mostPlaces) = (8, 8, 60)

  /// An outcome in a period.
  private struct Subject: Hashable {
    var outcome: String
    var period: String
  }

  /// What is compared with what: the variants of one panel.
  private struct Panel: Hashable {
    var scenario: String
    /// The places on all axes but the first.
    var others: [Int]
  }

  private var placeCount: Int { min(Self.mostPlaces, swept.axes.first?.first?.values.count ?? 0) }

  private var figures: [SweptDocument.Figures] { swept.variants.flatMap(\.outcomes).filter { $0.level.isTotal } }

  private var subjects: [Subject] {
    let periods = ReportedPeriods.leading(figures.map(\.period).uniqued)
    return figures.filter { periods.contains($0.period) }.map { Subject(outcome: $0.level.outcome, period: $0.period) }.uniqued
  }

  private var panels: [Panel] {
    let others = swept.variants.map { Array($0.places.dropFirst()) }.uniqued
    return figures.map(\.scenario).uniqued.flatMap { scenario in others.map { Panel(scenario: scenario, others: $0) } }
  }

  /// The sections of the page: differences first, where they are taken.
  var sections: [Report.Section] {
    var sections: [Report.Section] = []
    if !swept.against.isEmpty {
      let reference = TextLayout.list(swept.against.map { "\($0.path) = \($0.value)" })
      let blocks = subjects.prefix(Self.mostOutcomes).compactMap { figure(of: $0, isDifference: true) }
      sections.append(
        Report.Section(
          anchor: "differences", title: "Difference from \(reference)",
          blocks: [.paragraph("Each variant less the one named, taken draw by draw.")] + blocks.map(Report.Block.figure)))
    }
    let blocks = subjects.prefix(Self.mostOutcomes).compactMap { figure(of: $0, isDifference: false) }
    sections.append(
      Report.Section(
        anchor: "variants", title: "By \(swept.axes.indices.map(swept.name).joined(separator: " and "))",
        blocks: [.paragraph(extent)] + blocks.map(Report.Block.figure)))
    if let failed { sections.append(failed) }
    return sections
  }

  /// How many variants there are, and what of them is shown.
  private var extent: String {
    var words = "\(NumberText.count(swept.variants.count)) variants, each with the same draws."
    let shown = min(panels.count, Self.mostPanels) * placeCount
    let all = panels.count * (swept.axes.first?.first?.values.count ?? 0)
    if shown < all || subjects.count > Self.mostOutcomes {
      words += " The first of them are shown; sweep.csv has all, with every statistic."
    }
    return words
  }

  private func figure(of subject: Subject, isDifference: Bool) -> Figure? {
    var drawn: [FanChart.Panel] = []
    var rows: [FigurePlace] = []
    for panel in panels.prefix(Self.mostPanels) {
      let label = ([panel.scenario] + panel.others.enumerated().map { swept.label(axis: $0 + 1, place: $1) })
        .joined(separator: ", ")
      let points = (0..<placeCount).map { place -> FanChart.Point? in
        guard let figures = self.figures(subject, panel, place, isDifference), let spread = Spread(figures) else { return nil }
        rows.append(FigurePlace(figures: figures, label: "\(label), \(swept.label(axis: 0, place: place))"))
        return FanChart.Point(middle: spread.middle, inner: spread.inner?.range, outer: spread.outer)
      }
      if points.contains(where: { $0 != nil }) { drawn.append(FanChart.Panel(label: label, points: points)) }
    }
    guard let first = rows.first?.figures else { return nil }
    let period = ["year", "all"].contains(subject.period) ? "" : ", \(subject.period)"
    let title = first.displayName + period + (isDifference ? ": difference" : "") + " by \(swept.name(axis: 0))"
    let axis = isDifference ? "Difference in \(first.axis.lowercasedFirst)" : first.axis
    return Figure(
      name: FigureName.text(
        (isDifference ? "difference-" : "sweep-") + subject.outcome + (period.isEmpty ? "" : "-" + subject.period)), title: title,
      note:
        "Bands: 90 % and half of the draws where they were asked for; dots: the middle. Values stand side by side in their order, "
        + "whatever lies between them.",
      chart: .fan(
        FanChart(
          axis: axis, periods: (0..<placeCount).map { swept.label(axis: 0, place: $0) }, panels: drawn, thresholds: [],
          showsZero: isDifference || first.isChange)),
      table: .percentiles(rows, title: title, axis: axis), foldsTable: true)
  }

  private func figures(_ subject: Subject, _ panel: Panel, _ place: Int, _ isDifference: Bool) -> OutcomeFigures? {
    let found = byPanel[panel]?[place]?.first { $0.level.outcome == subject.outcome && $0.period == subject.period }
    return isDifference ? found?.difference : found?.level
  }

  private var failed: Report.Section? {
    let failures = swept.variants.filter { $0.failure != nil }
    guard !failures.isEmpty else { return nil }
    let entries = failures.prefix(10).map { variant in
      let place = variant.places.enumerated().map { swept.label(axis: $0, place: $1) }.joined(separator: ", ")
      return "\(place): \(variant.failure ?? "")"
    }
    let rest = failures.count > 10 ? ["\(NumberText.count(failures.count - 10)) more, in failures.csv"] : []
    return Report.Section(anchor: "failures", title: "Variants that failed", blocks: [.bullets(entries + rest)])
  }
}
