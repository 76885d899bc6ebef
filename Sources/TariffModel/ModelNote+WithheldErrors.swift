extension ModelNote {
  /// How many standard errors one draw would carry, by the statistic that goes without.
  package struct WithheldErrors: Hashable, Sendable {
    package var means = 0
    package var standardDeviations = 0
    package var skewnesses = 0
    /// Of either tail.
    package var shortfalls = 0

    package init() {}
  }
}
