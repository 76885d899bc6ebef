/// The correlation matrix nearest to a symmetric matrix.
package struct NearestCorrelation: Sendable {
  /// Symmetric, with a unit diagonal, and one that `choleskyFactor()` accepts, whether the search has converged or not.
  package var matrix: Matrix
  /// Whether no correlation matrix is nearer, to about 10⁻¹⁰ an element.
  package var hasConverged: Bool
}

extension Matrix {
  /// The correlation matrix nearest to a symmetric matrix in the Frobenius norm: symmetric, unit diagonal, positive semidefinite.
  ///
  /// The dual problem has one unknown a variable: the least of θ(y) = ½‖(A + Diag y)₊‖² − Σy, whose gradient is the diagonal of
  /// (A + Diag y)₊ less 1; the answer is (A + Diag y)₊ at its end. Newton's method with a generalised Jacobian, whose systems are
  /// solved by conjugate gradients, converges quadratically: most matrices take 5 to 8 steps of one eigendecomposition each, a
  /// thousand variables some seconds. At most `steps` are made.
  ///
  /// Sources: Qi and Sun, "A quadratically convergent Newton method for computing the nearest correlation matrix", SIAM J. Matrix
  /// Anal. Appl. 28 (2006), doi:10.1137/050624509; the preconditioner and the scaling at the end: Borsdorf and Higham, IMA J. Numer.
  /// Anal. 30 (2010), doi:10.1093/imanum/drn085. Tested against the examples of Higham 2002, doi:10.1093/imanum/22.3.329, and
  /// against the conditions of optimality on arbitrary matrices.
  package func nearestCorrelation(steps: Int = 50) -> NearestCorrelation {
    precondition(isSymmetric, "nearestCorrelation: the matrix is not symmetric")
    guard rows > 0 else { return NearestCorrelation(matrix: self, hasConverged: true) }
    var y = (0..<rows).map { 1 - self[$0, $0] }
    var point = DualPoint(self, y)
    // The rounding of an eigendecomposition is some ulps of the greatest eigenvalue.
    let tolerance = max(1e-11, 0x1p-48 * point.norm) * Double(rows).squareRoot()
    for _ in 0..<max(0, steps) where point.gradientLength > tolerance {
      let direction = point.newtonDirection()
      let slope = zip(point.gradient, direction).reduce(0) { $0 + $1.0 * $1.1 }
      var length = 1.0
      var next = point
      var isLower = false
      while length >= 0x1p-20 && !isLower {
        let trial = zip(y, direction).map { $0 + length * $1 }
        next = DualPoint(self, trial)
        // Near the end θ no longer tells the points apart, and the gradient does.
        isLower = next.value <= point.value + 1e-4 * length * slope || next.gradientLength < 0.5 * point.gradientLength
        if isLower { y = trial } else { length /= 2 }
      }
      guard isLower else { break }
      point = next
    }
    return NearestCorrelation(
      matrix: point.positivePart.scaledToUnitDiagonal(), hasConverged: point.gradientLength <= tolerance)
  }

  /// aᵢⱼ / √(aᵢᵢ·aⱼⱼ) off the diagonal, 1 on it; 0 beside a variable that does not vary.
  private func scaledToUnitDiagonal() -> Matrix {
    var result = Matrix(identity: rows)
    let roots = (0..<rows).map { self[$0, $0].squareRoot() }
    for j in 0..<columns {
      for i in 0..<rows where i != j && roots[i] > 0 && roots[j] > 0 { result[i, j] = self[i, j] / (roots[i] * roots[j]) }
    }
    return result
  }
}

/// One value of the dual unknowns, with the eigenvalues behind it.
private struct DualPoint {
  let eigen: SymmetricEigen
  /// How many eigenvalues are at most 0; they come first.
  let split: Int
  let positivePart: Matrix
  let value: Double
  let gradient: [Double]

  init(_ matrix: Matrix, _ y: [Double]) {
    let size = matrix.rows
    var shifted = matrix
    for i in 0..<size { shifted[i, i] += y[i] }
    eigen = shifted.symmetricEigen()
    split = eigen.values.firstIndex { $0 > 0 } ?? size
    var roots = eigen.vectors.columns(split..<size)
    for k in 0..<roots.columns {
      let root = eigen.values[split + k].squareRoot()
      for i in 0..<size { roots[i, k] *= root }
    }
    // B·Bᵀ has no negative eigenvalue even after rounding, up to rounding.
    let part = roots.timesOwnTranspose()
    positivePart = part
    value = eigen.values[split...].reduce(0) { $0 + $1 * $1 } / 2 - y.reduce(0, +)
    gradient = (0..<size).map { part[$0, $0] - 1 }
  }

  var gradientLength: Double { gradient.reduce(0) { $0 + $1 * $1 }.squareRoot() }

  /// The greatest magnitude of an eigenvalue.
  var norm: Double { max(eigen.values.first?.magnitude ?? 0, eigen.values.last?.magnitude ?? 0) }

  /// Approximately −V⁻¹ · gradient, by conjugate gradients with V's diagonal as preconditioner (Borsdorf and Higham).
  func newtonDirection() -> [Double] {
    let size = gradient.count
    let jacobian = Jacobian(self)
    let scale = jacobian.diagonal.map { 1 / max($0, 1e-8) }
    let wanted = min(0.1, gradientLength) * gradientLength
    var direction = [Double](repeating: 0, count: size)
    var residual = gradient.map { -$0 }
    var scaled = zip(residual, scale).map(*)
    var search = scaled
    var product = zip(residual, scaled).reduce(0) { $0 + $1.0 * $1.1 }
    for _ in 0..<200 {
      let image = jacobian.times(search)
      let curvature = zip(search, image).reduce(0) { $0 + $1.0 * $1.1 }
      guard curvature > 0 else { break }
      let step = product / curvature
      for i in 0..<size {
        direction[i] += step * search[i]
        residual[i] -= step * image[i]
      }
      if residual.reduce(0, { $0 + $1 * $1 }).squareRoot() <= wanted { break }
      scaled = zip(residual, scale).map(*)
      let next = zip(residual, scaled).reduce(0) { $0 + $1.0 * $1.1 }
      search = zip(scaled, search).map { $0 + next / product * $1 }
      product = next
    }
    return direction
  }
}

/// The generalised Jacobian of the gradient, V h = diag(P (Ω ∘ (Pᵀ Diag(h) P)) Pᵀ), P the eigenvectors.
///
/// Ωⱼₖ is 1 between two positive eigenvalues, 0 between two others, and λⱼ/(λⱼ − λₖ) between a positive λⱼ and another.
private struct Jacobian {
  private let vectors: Matrix
  /// The eigenvectors of the smaller side of the split, and where they are.
  private let side: Matrix
  private let sideStart: Int
  /// Whether that side is the positive one; else h − V h is formed.
  private let isPositive: Bool
  /// Ω of the smaller side (rows) and all (columns), a half within the side because it is met twice.
  private let weights: Matrix
  let diagonal: [Double]

  /// What keeps the systems regular far from the answer.
  private static let ridge = 1e-10

  init(_ point: DualPoint) {
    let (values, split) = (point.eigen.values, point.split)
    let size = values.count
    vectors = point.eigen.vectors
    isPositive = size - split <= split
    let range = isPositive ? split..<size : 0..<split
    side = vectors.columns(range)
    sideStart = range.lowerBound
    var weights = Matrix(rows: range.count, columns: size, repeating: 0.5)
    for k in 0..<size where !range.contains(k) {
      for j in range {
        // With an eigenvalue of 0 beside one at 0 nothing is in between.
        let (own, other) = (values[j].magnitude, values[k].magnitude)
        weights[j - sideStart, k] = own + other > 0 ? own / (own + other) : 0
      }
    }
    self.weights = weights
    // The diagonal of V: Σ Ωⱼₖ Pᵢⱼ² Pᵢₖ².
    let squares = Matrix(rows: size, columns: size, elements: vectors.elements.map { $0 * $0 })
    let sums = squares.columns(range).times(weights)
    var diagonal = [Double](repeating: 0, count: size)
    for k in 0..<size {
      for i in 0..<size { diagonal[i] += 2 * sums[i, k] * squares[i, k] }
    }
    let positive = isPositive
    self.diagonal = diagonal.map { (positive ? $0 : 1 - $0) + Self.ridge }
  }

  /// V h, with a small multiple of h.
  func times(_ h: [Double]) -> [Double] {
    let size = h.count
    var scaled = side
    for k in 0..<scaled.columns {
      for i in 0..<size { scaled[i, k] *= h[i] }
    }
    let inner = scaled.transposeTimes(vectors)
    let weighted = Matrix(
      rows: inner.rows, columns: inner.columns, elements: zip(inner.elements, weights.elements).map(*))
    let image = weighted.timesTranspose(vectors)
    var result = [Double](repeating: 0, count: size)
    for i in 0..<size {
      for k in 0..<image.rows { result[i] += 2 * side[i, k] * image[k, i] }
      result[i] = (isPositive ? result[i] : h[i] - result[i]) + Self.ridge * h[i]
    }
    return result
  }
}
