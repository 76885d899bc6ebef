internal import CommandLineKit
internal import Files
internal import Ledger
internal import Reporting
internal import TextFormats

/// `tariffsim runs`: what was computed, and how results differ.
struct RunsCommand {
  var request: RunsRequest
  var console: Console
  /// Carries a command line out, which is found to be the one that is to be repeated.
  var dispatch: ([String]) throws(CommandFailure) -> ExitCode

  func run() throws(CommandFailure) -> ExitCode {
    let path = FileStore.joined(request.directory, Ledger.fileName)
    guard (try? FileStore.entry(at: path)) == .file else {
      throw .missingInput(
        path: path, reason: "no ledger is there; a run writes one beside its result: name the folder of results with --output")
    }
    let ledger = try Self.reading(path) { () throws(LedgerFailure) in try Ledger(path: path, creates: false) }
    let entries = try Self.reading(path) { () throws(LedgerFailure) in try ledger.list() }
    func whole(_ text: String) throws(CommandFailure) -> NumberedEntry {
      let found = try RunReference(text: text).found(in: entries)
      return try Self.reading(path) { () throws(LedgerFailure) in try ledger.entry(found.number) } ?? found
    }
    switch request.action {
    case .list: try console.print(list(entries))
    case .show: try console.print(RunTexts.text(try whole(request.operands[0]), format: request.format, style: console.style))
    case .diff: try console.print(try difference(whole(request.operands[0]), whole(request.operands[1])))
    case .repeat: return try repeated(whole(request.operands[0]).entry)
    case .export: try console.print(try exported(whole(request.operands[0]).entry, to: request.operands[1]))
    case .prune:
      let old = entries.dropFirst(request.keep ?? 0).map(\.number)
      try Self.reading(path) { () throws(LedgerFailure) in try ledger.remove(old) }
      try console.print(
        "\(NumberText.count(old.count)) \(old.count == 1 ? "entry" : "entries") forgotten; result folders stay.\n")
    }
    return .success
  }

  private static func reading<Value: ~Copyable>(
    _ path: String, _ body: () throws(LedgerFailure) -> Value
  ) throws(CommandFailure) -> Value {
    do throws(LedgerFailure) {
      return try body()
    } catch {
      throw .missingInput(path: path, reason: error.words)
    }
  }

  private func list(_ entries: [NumberedEntry]) -> String {
    switch request.format {
    case .text: RunTexts.table(entries, style: console.style)
    case .csv: RunTexts.csv(entries)
    case .json: JSONValue.array(entries.map(RunTexts.head)).text
    }
  }

  private func difference(_ old: NumberedEntry, _ new: NumberedEntry) throws(CommandFailure) -> String {
    let difference = RunDifference(old: old.entry, new: new.entry)
    do throws(CSVError) {
      return try DifferenceTexts(difference, old: old, new: new).text(request.format, style: console.style)
    } catch {
      throw .missingInput(path: "assumptions.csv", reason: "line \(error.line) of what the ledger keeps is no row")
    }
  }

  /// Carries the same command line out, from the same folder and the same files.
  private func repeated(_ entry: LedgerEntry) throws(CommandFailure) -> ExitCode {
    let folder = FileStore.workingFolder
    guard folder == entry.workingFolder else {
      throw .contradiction("\(entry.key) was computed in \(entry.workingFolder): go there first", command: "runs")
    }
    guard entry.question != "merge" else {
      throw .contradiction("\(entry.key) was joined from parts: merge them again, or run the scenario", command: "runs")
    }
    return try dispatch(entry.arguments + (entry.question == "run" && !entry.arguments.contains("--fresh") ? ["--fresh"] : []))
  }

  /// Writes the inputs as they were, and the entry itself.
  private func exported(_ entry: LedgerEntry, to folder: String) throws(CommandFailure) -> String {
    try CommandFailure.writing { () throws(FileFailure) in
      let made = try FileStore.makeFolders(folder)
      _ = made
      for text in entry.inputs + [entry.assumptions].compactMap({ $0 }) {
        // Names go by the scenario's folder and may lead out of it.
        let name = text.name.split(separator: "/").filter { $0 != ".." && $0 != "." }.joined(separator: "/")
        let path = FileStore.joined(folder, name)
        _ = try FileStore.makeFolders(FileStore.parent(of: path))
        try FileStore.replace(path, with: text.bytes)
      }
    }
    let count = entry.inputs.count + (entry.assumptions == nil ? 0 : 1)
    return "\(NumberText.count(count)) files of \(entry.key) are in \(ShownText.line(folder)).\n"
  }
}
