internal import LinearAlgebra
package import Sampling

/// The directions among normal inputs that outcomes' gradients point to, with what they hold.
package struct LeadingDirections: Sendable {
  /// The rotation whose first columns they are.
  package let rotation: Rotation
  /// By direction, the share of the gradients' squares that it holds.
  package let shares: [Double]

  /// - Parameters:
  ///   - gradients: Of every outcome, a component an input.
  ///   - wantedShare: What the directions hold together, where eight are enough.
  ///   - leastTold: The mean square of the gradients under which there is nothing worth turning.
  init?(inputs: [StreamID], gradients: [[Double]], wantedShare: Double, leastTold: Double) {
    let squares = gradients.map { gradient in gradient.reduce(0) { $0 + $1 * $1 } }
    let total = squares.reduce(0, +)
    guard total > leastTold * Double(gradients.count) else { return nil }
    // The most important input first; those of equal importance in their order.
    let importance = inputs.indices.map { input in gradients.reduce(0) { $0 + $1[input] * $1[input] } }
    let order = inputs.indices.sorted { (importance[$0], $1) > (importance[$1], $0) }
    let ordered = gradients.map { gradient in order.map { gradient[$0] } }
    // The eigenvectors of BᵀB from those of BBᵀ, which has a row an outcome.
    let products = ordered.map { a in ordered.map { b in zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } } }
    var (directions, shares): ([[Double]], [Double]) = ([], [])
    for (value, vector) in Matrix(rows: products).jacobiEigen() {
      guard directions.count < min(Rotation.mostReflections, inputs.count), value > 1e-8 * total else { break }
      guard shares.reduce(0, +) < wantedShare else { break }
      var direction = [Double](repeating: 0, count: inputs.count)
      for (weight, gradient) in zip(vector, ordered) {
        for index in direction.indices { direction[index] += weight * gradient[index] }
      }
      for earlier in directions {
        let product = zip(earlier, direction).reduce(0) { $0 + $1.0 * $1.1 }
        for index in direction.indices { direction[index] -= product * earlier[index] }
      }
      let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
      directions.append(direction.map { $0 / length })
      shares.append(value / total)
    }
    rotation = Rotation(streams: order.map { inputs[$0] }, directions: directions)
    self.shares = shares
  }
}
