internal import Glibc

/// How much of the sum that a standard error rests on may stem from one draw.
///
/// Where one draw makes up much of Σdᵏ, the sum says more of that draw than of the law, and an interval of two errors covers less than
/// it says. How much is much was found by simulation: 50 to 10⁵ draws of a normal, uniform and exponential, lognormals with σ of 0.5, 1,
/// 1.5 and 2, Student's t of 4, 5 and 7 degrees of freedom, and a mixture of normals with 1 % ten times as wide, 150 to 4,000 runs each.
///
/// - Nominal intervals of 95 % for a *mean* cover 91 to 98 % where the largest draw has in the median sample less than a quarter of Σd²,
///   whatever the number of draws, 89 to 95 % up to a third, and 69 to 91 % beyond. A quarter is the limit, and so it is for expected
///   shortfalls, which are means.
/// - Those for the *standard deviation* cover 91 to 97 % below a sixth of Σd⁴, 89 to 94 % up to a third, and 18 to 91 % beyond; those for
///   the *skewness* 93 to 97 % below a sixth of Σd⁶, 86 to 95 % up to a third, and 0 to 93 % beyond. A twentieth is the limit, with room
///   to spare.
/// - Samples of some thousand draws or fewer exceed a twentieth of Σd⁴ and Σd⁶ by their small number alone, normals too, whose intervals
///   cover 91 to 95 %. So below some 4,000 draws for the standard deviation, and 40,000 for the *skewness*, the limit is what one normal
///   sample in some hundreds exceeds.
///
/// No limit makes intervals honest where the law has no fourth moment, or hides what makes it large from all draws: what is withheld is
/// what can be seen to rest on one draw.
enum LargestShare {
  /// Of Σd², which the error of a mean rests on.
  static func ofSquares(draws: Double) -> Double { max(0.25, normal(draws: draws, power: 1)) }

  /// Of Σd⁴, which the error of the standard deviation rests on.
  static func ofFourthPowers(draws: Double) -> Double { max(0.05, normal(draws: draws, power: 2)) }

  /// Of Σd⁶, which the error of the skewness rests on.
  static func ofSixthPowers(draws: Double) -> Double { max(0.05, normal(draws: draws, power: 3)) }

  /// Of Σe², e the excesses over a quantile of the draws beyond it, which the error of an expected shortfall rests on.
  ///
  /// Excesses of a tail like a normal's are nearly exponential: P(e > x) = e^−x and E e² = 2.
  static func ofExcesses(draws: Double) -> Double {
    let reach = log(100 * max(draws, 1))
    return max(0.25, reach * reach / (2 * max(draws, 1) + reach * reach))
  }

  /// The share of Σd²ᵏ that the largest of n standard normals has with a probability of less than a hundredth.
  ///
  /// P(|z| > x) < e^(−x²/2), so that one of n exceeds √(2 ln 100n) in fewer than 1 of 100 samples; E z²ᵏ = 1, 3, 15.
  private static func normal(draws: Double, power: Int) -> Double {
    let square = 2 * log(100 * max(draws, 1))
    let moment = [1.0, 3, 15][power - 1]
    let largest = (1..<power).reduce(square) { product, _ in product * square }
    return largest / (moment * max(draws, 1) + largest)
  }

  /// The fewest draws that tell, by being all alike, that there are no others: with fewer 1 in 100 draws may be another and be missing
  /// in 1 of 50 runs.
  static let fewestAlike = 400
}
