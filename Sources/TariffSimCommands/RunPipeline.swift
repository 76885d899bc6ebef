package import Reporting
package import Simulation
package import TariffModel

/// The stages of a run that other targets do, each with its failures already in the command line's words.
///
/// A plain value of functions, so that the commands can be tried without files and without a simulation.
package struct RunPipeline: Sendable {
  /// A scenario file that was read and checked.
  package struct Loaded: Sendable {
    package var study: Study
    /// The file's run defaults.
    package var defaults: Plan
    package var files: [RunDescription.FileDigest]

    package init(study: Study, defaults: Plan, files: [RunDescription.FileDigest]) {
      self.study = study
      self.defaults = defaults
      self.files = files
    }
  }

  /// What a simulation is told besides study and plan.
  package struct Conduct: Sendable {
    package var threads: Int
    /// Told the draws done so far, from any thread.
    package var progress: @Sendable (Int) -> Void
    package var isCancelled: @Sendable () -> Bool

    package init(threads: Int, progress: @escaping @Sendable (Int) -> Void, isCancelled: @escaping @Sendable () -> Bool) {
      self.threads = threads
      self.progress = progress
      self.isCancelled = isCancelled
    }
  }

  /// Versions and processor facts for the provenance.
  package struct Platform: Sendable {
    package var blasCore: String
    package var openBLASVersion: String
    package var instructionSet: String
    package var scenarioSchema: Int

    package init(blasCore: String, openBLASVersion: String, instructionSet: String, scenarioSchema: Int) {
      self.blasCore = blasCore
      self.openBLASVersion = openBLASVersion
      self.instructionSet = instructionSet
      self.scenarioSchema = scenarioSchema
    }
  }

  /// Reads a file with the numbers that replace its own, and checks all that can be checked.
  package var load: @Sendable (String, [RunDescription.Override]) throws(CommandFailure) -> Loaded
  package var estimate: @Sendable (Study, Plan, Int) throws(CommandFailure) -> PlanEstimate
  package var simulate: @Sendable (Study, Plan, Conduct) throws(CommandFailure) -> SimulationResult
  /// Also where a forced instruction set that the processor lacks is refused.
  package var platform: @Sendable () throws(CommandFailure) -> Platform
  /// The JSON Schema of scenario files.
  package var schema: @Sendable () throws(CommandFailure) -> String

  package init(
    load: @escaping @Sendable (String, [RunDescription.Override]) throws(CommandFailure) -> Loaded,
    estimate: @escaping @Sendable (Study, Plan, Int) throws(CommandFailure) -> PlanEstimate,
    simulate: @escaping @Sendable (Study, Plan, Conduct) throws(CommandFailure) -> SimulationResult,
    platform: @escaping @Sendable () throws(CommandFailure) -> Platform,
    schema: @escaping @Sendable () throws(CommandFailure) -> String
  ) {
    self.load = load
    self.estimate = estimate
    self.simulate = simulate
    self.platform = platform
    self.schema = schema
  }
}
