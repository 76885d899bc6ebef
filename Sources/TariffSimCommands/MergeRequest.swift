internal import CommandLineKit

/// What the options of `merge` ask for.
struct MergeRequest {
  var parts: [String]
  var directory: String
  var format: OutputFormat
  var isQuiet: Bool
  var force: Bool
  /// Whether what another run left in the place is dropped.
  var replaces: Bool

  init(_ parsed: ParsedCommand) {
    parts = parsed.operands
    directory = parsed.outputDirectory
    format = parsed.outputFormat
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
