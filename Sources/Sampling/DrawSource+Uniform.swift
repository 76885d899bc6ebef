extension DrawSource {
  /// The uniform of an input in a draw: the layout, stated one draw at a time.
  ///
  /// Every faster form must give the same numbers to the last bit. Under `random` normals are not made of it; of normals that are rotated
  /// together it is the one before.
  package func uniform(of stream: StreamID, at draw: UInt64) -> Double {
    let own = DrawStream(seed: seed, stream: stream)
    let replicate = draw >> UInt64(pointBits)
    let point = UInt32(truncatingIfNeeded: draw & (1 << UInt64(pointBits) - 1))
    switch layout(beforeRotation: stream) {
    case .rotated, .supplied: preconditionFailure("neither a rotation nor what is supplied is read by a rotation")
    case .random: return own.uniform(at: draw)
    case .antithetic:
      let (block, place) = draw.quotientAndRemainder(dividingBy: DrawStream.drawsPerBlock)
      let u = own.uniform(at: block * DrawStream.drawsPerBlock + place / 2)
      return place % 2 == 0 ? u : 1 - u
    case .latin:
      let permutation = KeyedPermutation(bits: pointBits, key: own.randomisation(ofReplicate: replicate))
      let fraction = UInt64(own.uniform(at: draw) * 0x1p52)
      let bits = UInt64(permutation(point)) << UInt64(52 - pointBits) | fraction >> UInt64(pointBits)
      return Double(2 * bits + 1) * 0x1p-53
    case .sobol(let dimension):
      let words = own.randomisation(ofReplicate: replicate)
      let reversed = withDirections(dimension) { Self.reversedPoint(point, directions: $0) }
      let x = OwenScramble.permuted(reversed: reversed, seed: words[0]).bitsReversed ^ words[1]
      return Double(2 * UInt64(x) + 1) * 0x1p-33
    case .lattice(let component):
      let x = point.bitsReversed &* component &+ own.randomisation(ofReplicate: replicate)[1]
      return Double(2 * UInt64(min(x, ~x)) + 1) * 0x1p-32
    }
  }

  /// The exclusive or of the direction numbers of a point's bits.
  package static func reversedPoint(_ index: UInt32, directions: Span<UInt32>) -> UInt32 {
    var point: UInt32 = 0
    for bit in directions.indices where index >> UInt32(bit) & 1 == 1 { point ^= directions[bit] }
    return point
  }
}
