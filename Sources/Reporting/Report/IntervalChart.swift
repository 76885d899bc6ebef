/// One row a law: a line over the outer interval, a box over the inner one, a bar at the middle.
package struct IntervalChart: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package var label: String
    package var middle: Double
    package var inner: ClosedRange<Double>?
    package var outer: ClosedRange<Double>?
    /// The numbers in words, as in `−810 (−1,320 to −500)`.
    package var figures: String
  }

  /// Quantity and unit of the axis.
  package var axis: String
  package var rows: [Row]
  /// Thresholds, drawn as dashed lines.
  package var thresholds: [Double]
  /// Whether the axis has to show 0, as that of a change has.
  package var showsZero: Bool
}
