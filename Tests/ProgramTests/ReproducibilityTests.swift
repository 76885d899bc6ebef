import FoundationEssentials
import Testing

@Suite("The built program: what results depend on")
struct ReproducibilityTests {
  private static let scenario = BuiltProgram.package + "/Scenarios/pakistan-us-2025"
  private static let result = "pakistan-us-2025"

  /// Ten blocks of draws, the last one not full: enough for seven threads to share and to come in any order.
  private static let draws = "5000"

  @Test("The same bytes with 1, 2, 3 and 7 threads")
  func threads() throws {
    let bench = try Workbench()
    let counts = [1, 2, 3, 7]
    for count in counts {
      let run = try bench.run(
        "run", Self.scenario, "--draws", Self.draws, "--threads", "\(count)", "--by-line", "--output", "\(count)", "--quiet")
      try #require(run.ending == .exit(0), "\(run)")
      #expect(try bench.names(in: "\(count)/\(Self.result)") == (BuiltProgram.resultFiles + ["lines.csv"]).sorted())
      let record = try JSONDecoder().decode(Record.self, from: Data(bench.bytes("\(count)/\(Self.result)/run.json")))
      #expect(record.threads == count && record.wallSeconds > 0)
    }
    for file in BuiltProgram.invariantFiles + ["lines.csv"] {
      for count in counts.dropFirst() {
        try expectSame(file, of: "1", and: "\(count)", on: bench)
      }
    }
  }

  #if arch(x86_64)
    @Test("The same bytes with v3 and v4; an instruction set that the processor lacks is refused")
    func instructionSets() throws {
      let bench = try Workbench()
      let free = try bench.run("run", Self.scenario, "--draws", Self.draws, "--output", "free", "--quiet")
      try #require(free.ending == .exit(0), "\(free)")
      let detected = try instructionSet(of: "free", on: bench)
      let all = ["baseline", "v3", "v4"]
      let widest = try #require(all.firstIndex(of: detected), "unknown instruction set \(detected)")
      for (rank, forced) in all.enumerated() {
        let run = try bench.run(
          "run", Self.scenario, "--draws", Self.draws, "--output", forced, "--quiet", environment: ["TARIFFSIM_ISA": forced])
        guard rank <= widest else {
          #expect(run.ending == .exit(64), "\(run)")
          #expect(run.errors.contains("TARIFFSIM_ISA asks for \(forced), and this processor has \(detected)"), "\(run)")
          continue
        }
        try #require(run.ending == .exit(0), "\(run)")
        #expect(try instructionSet(of: forced, on: bench) == forced)
        // Without fused multiply-add the last digits differ, so baseline is not compared.
        guard forced != "baseline", detected != "baseline" else { continue }
        for file in BuiltProgram.invariantFiles { try expectSame(file, of: "free", and: forced, on: bench) }
      }
    }
  #endif

  @Test("Another seed gives other results, and the same seed the same ones")
  func seeds() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    for (folder, seed) in [("first", "0"), ("again", "0"), ("other", "18446744073709551615")] {
      let run = try bench.run("run", "small.toml", "--draws", "1000", "--seed", seed, "--output", folder, "--quiet")
      try #require(run.ending == .exit(0), "\(run)")
    }
    let first = try bench.bytes("first/small/percentiles.csv")
    #expect(try bench.bytes("again/small/percentiles.csv").elementsEqual(first))
    #expect(try !bench.bytes("other/small/percentiles.csv").elementsEqual(first))
  }

  /// What `run.json` says that is compared here.
  private struct Record: Decodable {
    var threads: Int
    var instructionSet: String
    var wallSeconds: Double
  }

  private func instructionSet(of folder: String, on bench: borrowing Workbench) throws -> String {
    let bytes = try bench.bytes("\(folder)/\(Self.result)/run.json")
    return try JSONDecoder().decode(Record.self, from: Data(bytes)).instructionSet
  }

  private func expectSame(_ file: String, of first: String, and second: String, on bench: borrowing Workbench) throws {
    let (one, other) = (
      try bench.bytes("\(first)/\(Self.result)/\(file)"), try bench.bytes("\(second)/\(Self.result)/\(file)")
    )
    let difference = zip(one, other).enumerated().first { $1.0 != $1.1 }?.offset
    #expect(!one.isEmpty && one.count == other.count && difference == nil, "\(file) of \(first) and \(second)")
  }
}
