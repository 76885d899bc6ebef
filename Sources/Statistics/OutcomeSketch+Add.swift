extension OutcomeSketch {
  /// Takes in one block of draws.
  ///
  /// The result does not depend on the order of calls, but sums are rounded once a call: a block must be given whole, the same
  /// draws in the same order, to get the same bits. No allocation unless a draw is unusable.
  package mutating func add(_ values: Span<Double>) {
    guard values.count > 0 else { return }
    precondition(draws + values.count <= Self.maximumDraws, "a sketch counts at most 4,294,967,295 draws")
    let powers = PowerSums(of: values, about: grid.location, scale: grid.scale)
    let range = Extremes(of: values)
    guard powers.areFinite && Unusable.isUsable(range.minimum) && Unusable.isUsable(range.maximum) else {
      addUsable(of: values)
      return
    }
    powers.add(to: &sums.powers)
    let excesses = ExcessSums(of: values, below: grid.lowerTailQuantile, above: grid.upperTailQuantile, scale: grid.scale)
    excesses.add(to: &sums.excesses)
    draws += values.count
    minimum = min(minimum, range.minimum)
    maximum = max(maximum, range.maximum)
    for index in below.indices { below[index] += countBelow(grid.request.thresholds[index], values) }
    grid.map.count(values, in: &counts)
  }

  /// Takes in a block that has unusable draws, without them.
  private mutating func addUsable(of values: Span<Double>) {
    var usable: [Double] = []
    for index in values.indices {
      let z = (values[index] - grid.location) / grid.scale
      if Unusable.isUsable(values[index]) && (z * z * z * z * z * z).isFinite { usable.append(values[index]) }
    }
    nonFiniteCount += values.count - usable.count
    // Each power is finite now, but their sum may not be; a sixth power near the end of the doubles is as unusable.
    if PowerSums(of: usable.span, about: grid.location, scale: grid.scale).areFinite {
      add(usable.span)
    } else {
      nonFiniteCount += usable.count
    }
  }
}
