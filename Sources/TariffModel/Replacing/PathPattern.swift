/// A path with `*` for any part of one component.
///
/// It is one path exactly where it has no `*`.
package struct PathPattern: Hashable, Sendable, CustomStringConvertible {
  /// As it was written.
  package let description: String
  private let components: [[UInt8]]

  package init(_ text: String) {
    description = text
    components = Self.split(text)
  }

  /// Whether it has a `*` and may meet several paths.
  package var hasStar: Bool { description.utf8.contains(UInt8(ascii: "*")) }

  /// The first component where it is no pattern: the section of the study that the path leads into.
  var section: String? {
    guard let first = components.first, !first.contains(UInt8(ascii: "*")) else { return nil }
    return String(decoding: first, as: UTF8.self)
  }

  /// Whether a path has the pattern's components.
  ///
  /// O(path × pattern) at worst.
  package func matches(_ path: String) -> Bool {
    guard hasStar else { return path == description }
    let parts = Self.split(path)
    return parts.count == components.count && zip(components, parts).allSatisfy { Self.matches($0, $1) }
  }

  private static func split(_ text: String) -> [[UInt8]] {
    text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
  }

  /// Greedy: on a mismatch the last star takes one byte more.
  private static func matches(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
    var (p, t) = (0, 0)
    var star: (pattern: Int, text: Int)?
    while t < text.count {
      if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
        star = (p, t)
        p += 1
      } else if p < pattern.count, pattern[p] == text[t] {
        p += 1
        t += 1
      } else if let last = star {
        star = (last.pattern, last.text + 1)
        p = last.pattern + 1
        t = last.text + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
