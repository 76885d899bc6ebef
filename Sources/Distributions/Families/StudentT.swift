/// Student's t distribution, moved and stretched.
struct StudentT: DistributionFamily {
  let degreesOfFreedom: Double
  let location: Double
  let scale: Double
  /// The distribution of t²/(ν + t²).
  private let squares: IncompleteBeta

  init(degreesOfFreedom: Double, location: Double, scale: Double) throws(DistributionError) {
    self.degreesOfFreedom = try ParameterRule.checkShape(degreesOfFreedom, of: .degreesOfFreedom)
    self.location = try ParameterRule.finite.check(location, of: .location)
    self.scale = try ParameterRule.positive.check(scale, of: .scale)
    squares = IncompleteBeta(0.5, 0.5 * degreesOfFreedom)
  }

  var support: Support { Support(lower: -.infinity, upper: .infinity) }
  var mean: Double? { degreesOfFreedom > 1 ? location : nil }

  var standardDeviation: Double? {
    degreesOfFreedom > 2 ? scale * (degreesOfFreedom / (degreesOfFreedom - 2)).squareRoot() : nil
  }

  var tailOrders: (lower: Double, upper: Double) { (degreesOfFreedom, degreesOfFreedom) }

  func cdf(_ x: Double) -> Probability {
    let t = x - location
    guard t.magnitude < .infinity else { return Probability(t > 0 ? 1 : 0) }
    let (inside, outside) = squared(x)
    let central = squares(inside, outside).cdf
    let outer = 0.5 * central.above
    // Not 1 − outer: near the centre the inner part is the accurate one.
    let inner = central.below < 0.5 ? 0.5 + 0.5 * central.below : 1 - outer
    return t < 0 ? Probability(below: outer, above: inner) : Probability(below: inner, above: outer)
  }

  func quantile(_ p: Probability) -> Double { quantile(p, near: nil) }

  func quantile(_ p: Probability, near guess: Double?) -> Double {
    let tail = min(p.below, p.above)
    guard tail > 0 else { return p.below < p.above ? -.infinity : .infinity }
    let central = p.below <= p.above ? p.above - p.below : p.below - p.above
    let (inner, outer) = squares.inverse(Probability(below: central, above: 2 * tail), near: guess.map(squared))
    let magnitude = (degreesOfFreedom * inner / outer).squareRoot()
    return location + scale * (p.below < p.above ? -magnitude : magnitude)
  }

  /// t²/(ν + t²) and ν/(ν + t²).
  private func squared(_ x: Double) -> (Double, Double) {
    let t = (x - location) / scale
    let ratio = t / degreesOfFreedom * t
    return (ratio < .infinity ? ratio / (1 + ratio) : 1, 1 / (1 + ratio))
  }

  var description: String {
    let standard = location == 0 && scale == 1
    return standard
      ? "studentT(df \(degreesOfFreedom.text))"
      : "studentT(df \(degreesOfFreedom.text), location \(location.text), scale \(scale.text))"
  }
}

extension Distribution {
  /// location + scale × Student's t; degreesOfFreedom > 0 (not necessarily whole), scale > 0.
  package static func studentT(
    degreesOfFreedom: Double, location: Double = 0, scale: Double = 1
  ) throws(DistributionError) -> Distribution {
    try Distribution(checking: .studentT(StudentT(degreesOfFreedom: degreesOfFreedom, location: location, scale: scale)))
  }
}
