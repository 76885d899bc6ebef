package import Analysis
package import Reporting
package import ScenarioFiles
package import Simulation
package import TariffModel

/// The stages of a run that other targets do, each with its failures already in the command line's words.
///
/// A plain value of functions, so that the commands can be tried without files and without a simulation.
package struct RunPipeline: Sendable {
  /// A scenario file that was read and checked.
  package struct Loaded: Sendable {
    package var checked: CheckedStudy
    /// The file's run defaults.
    package var defaults: Plan
    /// Whether the file states a number of draws.
    package var statesDraws: Bool
    /// Whether the file asks for a rotation, and for averages over an input; nothing where it leaves that to the design.
    package var rotates: Bool?
    package var smooths: Bool?
    /// The scenario file first, then its tables.
    package var files: [ScenarioFile]
    /// What a sweep computes where the command line does not say.
    package var sweep = SweepDefaults()
    /// By variation and value, what takes the place of what the files state.
    package var variations: [[[Replacement]]] = []
    /// Where each scenario stands, by its path.
    package var scenarioPlaces: [String: SourceLocation]

    package init(
      checked: CheckedStudy, defaults: Plan, statesDraws: Bool = true, files: [ScenarioFile],
      scenarioPlaces: [String: SourceLocation] = [:]
    ) {
      self.scenarioPlaces = scenarioPlaces
      self.checked = checked
      self.defaults = defaults
      self.statesDraws = statesDraws
      self.files = files
    }

    /// What the files state.
    package var study: Study { checked.study }

    /// The files as a report names them.
    var digests: [RunDescription.FileDigest] {
      files.map { RunDescription.FileDigest(name: $0.name, sha256: $0.digest.sha256) }
    }
  }

  /// Versions and processor facts for the provenance.
  package struct Platform: Sendable {
    package var blasCore: String
    package var openBLASVersion: String
    package var instructionSet: String
    /// How the kernels of the instruction set round.
    package var arithmetic: String
    package var scenarioSchema: Int

    package init(
      blasCore: String, openBLASVersion: String, instructionSet: String, arithmetic: String, scenarioSchema: Int
    ) {
      self.blasCore = blasCore
      self.openBLASVersion = openBLASVersion
      self.instructionSet = instructionSet
      self.arithmetic = arithmetic
      self.scenarioSchema = scenarioSchema
    }
  }

  /// Reads a file with the numbers that replace its own, and checks all that can be checked.
  package var load: @Sendable (String, [RunDescription.Override]) throws(CommandFailure) -> Loaded
  /// The same from copies of the files; the path is that of the part which holds them, for messages.
  package var reload: @Sendable ([ScenarioFile], [RunDescription.Override], String) throws(CommandFailure) -> Loaded
  /// What a report of a study would say beside the numbers, as far as no draw is needed for it.
  package var notes: @Sendable (CheckedStudy, Plan) throws(CommandFailure) -> [ModelNote]
  package var estimate: @Sendable (CheckedStudy, Plan, Int) throws(CommandFailure) -> PlanEstimate
  package var simulate: @Sendable (CheckedStudy, Plan, Conduct) throws(CommandFailure) -> SimulationResult
  /// Computes one shard of a run.
  package var simulateShard: @Sendable (CheckedStudy, Plan, Shard, Conduct) throws(CommandFailure) -> Tally.Encoded
  /// Compares scenarios.
  package var compare: @Sendable (Comparison, Conduct) throws(CommandFailure) -> ComparisonResult
  /// Searches the value at which a goal begins to hold.
  package var solve: @Sendable (Solving, Conduct) throws(CommandFailure) -> (range: ClosedRange<Double>, result: GoalResult)
  /// Scores forecasts.
  package var backtest: @Sendable (Backtest, Conduct) throws(CommandFailure) -> BacktestResult
  /// Finds what drives some outcomes.
  package var sensitivity: @Sendable (Sensitivity, Conduct) throws(CommandFailure) -> SensitivityResult
  /// Finds how probable rare events are.
  package var rare: @Sendable (RareEvents, Conduct) throws(CommandFailure) -> [RareResult]
  /// The result from the parts of all shards, in order; where blocks are missing, that of those that are there.
  package var merge: @Sendable (CheckedStudy, Plan, [Part]) throws(CommandFailure) -> SimulationResult
  /// Also where a forced instruction set that the processor lacks is refused.
  package var platform: @Sendable () throws(CommandFailure) -> Platform
  /// Where finished work is remembered.
  package var memory = RunMemory.none
  /// The JSON Schema of scenario files.
  package var schema: @Sendable () throws(CommandFailure) -> String

  package init(
    load: @escaping @Sendable (String, [RunDescription.Override]) throws(CommandFailure) -> Loaded,
    reload: @escaping @Sendable ([ScenarioFile], [RunDescription.Override], String) throws(CommandFailure) -> Loaded,
    notes: @escaping @Sendable (CheckedStudy, Plan) throws(CommandFailure) -> [ModelNote],
    estimate: @escaping @Sendable (CheckedStudy, Plan, Int) throws(CommandFailure) -> PlanEstimate,
    simulate: @escaping @Sendable (CheckedStudy, Plan, Conduct) throws(CommandFailure) -> SimulationResult,
    simulateShard: @escaping @Sendable (CheckedStudy, Plan, Shard, Conduct) throws(CommandFailure) -> Tally.Encoded,
    compare: @escaping @Sendable (Comparison, Conduct) throws(CommandFailure) -> ComparisonResult,
    solve: @escaping @Sendable (Solving, Conduct) throws(CommandFailure) -> (range: ClosedRange<Double>, result: GoalResult),
    sensitivity: @escaping @Sendable (Sensitivity, Conduct) throws(CommandFailure) -> SensitivityResult,
    rare: @escaping @Sendable (RareEvents, Conduct) throws(CommandFailure) -> [RareResult],
    backtest: @escaping @Sendable (Backtest, Conduct) throws(CommandFailure) -> BacktestResult,
    merge: @escaping @Sendable (CheckedStudy, Plan, [Part]) throws(CommandFailure) -> SimulationResult,
    platform: @escaping @Sendable () throws(CommandFailure) -> Platform,
    schema: @escaping @Sendable () throws(CommandFailure) -> String
  ) {
    self.load = load
    self.reload = reload
    self.notes = notes
    self.estimate = estimate
    self.simulate = simulate
    self.simulateShard = simulateShard
    self.compare = compare
    self.solve = solve
    self.sensitivity = sensitivity
    self.rare = rare
    self.backtest = backtest
    self.merge = merge
    self.platform = platform
    self.schema = schema
  }
}
