/// A level taken apart: from a start over what each step adds to an end; a row each.
package struct WaterfallChart: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package var label: String
    /// Where the row begins; the same as its end where it is a level and no step.
    package var start: Double
    package var end: Double
    /// An interval of the end, at the end's side of the scale.
    package var outer: ClosedRange<Double>?
    /// The number of the row in words.
    package var figures: String

    /// Whether it is a level and no step.
    package var isLevel: Bool
  }

  package var axis: String
  package var rows: [Row]
  package var thresholds: [Double]
}
