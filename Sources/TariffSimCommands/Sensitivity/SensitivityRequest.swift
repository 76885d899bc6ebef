internal import Analysis
internal import CommandLineKit
import Sampling
internal import TariffModel

/// What the options of `sensitivity` ask for.
struct SensitivityRequest {
  /// What it has in common with a run.
  var run: RunRequest
  /// Scenarios by name; none where all are asked about.
  var scenarios: [String]
  var against: String?
  /// Outcomes by name; nothing where the balance, or what leads a study without one, is wanted.
  var outcomes: [String]?
  /// `NAME=PATTERN,...`, as given.
  var inputs: [(name: String, value: String)]
  var grouping: InputGrouping
  var method: SensitivityMethod

  init(_ parsed: ParsedCommand) {
    run = RunRequest(parsed)
    scenarios = parsed.texts("scenario")
    against = parsed.value("against")
    outcomes = parsed.words("outcome")
    inputs = parsed.assignments("input")
    grouping = parsed.value("by").flatMap(InputGrouping.init) ?? .automatic
    method = parsed.value("method").flatMap(SensitivityMethod.init) ?? .sobol
  }

  /// What is computed unless the command line says so: half-widths of 0.01 or so.
  static let usualDraws = 65_536

  /// The inputs that are named.
  var named: [InputPartition.Named] {
    inputs.map { name, value in
      InputPartition.Named(name: name, patterns: value.split(separator: ",").map { PathPattern(String($0)) })
    }
  }

  /// The file's seed, and this command's draws, with what the command line says instead.
  func plan(from loaded: RunPipeline.Loaded) throws(CommandFailure) -> Plan {
    var own = loaded
    own.defaults.design = .random
    var plan = try run.plan(from: own, command: "sensitivity")
    plan.draws = run.draws ?? Self.usualDraws
    (plan.thresholds, plan.conditions, plan.selection) = ([], [], .all)
    return plan
  }
}
