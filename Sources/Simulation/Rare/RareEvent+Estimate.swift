import Expressions
package import Statistics

extension RareEvent {
  /// The probability from the first sample's draws, seven eighths of them shifted; without a shift from all as they are.
  ///
  /// The weight of a point is its own density over that of the mixture of both, in the proportion in which they are drawn:
  /// it is at most 8, so that an event that also happens elsewhere is not lost (T. Hesterberg,
  /// doi:10.1080/00401706.1995.10484303; A. Owen, Y. Zhou, doi:10.1080/01621459.2000.10473909). A draw without a usable
  /// value counts as one without the event, and is told.
  ///
  /// - Returns: Nothing where it was asked to stop.
  package func estimate(_ shift: RareShift?, conduct: InputConduct) -> (probability: WeightedProbability, unusable: Int)? {
    let blocks = (draws + Extent.drawsPerBlock - 1) / Extent.drawsPerBlock
    let own = shift == nil ? draws : (draws + Self.ownEvery - 1) / Self.ownEvery
    let share = Double(own) / Double(draws)
    let found = concurrentMap(0..<blocks, threads: conduct.threads) { block in
      var tally = WeightedProbability()
      var unusable = 0
      if conduct.isCancelled() { return (tally, unusable) }
      var points = makePoints()
      var logarithms: [Double] = []
      if let shift {
        // A block begins at a multiple of eight.
        logarithms = shift.fill(&points, self, .first, block: block) { $0 % Self.ownEvery != 0 }
      } else {
        for input in program.inputs.indices { points.draw(input, .first, block: block) }
      }
      var values: [[Double]] = []
      let counted = min(Extent.drawsPerBlock, draws - block * Extent.drawsPerBlock)
      points.evaluate(counted, into: &values)
      for draw in 0..<counted {
        let value = values[0][draw]
        if value.isNaN { unusable += 1 }
        if value.isNaN || !relation.holds(value, level) {
          tally.addMisses(1)
        } else if shift == nil {
          tally.addHit(weight: 1)
        } else {
          tally.addHit(weight: WeightedProbability.weight(logarithm: logarithms[draw], ownShare: share))
        }
      }
      conduct.advance(counted)
      return (tally, unusable)
    }
    if conduct.isCancelled() { return nil }
    return found.reduce(into: (WeightedProbability(), 0)) {
      $0.0.merge($1.0)
      $0.1 += $1.1
    }
  }

  /// Each of so many draws is not shifted.
  private static let ownEvery = 8
}
