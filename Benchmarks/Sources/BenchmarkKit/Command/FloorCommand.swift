internal import Analysis
internal import CommandLineKit
internal import Expressions
internal import TariffModel
internal import TariffSimCommands
internal import VectorMath

/// `benchmarks floor`: what a workload must cost by the unit costs of this machine, and what it costs.
struct FloorCommand {
  var workload: ReferenceWorkload
  var threads: Int
  var console: Console

  init(_ parsed: ParsedCommand, console: Console) {
    workload = parsed.value("case").flatMap(ReferenceWorkload.init) ?? .w1
    threads = parsed.threads
    self.console = console
  }

  func run() throws(BenchmarkFailure) -> Int32 {
    try BuildMode.requireOptimised()
    let choice = KernelChoice()
    let sampler = Sampler()
    let run = try WorkloadRun(workload, places: try .current())
    defer { console.show("") }
    var measured: [(threads: Int, nanoseconds: Double)] = []
    for threads in Set([1, threads]).sorted() {
      console.show("\(workload.rawValue) on \(threads)")
      let seconds = try sampler.measurements { () throws(BenchmarkFailure) in
        try run.simulated(draws: nil, seed: nil, threads: threads, kernels: choice).seconds
      }
      measured.append((threads, SampleStatistics(seconds).median * 1e9 / Double(run.plan.draws)))
    }
    let program = run.model.program
    let passes = program.passes + [(kernel: "sketch", valuesPerDraw: program.outputCount)]
    let table = try FloorTable(passes: passes, measured: measured) { pass throws(BenchmarkFailure) in
      console.show(pass)
      guard let cost = UnitCost.nanoseconds(of: pass, choice.instructionSet, sampler) else { throw .noUnitCost(pass: pass) }
      return cost
    }
    console.show("")
    try console.report(table.text)
    return ExitCode.success.rawValue
  }
}
