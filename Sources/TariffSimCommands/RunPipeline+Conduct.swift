internal import Analysis
package import Simulation

extension RunPipeline {
  /// What a simulation is told besides study and plan.
  package struct Conduct: Sendable {
    package var threads: Int
    /// Bytes that the user allows; nothing where the machine decides.
    package var memoryLimit: Int?
    /// Told how many draws are to be computed in all, when the plan's are computed once more.
    package var announce: @Sendable (Int) -> Void
    /// Told the draws done so far, from any thread.
    package var progress: @Sendable (Int) -> Void
    package var isCancelled: @Sendable () -> Bool
    /// The checkpoint, where there is to be one.
    package var keeping: Keeping?

    package init(
      threads: Int, announce: @escaping @Sendable (Int) -> Void, progress: @escaping @Sendable (Int) -> Void,
      isCancelled: @escaping @Sendable () -> Bool, keeping: Keeping? = nil, memoryLimit: Int? = nil
    ) {
      self.threads = threads
      self.announce = announce
      self.progress = progress
      self.isCancelled = isCancelled
      self.keeping = keeping
      self.memoryLimit = memoryLimit
    }
  }

  /// How a simulation keeps what it has done.
  package struct Keeping: Sendable {
    /// The file, for messages.
    package var path: String
    /// What an earlier process kept.
    package var earlier: Tally.Encoded?
    /// Called now and then, and at the end, however it comes.
    package var keep: @Sendable (Tally.Encoded) throws(CommandFailure) -> Void

    package init(
      path: String, earlier: Tally.Encoded?,
      keep: @escaping @Sendable (Tally.Encoded) throws(CommandFailure) -> Void
    ) {
      self.path = path
      self.earlier = earlier
      self.keep = keep
    }
  }

  /// A part of a run that was read.
  package struct Part: Sendable {
    /// The file, for messages.
    package var path: String
    package var partial: Tally.Encoded

    package init(path: String, partial: Tally.Encoded) {
      self.path = path
      self.partial = partial
    }
  }
}
