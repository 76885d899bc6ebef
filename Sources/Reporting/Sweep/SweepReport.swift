internal import Analysis
package import TariffModel
internal import TextFormats

/// A sweep for people: for each scenario and outcome a table of the variants.
package struct SweepReport: Sendable {
  package var result: SweepResult
  package var title: String
  package var style: TextStyle
  package var folder: String
  /// Of the studies as they are without a variation.
  package var notes: [ModelNote]

  package init(result: SweepResult, title: String, notes: [ModelNote], style: TextStyle, folder: String) {
    self.result = result
    self.title = title
    self.notes = notes
    self.style = style
    self.folder = folder
  }

  /// Tables and rows of a table that are shown; `sweep.csv` has all.
  private static let mostTables = 8
  private static let mostRows = 40
  private static let mostFailures = 5

  /// The whole report, with a line feed at its end.
  package var text: String {
    let count = result.endings.count
    var lines = [style.title(ShownText.name(title)), ""]
    lines += style.wrapped(
      "\(Self.counted(count, "variant")), each with the same \(Self.counted(result.plan.draws, "draw")) of seed \(result.plan.seed)."
    )
    let blocks = blocks
    for block in blocks.prefix(Self.mostTables) { lines += [""] + self.lines(block) }
    lines.append("")
    var rest = "sweep.csv has every variant with all statistics and their intervals"
    if blocks.count > Self.mostTables { rest += ", and \(Self.counted(blocks.count - Self.mostTables, "more outcome"))" }
    lines += style.wrapped(rest + ".")
    for (variant, reason) in result.failures.prefix(Self.mostFailures) {
      lines += style.wrapped("Failed: \(name(of: variant)): \(reason)", indent: "  ")
    }
    if result.failures.count > Self.mostFailures {
      lines.append("and \(Self.counted(result.failures.count - Self.mostFailures, "more failure")), in failures.csv")
    }
    lines += NoteList(notes).lines(style)
    lines.append(style.faint("Result: \(folder)"))
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a table is about.
  private struct Block: Hashable {
    var scenario: String
    var period: String
    var outcome: Outcome
  }

  /// Totals of the sum over all periods, or where there is none of every period, in the order of the rows.
  private var blocks: [Block] {
    var all: [Block] = []
    var seen: Set<Block> = []
    for ending in result.endings {
      guard case .finished(let rows) = ending else { continue }
      for row in rows where row.group == "total" {
        let block = Block(scenario: row.scenario, period: row.period, outcome: row.outcome)
        if seen.insert(block).inserted { all.append(block) }
      }
    }
    let summed = Set(all.filter { $0.period == OutcomeKey.allPeriods }.map(\.scenario))
    return all.filter { !summed.contains($0.scenario) || $0.period == OutcomeKey.allPeriods }
  }

  private func lines(_ block: Block) -> [String] {
    let percents = result.plan.percentiles
    let shown = [percents.first, percents.min { abs($0 - 50) < abs($1 - 50) }, percents.last].compactMap { $0 }.uniqued
    let statistics = shown.map { "p" + NumberText.exact($0) } + ["mean"] + (result.against.isEmpty ? [] : ["difference_mean"])
    let titles =
      shown.map { $0 == 50 ? "median" : "P" + NumberText.exact($0) } + ["mean"] + (result.against.isEmpty ? [] : ["difference"])
    var table = TextTable(columns: coordinateTitles.map { .init($0) } + titles.map { .init($0) })
    let scale = block.outcome.displayScale
    let found = result.endings.indices.compactMap { variant -> (variant: Int, rows: [String: SweepRow])? in
      guard case .finished(let rows) = result.endings[variant] else { return nil }
      let own = rows.filter {
        $0.group == "total" && $0.scenario == block.scenario && $0.period == block.period && $0.outcome == block.outcome
      }
      return (variant, Dictionary(own.map { ($0.statistic, $0) }) { first, _ in first })
    }
    for (variant, rows) in found.prefix(Self.mostRows) {
      let place = Self.place(of: statistics.compactMap { rows[$0] }, scale: scale)
      table.rows.append(
        result.design.values(of: variant)
          + statistics.map { rows[$0]?.value.map { NumberText.rounded($0 * scale, place: place) } ?? "—" })
    }
    let unit = scale == 100 ? "%" : block.outcome.unit.rawValue
    let heading = block.outcome.phrase.hasSuffix("%") ? block.outcome.phrase : "\(block.outcome.phrase), \(unit)"
    let period = ["year", OutcomeKey.allPeriods].contains(block.period) ? "" : ", \(block.period)"
    var lines = [style.strong("\(ShownText.line(block.scenario, limit: 40)): \(heading)\(period)")]
    let rows = table.lines(indent: 2)
    lines += [style.faint(rows[0])] + rows.dropFirst()
    if found.count > Self.mostRows { lines.append("  and \(Self.counted(found.count - Self.mostRows, "more variant"))") }
    return lines
  }

  /// The last digit that the Monte Carlo errors of a row support.
  private static func place(of rows: [SweepRow], scale: Double) -> Int {
    let largest = rows.compactMap { $0.value?.magnitude }.max() ?? 0
    let errors = rows.map { row in
      row.standardError.map { $0 * scale } ?? row.low.flatMap { low in row.high.map { ($0 - low) * scale / 3.92 } }
    }
    return ShownDigits.place(largest: largest * scale, standardErrors: errors)
  }

  /// The last two parts of the coordinates' paths, whole where two would be alike.
  private var coordinateTitles: [String] {
    let names = result.design.coordinates.map(\.name)
    let short = names.map { $0.split(separator: "/").suffix(2).joined(separator: "/") }
    return zip(names, short).map { name, end in short.filter { $0 == end }.count > 1 ? name : end }
  }

  private func name(of variant: Int) -> String {
    zip(coordinateTitles, result.design.values(of: variant)).map { "\($0) = \($1)" }.joined(separator: ", ")
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    NumberText.count(count) + " " + noun + (count == 1 ? "" : "s")
  }
}
