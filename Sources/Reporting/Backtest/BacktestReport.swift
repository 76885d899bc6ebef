package import Analysis
import Simulation
internal import Statistics
package import TariffModel
internal import TextFormats

/// A backtest for people: how often intervals held, scores beside the naive forecasts, and the worst misses.
package struct BacktestReport: Sendable {
  package var result: BacktestResult
  package var title: String
  package var scenario: String
  package var style: TextStyle
  package var folder: String
  package var notes: [ModelNote]

  package init(
    result: BacktestResult, title: String, scenario: String, notes: [ModelNote], style: TextStyle, folder: String
  ) {
    self.result = result
    self.title = title
    self.scenario = scenario
    self.notes = notes
    self.style = style
    self.folder = folder
  }

  /// Misses that are shown.
  private static let mostMisses = 10
  /// Parts of a kind that are shown; `scores.csv` has all.
  private static let mostParts = 24

  /// The whole report, with a line feed at its end.
  package var text: String {
    let total = result.total
    var lines = style.fitted(ShownText.name(title)).map(style.title) + [""]
    lines += style.wrapped(
      "Forecasts under \(ShownText.name(scenario)) beside what was counted: \(Self.counted(total.actuals, "actual")) in "
        + "\(Self.counted(total.clusters, "cluster")) of origin and period; \(Self.counted(result.extent.draws, "draw")) of seed "
        + "\(result.extent.seed).")
    lines += [""] + sampleSentences.flatMap { style.wrapped($0) }
    for (heading, parts) in Self.blocks {
      let summaries = parts.flatMap(result.summaries)
      guard parts.contains(.total) || summaries.count > 1 else { continue }
      lines += [""] + style.fitted(heading).map(style.strong) + style.table(table(summaries))
      if summaries.count > Self.mostParts {
        lines.append("  and \(Self.counted(summaries.count - Self.mostParts, "more row")) in scores.csv")
      }
    }
    lines += [""] + style.wrapped(Self.legend).map(style.faint)
    lines += [""] + histogram(total) + [""] + worst
    lines += [""] + verdicts(total).flatMap { style.wrapped($0) } + leftOut.flatMap { style.wrapped($0) }
    lines += NoteList(notes).lines(style)
    lines += style.wrapped(
      "actuals.csv has every actual with its forecast and scores, scores.csv every summary with pinball losses.")
    lines.append(style.faint("Result: \(ShownText.line(folder))"))
    return lines.joined(separator: "\n") + "\n"
  }

  private static let blocks: [(heading: String, parts: [BacktestResult.Part])] = [
    ("Scores", [.total, .sample]), ("By origin", [.origin]), ("By group", [.group]), ("By period", [.period]),
  ]

  private static let legend =
    "Held: the share of actuals inside the interval of 90 %, with its exact interval at as many trials as there are clusters. CRPS: mean "
    + "score, 0 at best, in points of the change on the base year and in logarithms; A': no change, B: last year's growth, both with the "
    + "spread of the past. Ratio: the logarithms' CRPS over that of the better of A' and B."

  /// What in-sample means here.
  private var sampleSentences: [String] {
    let priors = result.priorDates
    guard let latest = priors.latest else {
      return [
        "No prior says what it rests on (asOf), so nothing tells which of the actuals it was chosen on: take them as in-sample."
      ]
    }
    var sentences = ["The latest prior is as of \(latest): what begins until then is in-sample and proves nothing of it."]
    if priors.unstated > 0 {
      sentences.append("\(Self.counted(priors.unstated, "uncertain number")) without asOf: they may be later.")
    }
    return sentences
  }

  private func table(_ summaries: [BacktestSummary]) -> TextTable {
    var table = TextTable(columns: [
      .init("", .left), .init("actuals"), .init("clusters"), .init("held, %"), .init("of 50 %"), .init("CRPS, points"),
      .init("CRPS, log"), .init("A'"), .init("B"), .init("ratio"),
    ])
    for summary in summaries.prefix(Self.mostParts) {
      table.rows.append([
        ShownText.line(summary.name, limit: 28), NumberText.count(summary.actuals), NumberText.count(summary.clusters),
        summary.coverage90.map(Self.held) ?? "—",
        summary.coverage50.map { NumberText.rounded(100 * $0.share, place: 0) } ?? "—",
        Self.shown(summary.percent[.model]?.crps, place: -1), Self.shown(summary.log[.model]?.crps, place: -3),
        Self.shown(summary.log[.unchangedWithSpread]?.crps, place: -3), Self.shown(summary.log[.lastGrowth]?.crps, place: -3),
        Self.shown(summary.ratioToNaive, place: -2),
      ])
    }
    return table
  }

  /// The PIT in ten bars.
  private func histogram(_ total: BacktestSummary) -> [String] {
    let most = max(1, total.pitCounts.max() ?? 1)
    let bars = total.pitCounts.enumerated().map { bin, count in
      let range = "\(bin == 0 ? " " : "")\(10 * bin) to \(10 * bin + 10) %"
      let length = count == 0 ? 0 : max(1, (24 * count + most / 2) / most)
      return "  " + range + String(repeating: " ", count: 12 - range.count) + String(repeating: "█", count: length)
        + (length > 0 ? " " : "") + NumberText.count(count)
    }
    return style.wrapped("Where in the forecast's law the actuals fell (PIT)").map(style.strong) + bars
      + style.wrapped(
        "Even bars: the forecast is calibrated. Heaps at both ends: it is too narrow; in the middle: too wide; at one end: biased.",
        first: "  ", indent: "  "
      ).map(style.faint)
  }

  private var worst: [String] {
    let known = result.scores.filter { $0.percent[.model] != nil }
    let sorted = known.enumerated().sorted { a, b in
      let (p, q) = (a.element.percent[.model]?.crps ?? 0, b.element.percent[.model]?.crps ?? 0)
      return (q, a.offset) < (p, b.offset)
    }.prefix(Self.mostMisses).map(\.element)
    var table = TextTable(columns: [
      .init("origin", .left), .init("goods", .left), .init("period", .left), .init("counted, %"), .init("forecast, %"),
      .init("CRPS, points"),
    ])
    for score in sorted {
      let quantiles = score.quantiles.map { NumberText.rounded($0, place: 0) }
      table.rows.append([
        ShownText.line(score.actual.origin, limit: 20), ShownText.line(score.actual.goods.text, limit: 20),
        ShownText.line(score.actual.period, limit: 20), NumberText.rounded(score.change, place: -1),
        quantiles.count == 5 ? "\(quantiles[2]) (\(quantiles[0]) to \(quantiles[4]))" : "—",
        Self.shown(score.percent[.model]?.crps, place: -1),
      ])
    }
    return style.wrapped(sorted.count < known.count ? "The \(sorted.count) worst misses" : "All actuals, the worst first")
      .map(style.strong) + style.table(table)
  }

  /// What the scores say, in words.
  private func verdicts(_ total: BacktestSummary) -> [String] {
    var words: [String] = []
    if let coverage = total.coverage90, let interval = coverage.interval {
      let verdict = interval.contains(0.9) ? "which agrees with 90" : interval.upperBound < 0.9 ? "too narrow" : "too wide"
      words.append("The intervals of 90 % held \(Self.held(coverage)) %: \(verdict).")
    }
    if let ratio = total.ratioToNaive {
      words.append("The score in logarithms is \(NumberText.rounded(ratio, place: -2)) of that of the better naive forecast.")
    }
    let withB = total.log[.lastGrowth]?.actuals ?? 0
    if withB < total.actuals {
      words.append(
        "\(Self.counted(total.actuals - withB, "actual")) without history of the flow for both the base year and the year before: B "
          + "makes no forecast there.")
    }
    words.append(
      result.naive.isOfHistory
        ? "The naive forecasts' spread is \(NumberText.rounded(result.naive.deviation, place: -3)), that of "
          + "\(Self.counted(result.naive.changes, "yearly change")) in the history."
        : "The naive forecasts' spread is \(NumberText.exact(result.naive.deviation)), taken for want of ten yearly changes in a "
          + "history.")
    let withoutLog = total.actuals - (total.log[.model]?.actuals ?? 0)
    if withoutLog > 0 {
      words.append("\(Self.counted(withoutLog, "actual")) of 0, or with draws of 0, without a score in logarithms.")
    }
    return words
  }

  private var leftOut: [String] {
    var words: [String] = []
    if result.records.baseRecords > 0 {
      words.append("\(Self.counted(result.records.baseRecords, "row")) of the base year and before: base and no actual.")
    }
    let unscored = result.unscored
    guard !unscored.isEmpty else { return words }
    var counts: [String: Int] = [:]
    let kinds = unscored.map(\.reason.kind)
    for kind in kinds { counts[kind, default: 0] += 1 }
    let list = kinds.uniqued.map { "\(NumberText.count(counts[$0] ?? 0)) \($0)" }.joined(separator: "; ")
    words.append("Not scored: \(list). unscored.csv lists them.")
    return words
  }

  private static func held(_ coverage: ForecastCoverage) -> String {
    let share = NumberText.rounded(100 * coverage.share, place: 0)
    guard let interval = coverage.interval else { return share }
    return "\(share) (\(NumberText.rounded(100 * interval.lowerBound, place: 0)) to "
      + "\(NumberText.rounded(100 * interval.upperBound, place: 0)))"
  }

  private static func shown(_ value: Double?, place: Int) -> String { value.map { NumberText.rounded($0, place: place) } ?? "—" }

  private static func counted(_ count: Int, _ noun: String) -> String {
    NumberText.count(count) + " " + noun + (count == 1 ? "" : "s")
  }
}
