/// First-order indices from draws that were made for something else.
///
/// With the draws ordered by the input, neighbours have nearly the same input and independent others, so that half the mean
/// square of their differences is nearly E Var(f | input): 1 − Σ(f₍ₖ₊₁₎ − f₍ₖ₎)²/(2(n − 1)·s²). Draws with equal inputs stay
/// in the order in which they were drawn, which is independent of f, so that inputs of few values are right too. It is
/// consistent where E(f | input) is measurable and f has a fourth moment; the bias is some (ln n)/n of the variance where
/// that mean is smooth.
///
/// Source: F. Gamboa, P. Gremaud, T. Klein, A. Lagnoux, doi:10.3150/21-BEJ1421, after S. Chatterjee,
/// doi:10.1080/01621459.2020.1758115. Its error is taken from groups of draws (``GroupJackknife/mean(_:)``). Tested on
/// functions whose indices are known, and by coverage.
package enum RankCorrelationRatio {
  /// The index of one group of draws; nothing where the outcome does not vary, or of fewer than three.
  ///
  /// - Parameter inputs: Any increasing image of the input, draw by draw.
  /// - Complexity: O(n log n).
  package static func firstOrder(inputs: [Double], outcomes: [Double]) -> Double? {
    precondition(inputs.count == outcomes.count, "each draw has an input and an outcome")
    let count = Double(outcomes.count)
    guard outcomes.count > 2 else { return nil }
    let mean = outcomes.reduce(0, +) / count
    let squares = outcomes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard squares > 0 else { return nil }
    let order = inputs.indices.sorted { (inputs[$0], $0) < (inputs[$1], $1) }
    var steps = 0.0
    for (k, l) in zip(order, order.dropFirst()) { steps += (outcomes[l] - outcomes[k]) * (outcomes[l] - outcomes[k]) }
    return 1 - steps / (2 * (count - 1)) / (squares / (count - 1))
  }
}
