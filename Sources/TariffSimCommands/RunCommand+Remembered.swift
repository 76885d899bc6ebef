internal import CommandLineKit
internal import Files
internal import Ledger
import PartFiles
internal import Reporting
internal import TextFormats
internal import Workbooks

extension RunCommand {
  /// Answers a run from its folder, where the ledger has it and the folder holds all that is asked for; says so, and returns whether it
  /// did.
  ///
  /// The program is the same file: what it would compute are the same numbers. A commit would not tell, since a tree may have changes.
  func isAnswered(_ prepared: Prepared, folder: String) throws(CommandFailure) -> Bool {
    guard request.isRemembered, !request.isFresh, request.inputs.count == 1, request.checkpoint == nil, request.drawsFile == nil,
      !request.isBrief
    else { return false }
    let identity = prepared.blank.identity.digest(ofFiles: prepared.description.files)
    guard OutputFolder.identity(of: folder) == identity, let entry = pipeline.memory.find(identity, request.directory),
      entry.programFile == BuildFacts.programFile, !entry.programFile.isEmpty
    else { return false }
    let names = (try? FileStore.names(in: folder)) ?? []
    guard request.extras.page == names.contains(ResultPage.fileName),
      request.extras.workbook == names.contains(ResultWorkbook.fileName)
    else { return false }
    if !request.isQuiet {
      guard let text = Self.answer(entry, request.format, in: folder) else { return false }
      try console.print(text)
    }
    console.tell(
      "\(ProgramSyntax.tariffSim.name): computed on \(entry.date.prefix(10)) and answered from \(ShownText.line(folder)); --fresh "
        + "computes it again\n")
    return true
  }

  /// What the run printed, or the file that it would print; nothing where that is not there.
  private static func answer(_ entry: LedgerEntry, _ format: OutputFormat, in folder: String) -> String? {
    let file: String
    switch format {
    case .text: return entry.report.map { String(decoding: $0.bytes, as: UTF8.self) }
    case .json: file = "summary.json"
    case .csv: file = "percentiles.csv"
    }
    return (try? FileBytes.read(FileStore.joined(folder, file))).map { String(decoding: $0, as: UTF8.self) }
  }
}
