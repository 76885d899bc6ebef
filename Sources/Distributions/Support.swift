/// The smallest closed interval that holds every value of a distribution; an end may be infinite.
package struct Support: Hashable, Sendable {
  /// The lower end, or −∞.
  package var lower: Double
  /// The upper end, or ∞.
  package var upper: Double

  /// The interval from `lower` to `upper`.
  package init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}
