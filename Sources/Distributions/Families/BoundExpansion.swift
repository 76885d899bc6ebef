/// The quantiles of a distribution just inside a bound at 0, as a power series of the probability between the bound and them.
///
/// Next to a bound at 0 inside the support, Q(p₀ + h) is the small difference of what rounds like 1: its digits are gone where h
/// nears 10⁻¹⁶. But Q(p₀ + h)/h is smooth. It is interpolated through Chebyshev's nodes of (0, H], where the differences have their
/// digits, by a polynomial of degree 9. H is 1/32 of the smaller tail, or less where the polynomial misses the quantile between the
/// nodes, as for a density that is narrow beside its tails.
struct BoundExpansion: Hashable, Sendable {
  /// How far the series serves.
  let reach: Double
  /// Of the Lagrange polynomial at the nodes: Q(p₀ + hᵢ)/hᵢ.
  private let slopes: [Double]

  /// - Parameters:
  ///   - smallerTail: The smaller of the probabilities on either side of the bound.
  ///   - room: The probability between the bound and the next place where the quantile function is not smooth.
  ///   - distance: How far from 0 the quantile at a probability beyond the bound is.
  /// - Returns: Nothing where the quantile function does not leave the bound like a multiple of the probability.
  init?(smallerTail: Double, room: Double, distance: (Double) -> Double) {
    var best: (reach: Double, slopes: [Double], error: Double)?
    var reach = min(smallerTail, room) / 32
    for _ in 0..<8 where reach > 0 && (best?.error ?? 1) > Self.tolerance {
      let slopes = Self.nodes.map { distance(reach * $0) / (reach * $0) }
      guard slopes.allSatisfy({ $0 > 0 && $0 < .infinity }) else { return nil }
      let error = Self.betweenNodes.reduce(0) {
        max($0, (Self.slope(slopes, at: $1) * reach * $1 / distance(reach * $1) - 1).magnitude)
      }
      if error < best?.error ?? .infinity { best = (reach, slopes, error) }
      reach /= 4
    }
    guard let best, best.error < 1e-9 else { return nil }
    (self.reach, slopes) = (best.reach, best.slopes)
  }

  /// What the polynomial may miss relatively; rounding takes as much at the smallest H.
  private static let tolerance = 1e-11

  /// Where it is measured.
  private static let betweenNodes = [0.03, 0.1, 0.35, 0.64, 0.92]

  /// The distance from the bound at a probability in [0, `reach`] beyond it.
  func distance(at h: Double) -> Double { h * slope(at: h / reach) }

  /// The probability in [0, `reach`] at a distance from the bound; nothing where it is larger.
  func probability(at distance: Double) -> Double? {
    guard distance <= self.distance(at: reach) else { return nil }
    var h = min(distance / slope(at: 0), reach)
    // A contraction: the slope changes by some hundredths over the reach.
    for _ in 0..<12 { h = min(distance / slope(at: h / reach), reach) }
    return h
  }

  /// Q(p₀ + h)/h at h = t·reach, by the barycentric formula.
  private func slope(at t: Double) -> Double { Self.slope(slopes, at: t) }

  private static func slope(_ slopes: [Double], at t: Double) -> Double {
    var (sum, total) = (0.0, 0.0)
    for (i, node) in nodes.enumerated() {
      guard t != node else { return slopes[i] }
      let weight = weights[i] / (t - node)
      sum += weight * slopes[i]
      total += weight
    }
    return sum / total
  }

  /// Chebyshev's points of the first kind on (0, 1): (1 + cos((2i + 1)π/20))/2.
  private static let nodes: [Double] = [
    0.993_844_170_297_569, 0.945_503_262_094_184_1, 0.853_553_390_593_273_8, 0.726_995_249_869_773_4, 0.578_217_232_520_115_4,
    0.421_782_767_479_884_6, 0.273_004_750_130_226_6, 0.146_446_609_406_726_2, 0.054_496_737_905_816_1, 0.006_155_829_702_431,
  ]

  /// 1/∏(4(xᵢ − xⱼ)), from the nodes as they are rounded.
  ///
  /// Source: J.-P. Berrut, L. N. Trefethen, "Barycentric Lagrange
  /// interpolation", SIAM Review 46 (2004) 501–517, DOI 10.1137/S0036144502417715, equations 3.2 and 4.2.
  private static let weights: [Double] = nodes.indices.map { i in
    nodes.indices.reduce(1.0) { $1 == i ? $0 : $0 / (4 * (nodes[i] - nodes[$1])) }
  }
}
