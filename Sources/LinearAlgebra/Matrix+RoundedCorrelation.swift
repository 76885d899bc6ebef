extension Matrix {
  /// This correlation matrix with few decimals, still one that `choleskyFactor()` accepts.
  ///
  /// The nearest correlation matrix is singular, and rounding makes it indefinite as easily as not. The correlations are then drawn
  /// towards 0 by the least that helps, found to an eighth: a share s of the identity adds s to every eigenvalue.
  package func roundedCorrelation(decimals: Int) -> Matrix {
    var unit = 1.0
    for _ in 0..<decimals { unit *= 10 }
    let plain = rounded(to: unit, shrunkBy: 0)
    guard plain.choleskyFactor() == nil else { return plain }
    // The identity, at the latest, is a correlation matrix.
    var (refused, accepted) = (0.0, 1 / unit)
    var best = rounded(to: unit, shrunkBy: accepted)
    while best.choleskyFactor() == nil {
      (refused, accepted) = (accepted, min(1, 2 * accepted))
      best = rounded(to: unit, shrunkBy: accepted)
    }
    for _ in 0..<3 {
      let middle = (refused + accepted) / 2
      let candidate = rounded(to: unit, shrunkBy: middle)
      if candidate.choleskyFactor() == nil {
        refused = middle
      } else {
        (accepted, best) = (middle, candidate)
      }
    }
    return best
  }

  private func rounded(to unit: Double, shrunkBy share: Double) -> Matrix {
    var result = Matrix(rows: rows, columns: columns, elements: elements.map { ((1 - share) * $0 * unit).rounded() / unit + 0 })
    for i in 0..<rows { result[i, i] = 1 }
    return result
  }
}
