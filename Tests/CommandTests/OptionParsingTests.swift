import CommandLineKit
import Testing

@Suite("Option tables")
struct OptionParsingTests {
  static let command = CommandSyntax(
    "brew", abstract: "make tea", operands: OperandSyntax("LEAF", count: 1...2),
    options: [
      OptionSyntax("minutes", short: "m", argument: OptionArgument("N", .wholeNumber(1...10)), help: "how long"),
      OptionSyntax("at-least", argument: OptionArgument("N", .wholeNumber(0...UInt64.max)), help: "how much"),
      OptionSyntax("cup", argument: OptionArgument("NAME", .text), help: "which", isRepeatable: true),
      OptionSyntax("heats", argument: OptionArgument("LIST", .ascendingNumbers(0...100)), help: "how hot"),
      OptionSyntax("milk", argument: OptionArgument("WHEN", .word(["first", "last", "never"])), help: "when"),
      OptionSyntax("with", argument: OptionArgument("KEY=VALUE", .assignment), help: "more", isRepeatable: true),
      OptionSyntax("pot", argument: OptionArgument("I/N", .place(limit: 8)), help: "which of how many"),
      OptionSyntax("quiet", short: "q", help: "say nothing"),
    ])
  static let program = ProgramSyntax("kettle", abstract: "tea", commands: [command])

  @Test("values follow or are attached, switches stand alone, operands mix in, two dashes end the options")
  func forms() throws {
    let parsed = try Self.command.parse([
      "assam", "--minutes", "3", "--cup=blue", "-q", "--cup", "a=b", "--heats=80,90.5", "--with", "sugar=2=x", "--", "--cup",
    ])
    #expect(parsed.operands == ["assam", "--cup"])
    #expect(parsed.wholeNumber("minutes") == 3)
    #expect(parsed.values["cup"] == ["blue", "a=b"])
    #expect(parsed.numbers("heats") == [80, 90.5])
    #expect(parsed.has("quiet") && !parsed.has("milk"))
    #expect(parsed.assignments("with").map(\.name) == ["sugar=2"] && parsed.assignments("with").map(\.value) == ["x"])
    #expect(try #require(try Self.command.parse(["x", "--pot", "3/8"]).place("pot")) == (3, 8))
    #expect(try #require(try Self.command.parse(["x", "--pot", "0:8"]).place("pot")) == (1, 8))
    #expect(throws: UsageError.self) { try Self.command.parse(["x", "--pot", "8:8"]) }
    #expect(throws: UsageError.self) { try Self.command.parse(["x", "--pot", "auto"]) }
    #expect(try Self.command.parse(["-m", "3", "-"]).operands == ["-"])
    #expect(try Self.command.parse(["-m=10", "x"]).wholeNumber("minutes") == 10)
    #expect(try Self.command.parse(["x", "--at-least", "18446744073709551615"]).wholeNumber("at-least") == .max)
  }

  @Test("help is asked for anywhere before two dashes, whatever else is wrong", arguments: [["--help"], ["x", "--bogus", "-h"]])
  func help(arguments: [String]) throws {
    #expect(try Self.command.parse(arguments).wantsHelp)
    #expect(try !Self.command.parse(["x", "--", "--help"]).wantsHelp)
  }

  @Test(
    "every message",
    arguments: [
      (["x", "--minute", "3"], "'brew' has no option '--minute'; did you mean '--minutes'?"),
      (["x", "--mintues=3"], "'brew' has no option '--mintues'; did you mean '--minutes'?"),
      (["x", "--frobnicate"], "'brew' has no option '--frobnicate'"),
      (["x", "-z"], "'brew' has no option '-z'"),
      (["x", "--minutes"], "--minutes needs N: a whole number from 1 to 10"),
      (["x", "--minutes", "--quiet"], "--minutes needs N: a whole number from 1 to 10"),
      (["x", "--minutes", "-q"], "--minutes needs N: a whole number from 1 to 10"),
      (["x", "--minutes", "three"], "--minutes expects a whole number from 1 to 10, not 'three'"),
      (["x", "--minutes", "0"], "--minutes expects a whole number from 1 to 10, not '0'"),
      (["x", "--minutes", "11"], "--minutes expects a whole number from 1 to 10, not '11'"),
      (["x", "--minutes", "+3"], "--minutes expects a whole number from 1 to 10, not '+3'"),
      (["x", "--minutes", "3.0"], "--minutes expects a whole number from 1 to 10, not '3.0'"),
      (["x", "--minutes="], "--minutes expects a whole number from 1 to 10, not ''"),
      (["x", "--at-least", "-5"], "--at-least expects a whole number from 0 to 18446744073709551615, not '-5'"),
      (
        ["x", "--at-least", "18446744073709551616"],
        "--at-least expects a whole number from 0 to 18446744073709551615, not '18446744073709551616'"
      ),
      (["x", "--cup="], "--cup expects a text that is not empty, not ''"),
      (["x", "--heats", "90,80"], "--heats expects ascending numbers from 0 to 100, as in 5,50,95, not '90,80'"),
      (["x", "--heats", "90,90"], "--heats expects ascending numbers from 0 to 100, as in 5,50,95, not '90,90'"),
      (["x", "--heats", "90,"], "--heats expects ascending numbers from 0 to 100, as in 5,50,95, not '90,'"),
      (["x", "--heats", "90,101"], "--heats expects ascending numbers from 0 to 100, as in 5,50,95, not '90,101'"),
      (["x", "--heats", "nan"], "--heats expects ascending numbers from 0 to 100, as in 5,50,95, not 'nan'"),
      (["x", "--milk", "soon"], "--milk expects first, last or never, not 'soon'"),
      (["x", "--with", "sugar"], "--with expects NAME=VALUE, not 'sugar'"),
      (["x", "--with", "=2"], "--with expects NAME=VALUE, not '=2'"),
      (["x", "--pot", "3"], "--pot expects I/N, the I-th of N, with N from 1 to 8 and I from 1 to N, as in 3/8, not '3'"),
      (["x", "--pot", "0/3"], "--pot expects I/N, the I-th of N, with N from 1 to 8 and I from 1 to N, as in 3/8, not '0/3'"),
      (["x", "--pot", "4/3"], "--pot expects I/N, the I-th of N, with N from 1 to 8 and I from 1 to N, as in 3/8, not '4/3'"),
      (["x", "--pot", "1/0"], "--pot expects I/N, the I-th of N, with N from 1 to 8 and I from 1 to N, as in 3/8, not '1/0'"),
      (["x", "--pot", "1/9"], "--pot expects I/N, the I-th of N, with N from 1 to 8 and I from 1 to N, as in 3/8, not '1/9'"),
      (
        ["x", "--pot", "1/2/3"], "--pot expects I/N, the I-th of N, with N from 1 to 8 and I from 1 to N, as in 3/8, not '1/2/3'"
      ),
      (
        ["x", "--pot", "1/18446744073709551615"],
        "--pot expects I/N, the I-th of N, with N from 1 to 8 and I from 1 to N, as in 3/8, not '1/18446744073709551615'"
      ),
      (["x", "--quiet=yes"], "--quiet takes no value, and was given 'yes'"),
      (["x", "-q", "--quiet"], "--quiet was given twice"),
      (["x", "-m", "1", "--minutes=2"], "--minutes was given twice"),
      ([], "'brew' needs LEAF"),
      (["x", "y", "z"], "'brew' does not know what to do with 'z'"),
    ] as [([String], String)])
  func messages(arguments: [String], message: String) {
    let error = #expect(throws: UsageError.self) { try Self.command.parse(arguments) }
    #expect(error?.message == message)
  }

  @Test("a command is found by its name, and a misspelt one suggested")
  func commands() throws {
    #expect(try Self.program.command("brew") == Self.command)
    #expect(
      #expect(throws: UsageError.self) { try Self.program.command("brw") }?.message
        == "unknown command 'brw'; did you mean 'brew'?")
    #expect(#expect(throws: UsageError.self) { try Self.program.command("pour") }?.message == "unknown command 'pour'")
    #expect(UsageError.noCommand(program: "kettle").message == "no command was given")
  }

  @Test(
    "the nearest word is a swap, a slip or a letter away, and nothing far is offered",
    arguments: [
      ("trheads", "threads"), ("seeed", "seed"), ("SEED", "seed"), ("percentile", "percentiles"), ("xyz", nil), ("", nil),
    ] as [(String, String?)])
  func nearest(text: String, word: String?) {
    #expect(NearestWord.to(text, in: ["draws", "seed", "threads", "percentiles"]) == word)
  }

  @Test("of equally near words the first is offered")
  func tie() {
    #expect(NearestWord.to("cat", in: ["bat", "hat"]) == "bat")
  }
}
