/// Two numbers that are looked at together, draw by draw.
package struct ObservedPair: Sendable {
  /// Each is certain, or reads an output that is a column of the experiment too.
  package var first: Operand
  package var second: Operand
  /// In percent: where it is counted how often both lie low, for intervals of differences of percentiles.
  package var percentiles: [Double]

  package init(_ first: Operand, _ second: Operand, percentiles: [Double]) {
    self.first = first
    self.second = second
    self.percentiles = percentiles
  }

  /// Makes draws that differ by rounding only equal.
  func settle(_ first: [Double], _ second: inout [Double]) {
    for index in second.indices where self.first.ties(first[index], with: self.second, second[index]) {
      second[index] = first[index]
    }
  }
}
