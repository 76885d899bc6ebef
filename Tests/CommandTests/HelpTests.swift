import CommandLineKit
import FoundationEssentials
import TariffSimCommands
import Testing

/// The help as it was last read and approved, a text a command in `Help/`; a changed help fails until its text there is changed too.
@Suite("Help")
struct HelpTests {
  private static let commands = ProgramSyntax.tariffSim.commands.map(\.name)

  private func approved(_ name: String) throws -> String {
    let folder = "\(#filePath)".split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
    return try String(contentsOfFile: "\(folder)/Help/\(name).txt", encoding: .utf8)
  }

  /// What the program prints when it is asked for help.
  private func help(_ arguments: [String]) -> String {
    let transcript = CommandTests.run(arguments)
    #expect(transcript.code == .success && transcript.errors.isEmpty)
    return transcript.output
  }

  @Test("the program")
  func program() throws { #expect(try help(["help"]) == approved("program")) }

  @Test("a command", arguments: commands)
  func command(name: String) throws { #expect(try help(["help", name]) == approved(name)) }

  @Test("no line is wider than 80 columns, and every way to ask gives the same text", arguments: commands)
  func widths(name: String) {
    let text = help(["help", name])
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(help([name, "--help"]) == text)
    #expect(help([name, "-h", "--bogus"]) == text)
  }

  @Test("the program is asked in several ways too")
  func ways() {
    #expect(help(["--help"]) == help(["help"]))
    #expect(help(["-h"]) == help(["help"]))
  }
}
