import CommandLineKit
import FoundationEssentials
import TariffSimCommands
import Testing

@Suite("The command solve")
struct SolveCommandTests {
  private static let scenario = """
    schemaVersion = 1
    title = "Small"
    home = "Pakistan"
    partner = "United States"

    [[exports.lines]]
    id = "6302"
    hs = "6302"
    value = 100
    duty = 0.1
    elasticity = 1.2

    [[imports.lines]]
    id = "5201"
    value = 50
    tariff = 0.02
    elasticity = 1.5

    [[measures]]
    name = "reciprocal"
    rate = 0.19

    [[commitments]]
    name = "cotton"
    amount = { lognormal = { mean = 20, sd = 5 } }
    basis = "increment"
    importLine = "5201"
    additionality = 0.1

    [[scenarios]]
    name = "nothing"
    measures = ["reciprocal"]

    [[scenarios]]
    name = "package"
    measures = ["reciprocal"]
    commitments = ["cotton"]

    """

  /// A folder with `a.toml` for one test, removed afterwards.
  private func withFile(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/tariffsim-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(FileManager.default.createFile(atPath: path + "/a.toml", contents: Data(Self.scenario.utf8)))
    try body(path)
  }

  private func solve(_ path: String, _ options: [String], out: String = "/out") -> Transcript {
    run(["solve", path + "/a.toml", "-n", "2000", "-o", path + out] + options, pipeline: .live)
  }

  /// Imports are 50 and the amount: the mean reaches 80 where that of the amount is 30, the amount itself is 30, or 1.5 times its law.
  @Test(
    "A number, the factor of its law and its mean are varied",
    arguments: [
      ("commitments/cotton/amount=0..100", 30.0), ("commitments/cotton/amount*=0..5", 1.5),
      ("commitments/cotton/amount.mean=1..100", 30),
      ("scenarios/package/commitments/cotton=0..5", 1.5), ("commitments/cotton/amount", 30),
    ])
  func varied(path: String, answer: Double) throws {
    try withFile { folder in
      let transcript = solve(folder, ["--vary", path, "--until", "mean(imports) >= 80", "--scenario", "package", "-f", "csv"])
      #expect(transcript.code == .success && transcript.errors.isEmpty, "\(transcript.errors)")
      let fields = transcript.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      #expect(fields.count == 2 && fields[1][4] == "solved" && fields[1][8] == "above")
      let found = try #require(Double(fields[1][5]))
      #expect((found - answer).magnitude < 0.03 * answer)
    }
  }

  @Test("The answer is in the folder and on the screen, and the same bytes on any number of threads")
  func files() throws {
    try withFile { folder in
      let options = ["--vary", "commitments/cotton/amount*=0..5", "--until", "P(imports < 80) >= 0.9"]
      let text = solve(folder, options + ["-t", "1"])
      #expect(text.code == .success && text.output.contains("package: P(imports < 80) >= 0.9"))
      #expect(text.output.contains("commitments/cotton/amount* = 1.1") && text.output.contains("95 % interval"))
      // Without the purchase imports are 50 for certain.
      #expect(text.output.contains("nothing: P(imports < 80) >= 0.9\n  The goal holds at every value"))
      let again = solve(folder, options + ["-t", "3"], out: "/again")
      #expect(again.code == .success)
      for name in ["solutions.csv", "evaluations.csv", "summary.json"] {
        let paths = ["/out/a.goal/", "/again/a.goal/"].map { folder + $0 + name }
        #expect(FileManager.default.contents(atPath: paths[0]) == FileManager.default.contents(atPath: paths[1]), "\(name)")
        #expect(FileManager.default.contents(atPath: paths[0])?.isEmpty == false)
      }
    }
  }

  @Test("What is unreachable or true already is no failure, unless --strict says so")
  func endings() throws {
    try withFile { folder in
      let never = ["--vary", "commitments/cotton/amount=0..10", "--until", "mean(imports) >= 80", "--scenario", "package"]
      #expect(solve(folder, never).code == .success)
      let strict = solve(folder, never + ["--strict"])
      #expect(strict.code == .unanswered && strict.output.contains("It comes closest at 10"))
    }
  }

  @Test(
    "What cannot be asked says why, with a way out",
    arguments: [
      (["--until", "mean(imports) > 1"], "say what is varied, as in --vary 'commitments/crude/amount=0..5000'"),
      (["--vary", "commitments/cotton/amount"], "say what is to hold, as in --until 'P(balance < 2000) >= 0.9'"),
      (
        ["--vary", "commitments/cotton/amount=5..1", "--until", "mean(imports) > 1"],
        "--vary commitments/cotton/amount=5..1: a range goes from the smaller number to the larger; say it as in commitments/cotton/amount=0..10 or commitments/cotton/amount=0%..50%"
      ),
      (
        ["--vary", "commitments/coton/amount=0..10", "--until", "mean(imports) > 1"],
        "--vary: 'commitments/coton/amount' names no number of the study: did you mean 'commitments/cotton/amount'?"
      ),
      (
        ["--vary", "commitments/cotton/amount=0..10", "--until", "mean(import) > 1"],
        "--until 'mean(import) > 1', character 6: no outcome 'import': did you mean imports?"
      ),
      (
        ["--vary", "commitments/cotton/amount=0..10", "--until", "mean(imports) > 1", "--scenario", "packge"],
        "no scenario 'packge': did you mean 'package'?"
      ),
      (
        ["--vary", "commitments/cotton/amount=0..10", "--until", "mean(package: imports) > 1", "--scenario", "package"],
        "the goal names its scenarios: leave --scenario out"
      ),
    ])
  func refusals(options: [String], message: String) throws {
    try withFile { folder in
      let transcript = solve(folder, options)
      #expect(transcript.code == .usage && transcript.output.isEmpty)
      #expect(transcript.errors == "tariffsim: \(message)\nTry 'tariffsim help solve'.\n")
    }
  }

  @Test("A value that the study's rules refuse names the rule")
  func rules() throws {
    try withFile { folder in
      let transcript = solve(
        folder, ["--vary", "commitments/cotton/amount=-5..10", "--until", "mean(imports) > 60", "--scenario", "package"])
      #expect(transcript.code == .usage)
      #expect(
        transcript.errors.contains("with commitments/cotton/amount at -5.0 the study breaks a rule: commitments/cotton/amount"))
    }
  }
}
