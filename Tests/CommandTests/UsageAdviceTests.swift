import CommandLineKit
import TariffSimCommands
import Testing

/// What a message about a command line proposes is typed, and must be taken.
@Suite("Advice about the command line")
struct UsageAdviceTests {
  private static func message(_ command: CommandSyntax, _ arguments: [String]) -> String? {
    do throws(UsageError) {
      _ = try command.parse(arguments)
      return nil
    } catch {
      return error.message
    }
  }

  /// Whether an argument is taken beside one operand, or beside two where so many are needed.
  private static func taken(_ command: CommandSyntax, _ argument: String) -> Bool {
    [["x"], ["x", "y"]].contains { message(command, $0 + [argument]) == nil }
  }

  private static let options = ProgramSyntax.tariffSim.commands.flatMap { command in command.options.map { (command, $0) } }

  @Test("Every value that a message names is taken")
  func values() throws {
    for (command, option) in Self.options {
      guard let argument = option.argument, argument.rule != .text else { continue }
      let message = try #require(Self.message(command, ["x", "\(option.spelling)=~"]), "\(option.spelling) takes ~")
      let expectation = try #require(message.firstMatch(of: /expects (.+), not '~'/)?.output.1)
      let proposed: [Substring] =
        if let example = expectation.firstMatch(of: /as in (.+)/)?.output.1 {
          example.replacing(" or ", with: ", ").split(separator: ", ")
        } else if let ends = expectation.firstMatch(of: /from (\d+) to (\d+)/)?.output {
          [ends.1, ends.2]
        } else {
          expectation.replacing(" or ", with: ", ").split(separator: ", ")
        }
      for value in proposed {
        #expect(Self.taken(command, "\(option.spelling)=\(value)"), "\(message): \(value)")
      }
    }
  }

  @Test("Every option that is missed by a letter is proposed, and taken")
  func names() throws {
    for (command, option) in Self.options {
      let misspelt = String(option.spelling.dropLast())
      // `--shards` less its last letter is an option of its own.
      if command.options.contains(where: { $0.spelling == misspelt }) { continue }
      let message = try #require(Self.message(command, ["x", misspelt]), "\(misspelt)")
      let proposed = try #require(message.firstMatch(of: /did you mean '(.+)'\?/)?.output.1, "\(message)")
      // The name is known: what is wrong now, if anything, is its value.
      let left = Self.message(command, ["x", String(proposed)])
      #expect(left?.contains("has no option") != true && proposed == option.spelling, "\(message)")
    }
  }

  @Test("Every command that is missed by a letter is proposed", arguments: ProgramSyntax.tariffSim.commands.map(\.name))
  func commands(name: String) {
    // runs without its end is run.
    let misspelt = name == "runs" ? "rnus" : String(name.dropLast())
    #expect(run([misspelt]).errors.contains("did you mean '\(name)'?"))
  }

  @Test("A message does not repeat a value of a megabyte")
  func longValues() {
    let long = String(repeating: "9", count: 1_000_000)
    for arguments in [
      ["run", "x", "--draws", long], ["run", "x", "--\(long)"], [long], ["schema", long], ["run", "x", "--quiet=\(long)"],
    ] {
      let transcript = run(arguments)
      #expect(transcript.code == .usage && transcript.errors.count < 1000, "\(transcript.errors.count)")
    }
  }
}
