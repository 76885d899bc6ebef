/// A law over periods: bands around the middle, a panel a scenario, all on one scale.
package struct FanChart: Hashable, Sendable {
  package struct Panel: Hashable, Sendable {
    package var label: String
    /// One for each period; nothing where the outcome has no value there.
    package var points: [Point?]
  }

  package struct Point: Hashable, Sendable {
    package var middle: Double
    package var inner: ClosedRange<Double>?
    package var outer: ClosedRange<Double>?
  }

  package var axis: String
  package var periods: [String]
  package var panels: [Panel]
  package var thresholds: [Double]
  package var showsZero: Bool
}
