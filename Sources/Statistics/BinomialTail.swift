internal import Glibc

/// The lower tail of a binomial count, and what its continued fraction says of the slope.
struct BinomialTail {
  /// The probability that the count is at most k.
  let probability: Double
  /// The continued fraction F of the tail: P(B ≤ k) = p·P(B = k)·F, so that d ln P(B ≤ k)/d ln(p/q) = −(n − k)/F.
  let fraction: Double

  /// The tail for a count `k` from 0 to `n` − 1 out of `n` trials of probability `p`, with `q` = 1 − p; nil where the fraction does
  /// not converge.
  ///
  /// P(B ≤ k) = I_{q}(n − k, k + 1) (DLMF 8.17.5, 8.17.22). Two standard deviations above k the fraction takes under 100 terms even
  /// for 10⁹ trials. Relative error about 1e-12 for 10⁹ trials; `p` and `q` are both given so that neither end loses digits.
  init?(atMost k: Int, trials n: Int, p: Double, q: Double) {
    guard let fraction = betaFraction(Double(n - k), Double(k + 1), q) else { return nil }
    self.fraction = fraction
    self.probability = p * binomialProbability(k, trials: n, p: p, q: q) * fraction
  }
}

/// The probability that a binomial count is at most `k`, for `trials` trials of probability `p` in (0, 1); nil where its series does
/// not converge.
func binomialLowerTail(_ k: Int, trials n: Int, probability p: Double) -> Double? {
  if k < 0 { return 0 }
  if k >= n { return 1 }
  // The fraction converges fast on the near side of the mean only.
  guard Double(k) > Double(n) * p else { return BinomialTail(atMost: k, trials: n, p: p, q: 1 - p)?.probability }
  return BinomialTail(atMost: n - k - 1, trials: n, p: 1 - p, q: p).map { 1 - $0.probability }
}

/// The probability of exactly `k` successes, with `q` = 1 − p.
///
/// Loader's saddle-point expansion (C. Loader, "Fast and accurate computation of binomial probabilities", 2000) has no
/// cancellation, unlike differences of log-gammas.
private func binomialProbability(_ k: Int, trials n: Int, p: Double, q: Double) -> Double {
  let count = Double(n)
  if k == 0 { return exp(count * (p < 0.5 ? log1p(-p) : log(q))) }
  if k == n { return exp(count * (p < 0.5 ? log(p) : log1p(-q))) }
  let hits = Double(k)
  let misses = Double(n - k)
  let exponent =
    stirlingError(n) - stirlingError(k) - stirlingError(n - k) - deviance(hits, count * p) - deviance(misses, count * q)
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
  // |v| < 0.1: a term is at most a hundredth of the one before, and the ninth is below the sum's last bit.
  while true {
    term *= v * v
    let next = sum + term / divisor
    if next == sum { return sum }
    sum = next
    divisor += 2
  }
}

/// The continued fraction of the incomplete beta function, so that I_x(a, b) = xᵃ(1 − x)ᵇ/(a·B(a, b)) times it; by Lentz's modified
/// method, nil where 10⁶ terms do not suffice.
private func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double? {
  var c = 1.0
  var d = 1 / (1 - (a + b) * x / (a + 1))
  var fraction = d
  var m = 1.0
  // At the mean of 10⁹ trials the fraction takes 50,000 terms.
  while m <= 1e6 {
    let even = m * (b - m) * x / ((a - 1 + 2 * m) * (a + 2 * m))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    fraction *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 1 + 2 * m))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    let change = d * c
    fraction *= change
    if (change - 1).magnitude < 1e-15 { return fraction }
    m += 1
  }
  return nil
}
