/// What the results look like on standard output.
package enum ResultFormat: String, CaseIterable, Sendable {
  /// A table for people.
  case table
  /// What `--json` writes and `--compare` reads.
  case raw
  /// Bencher Metric Format.
  case bencher
  /// `customSmallerIsBetter` of github-action-benchmark.
  case github
}
