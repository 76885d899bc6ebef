package import Analysis
internal import CommandLineKit
internal import Simulation
package import TariffModel

extension RunPipeline {
  /// What is scored.
  package struct Backtest: Sendable {
    package var study: CheckedStudy
    package var scenario: String
    package var records: BacktestRecords
    package var plan: Plan
  }

  /// Computes the scores of forecasts.
  static func backtest(_ backtest: Backtest, _ conduct: Conduct) throws(CommandFailure) -> BacktestResult {
    let limit = MemoryLimit(given: conduct.memoryLimit, threads: conduct.threads)
    var plan = backtest.plan
    plan.reportsLines = true
    try checkMemory(
      backtest.study.keeping(scenarios: [backtest.scenario]), plan, threads: conduct.threads, limit: limit)
    let question = BacktestQuestion(
      backtest.study, scenario: backtest.scenario, records: backtest.records, extent: backtest.plan.extent,
      kernels: try kernels())
    let bytes = ProcessMemory.now.resident + question.drawBytes
    guard bytes <= limit.bytes else {
      throw .tooLittleMemory(
        "the scores would take about \(ByteSize.text(bytes)) of memory, and \(limit.words); \(limit.wayOut(bytes)), or take fewer "
          + "draws with --draws")
    }
    try takeBuffers(threads: conduct.threads)
    do throws(SimulationError) {
      return try question.result(threads: conduct.threads, progress: conduct.progress, isCancelled: conduct.isCancelled)
    } catch {
      throw failure(error)
    }
  }
}
