/// The interval of a probability from its standard error.
///
/// That of E. B. Wilson (doi:10.1080/01621459.1927.10502953) for as many independent draws as would have this error.
enum WilsonInterval {
  /// - Parameters:
  ///   - share: In (0, 1).
  ///   - error: Above 0.
  ///   - deviate: Half the width of an interval in standard errors.
  static func interval(share p: Double, error: Double, deviate: Double) -> ClosedRange<Double> {
    // z²/n of the effective number of draws n = p(1 − p)/error².
    let ratio = deviate * deviate * error * error / (p * (1 - p))
    let centre = (p + ratio / 2) / (1 + ratio)
    let half = (ratio * p * (1 - p) + ratio * ratio / 4).squareRoot() / (1 + ratio)
    return max(0, centre - half)...min(1, centre + half)
  }
}
