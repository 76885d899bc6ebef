internal import CommandLineKit
internal import Files
internal import LinearAlgebra
internal import Reporting
internal import TariffModel
internal import TextFormats

/// `tariffsim validate`: the problems of every file, or what a report of it would say beside the numbers.
struct ValidateCommand {
  var request: ValidateRequest
  var pipeline: RunPipeline
  var console: Console

  /// The exit code is that of the first file with a problem.
  func run() throws(CommandFailure) -> ExitCode {
    var worst = ExitCode.success
    let inputs = request.inputs
    if request.matrixFile != nil, inputs.count > 1 {
      throw .contradiction(
        "--nearest-matrix writes one matrix, and there are \(inputs.count) files: validate them one by one", command: "validate")
    }
    for argument in inputs {
      do throws(CommandFailure) {
        let input = try InputFile(argument)
        let loaded = try pipeline.load(input.path, [])
        let study = loaded.study
        let notes = try pipeline.notes(loaded.checked, loaded.defaults)
        try console.print(
          "\(ShownText.line(input.path)): no problems; \(Self.counted(study.scenarios.count, "scenario")), "
            + "\(Self.counted(study.exports.count, "export line")), \(Self.counted(study.imports.count, "import line")), "
            + "\(Self.counted(study.numberCount, "number"))\n"
            + NoteList(notes, rest: "a run's summary.json has all").lines(console.style).map { $0 + "\n" }.joined())
        if let file = request.matrixFile { console.tell("no matrix is refused: \(file) is not written\n") }
      } catch {
        console.tell((request.tellsAllProblems ? error.tellingAllProblems : error).message)
        try writeNearestMatrix(error)
        if worst == .success { worst = error.exitCode }
      }
    }
    return worst
  }

  /// Writes the matrix nearest to the first that was refused, where that is asked for.
  private func writeNearestMatrix(_ failure: CommandFailure) throws(CommandFailure) {
    guard let file = request.matrixFile else { return }
    guard case .badInput(_, let problems) = failure, let refused = problems.refusedMatrix else {
      console.tell("no matrix is refused: \(file) is not written\n")
      return
    }
    let nearest = refused.diagnosis.nearest()
    let rows = nearest.matrix.rowArrays.map { $0.map(CorrelationDiagnosis.text).joined(separator: ",") + "\n" }
    try CommandFailure.writing { () throws(FileFailure) in try FileStore.write(rows.joined(), to: file) }
    let kind =
      nearest.hasConverged
      ? "the nearest valid matrix" : "a valid matrix, which may not be the nearest: the search was cut short"
    console.tell(
      "\(file): \(kind); against \(refused.path) no correlation moves by more than "
        + "\(NumberText.short(refused.diagnosis.greatestMove(to: nearest.matrix)))\n")
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    NumberText.count(count) + " " + noun + (count == 1 ? "" : "s")
  }
}
