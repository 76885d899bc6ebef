import CommandLineKit
import FoundationEssentials
import Glibc
import Reporting
import TariffSimCommands
import Testing

@Suite("The command run")
struct RunCommandTests {
  /// A folder with `a.toml`, `b.toml` and `dir/scenario.toml` for one test, removed afterwards.
  private func withFiles(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/tariffsim-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path + "/dir", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    for name in ["a.toml", "b.toml", "dir/scenario.toml"] {
      #expect(FileManager.default.createFile(atPath: path + "/" + name, contents: Data()))
    }
    try body(path)
  }

  private func names(_ path: String) throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test("a file becomes a folder of its name and a report on standard output")
  func file() throws {
    try withFiles { path in
      let transcript = run(["run", path + "/a.toml", "--output", path + "/out", "--threads=3"])
      #expect(transcript.code == .success && transcript.errors.isEmpty)
      #expect(transcript.output.contains("Under first exports fall by 10 %."))
      #expect(transcript.output.contains("Files  \(path)/out/a\n"))
      try #expect(names(path + "/out/a") == ["assumptions.csv", "percentiles.csv", "run.json", "statistics.csv", "summary.json"])
      let record = try text(path + "/out/a/run.json")
      #expect(record.contains("\"threads\": 3,") && record.contains("\"instructionSet\": \"v3\""))
      let summary = try text(path + "/out/a/summary.json")
      #expect(summary.contains("\"seed\": 7,") && summary.contains("\"draws\": 1000,"))
      #expect(summary.contains("\"programVersion\": \"\(ProgramVersion.text)\""))
    }
  }

  @Test("options replace the file's defaults, and overrides are recorded")
  func options() throws {
    try withFiles { path in
      let transcript = run([
        "run", path + "/a.toml", "-o", path + "/out", "-n", "5000", "--seed", "0", "--percentiles", "10,90",
        "--exact-percentiles",
        "--by-line", "--set", "parameters/x=29%", "--set", "cifFactor=1.1",
      ])
      #expect(transcript.code == .success)
      let summary = try text(path + "/out/a/summary.json")
      for part in [
        "\"seed\": 0,", "\"draws\": 5000,", "\"percentiles\": [10, 90]", "\"exactPercentiles\": true",
        "\"percentilesFrom\": \"exact order statistics\"", "{\"path\": \"parameters/x\", \"value\": \"29%\"}",
        "{\"path\": \"cifFactor\", \"value\": \"1.1\"}",
      ] {
        #expect(summary.contains(part), "\(part)")
      }
      try #expect(names(path + "/out/a").contains("lines.csv"))
    }
  }

  @Test(
    "a folder stands for its scenario.toml and lends its name, the file itself too", arguments: ["", "/", "/scenario.toml", "/."])
  func folder(ending: String) throws {
    try withFiles { path in
      #expect(run(["run", path + "/dir" + ending, "--output", path + "/out"]).code == .success)
      try #expect(names(path + "/out") == ["dir"])
    }
  }

  @Test("standard output takes the summary or the percentiles instead")
  func formats() throws {
    try withFiles { path in
      let json = run(["run", path + "/a.toml", "--output", path + "/out", "--format", "json"])
      try #expect(json.output == text(path + "/out/a/summary.json"))
      let csv = run(["run", path + "/a.toml", "--output", path + "/out", "--format=csv"])
      try #expect(csv.output == text(path + "/out/a/percentiles.csv"))
      let quiet = run(["run", path + "/a.toml", "--output", path + "/out", "--quiet"])
      #expect(quiet.code == .success && quiet.output.isEmpty && quiet.errors.isEmpty)
    }
  }

  @Test("a dry run prints the plan and writes nothing")
  func dryRun() throws {
    try withFiles { path in
      let transcript = run(["run", path + "/a.toml", "--dry-run", "--draws", "2000", "-t", "4", "--output", path + "/out"])
      #expect(transcript.code == .success && transcript.output.contains("draws              2,000 in 4 blocks of 512"))
      #expect(transcript.output.contains("threads            4\n"))
      try #expect(names(path) == ["a.toml", "b.toml", "dir"])
    }
  }

  @Test("progress is drawn on a terminal only, and cleared")
  func progress() throws {
    try withFiles { path in
      let terminal = Terminal(outputIsTerminal: false, errorIsTerminal: true, width: 60)
      let shown = run(["run", path + "/a.toml", "--output", path + "/out"], terminal: terminal)
      #expect(shown.errors.contains("100 %") && shown.errors.hasSuffix("\r\u{1B}[K"))
      // Draws that are computed twice are done when they are computed twice.
      let pipeline = RunPipeline.fake(simulate: { conduct throws(CommandFailure) in conduct.announce(2000) })
      let half = run(["run", path + "/a.toml", "--output", path + "/out"], pipeline: pipeline, terminal: terminal)
      #expect(half.errors.contains(" 50 %") && !half.errors.contains("100 %"))
      // Two passes are expected from the start, but none beside draws that are kept.
      for (draws, share) in [("16385", " 50 %"), ("16384", "100 %")] {
        let exact = run(
          ["run", path + "/a.toml", "--output", path + "/out", "--exact-percentiles", "--draws", draws], terminal: terminal)
        #expect(exact.errors.contains(share))
      }
      let quiet = run(["run", path + "/a.toml", "--output", path + "/quiet", "--quiet"], terminal: terminal)
      #expect(quiet.errors.isEmpty)
    }
  }

  @Test("a missing file, a missing scenario.toml and a foreign result folder have their messages and codes")
  func failures() throws {
    try withFiles { path in
      let missing = run(["run", path + "/none.toml"])
      #expect(missing.code == .missingFile)
      #expect(missing.errors == "tariffsim: \(path)/none.toml: No such file or directory\n" && missing.output.isEmpty)
      let empty = run(["run", path])
      #expect(empty.code == .missingFile && empty.errors.hasPrefix("tariffsim: \(path): the folder holds no scenario.toml"))
      try FileManager.default.createDirectory(atPath: path + "/out/a", withIntermediateDirectories: true)
      #expect(FileManager.default.createFile(atPath: path + "/out/a/mine.txt", contents: Data()))
      let foreign = run(["run", path + "/a.toml", "--output", path + "/out"])
      #expect(foreign.code == .cannotWrite)
      #expect(
        foreign.errors
          == "tariffsim: \(path)/out/a holds no result of this program and is left alone; choose another place with --output\n")
      let below = run(["run", path + "/a.toml", "--output", path + "/b.toml"])
      #expect(below.code == .cannotWrite)
      #expect(below.errors == "tariffsim: \(path)/b.toml/a is not a folder; choose another place with --output\n")
    }
  }

  @Test("problems of a file are listed, one line each, with the code for bad input")
  func problems() throws {
    try withFiles { path in
      let pipeline = RunPipeline.fake(load: { file throws(CommandFailure) in
        throw .badInput(path: file, problems: ["a.toml:1:1: first", "a.toml:2:5: second"])
      })
      let transcript = run(["run", path + "/a.toml"], pipeline: pipeline)
      #expect(transcript.code == .badInput && transcript.output.isEmpty)
      #expect(transcript.errors == "a.toml:1:1: first\na.toml:2:5: second\ntariffsim: 2 problems in \(path)/a.toml\n")
      let validated = run(["validate", path + "/a.toml"], pipeline: pipeline)
      #expect(validated.code == .badInput && validated.errors == transcript.errors)
    }
  }

  @Test("an interruption ends with its own code and writes nothing")
  func interruption() throws {
    try withFiles { path in
      let pipeline = RunPipeline.fake(simulate: { _ throws(CommandFailure) in throw .interrupted })
      let transcript = run(["run", path + "/a.toml", "--output", path + "/out"], pipeline: pipeline)
      #expect(transcript.code == .interrupted && transcript.output.isEmpty)
      #expect(transcript.errors == "tariffsim: interrupted; nothing half done was left behind\n")
      try #expect(names(path) == ["a.toml", "b.toml", "dir"])
      // Also where the request came during the last block, so that the simulation finished.
      let late = run(["run", path + "/a.toml", "--output", path + "/out"], isInterrupted: true)
      #expect(late.code == .interrupted && late.output.isEmpty)
      try #expect(names(path) == ["a.toml", "b.toml", "dir"])
      let batch = run(["run", path + "/a.toml", path + "/b.toml", "--output", path + "/out"], pipeline: pipeline)
      #expect(batch.code == .interrupted && batch.output.contains("not started"))
    }
  }

  @Test("in a batch a failed file does not stop the others, and the code is that of the first failure")
  func batch() throws {
    try withFiles { path in
      let transcript = run(["run", path + "/none.toml", path + "/a.toml", path + "/dir", "--output", path + "/out"])
      #expect(transcript.code == .missingFile)
      try #expect(names(path + "/out") == ["a", "dir"])
      #expect(transcript.output.hasPrefix("Batch: 2 of 3 finished"))
      #expect(transcript.errors.contains("[2/3] \(path)/a.toml\n"))
      let json = run(["run", path + "/a.toml", path + "/dir", "--output", path + "/out", "--format", "json"])
      #expect(json.code == .success && json.output.hasPrefix("{\n") && !json.output.contains("Batch"))
      #expect(json.output.split(separator: "\n").count { $0 == "}" } == 1 && json.output.contains("\"input\": \"\(path)/dir\""))
      #expect(json.errors.contains("Batch: 2 of 2 finished"))
    }
  }

  @Test("files that would share a result folder are refused before anything runs")
  func contradictions() throws {
    try withFiles { path in
      let same = run(["run", path + "/a.toml", path + "/a.toml", "--output", path + "/out"])
      #expect(same.code == .usage)
      #expect(
        same.errors.hasPrefix(
          "tariffsim: '\(path)/a.toml' and '\(path)/a.toml' would both write the result folder 'a': run one by itself, with another --output\n"
        ))
      try #expect(names(path) == ["a.toml", "b.toml", "dir"])
    }
  }

  @Test("the tables of several files are one, with the file in the first column")
  func combinedTable() throws {
    try withFiles { path in
      let csv = run(["run", path + "/a.toml", path + "/b.toml", "--format", "csv", "--output", path + "/out"])
      let tables = try ["a", "b"].map { name in
        try text(path + "/out/\(name)/percentiles.csv").split(separator: "\n").map(String.init)
      }
      let rows = zip(["a", "b"], tables).flatMap { name, table in table.dropFirst().map { "\(name),\($0)" } }
      #expect(csv.code == .success && csv.errors.contains("Batch: 2 of 2 finished"))
      #expect(csv.output == (["file," + tables[0][0]] + rows).map { $0 + "\n" }.joined())
    }
  }

  @Test("a full standard output is a failure")
  func fullOutput() throws {
    let device = unsafe open("/dev/full", O_WRONLY)
    try #require(device >= 0)
    defer { close(device) }
    let channel = OutputChannel(descriptor: device)
    let console = Console(
      output: channel, errors: channel, terminal: Terminal(outputIsTerminal: false, errorIsTerminal: false))
    #expect(TariffSimProgram(pipeline: .fake(), console: console).run(["--version"]) == .cannotWrite)
  }
}
