import FoundationEssentials
import Testing

@Suite("The built program: what results depend on")
struct ReproducibilityTests {
  private static let scenario = BuiltProgram.package + "/Scenarios/pakistan-us-2025"
  private static let result = "pakistan-us-2025"

  /// Forty blocks of draws, the last one not full: too many to keep, and enough for seven threads to share and to come in any
  /// order.
  private static let draws = "20000"

  @Test("The same bytes with 1, 2, 3 and 7 threads", arguments: [[], ["--exact-percentiles"]])
  func threads(options: [String]) throws {
    let bench = try Workbench()
    let counts = [1, 2, 3, 7]
    for count in counts {
      let run = try bench.run(
        ["run", Self.scenario, "--draws", Self.draws, "--threads", "\(count)", "--by-line", "--output", "\(count)", "--quiet"]
          + options)
      try #require(run.ending == .exit(0), "\(run)")
      #expect(try bench.names(in: "\(count)/\(Self.result)") == (BuiltProgram.resultFiles + ["lines.csv"]).sorted())
      let record = try JSONDecoder().decode(Record.self, from: Data(bench.bytes("\(count)/\(Self.result)/run.json")))
      #expect(record.threads == count && record.wallSeconds > 0)
    }
    for file in BuiltProgram.invariantFiles + ["lines.csv"] {
      for count in counts.dropFirst() {
        try bench.expectSame("\(Self.result)/\(file)", in: "1", and: "\(count)")
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
        for file in BuiltProgram.invariantFiles { try bench.expectSame("\(Self.result)/\(file)", in: "free", and: forced) }
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
}
