package import Simulation

extension DistributionQuestion {
  /// The answer from parts that together are all blocks of the run, in order: to the last bit that of the run in one piece.
  ///
  /// - Throws: ``MergeFailure``.
  /// - Complexity: O(parts · columns · bins) time; besides the encoded parts, the memory of two.
  package func result(ofParts parts: [Tally.Encoded]) throws(MergeFailure) -> SimulationResult {
    precondition(!plan.seeksExactPercentiles, "parts are not joined where further passes are wanted")
    let tally: Tally
    do {
      tally = try experiment.joined(parts)
    } catch {
      throw .parts(error)
    }
    do {
      return try result(of: tally, threads: 1)
    } catch {
      throw .simulation(error)
    }
  }

  /// The answer from parts that are some blocks of the run, in order: its plan says how many draws these are, and of how many.
  ///
  /// - Throws: ``MergeFailure``.
  /// - Complexity: As that of all parts.
  package func result(ofSome parts: [Tally.Encoded]) throws(MergeFailure) -> SimulationResult {
    precondition(!plan.seeksExactPercentiles, "parts are not joined where further passes are wanted")
    let some: PartialTally
    do {
      some = try experiment.joined(some: parts)
    } catch {
      throw .parts(error)
    }
    do {
      return try observing(some.experiment).result(of: some.tally, threads: 1)
    } catch {
      throw .simulation(error)
    }
  }
}

/// Why parts have no result.
package enum MergeFailure: Error, Sendable {
  case parts(JoinFailure)
  case simulation(SimulationError)
}
