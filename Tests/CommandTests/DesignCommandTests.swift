import Analysis
import CommandLineKit
import FoundationEssentials
import Reporting
import Sampling
import TariffSimCommands
import Testing

@Suite("The design of a run, on the command line")
struct DesignCommandTests {
  /// What `run` says of an empty file of a scenario whose file states 1,000 draws and seed 7.
  private func outcome(_ arguments: [String], command: String = "run") throws -> (transcript: Transcript, summary: String) {
    let path = FileManager.default.temporaryDirectory.path + "/tariffsim-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(FileManager.default.createFile(atPath: path + "/a.toml", contents: Data()))
    let transcript = CommandTests.run([command, path + "/a.toml", "-o", path + "/out"] + arguments)
    return (transcript, (try? String(contentsOfFile: path + "/out/a/summary.json", encoding: .utf8)) ?? "")
  }

  @Test("Every design is taken, and told with its replicates", arguments: PointSet.allCases.map(\.rawValue))
  func designs(name: String) throws {
    let (transcript, summary) = try outcome(["--design", name, "--replicates", "4", "--draws", "4096"])
    #expect(transcript.code == .success, "\(transcript.errors)")
    #expect(transcript.output.contains("\(name), 4 replicates of 1,024 points"))
    #expect(summary.contains("\"design\": \"\(name)\"") && summary.contains("\"replicates\": 4"))
    #expect(summary.contains("from the differences between replicates"))
  }

  @Test("Random draws tell of no replicates")
  func random() throws {
    let (transcript, summary) = try outcome(["--design", "random"])
    #expect(transcript.code == .success && !summary.contains("replicates") && summary.contains("\"design\": \"random\""))
    #expect(summary.contains("from order statistics"))
  }

  @Test(
    "What does not go together is refused, with a way out that works",
    arguments: [
      (
        ["--design", "sobol"],
        "sobol takes 16 replicates times a power of two, and 1,000 is no such number: add --draws 512 or --draws 1024",
        ["--design", "sobol", "--draws", "1024"]
      ),
      (
        ["--design", "lattice", "--replicates", "3", "--draws", "5"],
        "lattice takes 3 replicates times a power of two, and 5 is no such number: say --draws 6",
        ["--design", "lattice", "--replicates", "3", "--draws", "6"]
      ),
      (
        ["--replicates", "8"], "--replicates are those of a design of points, and draws are random: add --design sobol",
        ["--replicates", "8", "--design", "sobol", "--draws", "1024"]
      ),
      (
        ["--design", "latin", "--exact-percentiles", "--draws", "1024"],
        "--exact-percentiles gives intervals of independent draws, and those of latin are not: leave it out, or add --design random",
        ["--design", "random", "--exact-percentiles", "--draws", "1024"]
      ),
      (
        ["--design", "antithetic", "--draws", "1024", "--rotate", "on"],
        "--rotate on is for sobol, lattice and latin, and not for antithetic: leave it out, or add --design sobol",
        ["--design", "sobol", "--draws", "1024", "--rotate", "on"]
      ),
      (
        ["--draws", "1024", "--smooth", "on"],
        "--smooth on is for sobol, lattice and latin, and not for random: leave it out, or add --design sobol",
        ["--design", "sobol", "--draws", "1024", "--smooth", "on"]
      ),
    ] as [([String], String, [String])])
  func contradictions(arguments: [String], message: String, wayOut: [String]) throws {
    let refused = try outcome(arguments).transcript
    #expect(refused.code == .usage && refused.errors.contains(message), "\(refused.errors)")
    #expect(try outcome(wayOut).transcript.code == .success)
  }

  @Test("compare refuses what is not independent, before it asks for a number of draws")
  func comparison() throws {
    let refused = try outcome(["--design", "sobol", "--draws", "1000"], command: "compare").transcript
    #expect(
      refused.code == .usage
        && refused.errors.contains("compare rests on independent draws, and those of sobol are not: say --design random"),
      "\(refused.errors)")
  }
}
