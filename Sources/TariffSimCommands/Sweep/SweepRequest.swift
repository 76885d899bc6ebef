internal import Analysis
internal import CommandLineKit
internal import Reporting
internal import ScenarioFiles
internal import TariffModel
internal import TextFormats

/// What the options of `sweep` ask for.
struct SweepRequest {
  /// What it has in common with a run.
  var run: RunRequest
  /// Scenarios by name; nothing where all are wanted.
  var scenarios: [String]?
  /// Outcomes by name; nothing where the leading ones are wanted.
  var outcomes: [String]?
  /// What is varied, in the order given.
  var variations: [Variation]
  /// Whether the variations move together instead of being combined.
  var movesTogether: Bool
  /// The values that differences are taken from.
  var against: [(name: String, value: String)]
  /// More variants are refused.
  var mostVariants: Int
  /// Variants that are computed at a time.
  var jobs: Int?
  var includesParts: Bool
  /// The folder with the parts of all shards.
  var join: String?

  init(_ parsed: ParsedCommand) throws(CommandFailure) {
    run = RunRequest(parsed)
    scenarios = parsed.words("scenarios")
    outcomes = parsed.words("outcomes")
    movesTogether = parsed.has("together")
    against = parsed.assignments("against")
    mostVariants = parsed.amount("most").map(Int.init) ?? Self.mostUnasked
    jobs = parsed.wholeNumber("jobs").map(Int.init)
    includesParts = parsed.has("parts")
    join = parsed.value("join")
    variations = []
    for (path, text) in parsed.assignments("vary") {
      do throws(ValueListError) {
        variations.append(Variation(path: path, values: try ValueList.values(text)))
      } catch {
        throw .contradiction("--vary \(path): \(error.statement)", command: "sweep")
      }
    }
  }

  /// Variants that are computed without being allowed: some minutes of a small scenario.
  private static let mostUnasked = 10_000

  /// What is varied: groups that move together.
  var groups: [[Variation]] { movesTogether && !variations.isEmpty ? [variations] : variations.map { [$0] } }

  /// The first file's defaults with what the command line says instead.
  func plan(from loaded: RunPipeline.Loaded) throws(CommandFailure) -> Plan {
    var plan = try run.plan(from: loaded, command: "sweep")
    plan.conditions = []
    // Variants that were rotated or averaged each in its own way would not rest on the same points.
    (plan.rotates, plan.smooths) = (false, false)
    plan.selection = .all
    return plan
  }
}
