/// The direction numbers of Sobol's sequence in some of its dimensions.
///
/// Point i in a dimension is the exclusive or of the direction numbers of i's bits, as a fraction of 2³²; natural order, so that point 0
/// is 0. The numbers are the set new-joe-kuo-6 of S. Joe and F. Y. Kuo (doi:10.1137/070709359), their recurrence that of P. Bratley
/// and B. L. Fox (doi:10.1145/42288.214372). Tested against points of another program up to dimension 4,096.
package struct SobolDirections: Sendable {
  /// The dimensions there are, numbered from 0.
  package static let dimensionCount = 4_096
  /// Direction numbers of a dimension: bits of a point.
  package static let bits = 32

  /// Those of one dimension after the other, each with its bits reversed.
  ///
  /// Reversed, because the scramble wants them so and an exclusive or does not mind.
  package let reversed: [UInt32]

  /// Those of the first `count` dimensions.
  ///
  /// O(count), and once a few tenths of a millisecond.
  package init(dimensions count: Int) {
    precondition((0...Self.dimensionCount).contains(count), "Sobol's sequence has so many dimensions here")
    var reversed: [UInt32] = []
    reversed.reserveCapacity(count * Self.bits)
    var place = 0
    let bytes = PackageResources.directions_bin
    func word() -> UInt32 {
      defer { place += 2 }
      return UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8
    }
    for dimension in 0..<count {
      var directions = [UInt32](repeating: 0, count: Self.bits)
      if dimension == 0 {
        for bit in 0..<Self.bits { directions[bit] = 1 << (31 - UInt32(bit)) }
      } else {
        let degree = Int(word())
        let inner = word()
        for bit in 0..<degree { directions[bit] = word() << (31 - UInt32(bit)) }
        for bit in degree..<Self.bits {
          var next = directions[bit - degree] ^ directions[bit - degree] >> UInt32(degree)
          for step in 1..<max(degree, 1) where inner >> UInt32(degree - 1 - step) & 1 == 1 { next ^= directions[bit - step] }
          directions[bit] = next
        }
      }
      reversed += directions.map(\.bitsReversed)
    }
    self.reversed = reversed
  }
}
