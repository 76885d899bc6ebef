package import Analysis
internal import TariffModel
internal import TextFormats

/// The plan of a run in words, for `--dry-run`.
package enum PlanReport {
  /// The plan as a table of names and values, with a line feed at its end.
  package static func text(
    _ plan: Plan, of run: RunDescription, estimate: PlanEstimate, folder: String, style: TextStyle
  ) -> String {
    var table = TextTable(columns: [.init("", .left), .init("", .left, isWhole: true)])
    func row(_ name: String, _ value: String) {
      for (index, line) in TextLayout.wrapped(value, width: style.width.map { min(80, max($0, TextStyle.leastWidth) - 22) } ?? 80)
        .enumerated()
      {
        table.rows.append([index == 0 ? name : "", line])
      }
    }
    row("lines", "\(NumberText.count(estimate.exportLines)) of exports, \(NumberText.count(estimate.importLines)) of imports")
    row("scenarios", run.scenarios.map { ShownText.name($0.name) }.joined(separator: ", "))
    row("periods", NumberText.count(estimate.periods))
    row("uncertain numbers", NumberText.count(estimate.uncertainNumbers) + " of " + NumberText.count(run.assumptions.count))
    row("reported outcomes", NumberText.count(estimate.outcomes) + (plan.reportsLines ? ", with every line" : ""))
    if let chosen = plan.selection.outcomes {
      row("outcomes asked for", Outcome.allCases.filter(chosen.contains).map(\.rawValue).joined(separator: ", "))
    }
    if let groups = plan.selection.groups {
      row("groups asked for", groups.sorted().map { ShownText.name($0) }.joined(separator: ", "))
    }
    if let periods = plan.selection.periods {
      row("periods asked for", periods.sorted().map { ShownText.name($0) }.joined(separator: ", "))
    }
    row("draws", "\(NumberText.count(plan.draws)) in \(NumberText.count(plan.blockCount)) blocks of \(Plan.drawsPerBlock)")
    row("seed", String(plan.seed))
    row("design", plan.designWords + (plan.rotates ? ", rotated" : "") + (plan.smooths ? ", smoothed" : ""))
    row("percentiles", plan.percentiles.map(NumberText.exact).joined(separator: ", "))
    row("percentiles from", plan.percentileSource)
    if !plan.thresholds.isEmpty {
      row("thresholds", plan.thresholds.map { $0.outcome.rawValue + " " + NumberText.exact($0.value) }.joined(separator: ", "))
    }
    if !plan.conditions.isEmpty { row("conditions", plan.conditions.map(\.text).joined(separator: "; ")) }
    row("shortfall tails", NumberText.exact(plan.shortfallPercent) + " %")
    row("threads", String(estimate.threads))
    row("time, about", duration(estimate.seconds))
    row("memory, about", NumberText.count((estimate.memoryBytes + 999_999) / 1_000_000) + " MB")
    row("result folder", folder)
    let lines =
      style.fitted(ShownText.name(run.title)).map(style.title) + table.lines(indent: 2).dropFirst() + ["", "Nothing was run."]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func duration(_ seconds: Double) -> String {
    if seconds < 1 { return "under a second (\(NumberText.rounded(max(seconds, 0.01), place: -2)) s)" }
    if seconds < 100 { return NumberText.rounded(seconds, place: 0) + " s" }
    return NumberText.rounded(seconds / 60, place: 0) + " min"
  }
}
