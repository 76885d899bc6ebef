/// Draws that no summary can take: not a number, infinite, or so large that sums of their powers leave the doubles.
package enum Unusable {
  /// About 10²⁸⁹: the width of any range of usable draws is still a double.
  static let largestMagnitude = 0x1p960

  package static func isUsable(_ x: Double) -> Bool { x.magnitude <= largestMagnitude }

  /// Whether it is infinite, or as large as a ratio to next to nothing.
  package static func isInfinite(_ x: Double) -> Bool { x.magnitude > largestMagnitude }
}
