internal import CommandLineKit

/// `tariffsim version`, `completion` and `manual`: what the program says of itself.
struct InformationCommand {
  var parsed: ParsedCommand
  var pipeline: RunPipeline
  var console: Console

  func run() throws(CommandFailure) -> ExitCode {
    let program = ProgramSyntax.tariffSim
    switch parsed.command {
    case CommandSyntax.completion.name:
      let word = parsed.operands[0]
      guard let shell = ShellCompletion(rawValue: word) else {
        let names = ShellCompletion.allCases.map(\.rawValue)
        throw .contradiction(
          "no completion for '\(word)'" + AskedSelection.wayOut(word, among: names), command: parsed.command)
      }
      try console.print(shell.script(for: program))
    case CommandSyntax.manual.name: try console.print(ManualPage.text(for: program, version: ProgramVersion.text))
    default: try console.print(try version())
    }
    return .success
  }

  /// The version, and what of this build and machine enters numbers.
  private func version() throws(CommandFailure) -> String {
    let platform = try pipeline.platform()
    return """
      \(ProgramSyntax.tariffSim.name) \(ProgramVersion.text)
      commit           \(BuildFacts.commit ?? "not known")
      Swift            \(BuildFacts.swiftVersion)
      OpenBLAS         \(platform.openBLASVersion), core \(platform.blasCore)
      instruction set  \(platform.instructionSet)
      scenario schema  \(platform.scenarioSchema)

      """
  }
}
