import Analysis
import CommandLineKit
import TariffModel
import TariffSimCommands
import Testing

@Suite("The program")
struct ProgramTests {
  @Test("the version is one line")
  func version() {
    let transcript = run(["--version"])
    #expect(transcript.code == .success && transcript.output == "tariffsim 0.1.0\n" && transcript.errors.isEmpty)
  }

  @Test("the schema goes to standard output")
  func schema() {
    #expect(run(["schema"]).output == "{}\n")
  }

  @Test(
    "usage errors have their code, a message and where to look",
    arguments: [
      ([], "tariffsim: no command was given\nTry 'tariffsim help'.\n"),
      (["rum"], "tariffsim: unknown command 'rum'; did you mean 'run'?\nTry 'tariffsim help'.\n"),
      (["--verison"], "tariffsim: 'tariffsim' has no option '--verison'; did you mean '--version'?\nTry 'tariffsim help'.\n"),
      (["help", "vaildate"], "tariffsim: unknown command 'vaildate'; did you mean 'validate'?\nTry 'tariffsim help'.\n"),
      (["run"], "tariffsim: 'run' needs FILE|DIR\nTry 'tariffsim help run'.\n"),
      (["validate"], "tariffsim: 'validate' needs FILE|DIR\nTry 'tariffsim help validate'.\n"),
      (["schema", "x"], "tariffsim: 'schema' does not know what to do with 'x'\nTry 'tariffsim help schema'.\n"),
      (
        ["run", "a.toml", "--draws", "0"],
        "tariffsim: --draws expects a whole number from 1 to 4294967295, as in 1000000, 1_000_000 or 1e6, not '0'\nTry 'tariffsim help run'.\n"
      ),
      (
        ["run", "a.toml", "--seed", "-1"],
        "tariffsim: --seed expects a whole number from 0 to 18446744073709551615, not '-1'\nTry 'tariffsim help run'.\n"
      ),
      (
        ["run", "a.toml", "--thread", "2"],
        "tariffsim: 'run' has no option '--thread'; did you mean '--threads'?\nTry 'tariffsim help run'.\n"
      ),
      (
        ["run", "a.toml", "--format", "xml"],
        "tariffsim: --format expects text, json or csv, not 'xml'\nTry 'tariffsim help run'.\n"
      ),
    ] as [([String], String)])
  func usage(arguments: [String], message: String) {
    let transcript = run(arguments)
    #expect(transcript.code == .usage && transcript.errors == message && transcript.output.isEmpty)
  }

  @Test("exit codes are those of sysexits.h")
  func codes() {
    let codes: [ExitCode] = [
      .success, .unanswered, .usage, .badInput, .missingFile, .internalError, .systemShortage, .cannotWrite, .interrupted,
    ]
    #expect(codes.map(\.rawValue) == [0, 1, 64, 65, 66, 70, 71, 73, 75])
  }

  @Test("every example in the help is understood")
  func examples() throws {
    for command in ProgramSyntax.tariffSim.commands {
      for example in command.examples {
        // Examples hold quotes and redirections as a shell takes them; the parser sees neither.
        let words = example.replacing("'0.6 to 1.0'", with: "0.6").split(separator: " ").map(String.init)
        let arguments = Array(words.dropFirst().prefix { $0 != ">" })
        #expect(throws: Never.self, "\(example)") { try ProgramSyntax.tariffSim.command(words[0]).parse(arguments) }
      }
    }
  }

  @Test("a library that is not there is named, with the system's reason")
  func missingLibrary() {
    let failure = CommandFailure.missingLibrary(reason: "libopenblas.so.0: no such file")
    #expect(failure.message == "tariffsim: OpenBLAS cannot be loaded: libopenblas.so.0: no such file\n")
    #expect(failure.exitCode == .systemShortage)
  }

  @Test(
    "draws that do not solve are told with the range they come from, or that none stands out",
    arguments: [
      (
        true,
        "tariffsim: 1,204 of 100,000 draws (1.2 %) do not solve, and a result may leave out 0.1 %; effective_tariff_rate under "
          + "policy has no finite value in 1,200; the range of parameters/e causes it: from 1.21 to 1.95 in nine tenths of these "
          + "draws, from 0.5 to 2 in all: narrow it\n"
      ),
      (
        false,
        "tariffsim: 1,204 of 100,000 draws (1.2 %) do not solve, and a result may leave out 0.1 %; effective_tariff_rate under "
          + "policy has no finite value in 1,200; no range stands out, least unlike that of parameters/e: from 1.21 to 1.95 in nine "
          + "tenths of these draws, from 0.5 to 2 in all: narrow it\n"
      ),
    ])
  func unsolvedDraws(isClear: Bool, message: String) {
    let failure = CommandFailure.unsolvedDraws(
      UnsolvedFailure(
        count: 1204, draws: 100_000,
        outcome: OutcomeKey(scenario: "policy", period: "year", outcome: .effectiveTariffRate, slice: .total), outcomeCount: 1200,
        cause: UnsolvedCause(
          path: "parameters/e", amongUnsolved: 1.2134...1.9512, amongAll: 0.5001...1.9999, isClear: isClear)))
    #expect(failure.message == message)
    #expect(failure.exitCode == .badInput)
  }

  @Test("an internal error asks for a report")
  func internalError() {
    #expect(
      CommandFailure.internalError("a sum is not finite").message
        == "tariffsim: a sum is not finite\nThis is a mistake in the program: please report it with the scenario file.\n")
  }
}
