internal import Glibc

/// The probability that a binomial count is at most `k`, for `trials` trials of probability `p` in (0, 1).
///
/// P(B ≤ k) = I_{1−p}(n − k, k + 1) = p·P(B = k)·F, F the continued fraction of the incomplete beta function (DLMF 8.17.22,
/// modified Lentz); two standard deviations from the mean it takes under 100 terms even for 10⁹ trials. Relative error about
/// 1e-12 for 10⁹ trials.
func binomialLowerTail(_ k: Int, trials n: Int, probability p: Double) -> Double {
  if k < 0 { return 0 }
  if k >= n { return 1 }
  // The fraction converges fast on the near side of the mean only.
  if Double(k) > Double(n) * p { return 1 - binomialLowerTail(n - k - 1, trials: n, probability: 1 - p) }
  return p * binomialProbability(k, trials: n, probability: p) * betaFraction(Double(n - k), Double(k + 1), 1 - p)
}

/// The probability that a binomial count is at least `k`, accurate in `p` however small it is.
func binomialUpperTail(_ k: Int, trials n: Int, probability p: Double) -> Double {
  if k <= 0 { return 1 }
  if k > n { return 0 }
  if Double(k) < Double(n) * p { return 1 - binomialLowerTail(k - 1, trials: n, probability: p) }
  return (1 - p) * binomialProbability(k, trials: n, probability: p) * betaFraction(Double(k), Double(n - k + 1), p)
}

/// The probability of exactly `k` successes.
///
/// Loader's saddle-point expansion (C. Loader, "Fast and accurate computation of binomial probabilities", 2000) has no
/// cancellation, unlike differences of log-gammas.
func binomialProbability(_ k: Int, trials n: Int, probability p: Double) -> Double {
  let count = Double(n)
  if k == 0 { return exp(count * log1p(-p)) }
  if k == n { return exp(count * log(p)) }
  let hits = Double(k)
  let misses = Double(n - k)
  let exponent =
    stirlingError(n) - stirlingError(k) - stirlingError(n - k) - deviance(hits, count * p) - deviance(misses, count * (1 - p))
  return exp(exponent) * (count / (2 * Double.pi * hits * misses)).squareRoot()
}

/// ln n! − ln(√(2πn)·(n/e)ⁿ) for n ≥ 1.
private func stirlingError(_ n: Int) -> Double {
  let x = Double(n)
  if n < 16 {
    let factorial = (1...n).reduce(1.0) { $0 * Double($1) }
    return log(factorial) - (x + 0.5) * log(x) + x - 0.5 * log(2 * Double.pi)
  }
  let r = 1 / (x * x)
  return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - r / 1188) * r) * r) * r) / x
}

/// x·ln(x/m) + m − x, by its series where x is near m.
private func deviance(_ x: Double, _ m: Double) -> Double {
  guard (x - m).magnitude < 0.1 * (x + m) else { return x * log(x / m) + m - x }
  let v = (x - m) / (x + m)
  var sum = (x - m) * v
  var term = 2 * x * v
  var divisor = 3.0
  while true {
    term *= v * v
    let next = sum + term / divisor
    if next == sum { return sum }
    sum = next
    divisor += 2
  }
}

/// The continued fraction of the incomplete beta function, so that I_x(a, b) = xᵃ(1 − x)ᵇ/(a·B(a, b)) times it.
private func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
  var c = 1.0
  var d = 1 / (1 - (a + b) * x / (a + 1))
  var fraction = d
  var m = 1.0
  while true {
    let even = m * (b - m) * x / ((a - 1 + 2 * m) * (a + 2 * m))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    fraction *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 1 + 2 * m))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    let change = d * c
    fraction *= change
    // At the mean of 10⁹ trials the fraction takes 50,000 terms; nothing takes a million.
    if (change - 1).magnitude < 1e-15 || m > 1e6 { return fraction }
    m += 1
  }
}
