package import VectorMath

extension OutcomeSketch {
  /// Takes in one block of draws.
  ///
  /// The result does not depend on the order of calls, but sums are rounded once a call: a block must be given whole, the same
  /// draws in the same order, to get the same bits. No allocation unless a draw is unusable.
  package mutating func add(_ values: Span<Double>, kernels: any KernelSet.Type) {
    guard values.count > 0 else { return }
    precondition(draws + values.count <= Self.maximumDraws, "a sketch counts at most 4,294,967,295 draws")
    let powers = kernels.powerSums(values, centre: grid.location, scale: 1 / grid.scale)
    let range = kernels.bounds(values)
    guard powers.sum6.isFinite && Unusable.isUsable(range.minimum) && Unusable.isUsable(range.maximum) else {
      addUsable(of: values, kernels: kernels)
      return
    }
    let excesses = kernels.excessSums(
      values, centre: grid.location, scale: 1 / grid.scale, lower: grid.scaledLowerTailQuantile,
      upper: grid.scaledUpperTailQuantile)
    sums.add(powers)
    sums.add(excesses)
    draws += values.count
    minimum = min(minimum, range.minimum)
    maximum = max(maximum, range.maximum)
    for index in below.indices { below[index] += countBelow(grid.request.thresholds[index], values) }
    count(values, kernels: kernels)
  }

  /// Counts usable draws in their bins.
  private mutating func count(_ values: Span<Double>, kernels: any KernelSet.Type) {
    let most = Int(UInt16.max)
    var start = 0
    while start < values.count {
      if recentDraws == most { settle() }
      let end = min(start + most - recentDraws, values.count)
      grid.map.count(values.extracting(start..<end), in: &recentCounts, kernels: kernels)
      recentDraws += end - start
      start = end
    }
  }

  /// Takes in a block that has unusable draws, without them.
  private mutating func addUsable(of values: Span<Double>, kernels: any KernelSet.Type) {
    var usable: [Double] = []
    for index in values.indices {
      let z = (values[index] - grid.location) / grid.scale
      if Unusable.isUsable(values[index]) && (z * z * z * z * z * z).isFinite { usable.append(values[index]) }
    }
    nonFiniteCount += values.count - usable.count
    // Each power is finite now, but their sum may not be; a sixth power near the end of the doubles is as unusable.
    if kernels.powerSums(usable.span, centre: grid.location, scale: 1 / grid.scale).sum6.isFinite {
      add(usable.span, kernels: kernels)
    } else {
      nonFiniteCount += usable.count
    }
  }

  /// Draws strictly below a threshold.
  private func countBelow(_ threshold: Double, _ values: Span<Double>) -> Int {
    var count = 0
    for index in values.indices { count &+= values[index] < threshold ? 1 : 0 }
    return count
  }
}
