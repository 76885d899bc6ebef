internal import CommandLineKit

/// `tariffsim help`: the program's help, or that of one command.
struct HelpCommand {
  var topic: String?
  var console: Console

  func run() throws(CommandFailure) -> ExitCode {
    try console.print(text())
    return .success
  }

  private func text() throws(CommandFailure) -> String {
    let program = ProgramSyntax.tariffSim
    guard let topic else { return HelpText.program(program) }
    do {
      return HelpText.command(try program.command(topic), of: program)
    } catch {
      throw .usage(error, command: nil)
    }
  }
}
