/// An orthogonal map of independent standard normals, which leaves their law as it is: z = Q·w.
///
/// Its first columns are directions that are given, so that the first of the w move z along them. Q is a product of as many Householder
/// reflections, 4·d operations each for d normals, and is never formed.
package struct Rotation: Hashable, Sendable {
  /// The inputs that are rotated together, standard normals.
  package let streams: [StreamID]
  /// Unit vectors u of the reflections 1 − 2·u·uᵀ, one component an input; applied from the last to the first.
  package let reflections: [[Double]]

  /// The most reflections: more directions cost more than what they turn.
  package static let mostReflections = 8

  /// - Parameter directions: Orthonormal vectors, which may come out with the other sign.
  package init(streams: [StreamID], directions: [[Double]]) {
    precondition(directions.count <= min(Self.mostReflections, streams.count), "a rotation has few directions")
    self.streams = streams
    var reflections: [[Double]] = []
    for (place, direction) in directions.enumerated() {
      var y = direction
      for u in reflections { Self.reflect(&y, by: u) }
      // The sign that cancels nothing in y − e.
      if y[place] > 0 { for index in y.indices { y[index] = -y[index] } }
      for index in 0..<place { y[index] = 0 }
      y[place] -= 1
      let length = y.reduce(0) { $0 + $1 * $1 }.squareRoot()
      reflections.append(y.map { $0 / length })
    }
    self.reflections = reflections
  }

  /// Q·w.
  ///
  /// The map stated for one draw. O(directions · inputs).
  package func callAsFunction(_ w: [Double]) -> [Double] {
    var z = w
    for u in reflections.reversed() { Self.reflect(&z, by: u) }
    return z
  }

  private static func reflect(_ y: inout [Double], by u: [Double]) {
    let product = zip(y, u).reduce(0) { $0 + $1.0 * $1.1 }
    for index in y.indices { y[index] -= 2 * product * u[index] }
  }
}
