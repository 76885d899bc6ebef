internal import Analysis

extension Plan {
  /// What the percentiles of a run are taken from, in words.
  var percentileSource: String { hasExactPercentiles ? "exact order statistics" : "a sketch of the draws" }
}
