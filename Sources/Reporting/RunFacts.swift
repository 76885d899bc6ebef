/// What determines a result besides the study and the plan: the versions of the program's parts that enter the numbers.
package struct ProgramFacts: Hashable, Sendable {
  package var version: String
  /// Version of the scenario file's format.
  package var scenarioSchema: Int
  /// The processor-specific part of OpenBLAS that formed the products; it may differ in last bits from another.
  package var blasCore: String

  package init(version: String, scenarioSchema: Int, blasCore: String) {
    self.version = version
    self.scenarioSchema = scenarioSchema
    self.blasCore = blasCore
  }
}

/// How a run went: everything that may differ between two runs with the same result.
package struct RunRecord: Hashable, Sendable {
  package var origin: RunOrigin
  package var threads: Int
  package var instructionSet: String
  package var swiftVersion: String
  package var openBLASVersion: String
  /// Commit of the program's source, where it is known.
  package var commit: String?
  /// From the start of reading to the end of the simulation, over all its sittings.
  package var wallSeconds: Double
  /// How each shard of a merged result was computed, in order; empty for a run in one piece.
  ///
  /// Where there are shards, all else is about the merge.
  package var shards: [ShardRecord] = []

  package init(
    origin: RunOrigin, threads: Int, instructionSet: String, swiftVersion: String, openBLASVersion: String, commit: String?,
    wallSeconds: Double
  ) {
    self.origin = origin
    self.threads = threads
    self.instructionSet = instructionSet
    self.swiftVersion = swiftVersion
    self.openBLASVersion = openBLASVersion
    self.commit = commit
    self.wallSeconds = wallSeconds
  }
}

/// How a part of a run was computed.
package struct ShardRecord: Hashable, Sendable {
  package var threads: Int
  package var instructionSet: String
  package var openBLASVersion: String
  /// From the start of reading to the end of the simulation, over all its sittings.
  package var wallSeconds: Double

  package init(threads: Int, instructionSet: String, openBLASVersion: String, wallSeconds: Double) {
    self.threads = threads
    self.instructionSet = instructionSet
    self.openBLASVersion = openBLASVersion
    self.wallSeconds = wallSeconds
  }
}

/// Where a result comes from.
package struct RunOrigin: Hashable, Sendable {
  /// Tells the run from others: a digest of the scenario's files, of what replaces their numbers, and of the plan; neither the
  /// program nor the machine is in it.
  package var identity: String
  /// When the result was complete, in UTC (ISO 8601).
  package var date: String
  /// The command line, as a shell takes it.
  package var command: String
  /// The scenario as the user named it.
  package var scenario: String

  package init(identity: String, date: String, command: String, scenario: String) {
    self.identity = identity
    self.date = date
    self.command = command
    self.scenario = scenario
  }
}
