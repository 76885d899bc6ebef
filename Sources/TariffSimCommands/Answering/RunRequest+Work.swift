internal import CommandLineKit
internal import Reporting

extension RunRequest {
  /// Reads a file as the options ask for its problems to be told.
  func loaded(_ load: () throws(CommandFailure) -> RunPipeline.Loaded) throws(CommandFailure) -> RunPipeline.Loaded {
    do throws(CommandFailure) {
      return try load()
    } catch {
      throw tellsAllProblems ? error.tellingAllProblems : error
    }
  }

  /// The place of a result.
  func folder(_ stem: String) -> OutputFolder {
    OutputFolder(directory: directory, stem: stem, force: force, replaces: replaces)
  }

  /// A bar for work of so many units, shown where a person watches.
  func progressBar(total: Int, doneBefore: Int = 0, unit: String, on console: Console) -> ProgressBar {
    ProgressBar(
      total: total, doneBefore: doneBefore, unit: unit, channel: console.errors, width: console.terminal.width,
      isDumb: console.terminal.isDumb, isEnabled: console.terminal.errorIsTerminal && !isQuiet)
  }

  /// Does work over draws with its progress shown; a request to stop ends in a failure, also where it comes with the last block.
  func conducting<Value>(
    draws: Int, doneBefore: Int = 0, keeping: RunPipeline.Keeping? = nil, on console: Console,
    isInterrupted: @escaping @Sendable () -> Bool, _ work: (RunPipeline.Conduct) throws(CommandFailure) -> Value
  ) throws(CommandFailure) -> Value {
    let bar = progressBar(total: draws, doneBefore: doneBefore, unit: "draws", on: console)
    defer { bar.clear() }
    let value = try work(
      RunPipeline.Conduct(
        threads: threads, announce: { bar.expect(total: $0) }, progress: { bar.update(done: $0) }, isCancelled: isInterrupted,
        keeping: keeping, memoryLimit: memoryLimit))
    if isInterrupted() { throw .interrupted }
    return value
  }
}
