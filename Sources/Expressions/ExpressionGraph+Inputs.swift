package import Distributions
package import LinearAlgebra

extension ExpressionGraph {
  /// An uncertain number with a random stream of its own, named by its path.
  package func draw(_ distribution: Distribution, stream path: String) -> Expression {
    if case .uniform(let lower, let width) = marginal(of: distribution) { return uniform(stream: path) * width + lower }
    return draw(distribution, gaussian: standardNormal(stream: path))
  }

  /// An uncertain number as the image Q(Φ(z)) of a standard normal `gaussian`.
  package func draw(_ distribution: Distribution, gaussian: Expression) -> Expression {
    switch gaussianMarginal(of: distribution) {
    case .constant(let value): return constant(value)
    case .normal(let mean, let standardDeviation): return gaussian * standardDeviation + mean
    case .exponentialOfNormal(let logMean, let logStandardDeviation): return exp(gaussian * logStandardDeviation + logMean)
    case .uniform: preconditionFailure("a uniform as a function of a standard normal is a table")
    case .table(let table):
      return column(.interpolated(table: number(of: table, for: distribution), of: materialised(gaussian)))
    }
  }

  /// A standard normal of its own stream.
  package func standardNormal(stream path: String) -> Expression {
    column(.draw(input: input(path, .standardNormal)))
  }

  /// Standard normals with the correlation matrix L·Lᵀ, one per path.
  ///
  /// - Parameter factor: L, lower triangular, of the size of `paths`.
  package func correlatedNormals(streams paths: [String], factor: Matrix) -> [Expression] {
    precondition(factor.rows == paths.count && factor.columns == paths.count, "the factor needs a row and a column per stream")
    return columns(of: add(.triangular(inputs: paths.map { input($0, .standardNormal) }, factor: factor)))
  }

  private func uniform(stream path: String) -> Expression { column(.draw(input: input(path, .uniform))) }
}
