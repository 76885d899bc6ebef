internal import Analysis
internal import CommandLineKit
internal import Simulation

/// What the options of `backtest` ask for.
struct BacktestRequest {
  /// What it has in common with a run.
  var run: RunRequest
  /// Tables as they were typed.
  var observed: String?
  var history: String?
  /// A scenario by its name; nothing where the file has one.
  var scenario: String?

  /// Draws unless others are asked for: scores move by less than a hundredth of themselves.
  static let usualDraws = 16_384

  init(_ parsed: ParsedCommand) {
    run = RunRequest(parsed)
    observed = parsed.value("observed")
    history = parsed.value("history")
    scenario = parsed.value("scenario")
  }

  /// Independent draws of the file's seed, whatever a run of the file would take.
  func plan(from loaded: RunPipeline.Loaded) -> Plan {
    Plan(draws: run.draws ?? Self.usualDraws, seed: run.seed ?? loaded.defaults.seed)
  }
}
