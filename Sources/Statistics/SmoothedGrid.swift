package import ByteCoding

/// All of a smoothed column's sums that depends on the data: fixed once from the first draws, then shared by every thread.
package struct SmoothedGrid: Hashable, Sendable {
  /// Of the percentiles whose distribution function is smooth enough to be summed at two levels.
  package let brackets: [LevelBracket]
  /// The levels whose probabilities are asked for.
  package let thresholds: [Double]
  /// Conditional means are taken from here, in units of `scale`, a power of two.
  package let location: Double
  package let scale: Double

  /// - Parameter width: Of the pilot's draws, from which the scale is taken.
  package init(brackets: [LevelBracket], thresholds: [Double], location: Double, width: Double) {
    self.brackets = brackets
    self.thresholds = thresholds
    self.location = location + 0
    scale = binaryScale(width)
  }

  /// The levels at which distribution functions are summed.
  package var levels: [Double] { brackets.flatMap { [$0.lower, $0.upper] } + thresholds }

  /// Whether a conditional mean or a standard deviation can be summed: squares of a whole block must add up to a double.
  package func isUsable(_ x: Double) -> Bool { Unusable.isUsable(x) && (x - location).magnitude <= 0x1p168 * scale }

  package func encode(to writer: inout ByteWriter) {
    writer.count(brackets.count)
    for bracket in brackets { bracket.encode(to: &writer) }
    writer.double(location)
    writer.double(scale)
  }

  /// Reads the grid of a column that is asked for the probabilities of some levels.
  package init(from reader: inout ByteReader, thresholds: [Double]) throws(DamagedBytes) {
    var brackets: [LevelBracket] = []
    for _ in 0..<(try reader.count(atMost: reader.remaining)) { brackets.append(try LevelBracket(from: &reader)) }
    self.brackets = brackets
    self.thresholds = thresholds
    location = try reader.finite()
    scale = try reader.finite()
    guard scale > 0, scale == binaryScale(scale) else { throw DamagedBytes("a scale is no power of two") }
  }
}
