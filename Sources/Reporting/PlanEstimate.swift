/// What a run will do and cost, for `--dry-run`.
package struct PlanEstimate: Hashable, Sendable {
  /// Uncertain numbers that are drawn.
  package var uncertainNumbers: Int
  package var exportLines: Int
  package var importLines: Int
  package var scenarios: Int
  package var periods: Int
  /// Distributions that are reported.
  package var outcomes: Int
  package var threads: Int
  package var seconds: Double
  package var memoryBytes: Int

  package init(
    uncertainNumbers: Int, exportLines: Int, importLines: Int, scenarios: Int, periods: Int, outcomes: Int, threads: Int,
    seconds: Double, memoryBytes: Int
  ) {
    self.uncertainNumbers = uncertainNumbers
    self.exportLines = exportLines
    self.importLines = importLines
    self.scenarios = scenarios
    self.periods = periods
    self.outcomes = outcomes
    self.threads = threads
    self.seconds = seconds
    self.memoryBytes = memoryBytes
  }
}
