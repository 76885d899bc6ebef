package import TariffModel

/// The draws of a run that its result leaves out where they have no usable value.
package struct UnsolvedReport: Hashable, Sendable {
  /// Draws in which some outcome has no usable value.
  package var count: Int
  /// The paths of the study's uncertain numbers, in its order.
  package var paths: [String]
  /// The first of the draws, in their order; at most `mostListed`.
  package var draws: [Draw]

  /// Draws that are listed one by one.
  package static let mostListed = 100

  /// One draw, with what made it.
  package struct Draw: Hashable, Sendable {
    /// From 1, in the order of the run.
    package var number: Int
    /// The scenarios with an outcome that has no value in it.
    package var scenarios: [String]
    /// The outcomes that have no value in it, under any of the scenarios.
    package var outcomes: [Outcome]
    /// The uncertain numbers in it, in the order of the paths.
    package var values: [Double]

    package init(number: Int, scenarios: [String], outcomes: [Outcome], values: [Double]) {
      self.number = number
      self.scenarios = scenarios
      self.outcomes = outcomes
      self.values = values
    }
  }

  package init(count: Int, paths: [String], draws: [Draw]) {
    self.count = count
    self.paths = paths
    self.draws = draws
  }
}
