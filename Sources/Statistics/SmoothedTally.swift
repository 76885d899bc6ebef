package import ByteCoding

/// Sums of what a column's draws say when one input is averaged over: exact, so that they merge in any order.
package struct SmoothedTally: Sendable {
  /// Usable draws.
  package private(set) var draws = 0
  /// By level of the grid, the sum of the probabilities to lie below it.
  private(set) var below: [ExactSum]
  /// Σz and Σ(z² + v): z the conditional mean's deviation from the location, v the conditional variance, in units of the scale.
  private(set) var means = ExactSum()
  private(set) var squares = ExactSum()

  package init(levels: Int) { below = Array(repeating: ExactSum(), count: levels) }

  /// Takes in the sums of a block, each rounded once.
  package mutating func add(draws: Int, below: [Double], mean: Double, square: Double) {
    self.draws += draws
    for index in below.indices { self.below[index].add(below[index]) }
    means.add(mean)
    squares.add(square)
  }

  package mutating func merge(_ other: Self) {
    draws += other.draws
    for index in below.indices { below[index].merge(other.below[index]) }
    means.merge(other.means)
    squares.merge(other.squares)
  }

  package func encode(to writer: inout ByteWriter) {
    writer.count(draws)
    for sum in below + [means, squares] { sum.encode(to: &writer) }
  }

  /// Reads the sums of so many draws at most.
  package init(from reader: inout ByteReader, levels: Int, atMost most: Int) throws(DamagedBytes) {
    draws = try reader.count(atMost: most)
    below = []
    for _ in 0..<levels { below.append(try ExactSum(from: &reader)) }
    means = try ExactSum(from: &reader)
    squares = try ExactSum(from: &reader)
  }
}
