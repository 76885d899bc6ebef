package import VectorMath

extension OutcomeSketch {
  /// Takes in one block of draws.
  ///
  /// The result does not depend on the order of calls, but sums are rounded once a call: a block must be given whole, the same
  /// draws in the same order, to get the same bits. Unusable draws are counted and left out. No allocation unless there are any.
  package mutating func add(_ values: Span<Double>, kernels: any KernelSet.Type) {
    guard values.count > 0 else { return }
    precondition(draws + values.count <= Self.maximumDraws, "a sketch counts at most 4,294,967,295 draws")
    let powers = kernels.powerSums(values, centre: grid.location, scale: 1 / grid.scale)
    let range = kernels.bounds(values)
    // A NaN is the least or the greatest of its block (see `KernelSet.bounds`), and in no range.
    guard grid.isUsable(range.minimum) && grid.isUsable(range.maximum) else {
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
    for index in values.indices where grid.isUsable(values[index]) { usable.append(values[index]) }
    nonFiniteCount += values.count - usable.count
    add(usable.span, kernels: kernels)
  }

  /// Draws strictly below a threshold.
  private func countBelow(_ threshold: Double, _ values: Span<Double>) -> Int {
    var count = 0
    for index in values.indices { count &+= values[index] < threshold ? 1 : 0 }
    return count
  }
}
