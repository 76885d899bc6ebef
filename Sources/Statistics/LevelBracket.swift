internal import ByteCoding
internal import Glibc

/// Where the percentile of a smooth distribution function is looked for: two levels on either side of it, and the function's shape there.
///
/// The pilot fixes all. At the two levels the distribution function of all draws is summed; between and beside them it is the pilot's, by
/// the polynomial through seven of Chebyshev's points, and the straight line through what the two differ by at the levels. That
/// difference is of the size of the pilot's error and as smooth as the function, so that the line misses it by some
/// (width/spread)²/2 of that, 10⁻³ and less.
package struct LevelBracket: Hashable, Sendable {
  package let percent: Double
  /// Halfway between the two levels, and half their distance.
  let centre: Double
  let reach: Double
  /// The pilot's distribution function at the points, which span twice the distance of the levels.
  let shape: [Double]

  private static let shapePoints = 7
  /// How far from the centre the shape is known, in units of the reach.
  private static let extent = 2.0

  /// Chebyshev's points of the second kind on [−1, 1].
  private static let nodes = (0..<shapePoints).map { -cos(Double($0) * .pi / Double(shapePoints - 1)) }

  package var lower: Double { centre - reach }
  package var upper: Double { centre + reach }

  /// - Parameters:
  ///   - levels: On either side of the pilot's percentile, so far apart that all draws' lies between them.
  ///   - share: The pilot's distribution function.
  package init(percent: Double, levels: ClosedRange<Double>, share: (Double) -> Double) {
    self.percent = percent
    centre = levels.lowerBound + (levels.upperBound - levels.lowerBound) / 2
    reach = (levels.upperBound - levels.lowerBound) / 2
    let (centre, reach) = (centre, reach)
    shape = Self.nodes.map { share(centre + Self.extent * reach * $0) }
  }

  /// A level with a share of the draws below it, from their shares below the two levels; nothing where that lies outside of what the bracket
  /// knows.
  ///
  /// By bisection of a function that all but grows.
  func level(of share: Double, from shares: (lower: Double, upper: Double)) -> Double? {
    var (low, high) = (-Self.extent, Self.extent)
    guard self.share(at: low, from: shares) < share, self.share(at: high, from: shares) > share else { return nil }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if self.share(at: middle, from: shares) < share { low = middle } else { high = middle }
    }
    return centre + reach * ((low + high) / 2)
  }

  /// The share of draws below a level.
  func share(below level: Double, from shares: (lower: Double, upper: Double)) -> Double {
    share(at: (level - centre) / reach, from: shares)
  }

  /// The same at a place in units of the reach.
  private func share(at place: Double, from shares: (lower: Double, upper: Double)) -> Double {
    let below = shares.lower - pilotShare(at: -1)
    let above = shares.upper - pilotShare(at: 1)
    return pilotShare(at: place) + below + (above - below) * ((place + 1) / 2)
  }

  /// The polynomial through the shape, in barycentric form.
  ///
  /// Source: J.-P. Berrut, L. N. Trefethen, doi:10.1137/S0036144502417715.
  private func pilotShare(at place: Double) -> Double {
    let x = place / Self.extent
    var (sum, weights) = (0.0, 0.0)
    for (index, node) in Self.nodes.enumerated() {
      if x == node { return shape[index] }
      let isEnd = index == 0 || index == Self.shapePoints - 1
      let weight = (index % 2 == 0 ? 1.0 : -1.0) * (isEnd ? 0.5 : 1) / (x - node)
      sum += weight * shape[index]
      weights += weight
    }
    return sum / weights
  }

  func encode(to writer: inout ByteWriter) { for number in [percent, centre, reach] + shape { writer.double(number) } }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    percent = try reader.finite()
    centre = try reader.finite()
    reach = try reader.finite()
    var shape: [Double] = []
    for _ in 0..<Self.shapePoints { shape.append(try reader.finite()) }
    self.shape = shape
    guard reach > 0, percent > 0, percent < 100 else { throw DamagedBytes("a bracket has no levels") }
  }
}
