internal import Analysis
internal import CommandLineKit
internal import LinearAlgebra
internal import Reporting
internal import ScenarioFiles
internal import TariffModel
internal import VectorMath

extension RunPipeline {
  /// The real stages.
  package static let live = RunPipeline(
    load: { path, overrides throws(CommandFailure) in try load(path, overrides) },
    reload: { files, overrides, path throws(CommandFailure) in try reload(files, overrides, from: path) },
    notes: { study, plan throws(CommandFailure) in try notes(study, plan) },
    estimate: { study, plan, threads throws(CommandFailure) in try estimate(study, plan, threads: threads) },
    simulate: { study, plan, conduct throws(CommandFailure) in try simulate(study, plan, conduct) },
    simulateShard: { study, plan, shard, conduct throws(CommandFailure) in
      try simulateShard(study, plan, shard, conduct)
    },
    compare: { comparison, conduct throws(CommandFailure) in try compare(comparison, conduct) },
    solve: { solving, conduct throws(CommandFailure) in try solve(solving, conduct) },
    sensitivity: { asked, conduct throws(CommandFailure) in try sensitivity(asked, conduct) },
    rare: { events, conduct throws(CommandFailure) in try rare(events, conduct) },
    backtest: { asked, conduct throws(CommandFailure) in try backtest(asked, conduct) },
    merge: { study, plan, parts throws(CommandFailure) in try merge(study, plan, parts) },
    platform: { () throws(CommandFailure) in
      if let reason = BLAS.failure { throw .missingLibrary(reason: reason) }
      let level = try instructionSet()
      return Platform(
        blasCore: BLAS.coreName, openBLASVersion: BLAS.version, instructionSet: level.rawValue,
        arithmetic: level.arithmetic.rawValue, scenarioSchema: ScenarioFormat.version)
    },
    schema: { () throws(CommandFailure) in scenarioSchema })

  /// Which moments outcomes lack shows only when they are written down: that is done where an input lacks one.
  private static func notes(_ study: CheckedStudy, _ plan: Plan) throws(CommandFailure) -> [ModelNote] {
    (study.study.mayLackMoments ? try compiled(study, plan).notes : study.study.notes) + plan.notes
  }

  private static func estimate(_ checked: CheckedStudy, _ plan: Plan, threads: Int) throws(CommandFailure) -> PlanEstimate {
    let study = checked.study
    try takeBuffers(threads: 1)
    let loaded = ProcessMemory.now
    // What the estimate itself takes is no part of the run.
    let seconds = ProcessMemory.processorSeconds
    let cost = try cost(checked, plan, threads: threads, isTimed: true)
    return PlanEstimate(
      uncertainNumbers: study.uncertainPaths.count, exportLines: study.exports.count, importLines: study.imports.count,
      scenarios: study.scenarios.count, periods: max(1, study.periods.count), outcomes: cost.outcomes, threads: threads,
      seconds: seconds + cost.seconds,
      memoryBytes: max(loaded.peak, loaded.resident + cost.bytes))
  }

  /// Refuses a run that would take more memory than there may be used, before its work.
  static func checkMemory(_ study: CheckedStudy, _ plan: Plan, threads: Int, limit: MemoryLimit) throws(CommandFailure) {
    let loaded = ProcessMemory.now
    // An estimate writes the model down, which takes as long as compiling it: where the machine has room for more than any study
    // of this size takes, nothing is estimated.
    if loaded.resident + generousBytes(study.study, plan, threads: threads) < limit.bytes { return }
    func need(_ plan: Plan, _ threads: Int) throws(CommandFailure) -> Int {
      max(loaded.peak, loaded.resident + (try cost(study, plan, threads: threads, isTimed: false).bytes))
    }
    let bytes = try need(plan, threads)
    guard bytes > limit.bytes else { return }
    var fewer = plan
    fewer.reportsLines = false
    var wayOut = limit.wayOut(bytes)
    if threads > 1, try need(plan, 1) <= limit.bytes {
      wayOut = "run with --threads 1"
    } else if plan.reportsLines, try need(fewer, threads) <= limit.bytes {
      wayOut = "leave out --by-line"
    }
    throw .tooLittleMemory(
      "the run would take about \(ByteSize.text(bytes)) of memory, and \(limit.words); \(wayOut), or split the scenarios over several "
        + "files")
  }

  /// More than a run of a study of so many goods, scenarios, periods and numbers takes: a sketch of 300 KB for each outcome and
  /// thread, 100 KB for each good under each scenario in each period.
  private static func generousBytes(_ study: Study, _ plan: Plan, threads: Int) -> Int {
    let cases = Double(study.scenarios.count + 1) * Double(study.periods.count + 1)
    let goods = Double(study.exports.count + study.imports.count + study.suppliers.count)
    let slices = Double(study.commitments.count + study.quotas.count) + (plan.reportsLines ? 10 * goods : goods)
    let bytes = cases * (goods * 1e5 + (200 + slices) * 3e5 * Double(threads + 1))
    return Int(min(bytes, 1e15))
  }

  private static func cost(
    _ study: CheckedStudy, _ plan: Plan, threads: Int, isTimed: Bool
  ) throws(CommandFailure) -> RunEstimate {
    let kernels = try kernels()
    do throws(ModelError) {
      return try RunEstimate(study, plan: plan, threads: threads, kernels: kernels, isTimed: isTimed)
    } catch {
      throw modelFailure(error)
    }
  }

  static func compiled(
    _ study: CheckedStudy, _ plan: Plan, outcomes: OutcomeSelection? = nil
  ) throws(CommandFailure) -> CompiledModel {
    let kernels = try kernels()
    do throws(ModelError) {
      return try CompiledModel(study, for: plan, outcomes: outcomes, kernels: kernels)
    } catch {
      throw modelFailure(error)
    }
  }

  /// Loading has told of all else; what overflows shows only when the outcomes are written down.
  private static func modelFailure(_ error: ModelError) -> CommandFailure { .notCompiled(error.problems) }

  /// Has OpenBLAS map the memory that so many threads multiply in, before they do.
  static func takeBuffers(threads: Int) throws(CommandFailure) {
    if BLAS.takeBuffers(threads: threads) { return }
    let opening =
      "OpenBLAS needs \(ByteSize.text(BLAS.bufferBytes * threads)) of address space for \(threads) "
      + (threads == 1 ? "thread" : "threads") + ", and the system gives less"
    let fewer = threads > 1 && BLAS.takeBuffers(threads: 1)
    throw .tooLittleMemory(opening + (fewer ? "; run with --threads 1" : "; raise its limit, as with 'ulimit -v unlimited'"))
  }

  static func kernels() throws(CommandFailure) -> KernelChoice { KernelChoice(try instructionSet()) }

  /// The widest instruction set that the processor has, or the one that `TARIFFSIM_ISA` names.
  private static func instructionSet() throws(CommandFailure) -> InstructionSet {
    guard let name = Environment.value("TARIFFSIM_ISA") else { return .detected }
    do {
      return try InstructionSet.forced(by: name)
    } catch {
      let words =
        switch error {
        case .unknown(let name):
          "TARIFFSIM_ISA names \(InstructionSet.allCases.map(\.rawValue).joined(separator: ", ")), not '\(name)'"
        case .unavailable(let wanted, let detected):
          "TARIFFSIM_ISA asks for \(wanted.rawValue), and this processor has \(detected.rawValue)"
        }
      throw .contradiction(words, command: "run")
    }
  }
}
