internal import Expressions
internal import Statistics

/// Where an event lies: how far its inputs stand from their medians when it happens, in standard deviations of the normals
/// behind them.
///
/// Inputs are drawn there instead, z + m in place of z, and each draw is counted with the ratio of the densities, which is
/// known. The best m for such a purpose is near the most probable point of the event, its design point, and at E(z | event);
/// it is found level by level, each where a tenth of the draws of the last one lie (R. Y. Rubinstein,
/// doi:10.1023/A:1010091220143; P.-T. de Boer and others, doi:10.1007/s10479-005-5724-z). Components that noise could make
/// are taken for none.
package struct RareShift: Hashable, Sendable {
  /// By input of the program.
  package let means: [Double]

  /// Half of the squared length.
  var halfSquare: Double { means.reduce(0) { $0 + $1 * $1 } / 2 }

  /// Blocks of a level's draws.
  private static let blocks = 32
  private static let mostLevels = 25
  /// The share of the draws that a level lies below.
  private static let share = 0.1
  /// Standard errors under which a component is taken for noise.
  private static let noise = 3.0

  private init(means: [Double]) { self.means = means }

  /// The shift to an event; nothing where no level comes nearer, or too few draws carry it.
  ///
  /// Its draws are those of the second sample, so that an estimate from the first is unbiased. O(levels · draws ·
  /// (instructions + inputs)).
  package static func find(_ event: RareEvent, conduct: InputConduct) -> RareShift? {
    let inputs = event.program.inputs.count
    var shift = RareShift(means: [Double](repeating: 0, count: inputs))
    var reached = -Double.infinity
    for level in 0..<mostLevels {
      if conduct.isCancelled() { return nil }
      let (depths, weights) = shift.evaluated(event, level: level, conduct: conduct)
      let sorted = depths.filter { !$0.isNaN }.sorted()
      guard !sorted.isEmpty else { return nil }
      let limit = min(sorted[Int(Double(sorted.count) * (1 - share))], 0)
      guard limit > reached else { return nil }
      reached = limit
      // At 0 the event itself is what is looked at, with or without its edge.
      let elite = depths.indices.filter { depths[$0] >= limit }
      let (sum, squares) = elite.reduce((0.0, 0.0)) { ($0.0 + weights[$1], $0.1 + weights[$1] * weights[$1]) }
      guard sum > 0, sum * sum / squares >= 50 else { return nil }
      let least = noise / (sum * sum / squares).squareRoot()
      let old = shift
      let means = concurrentMap(0..<inputs, threads: conduct.threads) { input in
        let z = old.normals(event, input: input, level: level)
        let mean = elite.reduce(0) { $0 + weights[$1] * z[$1] } / sum
        return mean.magnitude < least ? 0 : mean
      }
      shift = RareShift(means: means)
      if limit == 0 { return shift }
    }
    return nil
  }

  /// The first block of a level.
  private static func first(_ level: Int) -> Int { level * blocks }

  /// How deep each draw of a level is in the event, and its weight.
  private func evaluated(_ event: RareEvent, level: Int, conduct: InputConduct) -> (depths: [Double], weights: [Double]) {
    let found = concurrentMap(0..<Self.blocks, threads: conduct.threads) { number in
      var points = event.makePoints()
      let logarithms = fill(&points, event, .second, block: Self.first(level) + number) { _ in true }
      var values: [[Double]] = []
      points.evaluate(Extent.drawsPerBlock, into: &values)
      conduct.advance(Extent.drawsPerBlock)
      return (
        values[0].map { $0.isNaN ? Double.nan : event.depth($0) },
        logarithms.map { WeightedProbability.weight(logarithm: $0, ownShare: 0) }
      )
    }
    return (found.flatMap(\.0), found.flatMap(\.1))
  }

  /// The shifted normals of an input in the draws of a level.
  private func normals(_ event: RareEvent, input: Int, level: Int) -> [Double] {
    var points = event.makePoints()
    return (0..<Self.blocks).flatMap { number in
      points.normals(input, .second, block: Self.first(level) + number).map { $0 + means[input] }
    }
  }

  /// Fills all inputs of a block, shifted in the draws that are named.
  ///
  /// - Returns: By draw, ln of the shifted density over the inputs' own at the point.
  func fill(
    _ points: inout SuppliedPoints, _ event: RareEvent, _ sample: SuppliedPoints.Sample, block: Int, isShifted: (Int) -> Bool
  ) -> [Double] {
    var logarithms = [Double](repeating: -halfSquare, count: Extent.drawsPerBlock)
    for (input, mean) in means.enumerated() {
      guard mean != 0 else {
        points.draw(input, sample, block: block)
        continue
      }
      var z = points.normals(input, sample, block: block)
      for draw in z.indices {
        if isShifted(draw) { z[draw] += mean }
        logarithms[draw] += mean * z[draw]
      }
      points.fill(
        input, with: event.program.inputs[input].kind == .uniform ? z.map { StandardNormalTail.below($0) } : z)
    }
    return logarithms
  }
}

extension SuppliedPoints {
  /// The normals behind an input in a block: the draws, or their normal quantiles.
  mutating func normals(_ input: Int, _ sample: Sample, block: Int) -> [Double] {
    draw(input, sample, block: block)
    return normalScores(of: input)
  }
}
