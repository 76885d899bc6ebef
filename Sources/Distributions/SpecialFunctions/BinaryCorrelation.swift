internal import Glibc

/// The correlation of two yes/no numbers behind which stand correlated normals.
///
/// Each is yes where its standard normal lies above a threshold. Their covariance is the volume that the bivariate normal has beyond
/// both thresholds more than two independent ones have, which Plackett's identity gives as an integral over the angle
/// (1954, doi:10.1093/biomet/41.3-4.351; Drezner & Wesolowsky 1990, doi:10.1080/00949659008811236):
///
///     cov = 1/2π ∫₀^asin r exp(−(h² + k² − 2hk sin θ)/(2 cos² θ)) dθ
///
/// The integrand is positive, so that small probabilities keep their digits. It changes fast only near θ = π/2, towards which the panels
/// halve; the sum is good to 10⁻¹³. Tested against the closed forms at probabilities of one half and at r = 1, and against SciPy.
package enum BinaryCorrelation {
  /// The correlation of the numbers, from that of the normals and the probabilities of yes and no of either, none of them 0.
  package static func of(
    normals correlation: Double, _ first: (yes: Double, no: Double), _ second: (yes: Double, no: Double)
  ) -> Double {
    let h = -StandardNormal.quantile(Probability(below: first.yes, above: first.no))
    let k = -StandardNormal.quantile(Probability(below: second.yes, above: second.no))
    let angle = asin(min(correlation.magnitude, 1))
    let covariance = correlation < 0 ? -volume(h, -k, to: angle) : volume(h, k, to: angle)
    return covariance / (first.yes * first.no * second.yes * second.no).squareRoot()
  }

  /// The integral from 0 to an angle up to π/2.
  private static func volume(_ h: Double, _ k: Double, to end: Double) -> Double {
    var sum = CompensatedSum()
    var start = 0.0
    for panel in 1...panels {
      let stop = panel == panels ? end : end - (end - start) / 2
      let (centre, half) = (0.5 * (start + stop), 0.5 * (stop - start))
      for (node, weight) in rule {
        for angle in [centre - half * node, centre + half * node] { _ = sum.adding(weight * half * density(h, k, angle)) }
      }
      start = stop
    }
    return sum.value / (2 * Double.pi)
  }

  /// The integrand; h² + k² − 2hk s over 2c² is (h − k)²/2c² + hk/(1 + s), which does not cancel.
  private static func density(_ h: Double, _ k: Double, _ angle: Double) -> Double {
    let (sine, cosine) = (sin(angle), cos(angle))
    return exp(-(h - k) * (h - k) / (2 * cosine * cosine) - h * k / (1 + sine))
  }

  private static let panels = 40

  /// The positive nodes of Gauss and Legendre's rule of ten, and their weights.
  private static let rule: [(node: Double, weight: Double)] = [
    (0.14887433898163122, 0.2955242247147528),
    (0.4333953941292472, 0.2692667193099965),
    (0.6794095682990244, 0.219086362515982),
    (0.8650633666889845, 0.1494513491505804),
    (0.9739065285171717, 0.06667134430868814),
  ]
}

extension Distribution {
  /// The probabilities of the larger and of the smaller value of a distribution that takes two values; nothing of any other.
  package var chances: (yes: Double, no: Double)? {
    let support = support
    guard support.lower < support.upper, support.lower.isFinite, support.upper.isFinite else { return nil }
    let lower = family.cdf(support.lower)
    guard lower.below > 0, lower.above > 0, family.cdf(below: support.upper).below == lower.below else { return nil }
    return (lower.above, lower.below)
  }
}
