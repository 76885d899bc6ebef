internal import CommandLineKit
internal import Glibc
package import TariffSimCommands

/// The program: from its arguments to an exit code.
package struct BenchmarkProgram: Sendable {
  package var console: Console

  package init(console: Console) { self.console = console }

  /// Runs the process's own command line and ends the process.
  package static func main() -> Never {
    OutputChannel.ignoreWriteSignals()
    let program = BenchmarkProgram(console: .standard())
    exit(program.run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs the arguments after the program's name and returns the exit code; messages go to the console.
  package func run(_ arguments: [String]) -> Int32 {
    do {
      return try dispatch(arguments)
    } catch {
      console.tell(error.message)
      return error.exitCode.rawValue
    }
  }

  private func dispatch(_ arguments: [String]) throws(BenchmarkFailure) -> Int32 {
    switch arguments.first {
    case "--help", "-h": return try help(nil)
    case "--version":
      try console.report("\(ProgramSyntax.benchmarks.name) \(ProgramVersion.text)\n")
      return ExitCode.success.rawValue
    default: break
    }
    // Options without a command are those of `run`.
    let isBare = arguments.first?.hasPrefix("-") ?? true
    let parsed = try parse(isBare ? [CommandSyntax.measure.name] + arguments : arguments)
    if parsed.wantsHelp { return try help(parsed.command) }
    switch parsed.command {
    case CommandSyntax.measure.name: return try MeasureCommand(parsed, console: console).run()
    case CommandSyntax.history.name: return try HistoryCommand(parsed, console: console).run()
    case CommandSyntax.peer.name: return try PeerCommand(parsed, console: console).run()
    case CommandSyntax.designs.name: return try DesignsCommand(parsed, console: console).run()
    case CommandSyntax.coverage.name: return try CoverageCommand(parsed, console: console).run()
    case CommandSyntax.floor.name: return try FloorCommand(parsed, console: console).run()
    default: return try help(parsed.operands.first)
    }
  }

  private func parse(_ arguments: [String]) throws(BenchmarkFailure) -> ParsedCommand {
    var understood: String?
    do throws(UsageError) {
      let command = try ProgramSyntax.benchmarks.command(arguments[0])
      understood = command.name
      return try command.parse(Array(arguments.dropFirst()))
    } catch {
      throw .usage(error, command: understood)
    }
  }

  private func help(_ topic: String?) throws(BenchmarkFailure) -> Int32 {
    let program = ProgramSyntax.benchmarks
    guard let topic else {
      try console.report(HelpText.program(program))
      return ExitCode.success.rawValue
    }
    let text: String
    do throws(UsageError) {
      text = HelpText.command(try program.command(topic), of: program)
    } catch {
      throw .usage(error, command: nil)
    }
    try console.report(text)
    return ExitCode.success.rawValue
  }
}
