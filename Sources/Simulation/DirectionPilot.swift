internal import Expressions
internal import Sampling
internal import VectorMath

/// Finds the directions among the normal inputs along which outcomes vary most, from few random draws.
///
/// Each outcome is replaced by the normal scores of its ranks, which no monotone scale changes; its mean gradient by the normals z is then
/// E(score·z) (C. Stein, doi:10.1214/aos/1176345632), here a mean over the pilot. Components that noise could make are taken for none. The
/// directions are the eigenvectors of the sum of the gradients' squares ∇∇ᵀ (the active subspace of P. G. Constantine, E. Dow, Q. Wang,
/// doi:10.1137/130916138, of mean gradients): central differences would find curvature too, at two evaluations an input.
struct DirectionPilot {
  /// Draws of the pilot, in blocks.
  private static let blocks = 4
  /// Inputs that are rotated at most: 4 MB of a block's columns.
  private static let mostInputs = 1_024
  /// Outcomes that are looked at, at most.
  private static let mostOutcomes = 64
  /// The share of the gradients' squares that the directions hold together, where eight are enough for it.
  private static let wantedShare = 0.98
  /// The least share of the outcomes' variance that gradients tell, for a rotation to be worth its time.
  private static let leastTold = 0.05
  /// Standard errors under which a component is taken for noise: one of 370.
  private static let noise = 3.0

  private let draws = Self.blocks * BlockProgram.drawsPerBlock
  private let kernels: any KernelSet.Type
  private let seed: UInt64

  init(seed: UInt64, kernels: any KernelSet.Type) {
    self.seed = seed
    self.kernels = kernels
  }

  /// The rotation to those directions, one input left out; nothing where there is nothing to turn, or it would not pay.
  ///
  /// O(draws · (instructions + inputs · outcomes)).
  func rotation(of programs: [BlockProgram], outcomes: [OutputPlace], without left: StreamID?) -> LeadingDirections? {
    var seen = Set([left].compactMap { $0 })
    let inputs = programs.flatMap(\.inputs).filter { $0.kind == .standardNormal }.map(\.stream).filter {
      seen.insert($0).inserted
    }
    guard inputs.count >= 2, inputs.count <= Self.mostInputs, !outcomes.isEmpty else { return nil }
    let columns = inputs.map { normals($0) }
    let step = (outcomes.count + Self.mostOutcomes - 1) / Self.mostOutcomes
    let wanted = stride(from: 0, to: outcomes.count, by: step).map { outcomes[$0] }
    let gradients = scores(of: programs, outcomes: wanted).map { scores in columns.map { gradient(scores, $0) } }
    guard !gradients.isEmpty else { return nil }
    return LeadingDirections(inputs: inputs, gradients: gradients, wantedShare: Self.wantedShare, leastTold: Self.leastTold)
  }

  /// The normals of a stream.
  private func normals(_ stream: StreamID) -> [Double] {
    var column = [Double](repeating: 0, count: BlockProgram.drawsPerBlock)
    var all: [Double] = []
    for block in 0..<Self.blocks {
      var span = column.mutableSpan
      kernels.normals(into: &span, stream: stream.value, key: seed, block: UInt64(block))
      all += column
    }
    return all
  }

  /// The normal scores of the outcomes that vary and have a value in every draw.
  private func scores(of programs: [BlockProgram], outcomes: [OutputPlace]) -> [[Double]] {
    var values = [OutputPlace: [Double]](uniqueKeysWithValues: outcomes.map { ($0, []) })
    var workspace = BlockProgram.makeWorkspace(for: programs, source: .random(seed: seed))
    for block in 0..<Self.blocks {
      for (evaluation, program) in programs.enumerated() {
        program.run(block: UInt64(block), source: .random(seed: seed), kernels: kernels, in: &workspace) { output, draws in
          let place = OutputPlace(evaluation: evaluation, number: output)
          guard values[place] != nil else { return }
          for index in draws.indices { values[place]?.append(draws[index]) }
        }
      }
    }
    let ranks = (0..<draws).map { (Double($0) + 0.5) / Double(draws) }
    var byRank = ranks
    var span = byRank.mutableSpan
    kernels.normalQuantile(ranks.span, into: &span)
    return outcomes.compactMap { outcome in
      guard let own = values[outcome], own.allSatisfy(\.isFinite), own.min() != own.max() else { return nil }
      var scores = own
      // Ties stand in the order of the draws.
      for (rank, draw) in own.indices.sorted(by: { (own[$0], $0) < (own[$1], $1) }).enumerated() { scores[draw] = byRank[rank] }
      return scores
    }
  }

  private func gradient(_ scores: [Double], _ normals: [Double]) -> Double {
    var sum = 0.0
    for index in scores.indices { sum += scores[index] * normals[index] }
    let mean = sum / Double(scores.count)
    return mean.magnitude * Double(draws).squareRoot() < Self.noise ? 0 : mean
  }
}
