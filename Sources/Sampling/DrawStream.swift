/// The uniforms of one number of a model under one seed: a pure function of (seed, stream, draw).
///
/// This is the layout of the draws, stated one draw at a time; every faster form must give the same bits.
/// - Draws come in blocks of 512. Block b = d ÷ 512 holds 256 pairs; draw d belongs to pair 256·b + (d mod 256).
/// - A pair is one call of Philox4x32-10 with key = seed (low word, high word) and
///   counter = (pair low, pair high, stream low, stream high).
/// - The first 256 draws of a block take words 0 and 1, the other 256 words 2 and 3; a draw's 64 bits are (second word, first word).
/// - The top 52 bits k become the uniform (2k + 1)/2⁵³: never 0 or 1, symmetric about ½, exactly representable.
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
    let pairs = Self.drawsPerBlock / 2
    let place = draw % Self.drawsPerBlock
    let pair = draw / Self.drawsPerBlock * pairs + place % pairs
    let words = Philox4x32.words(
      counter: (Self.low(pair), Self.high(pair), Self.low(stream.value), Self.high(stream.value)),
      key: (Self.low(seed), Self.high(seed)))
    let (first, second) = place < pairs ? (words.0, words.1) : (words.2, words.3)
    let bits = UInt64(second) &<< 32 | UInt64(first)
    return Double((bits &>> 12) &<< 1 | 1) * 0x1p-53
  }

  private static func low(_ value: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: value) }
  private static func high(_ value: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: value &>> 32) }
}
