package import ByteCoding

/// All of a pair's counting that depends on the data: fixed once from the first draws, then shared by every thread.
///
/// Two grids from the same pilot and percentiles are the same, so that tallies made in different places can be merged.
package struct PairGrid: Hashable, Sendable {
  /// In percent, in the order asked for; each in [0, 100].
  package let percentiles: [Double]
  /// The pilot's quantiles of the first and of the second column at these percentiles: where it is counted how often both are
  /// at or below theirs.
  let quantiles: [PairPoint]
  /// The levels at which the two distribution functions are compared, ascending: quantiles of both columns' pilots together.
  package let levels: [Double]
  /// Excesses over levels are summed in this unit, a power of two.
  let scale: Double

  /// The probabilities of the levels among the draws of both columns: denser in the tails, where distribution functions that cross
  /// do so late.
  package static let levelProbabilities: [Double] =
    [0.001, 0.002, 0.005, 0.01, 0.02, 0.035] + (1...19).map { Double($0) * 0.05 } + [0.965, 0.98, 0.99, 0.995, 0.998, 0.999]

  /// Draws that are to lie beyond the outermost levels: fewer cannot decide anything.
  private static let fewestBeyond = 10.0

  /// Takes the first draws of both columns, paired; draws in which one is not usable are left out.
  ///
  /// - Parameter draws: How many there will be in all.
  /// - Complexity: O(n log n).
  package init(pilot first: [Double], _ second: [Double], percentiles: [Double], draws: Int) {
    precondition(first.count == second.count, "a pair has two numbers in every draw")
    let usable = zip(first, second).filter { Unusable.isUsable($0) && Unusable.isUsable($1) }
    let (a, b) = (ascending(usable.map(\.0)), ascending(usable.map(\.1)))
    let both = ascending(a + b)
    self.percentiles = percentiles
    quantiles = percentiles.map { percent in
      PairPoint(first: Self.quantile(percent / 100, of: a), second: Self.quantile(percent / 100, of: b))
    }
    var levels: [Double] = []
    for probability in Self.levelProbabilities
    where !both.isEmpty && min(probability, 1 - probability) * Double(draws) > Self.fewestBeyond - 0.5 {
      let level = Self.quantile(probability, of: both)
      if level != levels.last { levels.append(level) }
    }
    self.levels = levels
    scale = both.isEmpty ? 1 : binaryScale(both[both.count - 1] - both[0])
  }

  private static func quantile(_ probability: Double, of sorted: [Double]) -> Double {
    guard !sorted.isEmpty else { return 0 }
    return sorted[min(Int(Double(sorted.count) * probability), sorted.count - 1)] + 0
  }

  /// Whether a tally can take a draw: squares of a whole block's excesses must add up to a double.
  func isUsable(_ x: Double) -> Bool { Unusable.isUsable(x) && x.magnitude <= 0x1p400 * scale }

  package func encode(to writer: inout ByteWriter) {
    writer.count(levels.count)
    for point in quantiles {
      writer.double(point.first)
      writer.double(point.second)
    }
    for level in levels { writer.double(level) }
    writer.double(scale)
  }

  /// Reads the grid of a pair that is asked for some percentiles.
  package init(from reader: inout ByteReader, percentiles: [Double]) throws(DamagedBytes) {
    self.percentiles = percentiles
    let count = try reader.count(atMost: Self.levelProbabilities.count)
    var quantiles: [PairPoint] = []
    for _ in percentiles { quantiles.append(PairPoint(first: try reader.double(), second: try reader.double())) }
    var levels: [Double] = []
    for _ in 0..<count { levels.append(try reader.double()) }
    self.quantiles = quantiles
    self.levels = levels
    scale = try reader.double()
    guard zip(levels, levels.dropFirst()).allSatisfy({ $0 < $1 }), scale.isFinite, scale > 0 else {
      throw DamagedBytes("the levels of a pair do not ascend")
    }
  }
}

/// A number of the first column and one of the second.
struct PairPoint: Hashable, Sendable {
  var first: Double
  var second: Double
}
