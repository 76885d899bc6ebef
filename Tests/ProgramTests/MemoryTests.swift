import Testing

@Suite("The built program: too little memory")
struct MemoryTests {
  /// From less than the libraries take to more than a run does.
  @Test(
    "Under any limit of address space a run ends, with a result or with a sentence", arguments: [1, 2, 3, 4, 5, 6, 8, 10, 20, 40])
  func addressSpace(hundredThousands: Int) throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    let run = try bench.run(
      shell: "ulimit -v \(hundredThousands * 100_000); exec \"$0\" \"$@\"", "run", "small.toml", "--quiet", "--threads", "2")
    if run.ending == .exit(0) {
      #expect(try bench.names(in: "results/small") == BuiltProgram.resultFiles)
    } else {
      #expect(run.ending == .exit(71) && run.errors.hasPrefix("tariffsim: ") && run.errors.contains("; "), "\(run)")
    }
  }

  @Test("A run that would take more than it may is refused before its work, with a way out that works")
  func memoryLimit() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    let run = try bench.run("run", "small.toml", "--memory-limit", "1M")
    #expect(run.ending == .exit(71), "\(run)")
    #expect(try bench.names() == ["small.toml"])
    let limit = try #require(run.errors.split(separator: "run with --memory-limit ").last?.prefix { $0 != "," }, "\(run)")
    let typed = try bench.run("run", "small.toml", "--quiet", "--memory-limit", String(limit))
    #expect(typed.ending == .exit(0), "\(run) \(typed)")
  }

  @Test("Without OpenBLAS a scenario is validated and a run says what is missing")
  func missingLibrary() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text, "libopenblas.so.0": "no library"])
    let environment = ["LD_LIBRARY_PATH": bench.folder]
    for command in [["validate", "small.toml"], ["schema"], ["--version"], ["--help"]] {
      let run = try bench.run(command, environment: environment)
      #expect(run.ending == .exit(0), "\(run)")
    }
    let run = try bench.run(["run", "small.toml"], environment: environment)
    #expect(run.ending == .exit(71) && run.errors.contains("OpenBLAS cannot be loaded"), "\(run)")
  }
}
