internal import Analysis
internal import Statistics
internal import TariffModel

/// Who gains and who loses in the partner's markets under one scenario in one period: origins in rows.
struct OriginTable {
  /// Origins shown besides home; the others are in the files.
  static let shownOrigins = 10

  private static let columns: [(Outcome, title: String)] = [
    (.marketImportsChange, "imports, USD m"), (.marketImportsChangePercent, "%"), (.marketShareChange, "share, points"),
    (.marketDutyChange, "duty, USD m"),
  ]

  private struct Row {
    let origin: String
    /// By column; nothing where the origin has no such outcome.
    let figures: [CentralFigure?]
    /// The middle of the change of imports.
    let size: Double
  }

  private let rows: [Row]
  private let hidden: Int

  init(_ result: SimulationResult, home: String, scenario: String, period: String) {
    var origins: [String] = []
    var summaries: [String: [Outcome: SampleSummary]] = [:]
    for outcome in result.outcomes where outcome.key.scenario == scenario && outcome.key.period == period {
      guard case .origin(let origin) = outcome.key.slice else { continue }
      if summaries[origin] == nil { origins.append(origin) }
      summaries[origin, default: [:]][outcome.key.outcome] = outcome.summary
    }
    let all = origins.map { origin in
      let figures = Self.columns.map { column in summaries[origin]?[column.0].map { CentralFigure($0, digits: 3) } }
      return Row(origin: origin, figures: figures, size: figures[0]?.centre ?? 0)
    }
    let bySize = all.sorted { $0.size.magnitude > $1.size.magnitude }
    let shown = Set(bySize.prefix(Self.shownOrigins).map(\.origin) + [home])
    // From the largest gain to the largest loss.
    rows = all.filter { shown.contains($0.origin) }.sorted { $0.size > $1.size }
    hidden = all.count - rows.count
  }

  /// The lines of the table with its title; none where the study has no markets.
  func lines(style: TextStyle) -> [String] {
    guard rows.first?.figures[0] != nil else { return [] }
    var table = TextTable(
      columns: [TextTable.Column("change by origin", .left)] + Self.columns.map { TextTable.Column($0.title) })
    table.rows = rows.map { row in [row.origin] + row.figures.map { $0?.cell ?? "" } }
    let lines = style.table(table)
    let more = hidden == 0 ? "" : "; \(NumberText.count(hidden)) more \(hidden == 1 ? "origin" : "origins") in percentiles.csv"
    let meaning = CentralFigure.meaning(of: rows.flatMap(\.figures).compactMap(\.self))
    return [""] + style.wrapped("The partner's imports, \(meaning)\(more).", first: "  ", indent: "  ").map(style.faint) + lines
  }
}
