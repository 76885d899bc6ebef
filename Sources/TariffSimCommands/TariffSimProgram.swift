package import CommandLineKit
internal import Glibc
internal import TextFormats

/// The program: from its arguments to an exit code.
package struct TariffSimProgram: Sendable {
  package var pipeline: RunPipeline
  package var console: Console
  /// Whether the user asked to stop; asked between blocks of draws.
  package var isInterrupted: @Sendable () -> Bool

  package init(
    pipeline: RunPipeline = .live, console: Console, isInterrupted: @escaping @Sendable () -> Bool = { Interruption.isRequested }
  ) {
    self.pipeline = pipeline
    self.console = console
    self.isInterrupted = isInterrupted
  }

  /// Runs the process's own command line and ends the process.
  package static func main() -> Never {
    StandardDescriptors.fill()
    OutputChannel.ignoreWriteSignals()
    Interruption.watch()
    let console = Console.standard()
    ProgramEnd.comesInTime(console: console)
    do {
      var pipeline = RunPipeline.live
      pipeline.memory = .live
      let code = try TariffSimProgram(pipeline: pipeline, console: console).dispatch(Array(CommandLine.arguments.dropFirst()))
      ProgramEnd.take()
      exit(code.rawValue)
    } catch {
      ProgramEnd.take()
      console.tell(error.message)
      exit(error.exitCode.rawValue)
    }
  }

  /// Runs the arguments after the program's name; messages go to the console.
  package func run(_ arguments: [String]) -> ExitCode {
    do {
      return try dispatch(arguments)
    } catch {
      console.tell(error.message)
      return error.exitCode
    }
  }

  private func dispatch(_ arguments: [String]) throws(CommandFailure) -> ExitCode {
    let syntax = ProgramSyntax.tariffSim
    guard let name = arguments.first else { throw .usage(.noCommand(program: syntax.name), command: nil) }
    switch name {
    case "--help", "-h": return try HelpCommand(topic: arguments.dropFirst().first, console: console).run()
    case "--version":
      try console.print("\(syntax.name) \(ProgramVersion.text)\n")
      return .success
    case _ where name.hasPrefix("-"):
      let nearest = NearestWord.to(name, in: ["--help", "--version"])
      throw .usage(.unknownOption(name, nearest: nearest, command: syntax.name), command: nil)
    default: break
    }
    let parsed = try parse(name, Array(arguments.dropFirst()))
    if parsed.wantsHelp { return try HelpCommand(topic: parsed.command, console: console).run() }
    switch parsed.command {
    case CommandSyntax.run.name:
      let request = RunRequest(parsed)
      if parsed.has("rare") {
        return try RareCommand(
          request: request, rare: parsed.texts("rare"), given: Set(parsed.values.keys), arguments: arguments, pipeline: pipeline,
          console: console, isInterrupted: isInterrupted
        ).run()
      }
      return try RunCommand(
        request: request, arguments: arguments, pipeline: pipeline, console: console, isInterrupted: isInterrupted
      ).run()
    case CommandSyntax.compare.name:
      return try CompareCommand(
        request: CompareRequest(parsed), arguments: arguments, pipeline: pipeline, console: console, isInterrupted: isInterrupted
      ).run()
    case CommandSyntax.sweep.name:
      return try SweepCommand(
        request: SweepRequest(parsed), arguments: arguments, pipeline: pipeline, console: console, isInterrupted: isInterrupted
      ).run()
    case CommandSyntax.solve.name:
      return try SolveCommand(
        request: SolveRequest(parsed), arguments: arguments, pipeline: pipeline, console: console, isInterrupted: isInterrupted
      ).run()
    case CommandSyntax.sensitivity.name:
      return try SensitivityCommand(
        request: SensitivityRequest(parsed), arguments: arguments, pipeline: pipeline, console: console,
        isInterrupted: isInterrupted
      ).run()
    case CommandSyntax.backtest.name:
      return try BacktestCommand(
        request: BacktestRequest(parsed), arguments: arguments, pipeline: pipeline, console: console, isInterrupted: isInterrupted
      ).run()
    case CommandSyntax.merge.name:
      return try MergeCommand(
        request: MergeRequest(parsed), arguments: arguments, pipeline: pipeline, console: console, isInterrupted: isInterrupted
      ).run()
    case CommandSyntax.cluster.name:
      return try ClusterCommand(request: ClusterRequest(parsed), pipeline: pipeline, console: console).run()
    case CommandSyntax.report.name: return try ReportCommand(request: ReportRequest(parsed), console: console).run()
    case CommandSyntax.importing.name: return try ImportCommand(parsed, console: console).run()
    case CommandSyntax.runs.name:
      return try RunsCommand(
        request: RunsRequest(parsed), console: console, dispatch: { arguments throws(CommandFailure) in try dispatch(arguments) }
      ).run()
    case CommandSyntax.validate.name:
      return try ValidateCommand(request: ValidateRequest(parsed), pipeline: pipeline, console: console).run()
    case CommandSyntax.completion.name, CommandSyntax.manual.name, CommandSyntax.version.name:
      return try InformationCommand(parsed: parsed, pipeline: pipeline, console: console).run()
    case CommandSyntax.schema.name: return try SchemaCommand(pipeline: pipeline, console: console).run()
    default: return try HelpCommand(topic: parsed.operands.first, console: console).run()
    }
  }

  private func parse(_ name: String, _ arguments: [String]) throws(CommandFailure) -> ParsedCommand {
    var understood: String?
    do throws(UsageError) {
      let command = try ProgramSyntax.tariffSim.command(name)
      understood = command.name
      return try command.parse(arguments)
    } catch {
      // A file by itself is probably to be run.
      if case .unknownCommand(_, nil) = error, (try? InputFile(name)) != nil {
        throw .contradiction(
          "'\(name)' is a file and no command: write \(ProgramSyntax.tariffSim.name) run \(ShellWord.quoted(name))",
          command: CommandSyntax.run.name)
      }
      throw .usage(error, command: understood)
    }
  }
}
