package import ByteCoding
package import TariffModel
internal import VectorMath

/// The answer of a run from parts that together are all its blocks, in order: to the last bit that of the run in one piece.
///
/// - Throws: ``MergeFailure``.
/// - Complexity: O(parts · columns · bins) time; besides the encoded parts, the memory of two.
package func merge(
  _ parts: [PartialResult.Encoded], model: CompiledModel, plan: Plan
) throws(MergeFailure) -> SimulationResult {
  precondition(!plan.seeksExactPercentiles, "parts are not joined where further passes are wanted")
  let run = Run(model: model, plan: plan, kernels: KernelChoice())
  var merged: PartialResult?
  for (index, part) in parts.enumerated() {
    guard part.grids == parts[0].grids else { throw .otherDraws(part: index) }
    let partial: PartialResult
    do {
      partial = try PartialResult(part, of: run)
    } catch {
      throw .damaged(part: index, error)
    }
    if merged == nil { merged = partial } else { merged?.append(partial) }
  }
  guard let merged else { preconditionFailure("a merge takes at least one part") }
  do {
    return try run.result(of: merged, threads: 1, announce: { _ in }, progress: { _ in }, isCancelled: { false })
  } catch {
    throw .simulation(error)
  }
}

/// Why parts have no result; parts are numbered from 0 in the order given.
package enum MergeFailure: Error, Sendable {
  case damaged(part: Int, DamagedBytes)
  /// Its process drew the first numbers of the run differently from that of the first part.
  case otherDraws(part: Int)
  case simulation(SimulationError)
}
