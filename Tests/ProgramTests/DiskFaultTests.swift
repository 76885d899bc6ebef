import FoundationEssentials
import Glibc
import Testing

@Suite("The built program: every call to the disk fails once", .serialized)
struct DiskFaultTests {
  /// What is loaded before the C library, compiled by the compiler that compiles the package's own C.
  private func shim() throws -> [UInt8] {
    let bench = try Workbench()
    let source = "\(#filePath)".split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/Faults/faults.c"
    let made = try bench.run(shell: "clang -shared -fPIC -O1 -o faults.so \"$1\" -ldl", source)
    try #require(made.ending == .exit(0), "\(made)")
    return try bench.bytes("faults.so")
  }

  private func seed(of folder: String, in bench: borrowing Workbench) throws -> String? {
    guard try bench.names(in: folder) == BuiltProgram.resultFiles else { return nil }
    let summary = try bench.text(folder + "/summary.json")
    guard summary.hasSuffix("}\n"), try bench.text(folder + "/run.json").hasSuffix("}\n") else { return nil }
    return summary.split(separator: "\"seed\": ").last?.prefix(while: \.isNumber).description
  }

  private func environment(_ call: String, _ number: Int, _ code: Int32, _ bench: borrowing Workbench) -> [String: String] {
    ["LD_PRELOAD": "./faults.so", "FAULT": "\(call) \(number) \(code)", "FAULT_MARK": "mark"]
  }

  /// Whether the call was made at all, so that it did fail.
  private func hasFailed(_ bench: borrowing Workbench) throws -> Bool { try bench.names().contains("mark") }

  static let calls: [(call: String, code: Int32)] = [
    ("write", ENOSPC), ("write", EIO), ("fsync", EIO), ("open", EROFS), ("mkdir", EROFS), ("rename", EIO), ("exchange", EIO),
  ]

  @Test("A result is whole or not there, an earlier one stays, and the next run is as any", arguments: 0..<7)
  func results(number: Int) throws {
    let (call, code) = Self.calls[number]
    var faults = 0
    let shim = try shim()
    for number in 1...40 {
      let bench = try Workbench(["small.toml": SmallScenario.text])
      try bench.write(shim, to: "faults.so")
      let command = ["run", "small.toml", "--draws", "1000", "--quiet", "--seed"]
      try #require(try bench.run(command + ["1"]).ending == .exit(0))
      let run = try bench.run(command + ["2"], environment: environment(call, number, code, bench))
      guard try hasFailed(bench) else { break }
      faults += 1
      // What is only to make the result last longer may fail without a word; what makes it may not.
      #expect(run.ending == .exit(0) || run.ending == .exit(73), "\(call) \(number): \(run)")
      #expect(run.errors.split(separator: "\n").count <= 2, "\(call) \(number): \(run)")
      let standing = try seed(of: "results/small", in: bench)
      #expect(standing == (run.ending == .exit(0) ? "2" : "1"), "\(call) \(number): \(run)")
      let next = try bench.run(command + ["3"])
      let places = try bench.names(in: "results")
      let seeds = try places.map { try seed(of: "results/" + $0, in: bench) }
      #expect(next.ending == .exit(0) && !seeds.contains(nil) && seeds.contains("1"), "\(call) \(number): \(next) \(places)")
      #expect(try seed(of: "results/small", in: bench) == "3", "\(call) \(number)")
    }
    #expect(faults > 0 && faults < 40, "\(call): \(faults)")
  }

  @Test("A part or a checkpoint is whole or not there, and the work goes on", arguments: 0..<7)
  func parts(number: Int) throws {
    let (call, code) = Self.calls[number]
    var faults = 0
    let shim = try shim()
    for number in 1...40 {
      let bench = try Workbench(["small.toml": SmallScenario.text])
      try bench.write(shim, to: "faults.so")
      let command = ["run", "small.toml", "--draws", "20000", "--quiet", "--shard", "2/2", "--checkpoint", "kept"]
      let run = try bench.run(command, environment: environment(call, number, code, bench))
      guard try hasFailed(bench) else { break }
      faults += 1
      #expect(run.ending == .exit(0) || run.ending == .exit(73), "\(call) \(number): \(run)")
      let next = try bench.run(command)
      try #require(next.ending == .exit(0), "\(call) \(number): \(run) \(next)")
      #expect(try bench.names(in: "results") == ["small.shard-2-of-2.part"], "\(call) \(number)")
      #expect(try !bench.names().contains("kept"), "\(call) \(number)")
      let check = try bench.run("merge", "--missing", "results")
      #expect(check.output == "1\n", "\(call) \(number): \(check)")
    }
    #expect(faults < 40, "\(call): \(faults)")
  }

  /// A filesystem of its own, where the machine lets one be made.
  @Test("A full filesystem ends a run with its code and no debris")
  func fullFilesystem() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    let full = try bench.run(
      shell: """
        unshare -m sh -c 'mkdir -p out && mount -t tmpfs -o size=64k none out && head -c 48000 /dev/zero > out/fill || exit 99
        "$0" run small.toml --draws 1000 --quiet -o out; echo $?; ls -A out' "$0" || echo 99
        """)
    if full.output.hasSuffix("99\n") { return }
    #expect(full.output == "73\nfill\n" && full.errors.contains("No space left on device"), "\(full)")
  }
}
