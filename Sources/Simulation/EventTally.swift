internal import ByteCoding

/// How often something happens: counts, which merge in any order.
package struct EventTally: Hashable, Sendable {
  /// Draws in which all of its numbers have a usable value.
  package private(set) var draws = 0
  /// Of these the draws among which it is counted, and those in which it happens.
  package private(set) var given = 0
  package private(set) var hits = 0

  package init() {}

  mutating func add(draws: Int, given: Int, hits: Int) {
    self.draws += draws
    self.given += given
    self.hits += hits
  }

  package mutating func merge(_ other: Self) { add(draws: other.draws, given: other.given, hits: other.hits) }

  func encode(to writer: inout ByteWriter) { for count in [draws, given, hits] { writer.count(count) } }

  /// Reads the counts of so many draws at most; counts that contradict each other are an error.
  init(from reader: inout ByteReader, atMost most: Int) throws(DamagedBytes) {
    draws = try reader.count(atMost: most)
    given = try reader.count(atMost: draws)
    hits = try reader.count(atMost: given)
  }
}
