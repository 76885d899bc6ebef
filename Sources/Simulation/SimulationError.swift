package import TariffModel

/// Why a run has no result.
package enum SimulationError: Error, Sendable {
  /// It was asked to stop; what was computed is gone.
  case cancelled(drawsDone: Int)
  /// An outcome has no finite value in some draws.
  case nonFinite(OutcomeKey, draws: Int)
}
