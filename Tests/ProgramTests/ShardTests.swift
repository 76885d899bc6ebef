import Testing

@Suite("The built program: a run in parts")
struct ShardTests {
  private static let scenario = BuiltProgram.package + "/Scenarios/pakistan-us-2025"
  private static let result = "pakistan-us-2025"
  /// Forty blocks of draws, the last one not full: too many to keep.
  private static let options = ["--draws", "20000", "--set", "parameters/usPassThrough=0.9"]

  private func parts(of count: Int, on bench: borrowing Workbench) throws -> [String] {
    try (1...count).map { index in
      let run = try bench.run(
        ["run", Self.scenario, "--threads", "\(1 + index % 3)", "--shard", "\(index)/\(count)", "--output", "parts"]
          + Self.options)
      try #require(run.ending == .exit(0) && run.errors.isEmpty, "\(run)")
      return "parts/\(Self.result).shard-\(index)-of-\(count).part"
    }
  }

  @Test("The same files and the same report from 1, 2, 3 and 8 shards, merged in any order")
  func anyCut() throws {
    let bench = try Workbench()
    let whole = try bench.run(["run", Self.scenario, "--output", "whole"] + Self.options)
    try #require(whole.ending == .exit(0), "\(whole)")
    for count in [1, 2, 3, 8] {
      let parts = try parts(of: count, on: bench)
      let merged = try bench.run(["merge"] + parts.reversed() + ["--output", "merged-\(count)"])
      try #require(merged.ending == .exit(0) && merged.errors.isEmpty, "\(merged)")
      #expect(merged.output == whole.output.replacing("whole/", with: "merged-\(count)/"))
      #expect(try bench.names(in: "merged-\(count)/\(Self.result)") == BuiltProgram.resultFiles)
      for file in BuiltProgram.invariantFiles {
        try bench.expectSame("\(Self.result)/\(file)", in: "whole", and: "merged-\(count)")
      }
    }
  }

  @Test("A run that keeps its draws can be cut as well, with its lines")
  func smallRun() throws {
    let bench = try Workbench()
    let options = ["--draws", "1000", "--by-line", "--quiet"]
    try #require(try bench.run(["run", Self.scenario, "--output", "whole"] + options).ending == .exit(0))
    for index in 1...3 {
      let run = try bench.run(["run", Self.scenario, "--output", "parts", "--shard", "\(index)/3"] + options)
      try #require(run.ending == .exit(0), "\(run)")
    }
    let merged = try bench.run(
      ["merge", "--quiet", "--output", "merged"] + (1...3).map { "parts/\(Self.result).shard-\($0)-of-3.part" })
    try #require(merged.ending == .exit(0), "\(merged)")
    for file in BuiltProgram.invariantFiles + ["lines.csv"] {
      try bench.expectSame("\(Self.result)/\(file)", in: "whole", and: "merged")
    }
  }

  @Test("Any damage to a part ends in one line and the code for bad input")
  func damage() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    try #require(try bench.run("run", "small.toml", "--draws", "5000", "--shard", "1/1", "-q").ending == .exit(0))
    let bytes = try bench.bytes("results/small.shard-1-of-1.part")
    var state: UInt64 = 1
    func word() -> Int {
      // A linear congruential generator with Knuth's multiplier, of which the upper bits are used.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    var names: [String] = []
    for number in 0..<200 {
      var damaged = bytes
      switch number % 4 {
      case 0: damaged[word() % bytes.count] ^= UInt8(1 + word() % 255)
      case 1: damaged.removeLast(1 + word() % bytes.count)
      case 2: damaged.insert(UInt8(word() % 256), at: word() % bytes.count)
      default: damaged.swapAt(0, 1 + word() % (bytes.count - 1))
      }
      if damaged == bytes { continue }
      names.append("\(number).part")
      try bench.write(damaged, to: names[names.count - 1])
    }
    // One shell tries them all: starting the program is most of the work.
    let run = try bench.run(
      shell: "for part in *.part; do \"$0\" merge $part; test $? = 65 || echo $part; done")
    #expect(run.ending == .exit(0) && run.output.isEmpty, "\(run)")
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == names.count)
    #expect(lines.allSatisfy { $0.contains(".part is ") }, "\(run)")
  }
}
