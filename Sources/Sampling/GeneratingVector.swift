/// The generating vector of rank-1 lattices of 2⁸ to 2²⁰ points.
///
/// Point k of n in dimension j is the fraction of k·zⱼ/n. Taken in the order of k's reversed bits, the first 2^l points are the
/// lattice of 2^l points of the same vector. Its components were found one by one for all sizes at once; criterion, weights and
/// sources stand in the script that made it, `Tests/SamplingTests/Reference/lattice_vector.py`.
package enum GeneratingVector {
  /// The components there are.
  package static let dimensionCount = 512
  /// The most points it was made for, as a power of two.
  package static let mostPointBits = 20

  /// The first `count` components, odd and under 2²⁰.
  package static func components(_ count: Int) -> [UInt32] {
    PackageResources.lattice_txt.split(separator: UInt8(ascii: "\n")).prefix(count).map { line in
      line.reduce(0) { 10 * $0 + UInt32($1 - UInt8(ascii: "0")) }
    }
  }
}
