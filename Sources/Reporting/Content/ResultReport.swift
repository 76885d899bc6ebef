internal import TariffModel

/// The page about a result: what it says first, and in which order.
package struct ResultReport {
  let result: ResultDocument

  package init(_ result: ResultDocument) { self.result = result }

  /// The page; equal results have equal pages.
  package var report: Report {
    var facts = ["\(result.home) → \(result.partner)"]
    if let horizon = result.horizon { facts.append("horizon: " + horizon) }
    facts.append("\(NumberText.count(result.origin.draws)) \(result.origin.draws == 1 ? "draw" : "draws")")
    facts.append("seed " + result.origin.seed)
    facts += result.origin.overrides.map { "with \($0.path) = \($0.value)" }
    return Report(
      title: result.title, facts: facts, summary: result.summary,
      sections: [headline].compactMap { $0 } + comparisonSections
        + [
          changes, waterfalls, levels, distributions, periods, forecasts, parts, percentiles, assumptions,
          .mind(result.notes), reading, .provenance([result.origin]),
        ].compactMap { $0 })
  }

  private var headline: Report.Section? {
    guard !result.headline.isEmpty else { return nil }
    return Report.Section(anchor: "answer", title: "In short", blocks: result.headline.map(Report.Block.paragraph))
  }

  private var reading: Report.Section? {
    Report.Section(
      anchor: "reading", title: "How to read this",
      blocks: [
        .bullets([
          "Every number is the result of \(NumberText.count(result.origin.draws)) draws of all uncertain numbers together; all scenarios are "
            + "evaluated on the same draws. P5 is exceeded by 95 % of the draws.",
          "The spread says how uncertain the stated assumptions leave the answer. What the assumptions leave out is not in it.",
          "Percentiles do not add up: that of a sum is not the sum of its parts'; means do.",
          "Digits stop where the Monte Carlo error begins. percentiles.csv and statistics.csv have all digits, with their errors.",
        ])
      ])
  }
}
