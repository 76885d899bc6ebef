internal import Analysis
internal import CommandLineKit
internal import Glibc
internal import Reporting
internal import Sampling
internal import Simulation
internal import TariffModel
internal import TextFormats

/// What the options of `run` ask for.
struct RunRequest {
  var inputs: [String]
  var draws: Int?
  var seed: UInt64?
  /// A design by its name.
  var design: String?
  var replicates: Int?
  /// Whether normal inputs are rotated; nothing where that is left to the design.
  var rotates: Bool?
  /// Whether outcomes are averaged over an input; nothing where that is left to the design.
  var smooths: Bool?
  var percentiles: [Double]?
  var overrides: [RunDescription.Override]
  var reportsLines: Bool
  /// What is written for readers beside the tables.
  var extras: ResultExtras
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
  var shard: ShardChoice?
  var checkpoint: String?
  var tellsAllProblems: Bool
  var asked: AskedSelection
  /// Conditions as they were typed.
  var thresholds: [String]
  var isBrief: Bool
  /// Whether it is computed although the ledger has it.
  var isFresh: Bool
  /// Where every draw goes.
  var drawsFile: String?
  /// Whether the result is remembered.
  var isRemembered: Bool

  init(_ parsed: ParsedCommand) {
    inputs = parsed.operands
    draws = parsed.amount("draws").map(Int.init)
    seed = parsed.wholeNumber("seed")
    design = parsed.value("design")
    replicates = parsed.wholeNumber("replicates").map(Int.init)
    rotates = parsed.value("rotate").map { $0 == "on" }
    smooths = parsed.value("smooth").map { $0 == "on" }
    percentiles = parsed.numbers("percentiles")
    overrides = parsed.assignments("set").map { RunDescription.Override(path: $0.name, value: $0.value) }
    reportsLines = parsed.has("by-line")
    extras = ResultExtras(parsed)
    seeksExactPercentiles = parsed.has("exact-percentiles")
    threads = parsed.wholeNumber("threads").map(Int.init) ?? Self.processors()
    memoryLimit = parsed.value("memory-limit").flatMap(ByteSize.bytes)
    directory = parsed.outputDirectory
    format = parsed.outputFormat
    isDryRun = parsed.has("dry-run")
    isQuiet = parsed.has("quiet")
    force = parsed.has("force")
    replaces = parsed.has("replace")
    shard = ShardChoice(parsed)
    checkpoint = parsed.value("checkpoint")
    tellsAllProblems = parsed.has("all-problems")
    asked = AskedSelection(parsed)
    thresholds = parsed.texts("threshold")
    isBrief = parsed.has("brief")
    isFresh = parsed.has("fresh")
    drawsFile = parsed.value("draws-out")
    isRemembered = !parsed.has("no-ledger")
  }

  /// The file's defaults with what the command line says instead.
  ///
  /// - Parameter isIndependent: Whether the command asks for what only independent draws tell.
  func plan(
    from loaded: RunPipeline.Loaded, command: String, isIndependent: Bool = false
  ) throws(CommandFailure) -> Plan {
    var plan = loaded.defaults
    plan.design = try design(from: plan.design, command: command)
    if isIndependent { try checkIndependence(of: plan.design, for: "\(command) rests", command: command) }
    for (option, wanted) in [("--rotate", rotates), ("--smooth", smooths)] where wanted == true && !plan.design.gainsByRotation {
      throw .contradiction(
        "\(option) on is for sobol, lattice and latin, and not for \(plan.design.name): leave it out, or add --design sobol",
        command: command)
    }
    plan.rotates = plan.design.gainsByRotation && rotates ?? loaded.rotates ?? true
    plan.smooths = plan.design.gainsByRotation && smooths ?? loaded.smooths ?? true
    if let draws { plan.draws = draws } else if !loaded.statesDraws { plan.draws = plan.design.usualDraws }
    try checkDraws(plan.draws, of: plan.design, command: command)
    if let seed { plan.seed = seed }
    if let percentiles { plan.percentiles = percentiles }
    plan.reportsLines = reportsLines
    plan.seeksExactPercentiles = seeksExactPercentiles
    return plan
  }

  /// The plan of a run of a file: the same with the outcomes that are asked for, and the conditions.
  func plan(for loaded: RunPipeline.Loaded) throws(CommandFailure) -> Plan {
    var plan = try plan(from: loaded, command: "run")
    plan.selection = try asked.selection(in: loaded.study, default: plan.selection)
    for text in thresholds {
      do throws(ConditionError) {
        let condition = try Condition.read(text, in: loaded.study)
        if !plan.conditions.contains(condition) { plan.conditions.append(condition) }
      } catch {
        throw .contradiction("--threshold \(error.message)", command: "run")
      }
    }
    if !loaded.study.comparisons.isEmpty { try checkIndependence(of: plan.design, for: "[[comparisons]] rest", command: "run") }
    // What is not reported has no threshold either.
    plan.thresholds.removeAll { !plan.selection.contains($0.outcome) || !plan.selection.contains(.total) }
    return plan
  }

  /// The file's design with what the command line says instead.
  private func design(from own: Design, command: String) throws(CommandFailure) -> Design {
    let name = design ?? own.name
    guard name != Design.random.name else {
      if replicates != nil {
        throw .contradiction(
          "--replicates are those of a design of points, and draws are random: add --design sobol", command: command)
      }
      return .random
    }
    if seeksExactPercentiles {
      throw .contradiction(
        "--exact-percentiles gives intervals of independent draws, and those of \(name) are not: leave it out, or add "
          + "--design random", command: command)
    }
    guard let design = Design(name: name, replicates: replicates ?? own.replicates ?? Design.usualReplicates) else {
      throw .internalError("the options have let a design pass that is none")
    }
    return design
  }

  /// Refuses a design of points for what has intervals of independent draws only.
  private func checkIndependence(of design: Design, for what: String, command: String) throws(CommandFailure) {
    guard design != .random else { return }
    throw .contradiction(
      "\(what) on independent draws, and those of \(design.name) are not: "
        + (self.design == nil ? "add --set run/design=random" : "say --design random in place of --design \(design.name)"),
      command: command)
  }

  /// Refuses a number of draws that is none of a design's.
  private func checkDraws(_ draws: Int, of design: Design, command: String) throws(CommandFailure) {
    guard let replicates = design.replicates, !design.admits(draws: draws) else { return }
    let nearest = design.nearestDraws(to: draws, atMost: Plan.maximumDraws)
    let ways = [nearest.below, nearest.above].compactMap { $0 }.map { "--draws \($0)" }.joined(separator: " or ")
    throw .contradiction(
      "\(design.name) takes \(replicates) replicates times a power of two, and \(NumberText.count(draws)) is no such number: "
        + "\(self.draws == nil ? "add" : "say") \(ways)", command: command)
  }

  /// Processors that this machine has in use.
  static func processors() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
