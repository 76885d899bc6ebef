internal import Analysis
internal import CommandLineKit
internal import Sampling
internal import TariffModel

/// What the options of `compare` ask for.
struct CompareRequest {
  /// What it has in common with a run.
  var run: RunRequest
  /// Scenarios by name, in the order wanted; nothing where all of every file are compared.
  var scenarios: [String]?
  var against: String?
  /// Outcomes by name; nothing where the leading ones are wanted.
  var outcomes: [String]?
  /// `OUTCOME=more` or `=less`, as given.
  var directions: [(name: String, value: String)]
  var includesParts: Bool

  init(_ parsed: ParsedCommand) {
    run = RunRequest(parsed)
    scenarios = parsed.words("scenarios")
    against = parsed.value("against")
    outcomes = parsed.words("outcomes")
    directions = parsed.assignments("better")
    includesParts = parsed.has("parts")
  }

  /// The first file's defaults with what the command line says instead; a comparison asks for no thresholds.
  func plan(from loaded: RunPipeline.Loaded) throws(CommandFailure) -> Plan {
    var plan = try run.plan(from: loaded, command: "compare", isIndependent: true)
    plan.thresholds = []
    plan.conditions = []
    plan.selection = .all
    return plan
  }
}
