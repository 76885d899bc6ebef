import BenchmarkKit
import CommandLineKit
import FoundationEssentials
import Testing

@Suite("The program")
struct ProgramTests {
  /// Every failure with its exit code and its words.
  private static let allFailures: [(BenchmarkFailure, ExitCode, String)] = [
    (
      .usage(.unknownCommand("rum", nearest: "run"), command: nil), .usage,
      "benchmarks: unknown command 'rum'; did you mean 'run'?\nTry 'benchmarks help'.\n"
    ),
    (.instructionSet("words"), .usage, "benchmarks: words\n"),
    (
      .debugBuild, .usage,
      "benchmarks: a debug build says nothing about speed; use 'swift run -c release benchmarks'\n"
    ),
    (.nothingMatches(filter: "x"), .usage, "benchmarks: no benchmark has 'x' in its name; --list prints them\n"),
    (.noPackage(program: "/a/b"), .missingFile, "benchmarks: the package's folder is not above /a/b\n"),
    (
      .missingProgram(path: "/a/tariffsim"), .missingFile, "benchmarks: /a/tariffsim is missing; first 'swift build -c release'\n"
    ),
    (.cannotRead(path: "a", reason: "no"), .missingFile, "benchmarks: cannot read a: no\n"),
    (.cannotWrite(path: "a", reason: "no"), .cannotWrite, "benchmarks: cannot write a: no\n"),
    (.notResults(path: "a"), .badInput, "benchmarks: a does not hold raw results of this program\n"),
    (.noHistory(folder: "a"), .missingFile, "benchmarks: no results in a\n"),
    (.badScenario(path: "a"), .badInput, "benchmarks: a has problems; 'tariffsim validate' prints them\n"),
    (.childFailed(command: ["a", "b"], reason: "signal 9"), .internalError, "benchmarks: 'a b' failed: signal 9\n"),
    (
      .peakHidden(below: 192_400_000), .internalError,
      "benchmarks: the memory of a child process is hidden below the 192 MB of this one; use '--filter memory'\n"
    ),
    (.noUnitCost(pass: "a"), .internalError, "benchmarks: no benchmark measures the pass 'a'\n"),
    (.standardOutput(reason: "no"), .cannotWrite, "benchmarks: cannot write to standard output: no\n"),
  ]

  @Test("Every failure has its words and its exit code", arguments: allFailures.indices)
  func failureWords(index: Int) {
    let (failure, code, message) = Self.allFailures[index]
    #expect(failure.message == message)
    #expect(failure.exitCode == code)
  }

  @Test(
    "A wrong command line is told with the command's help",
    arguments: [
      (["histori"], "benchmarks: unknown command 'histori'; did you mean 'history'?\nTry 'benchmarks help'.\n"),
      (["--fliter", "x"], "benchmarks: 'run' has no option '--fliter'; did you mean '--filter'?\nTry 'benchmarks help run'.\n"),
      (["peer", "--case", "w4"], "benchmarks: --case expects w1, w2 or w3, not 'w4'\nTry 'benchmarks help peer'.\n"),
      (["--filter", "nothing like it"], "benchmarks: no benchmark has 'nothing like it' in its name; --list prints them\n"),
    ])
  func usage(arguments: [String], message: String) {
    let transcript = run(arguments)
    #expect(transcript.code == 64)
    #expect(transcript.errors == message)
    #expect(transcript.output.isEmpty)
  }

  @Test("Help of the program and of every command is there, no line wider than 80")
  func help() {
    let program = run(["help"])
    #expect(program.code == 0 && program.output == run(["--help"]).output)
    for command in ["run", "history", "peer", "floor", "help"] {
      #expect(program.output.contains("\n  benchmarks \(command) "))
      let text = run(["help", command]).output
      #expect(text.contains("Usage:") && text == run([command, "--help"]).output)
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(command)")
    }
  }

  @Test("The list has every kind of benchmark, each name once, and follows the filter")
  func list() {
    let names = run(["--list", "--threads", "2"]).output.split(separator: "\n").map(String.init)
    #expect(Set(names).count == names.count)
    #expect(
      Set(names.compactMap { $0.split(separator: "/").first }) == [
        "kernel", "blas", "sketch", "load", "compile", "workload", "process", "memory",
      ])
    let workloads = run(["run", "--list", "--filter", "WORKLOAD", "--threads", "2"]).output
    let expected = ["w1", "w2", "w3"].flatMap { ["workload/\($0)/1-thread", "workload/\($0)/2-threads"] }
    #expect(workloads == expected.map { $0 + "\n" }.joined())
  }

  #if !DEBUG
    @Test("A run writes its raw results, and a later one that is slower ends with 1")
    func compare() throws {
      try withScratchFolder { folder in
        let path = folder + "/raw.json"
        let first = run(["--filter", "kernel/baseline/bounds", "--json", path, "--format", "raw"])
        #expect(first.code == 0 && first.errors.isEmpty)
        var report = try BenchmarkReport(path: path)
        #expect(first.output == report.text)
        #expect(report.results.map(\.name) == ["kernel/baseline/bounds"])
        #expect(report.results[0].statistics.samples >= 20)
        for (factor, code) in [(1e-3, 1), (1e3, 0)] as [(Double, Int32)] {
          report.results = [
            Fixture.result("kernel/baseline/bounds", factor, unit: .nanosecondsPerValue), Fixture.result("load/w1", 1),
          ]
          try report.text.write(toFile: path, atomically: true, encoding: .utf8)
          let later = run(["--filter", "kernel/baseline/bounds", "--compare", path])
          #expect(later.code == code)
          #expect(later.output.contains(code == 1 ? "slower" : "faster"))
          // What the filter leaves out was not forgotten.
          #expect(!later.output.contains("Not measured"))
        }
      }
    }

    @Test("Progress goes to a terminal only, and is taken away")
    func progress() {
      let terminal = Terminal(outputIsTerminal: false, errorIsTerminal: true)
      let errors = run(["--filter", "kernel/baseline/bounds"], terminal: terminal).errors
      #expect(errors == "\r1/1 kernel/baseline/bounds\u{1B}[K\r\u{1B}[K")
    }
  #endif

  @Test("Results that cannot be read are told before anything is measured")
  func unreadableEarlier() {
    let transcript = run(["--filter", "kernel/baseline/bounds", "--compare", "/nowhere/raw.json"])
    #expect(transcript.code == 66)
    #expect(transcript.errors == "benchmarks: cannot read /nowhere/raw.json: no such file, or no right to read it\n")
  }

  @Test("The history is printed and drawn")
  func history() throws {
    try withScratchFolder { folder in
      try Fixture.report([Fixture.result("load/w1", 5)]).text
        .write(toFile: folder + "/1.json", atomically: true, encoding: .utf8)
      let transcript = run(["history", "--folder", folder, "--svg", folder + "/history.svg"])
      #expect(transcript.code == 0)
      #expect(transcript.output.hasPrefix("1 result of 2026-11-25, Test Processor\n"))
      let svg = try String(contentsOfFile: folder + "/history.svg", encoding: .utf8)
      #expect(svg.contains(">w1</text>") && !svg.contains("<polyline"))
      #expect(run(["history", "--folder", folder, "--filter", "x"]).code == 64)
      #expect(run(["history", "--folder", folder, "--svg", folder + "/made/history.svg"]).code == 0)
      #expect(try String(contentsOfFile: folder + "/made/history.svg", encoding: .utf8) == svg)
      let taken = run(["history", "--folder", folder, "--svg", folder + "/made"])
      #expect(taken.code == 73 && taken.errors == "benchmarks: cannot write \(folder)/made: Is a directory\n")
    }
  }

  @Test("The package is the nearest folder with a manifest above the program")
  func packagePlaces() throws {
    try withScratchFolder { folder in
      let inner = folder + "/.build/release"
      try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
      try "".write(toFile: folder + "/Package.swift", atomically: true, encoding: .utf8)
      let places = try PackagePlaces.around(inner + "/benchmarks")
      #expect(places == PackagePlaces(package: folder, programs: inner))
      #expect(throws: BenchmarkFailure.missingProgram(path: inner + "/tariffsim")) { try places.tariffSim() }
      #expect(throws: BenchmarkFailure.noPackage(program: "/benchmarks")) { try PackagePlaces.around("/benchmarks") }
    }
  }
}
