internal import CommandLineKit
internal import Reporting
internal import TariffModel

/// `tariffsim validate`: every problem of every file, one line each.
struct ValidateCommand {
  var inputs: [String]
  var pipeline: RunPipeline
  var console: Console

  /// The exit code is that of the first file with a problem.
  func run() throws(CommandFailure) -> ExitCode {
    var worst = ExitCode.success
    for argument in inputs {
      do throws(CommandFailure) {
        let input = try InputFile(argument)
        let study = try pipeline.load(input.path, []).study
        try console.print(
          "\(input.path): no problems; \(Self.counted(study.scenarios.count, "scenario")), "
            + "\(Self.counted(study.exports.count, "export line")), \(Self.counted(study.imports.count, "import line")), "
            + "\(Self.counted(study.numbers.count, "number"))\n")
      } catch {
        console.tell(error.message)
        if worst == .success { worst = error.exitCode }
      }
    }
    return worst
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    NumberText.count(count) + " " + noun + (count == 1 ? "" : "s")
  }
}
