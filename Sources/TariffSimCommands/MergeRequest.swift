internal import CommandLineKit

/// What the options of `merge` ask for.
struct MergeRequest {
  /// Parts, or folders of them.
  var parts: [String]
  /// The name of the run that is meant, where a folder has parts of several.
  var name: String?
  /// What is asked about the parts instead of joining them.
  var inquiry: Inquiry?
  /// Whether the answer of what is there is wanted.
  var isPartial: Bool
  var directory: String
  /// Whether the result is remembered.
  var isRemembered: Bool
  var format: OutputFormat
  /// What is written for readers beside the tables.
  var extras: ResultExtras
  var isQuiet: Bool
  var force: Bool
  /// Whether what another run left in the place is dropped.
  var replaces: Bool

  /// A question about parts.
  enum Inquiry {
    /// Which shards are missing, as an array of tasks takes them.
    case missing(isFromZero: Bool)
    /// What is there, missing, damaged and foreign.
    case check
  }

  init(_ parsed: ParsedCommand) {
    parts = parsed.operands
    name = parsed.value("name")
    inquiry = parsed.has("missing") ? .missing(isFromZero: parsed.has("zero-based")) : parsed.has("check") ? .check : nil
    isPartial = parsed.has("partial")
    directory = parsed.outputDirectory
    isRemembered = !parsed.has("no-ledger")
    format = parsed.outputFormat
    extras = ResultExtras(parsed)
    isQuiet = parsed.has("quiet")
    force = parsed.has("force")
    replaces = parsed.has("replace")
  }
}

extension ParsedCommand {
  /// Where results go.
  var outputDirectory: String { value("output") ?? "results" }

  /// What goes to standard output.
  var outputFormat: OutputFormat { value("format").flatMap(OutputFormat.init) ?? .text }
}
