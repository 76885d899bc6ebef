internal import CommandLineKit

/// What is asked of the ledger.
struct RunsRequest {
  enum Action: String, CaseIterable {
    case list
    case show
    case diff
    case `repeat`
    case export
    case prune
  }

  var action: Action
  /// The runs named, or for `export` the run and a folder.
  var operands: [String]
  /// The folder of the ledger.
  var directory: String
  /// Entries that `prune` leaves.
  var keep: Int?
  var format: OutputFormat

  init(_ parsed: ParsedCommand) throws(CommandFailure) {
    let names = Action.allCases.map(\.rawValue)
    let word = parsed.operands.first ?? Action.list.rawValue
    guard let action = Action(rawValue: word) else {
      let nearest = NearestWord.to(word, in: names)
      throw .contradiction(
        "runs does not know '\(word)'"
          + (nearest.map { ": did you mean '\($0)'?" } ?? ": it takes \(names.joined(separator: ", "))"), command: "runs")
    }
    self.action = action
    operands = Array(parsed.operands.dropFirst())
    directory = parsed.outputDirectory
    keep = parsed.wholeNumber("keep").map(Int.init)
    format = parsed.outputFormat
    let needed: (count: Int, form: String) =
      switch action {
      case .list: (0, "runs list")
      case .show: (1, "runs show RUN")
      case .diff: (2, "runs diff RUN RUN")
      case .repeat: (1, "runs repeat RUN")
      case .export: (2, "runs export RUN DIR")
      case .prune: (0, "runs prune --keep N")
      }
    guard operands.count == needed.count, action != .prune || keep != nil else {
      throw .contradiction("it is 'tariffsim \(needed.form)'", command: "runs")
    }
    if format == .csv, action != .list {
      throw .contradiction("--format csv is for 'tariffsim runs list': leave it out", command: "runs")
    }
  }
}
