internal import Analysis
internal import Files
internal import Ledger
internal import Reporting
import Sampling
internal import ScenarioFiles
internal import Statistics
internal import TariffModel

extension LedgerEntry {
  /// What is kept of an answer.
  init(
    question: String, stem: String, title: String, place: String, record: RunRecord, version: String, plan: Plan,
    arguments: [String], files: [ScenarioFile], overrides: [RunDescription.Override], assumptions: String?, report: String? = nil,
    figures: [Figure]
  ) {
    self.init(
      question: question, stem: stem, title: title, identity: record.origin.identity, arguments: arguments,
      workingFolder: FileStore.workingFolder, resultFolder: place, date: record.origin.date, wallSeconds: record.wallSeconds,
      programVersion: version, commit: record.commit, programFile: BuildFacts.programFile, draws: plan.draws, seed: plan.seed,
      design: plan.design.name,
      inputs: files.map { Text(name: $0.name, digest: $0.digest.sha256, bytes: $0.bytes) },
      assumptions: assumptions.map { Self.text("assumptions.csv", $0) }, report: report.map { Self.text("report.txt", $0) },
      settings: overrides.map { Setting(path: $0.path, value: $0.value) }, figures: figures)
  }

  private static func text(_ name: String, _ text: String) -> Text {
    let bytes = Array(text.utf8)
    return Text(name: name, digest: FileDigest(name: "", of: bytes).sha256, bytes: bytes)
  }

  /// The headline figures of a run: totals in the periods that are told first.
  static func figures(_ result: SimulationResult) -> [Figure] {
    result.outcomes.flatMap { outcome -> [Figure] in
      let key = outcome.key
      guard key.slice == .total, result.isLeading(key) else { return [] }
      return figures(outcome.summary, "", scenario: key.scenario, period: key.period, outcome: key.outcome)
    }
  }

  /// The headline figures of a comparison: what each choice adds to the reference, in total.
  static func figures(_ result: ComparisonResult) -> [Figure] {
    result.rows.filter { $0.slice == .total }.flatMap { row in
      row.comparisons.flatMap { comparison in
        figures(
          comparison.difference, "difference_", scenario: result.choices[comparison.choice].label, period: row.period,
          outcome: row.outcome)
      }
    }
  }

  /// Mean, median and the ends of the 90 % interval, as far as they were asked for.
  private static func figures(
    _ summary: SampleSummary, _ prefix: String, scenario: String, period: String, outcome: Outcome
  ) -> [Figure] {
    func figure(_ statistic: String, _ value: Double, _ error: Double?) -> Figure {
      Figure(
        scenario: scenario, period: period, outcome: outcome.rawValue, unit: outcome.unit.rawValue,
        statistic: prefix + statistic, value: value, standardError: error)
    }
    let mean = summary.toldMean.map { [figure("mean", $0.value, $0.standardError)] } ?? []
    return mean
      + summary.percentiles.filter { [5, 50, 95].contains($0.percent) }.map {
        figure("p" + NumberText.exact($0.percent), $0.value, $0.standardError)
      }
  }
}

extension GoalAnswer {
  /// Where the goal begins to hold, a figure for each answer that was found.
  var figures: [LedgerEntry.Figure] {
    entries.compactMap { entry in
      entry.result.answer.map { answer in
        let width = entry.result.low.flatMap { low in entry.result.high.map { $0 - low } }
        return LedgerEntry.Figure(
          scenario: entry.scenario ?? "", period: entry.period ?? "", outcome: path, unit: "", statistic: "answer",
          value: answer, standardError: width.map { $0 / (2 * 1.959963984540054) })
      }
    }
  }
}
