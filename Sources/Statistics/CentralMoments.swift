/// Mean, standard deviation and skewness with their standard errors, from sums of powers about a fixed centre.
struct CentralMoments {
  private let count: Double
  /// Mean less the centre.
  private let shift: Double
  /// Central moments 2 … 6 with divisor n.
  private let m2: Double
  private let m3: Double
  private let m4: Double
  private let m5: Double
  private let m6: Double
  /// How far the farthest draw is from the mean.
  private let farthest: Double

  /// Takes Σ dᵏ, k = 1 … 6, of `count` deviations d from the centre, and the least and the greatest of them.
  init(count: Int, powerSums s: [Double], deviations: (least: Double, greatest: Double)) {
    precondition(s.count == 6 && count > 0, "central moments need the sums of six powers of at least one draw")
    let n = Double(count)
    let r = s.map { $0 / n }
    let a = r[0]
    self.count = n
    shift = a
    farthest = max((deviations.least - a).magnitude, (deviations.greatest - a).magnitude)
    m2 = max(r[1] - a * a, 0)
    m3 = r[2] - a * (3 * r[1] - 2 * a * a)
    m4 = max(r[3] - a * (4 * r[2] - a * (6 * r[1] - 3 * a * a)), 0)
    m5 = r[4] - a * (5 * r[3] - a * (10 * r[2] - a * (10 * r[1] - 4 * a * a)))
    m6 = max(r[5] - a * (6 * r[4] - a * (15 * r[3] - a * (20 * r[2] - a * (15 * r[1] - 5 * a * a)))), 0)
  }

  /// The mean less the centre, with s/√n; no error for one draw, or where one carries it.
  var meanShift: Estimate {
    let hasError = count > 1 && !isAlike && !isCarried(farthest * farthest, of: m2, atMost: LargestShare.ofSquares(draws: count))
    return Estimate(shift, standardError: hasError ? (sampleVariance / count).squareRoot() : nil)
  }

  /// Whether one draw's power has too large a share of the sum of all draws', which is n times a moment.
  private func isCarried(_ power: Double, of moment: Double, atMost share: Double) -> Bool { power > share * count * moment }

  /// Whether all draws are one number, and too few to say that there is no other.
  private var isAlike: Bool { m2 == 0 && count < Double(LargestShare.fewestAlike) }

  private var sampleVariance: Double { count > 1 ? m2 * count / (count - 1) : 0 }

  /// The sample standard deviation (divisor n − 1) and, from 4 draws and where none carries it, its error by the delta method.
  ///
  /// Var(s) ≈ s²·(κ − (n − 3)/(n − 1))/(4n), κ = m₄/m₂² (E. L. Lehmann, "Elements of Large-Sample Theory",
  /// doi:10.1007/b98855, section 2.5).
  var standardDeviation: Estimate {
    let deviation = sampleVariance.squareRoot()
    guard count >= 4 else { return Estimate(deviation, standardError: nil) }
    guard m2 > 0 else { return Estimate(0, standardError: isAlike ? nil : 0) }
    let square = farthest * farthest
    guard !isCarried(square * square, of: m4, atMost: LargestShare.ofFourthPowers(draws: count)) else {
      return Estimate(deviation, standardError: nil)
    }
    let spread = max(m4 / (m2 * m2) - (count - 3) / (count - 1), 0)
    return Estimate(deviation, standardError: deviation * (spread / (4 * count)).squareRoot())
  }

  /// m₄/m₂², 3 for a normal; 0 where nothing varies.
  var kurtosis: Double { m2 > 0 ? m4 / (m2 * m2) : 0 }

  /// g₁ = m₃/m₂^(3/2) and, from 4 draws and where none carries it, its error by the delta method.
  ///
  /// The influence of a draw w standard deviations off the mean is w³ − (3/2)·g·w² − 3w + g/2, whose mean square is
  /// λ₆ − 3gλ₅ − 6λ₄ + (9/4)g²λ₄ + 9 + (35/4)g² with λₖ the standardised moments (R. J. Serfling, "Approximation Theorems of
  /// Mathematical Statistics", doi:10.1002/9780470316481, section 3.3).
  var skewness: Estimate {
    let hasError = count >= 4
    guard m2 > 0 else { return Estimate(0, standardError: hasError && !isAlike ? 0 : nil) }
    let sd = m2.squareRoot()
    let g = m3 / (m2 * sd)
    let square = farthest * farthest
    let share = LargestShare.ofSixthPowers(draws: count)
    guard hasError, !isCarried(square * square * square, of: m6, atMost: share) else { return Estimate(g, standardError: nil) }
    let l4 = m4 / (m2 * m2)
    let l5 = m5 / (m2 * m2 * sd)
    let l6 = m6 / (m2 * m2 * m2)
    let variance = l6 - 3 * g * l5 - 6 * l4 + 2.25 * g * g * l4 + 9 + 8.75 * g * g
    return Estimate(g, standardError: (max(variance, 0) / count).squareRoot())
  }
}
