internal import CommandLineKit
internal import TariffSimCommands
internal import VectorMath

/// `benchmarks peer`: one run of a reference workload, told in the words of the peers.
struct PeerCommand {
  var workload: ReferenceWorkload
  var draws: Int?
  var threads: Int
  var seed: UInt64?
  var console: Console

  init(_ parsed: ParsedCommand, console: Console) {
    workload = parsed.value("case").flatMap(ReferenceWorkload.init) ?? .w1
    draws = parsed.wholeNumber("draws").map(Int.init)
    threads = parsed.threads
    seed = parsed.wholeNumber("seed")
    self.console = console
  }

  func run() throws(BenchmarkFailure) -> Int32 {
    try BuildMode.requireOptimised()
    let forced = try forcedInstructionSet()
    let run = try WorkloadRun(workload, places: try .current())
    let (result, seconds) = try run.simulated(
      draws: draws, seed: seed, threads: threads, kernels: KernelChoice(forced ?? .detected))
    let line = PeerLine(
      peer: forced.map { "tariffsim_\($0.rawValue)" } ?? "tariffsim", run: run, result: result, threads: threads,
      seconds: seconds, peakBytes: OwnMemory.peakBytes)
    try console.report(line.text)
    return ExitCode.success.rawValue
  }

  /// The instruction set that `TARIFFSIM_ISA` names; nothing where it is not set.
  private func forcedInstructionSet() throws(BenchmarkFailure) -> InstructionSet? {
    guard let name = Environment.value("TARIFFSIM_ISA") else { return nil }
    do {
      return try InstructionSet.forced(by: name)
    } catch {
      throw .instructionSet("this processor cannot be made to use the instruction set '\(name)' of TARIFFSIM_ISA")
    }
  }
}
