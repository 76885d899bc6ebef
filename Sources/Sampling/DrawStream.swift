/// The uniforms or the standard normals of one number of a model under one seed: a pure function of (seed, stream, draw).
///
/// This is the layout of the draws, stated one draw at a time; every faster form must give the same uniforms, radii and angles to the
/// last bit. Draws come in blocks of 512. A call of Philox4x32-10 has the key seed (low word, high word) and the counter (call low, call
/// high, stream low, stream high).
///
/// *Uniforms* take two words each.
/// - Block b makes the 256 calls 256·b + i. The first 256 draws of the block take words 0 and 1, the other 256 words 2 and 3; a draw's
///   64 bits are (second word, first word).
/// - The top 52 bits k become the uniform (2k + 1)/2⁵³: never 0 or 1, symmetric about ½, exactly representable.
///
/// *Normals* come in pairs, r·cos πx and r·sin πx, and a pair takes two words.
/// - Block b makes the 128 calls 128·b + i. Words 0 and 1 make the draws i and i + 256 of the block, words 2 and 3 the draws i + 128 and
///   i + 384.
/// - The first word k becomes u = (2k + 1)/2³³ and r = √(−2 ln u); the second, m, the angle x = m/2³¹ − 1 in half turns.
/// - Where k < 2²¹, once in 2,048 pairs, the top 31 bits e of the same word of call 2⁶³ + 128·b + i are added to it: u = (2·(2³¹·k + e) +
///   1)/2⁶⁴. Small probabilities have their full relative resolution, and the normals reach 9.4.
///
/// *Randomisations* of a design's replicate take eight words: those of the calls 2⁶² + 2r and 2⁶² + 2r + 1.
///
/// A number is either uniform or normal. Were it both, the two would be made of the same words.
package struct DrawStream: Hashable, Sendable {
  /// Draws in a block.
  package static let drawsPerBlock: UInt64 = 512

  /// The key of the generator, low word first.
  package let seed: UInt64
  /// Words 2 and 3 of its counter.
  package let stream: StreamID

  /// The stream under a seed; every seed is one, 0 included.
  package init(seed: UInt64, stream: StreamID) {
    self.seed = seed
    self.stream = stream
  }

  /// The uniform of a draw, in [2⁻⁵³, 1 − 2⁻⁵³].
  package func uniform(at draw: UInt64) -> Double {
    let (block, place) = draw.quotientAndRemainder(dividingBy: Self.drawsPerBlock)
    let calls = Self.drawsPerBlock / 2
    let words = words(ofCall: block * calls + place % calls)
    let (first, second) = place < calls ? (words.0, words.1) : (words.2, words.3)
    let bits = UInt64(second) &<< 32 | UInt64(first)
    return Double((bits &>> 12) &<< 1 | 1) * 0x1p-53
  }

  /// Where the pair of a draw lies in the plane: the uniform u of its radius √(−2 ln u), and its angle in half turns, in [−1, 1).
  package func polar(at draw: UInt64) -> (radiusUniform: Double, halfTurns: Double) {
    let (block, place) = draw.quotientAndRemainder(dividingBy: Self.drawsPerBlock)
    let calls = Self.drawsPerBlock / 4
    let call = block * calls + place % calls
    let isFirstPair = place / calls % 2 == 0
    let words = words(ofCall: call)
    let (k, m) = isFirstPair ? (words.0, words.1) : (words.2, words.3)
    let halfTurns = Double(m) * 0x1p-31 - 1
    guard k < 1 << 21 else { return (Double(2 * UInt64(k) + 1) * 0x1p-33, halfTurns) }
    let more = self.words(ofCall: call | 1 << 63)
    let e = (isFirstPair ? more.0 : more.2) >> 1
    return (Double(2 * (UInt64(k) << 31 | UInt64(e)) + 1) * 0x1p-64, halfTurns)
  }

  /// Eight words that randomise the points of a replicate.
  package func randomisation(ofReplicate replicate: UInt64) -> [UInt32] {
    let (a, b) = (words(ofCall: 1 << 62 | 2 * replicate), words(ofCall: 1 << 62 | 2 * replicate + 1))
    return [a.0, a.1, a.2, a.3, b.0, b.1, b.2, b.3]
  }

  private func words(ofCall call: UInt64) -> Philox4x32.Counter {
    Philox4x32.words(
      counter: (Self.low(call), Self.high(call), Self.low(stream.value), Self.high(stream.value)),
      key: (Self.low(seed), Self.high(seed)))
  }

  private static func low(_ value: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: value) }
  private static func high(_ value: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: value &>> 32) }
}
