internal import Analysis
internal import CommandLineKit
internal import Glibc
internal import Reporting
internal import Simulation

/// What the options of `run` ask for.
struct RunRequest {
  var inputs: [String]
  var draws: Int?
  var seed: UInt64?
  var percentiles: [Double]?
  var overrides: [RunDescription.Override]
  var reportsLines: Bool
  var seeksExactPercentiles: Bool
  var threads: Int
  /// Bytes that the run may take.
  var memoryLimit: Int?
  var directory: String
  var format: OutputFormat
  var isDryRun: Bool
  var isQuiet: Bool
  var force: Bool
  /// Whether what another run left in the place is dropped.
  var replaces: Bool
  /// The share of the run to compute, where it is not to be computed whole.
  var shard: Shard?
  var checkpoint: String?
  var tellsAllProblems: Bool

  init(_ parsed: ParsedCommand) {
    inputs = parsed.operands
    draws = parsed.amount("draws").map(Int.init)
    seed = parsed.wholeNumber("seed")
    percentiles = parsed.numbers("percentiles")
    overrides = parsed.assignments("set").map { RunDescription.Override(path: $0.name, value: $0.value) }
    reportsLines = parsed.has("by-line")
    seeksExactPercentiles = parsed.has("exact-percentiles")
    threads = parsed.wholeNumber("threads").map(Int.init) ?? Self.processors()
    memoryLimit = parsed.value("memory-limit").flatMap(ByteSize.bytes)
    directory = parsed.outputDirectory
    format = parsed.outputFormat
    isDryRun = parsed.has("dry-run")
    isQuiet = parsed.has("quiet")
    force = parsed.has("force")
    replaces = parsed.has("replace")
    shard = parsed.place("shard").flatMap { Shard($0.index, of: $0.count) }
    checkpoint = parsed.value("checkpoint")
    tellsAllProblems = parsed.has("all-problems")
  }

  /// The file's defaults with what the command line says instead.
  func plan(from defaults: Plan) -> Plan {
    var plan = defaults
    if let draws { plan.draws = draws }
    if let seed { plan.seed = seed }
    if let percentiles { plan.percentiles = percentiles }
    plan.reportsLines = reportsLines
    plan.seeksExactPercentiles = seeksExactPercentiles
    return plan
  }

  /// Processors that this machine has in use.
  private static func processors() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
