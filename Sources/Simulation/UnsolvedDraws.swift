internal import ByteCoding

/// The draws of a run in which some outcome has no usable value, each counted once however many outcomes lack one.
///
/// The same for the same blocks, whoever saw them and when: it holds a count and the first such draws of the run.
package struct UnsolvedDraws: Hashable, Sendable {
  package private(set) var count = 0
  /// The first of them in the order of the run, numbered from 0; ascending.
  package private(set) var first: [Int] = []

  /// Draws that are kept by number: those that are listed, and a sample that tells a number's range by.
  static let mostKept = 1000

  init() {}

  /// Of ascending numbers of draws.
  init(_ numbers: [Int]) {
    count = numbers.count
    first = Array(numbers.prefix(Self.mostKept))
  }

  /// Takes in those of other blocks.
  ///
  /// O(kept · log kept), and O(other's) where they come after all that are known.
  mutating func merge(_ other: Self) {
    count += other.count
    guard let next = other.first.first else { return }
    if let last = first.last, next < last {
      first = Array((first + other.first).sorted().prefix(Self.mostKept))
    } else {
      first += other.first.prefix(Self.mostKept - first.count)
    }
  }

  func encode(to writer: inout ByteWriter) {
    writer.count(count)
    for number in first { writer.count(number) }
  }

  /// Reads those of some draws of a run.
  init(from reader: inout ByteReader, among draws: Range<Int>) throws(DamagedBytes) {
    count = try reader.count(atMost: draws.count)
    for _ in 0..<min(count, Self.mostKept) {
      let number = try reader.count(atMost: max(draws.upperBound - 1, 0))
      guard number >= draws.lowerBound, number > first.last ?? -1 else {
        throw DamagedBytes("its unsolved draws are not those of its blocks")
      }
      first.append(number)
    }
  }
}
