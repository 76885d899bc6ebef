internal import Glibc

/// The standard deviation from the mean and v = ln(E X²/(E X)²): mean·√(eᵛ − 1), without overflow on the way.
func standardDeviation(mean: Double, logRatio v: Double) -> Double {
  v < 700 ? mean * expm1(v).squareRoot() : exp(log(mean) + 0.5 * v)
}
