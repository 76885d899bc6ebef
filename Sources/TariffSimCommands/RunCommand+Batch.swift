internal import Analysis
internal import CommandLineKit
internal import Reporting
internal import TextFormats

extension RunCommand {
  /// Runs every file in turn; one that fails is told and passed over.
  ///
  /// The exit code is that of the first failure.
  func runBatch(platform: RunPipeline.Platform) throws(CommandFailure) -> ExitCode {
    try checkStems()
    var rows: [BatchTable.Row] = []
    var results: [(file: String, result: SimulationResult)] = []
    var documents: [JSONValue] = []
    var worst = ExitCode.success
    for (index, argument) in request.inputs.enumerated() {
      do throws(CommandFailure) {
        let input = try InputFile(argument)
        if !request.isQuiet { console.tell("[\(index + 1)/\(request.inputs.count)] \(ShownText.line(argument))\n") }
        guard let finished = try run(input, platform: platform) else { continue }
        if request.format == .json { documents.append(BatchDocument.member(argument, finished.summary, folder: finished.folder)) }
        rows.append(.init(input: argument, ending: .finished(finished.result, folder: finished.folder)))
        results.append((input.stem, finished.result))
      } catch {
        console.tell(error.message)
        rows.append(.init(input: argument, ending: .failed(error.summary)))
        documents.append(BatchDocument.member(argument, failedWith: error.summary, exitCode: Int(error.exitCode.rawValue)))
        if worst == .success { worst = error.exitCode }
        if error == .interrupted {
          rows += request.inputs.dropFirst(index + 1).map { .init(input: $0, ending: .notStarted) }
          worst = error.exitCode
          break
        }
      }
    }
    if request.format == .csv, !request.isQuiet, !results.isEmpty { try console.print(RunTables.percentiles(of: results)) }
    if request.format == .json, !request.isQuiet, !request.isDryRun, !rows.isEmpty {
      let rest = request.inputs.dropFirst(documents.count).map { BatchDocument.member(notStarted: $0) }
      try console.print(BatchDocument.document(documents + rest).text)
    }
    if !request.isQuiet, !rows.isEmpty { try printTable(rows) }
    return worst
  }

  /// The table is a result where people read, and a message where standard output holds documents.
  private func printTable(_ rows: [BatchTable.Row]) throws(CommandFailure) {
    switch request.format {
    case .text: try console.print(BatchTable.text(rows, style: console.style))
    case .json, .csv: console.tell(BatchTable.text(rows, style: .plain))
    }
  }

  /// Two files whose results would go to the same folder are refused before anything runs.
  private func checkStems() throws(CommandFailure) {
    var first: [String: String] = [:]
    for argument in request.inputs {
      guard let input = try? InputFile(argument) else { continue }
      if let other = first[input.stem] {
        throw .contradiction(
          "'\(other)' and '\(argument)' would both write the result folder '\(input.stem)': run one by itself, with another --output",
          command: "run")
      }
      first[input.stem] = argument
    }
  }
}
