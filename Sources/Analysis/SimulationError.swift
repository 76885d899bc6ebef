/// Why a run has no result.
package enum SimulationError: Error, Sendable {
  /// It was asked to stop; what was computed is gone.
  case cancelled(drawsDone: Int)
  /// Outcomes have no usable value in more draws than a result may leave out.
  case unsolved(UnsolvedFailure)
}
