/// The share of the draws below each value, one curve a law.
package struct CumulativeChart: Hashable, Sendable {
  package struct Curve: Hashable, Sendable {
    package var label: String
    /// Values and shares in [0, 1], both ascending.
    package var points: [Point]
  }

  package struct Point: Hashable, Sendable {
    package var value: Double
    package var share: Double
  }

  package var axis: String
  package var curves: [Curve]
  package var thresholds: [Double]
}
