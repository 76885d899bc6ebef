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
      sections: [
        headline, changes, levels, distributions, periods, parts, percentiles, assumptions, notes, reading, provenance,
      ].compactMap { $0 })
  }

  private var headline: Report.Section? {
    guard !result.headline.isEmpty else { return nil }
    return Report.Section(anchor: "answer", title: "In short", blocks: result.headline.map(Report.Block.paragraph))
  }

  private var notes: Report.Section? {
    guard !result.notes.isEmpty else { return nil }
    var byText: [(text: String, scenarios: [String])] = []
    for note in result.notes {
      if let place = byText.firstIndex(where: { $0.text == note.text }) {
        if let scenario = note.scenario { byText[place].scenarios.append(scenario) }
      } else {
        byText.append((note.text, [note.scenario].compactMap { $0 }))
      }
    }
    let bullets = byText.map { entry in
      entry.scenarios.isEmpty ? entry.text : entry.text + " (" + TextLayout.list(entry.scenarios.uniqued) + ")"
    }
    return Report.Section(anchor: "mind", title: "Mind", blocks: [.bullets(bullets)])
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

  private var provenance: Report.Section? {
    let origin = result.origin
    let rows: [(String, String)] =
      [
        ("Program", "tariffsim " + origin.programVersion), ("Run", origin.identity),
        ("Draws", "\(NumberText.count(origin.draws)), design \(origin.design), seed \(origin.seed)"),
        ("Percentiles", "type 7 of Hyndman and Fan, from " + origin.percentilesFrom),
      ] + origin.files.map { ($0.name, "SHA-256 " + $0.sha256) } + origin.overrides.map { ($0.path, "set to " + $0.value) }
    let table = DataTable(
      title: "What determines the numbers", columns: [.text("What"), .text("Which")],
      rows: rows.map { [.text($0.0), .text($0.1)] })
    return Report.Section(
      anchor: "provenance", title: "Provenance",
      blocks: [
        .paragraph("The same files, options and program give the same numbers. run.json says when and how they were computed."),
        .table(table, isFolded: false),
      ])
  }
}
