internal import Reporting

/// An answer to a question, ready to be written and printed.
struct AnswerFiles {
  /// The table that `--format csv` prints, by its file name.
  var table: OutputFolder.File
  /// What `--format json` prints.
  var summary: JSONValue
  /// Further files of the folder.
  var others: [OutputFolder.File] = []
  /// What the folder has for readers besides.
  var extras: ResultExtras
  var seed: UInt64
  var record: RunRecord
  var facts: ProgramFacts
  var unsolvedDraws = 0

  /// Writes the folder and tells what became of an earlier one.
  func install(in claim: inout OutputClaim, console: Console) throws(CommandFailure) {
    let place = claim.folder.path
    var files =
      [
        table, OutputFolder.File(name: "summary.json", text: summary.text),
        OutputFolder.File(
          name: "run.json", text: RunDocument.document(record, facts: facts, seed: seed, unsolvedDraws: unsolvedDraws).text),
      ] + others
    let written = try extras.add(to: &files, of: place)
    do throws(OutputFolder.Failure) {
      console.tell(
        try claim.install(
          files, written: written, identity: record.origin.identity, whenInPlace: { ProgramEnd.hasResult(at: place) }))
    } catch {
      throw .outputFolder(error)
    }
  }

  /// Prints the answer as it is asked for.
  func print(_ request: RunRequest, on console: Console, text: () -> String) throws(CommandFailure) {
    if request.isQuiet { return }
    switch request.format {
    case .text: try console.print(text())
    case .json: try console.print(summary.text)
    case .csv: try console.print(table.text)
    }
  }
}
