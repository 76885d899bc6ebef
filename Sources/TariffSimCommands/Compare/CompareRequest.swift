internal import Analysis
internal import CommandLineKit
internal import Reporting
internal import TariffModel

/// What the options of `compare` ask for.
struct CompareRequest {
  var inputs: [String]
  /// Scenarios by name, in the order wanted; nothing where all of every file are compared.
  var scenarios: [String]?
  var against: String?
  /// Outcomes by name; nothing where the leading ones are wanted.
  var outcomes: [String]?
  /// `OUTCOME=more` or `=less`, as given.
  var directions: [(name: String, value: String)]
  var includesParts: Bool
  var draws: Int?
  var seed: UInt64?
  var percentiles: [Double]?
  var overrides: [RunDescription.Override]
  var threads: Int
  var memoryLimit: Int?
  var directory: String
  var format: OutputFormat
  var isQuiet: Bool
  var force: Bool
  var replaces: Bool
  var tellsAllProblems: Bool

  init(_ parsed: ParsedCommand) {
    let run = RunRequest(parsed)
    inputs = parsed.operands
    scenarios = parsed.words("scenarios")
    against = parsed.value("against")
    outcomes = parsed.words("outcomes")
    directions = parsed.assignments("better")
    includesParts = parsed.has("parts")
    draws = run.draws
    seed = run.seed
    percentiles = run.percentiles
    overrides = run.overrides
    threads = run.threads
    memoryLimit = run.memoryLimit
    directory = run.directory
    format = run.format
    isQuiet = run.isQuiet
    force = run.force
    replaces = run.replaces
    tellsAllProblems = run.tellsAllProblems
  }

  /// The first file's defaults with what the command line says instead; a comparison asks for no thresholds.
  func plan(from defaults: Plan) -> Plan {
    var plan = defaults
    if let draws { plan.draws = draws }
    if let seed { plan.seed = seed }
    if let percentiles { plan.percentiles = percentiles }
    plan.thresholds = []
    return plan
  }
}

extension ParsedCommand {
  /// The words of an option whose argument is a list with commas.
  fileprivate func words(_ option: String) -> [String]? {
    value(option).map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }
}
