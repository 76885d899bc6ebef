internal import Glibc

/// What the error of a figure rests on.
package enum Replication: Hashable, Sendable {
  /// The draws, each independent of all others.
  case draws
  /// So many independent randomisations of a point set, at least 2; the draws of one are not independent.
  case replicates(Int)

  /// Half the width of a 95 % interval in standard errors: the quantile of 97.5 % of the normal law, or of Student's t with as many degrees
  /// of freedom as there are replicates, less one.
  package var deviate: Double {
    switch self {
    case .draws: 1.959963984540054
    case .replicates(let count): Self.studentDeviate(degreesOfFreedom: count - 1)
    }
  }

  /// The t with 95 % of Student's law between −t and t.
  ///
  /// By bisection of the finite sums of M. Abramowitz, I. Stegun, "Handbook of Mathematical Functions", 26.7.3 and 26.7.4, in the angle
  /// arctan(t/√ν). Within 1e-12 of tabulated values. O(ν).
  static func studentDeviate(degreesOfFreedom nu: Int) -> Double {
    precondition(nu >= 1, "two replicates have one degree of freedom")
    var (low, high) = (0.0, Double.pi / 2)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if centralProbability(angle: middle, degreesOfFreedom: nu) < 0.95 { low = middle } else { high = middle }
    }
    return tan((low + high) / 2) * Double(nu).squareRoot()
  }

  /// The probability of Student's law between ∓√ν·tan θ.
  private static func centralProbability(angle: Double, degreesOfFreedom nu: Int) -> Double {
    let (sine, cosine) = (sin(angle), cos(angle))
    let isOdd = nu % 2 == 1
    // Terms cosᵏ with factors k/(k + 1), k odd or even; the highest power is ν − 2.
    var term = isOdd ? cosine : 1.0
    var sum = nu == 1 ? 0.0 : term
    var power = isOdd ? 1 : 0
    while power + 2 <= nu - 2 {
      term *= Double(power + 1) / Double(power + 2) * cosine * cosine
      sum += term
      power += 2
    }
    return isOdd ? 2 / Double.pi * (angle + sine * sum) : sine * sum
  }
}
