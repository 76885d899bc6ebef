import BenchmarkKit
import Testing

@Suite("Child processes")
struct ChildRunTests {
  @Test("A process that ends well has a time and a size")
  func endsWell() throws {
    let child = try ChildRun(["/bin/sh", "-c", "sleep 0.05"])
    #expect(child.seconds >= 0.05)
    #expect(child.peakBytes > 100_000)
  }

  @Test("A peak below this process's own is known to be none")
  func hiddenPeak() throws {
    // More than a shell needs, touched.
    let memory = [UInt64](repeating: 7, count: 4 << 20)
    #expect(try ChildRun(["/bin/sh", "-c", "true"]).peakIsHidden)
    #expect(memory[memory.count - 1] == 7)
  }

  @Test("Variables are added to the environment")
  func environment() throws {
    _ = try ChildRun(
      ["/bin/sh", "-c", "test \"$A_VARIABLE\" = value && test -n \"$PATH\""], environment: ["A_VARIABLE": "value"])
  }

  @Test(
    "What does not end well is an error that says how",
    arguments: [
      (["/bin/sh", "-c", "exit 3"], "exit code 3"), (["/bin/sh", "-c", "kill -9 $$"], "signal 9"),
      (["/nowhere/program"], "No such file or directory"),
    ])
  func endsBadly(command: [String], reason: String) {
    #expect(throws: BenchmarkFailure.childFailed(command: command, reason: reason)) { try ChildRun(command) }
  }
}
