internal import Analysis
internal import Sampling

extension Plan {
  /// What the percentiles of a run are taken from, in words.
  var percentileSource: String { hasExactPercentiles ? "exact order statistics" : "a sketch of the draws" }

  /// What the intervals of percentiles are formed of, in words.
  var intervalSource: String { design == .random ? "order statistics" : "the differences between replicates" }

  /// The design in words, with its replicates.
  var designWords: String {
    design.replicates.map { "\(design.name), \($0) replicates of \(NumberText.count(draws / $0)) points" } ?? design.name
  }
}
