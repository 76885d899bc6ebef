package import ByteCoding

extension OutcomeSketch {
  /// Writes all that was counted, without the grid.
  ///
  /// The same draws give the same bytes, in whatever order they were counted. A bin takes a byte or two, a run of empty bins
  /// two or three.
  package func encode(to writer: inout ByteWriter) {
    writer.count(draws)
    writer.count(nonFiniteCount)
    writer.double(minimum)
    writer.double(maximum)
    for count in below { writer.count(count) }
    for index in sums.powers.indices { sums.powers[index].encode(to: &writer) }
    for index in sums.excesses.indices { sums.excesses[index].encode(to: &writer) }
    let counts = counts
    var index = 0
    while index < counts.count {
      writer.whole(UInt64(counts[index]))
      index += 1
      guard counts[index - 1] == 0 else { continue }
      let end = counts[index...].firstIndex { $0 != 0 } ?? counts.count
      writer.count(end - index)
      index = end
    }
  }

  /// Reads what `encode(to:)` wrote of a sketch on the same grid; what contradicts itself is an error.
  package init(from reader: inout ByteReader, on grid: SketchGrid) throws(DamagedBytes) {
    self.init(grid)
    draws = try reader.count(atMost: Self.maximumDraws)
    nonFiniteCount = try reader.count(atMost: Self.maximumDraws - draws)
    minimum = try reader.double()
    maximum = try reader.double()
    for index in below.indices { below[index] = try reader.count(atMost: draws) }
    for index in sums.powers.indices { sums.powers[index] = try ExactSum(from: &reader) }
    for index in sums.excesses.indices { sums.excesses[index] = try ExactSum(from: &reader) }
    try readCounts(from: &reader)
    let isEmpty = minimum == .infinity && maximum == -.infinity
    let isRange = Unusable.isUsable(minimum) && Unusable.isUsable(maximum) && minimum <= maximum
    guard draws == 0 ? isEmpty : isRange else { throw DamagedBytes("the least draw is above the greatest") }
    guard settledCounts.reduce(0, { $0 + Int($1) }) == draws else { throw DamagedBytes("the bins do not add up to the draws") }
  }

  private mutating func readCounts(from reader: inout ByteReader) throws(DamagedBytes) {
    var index = 0
    while index < settledCounts.count {
      settledCounts[index] = UInt32(try reader.count(atMost: draws))
      index += 1
      guard settledCounts[index - 1] == 0 else { continue }
      index += try reader.count(atMost: settledCounts.count - index)
    }
  }
}
