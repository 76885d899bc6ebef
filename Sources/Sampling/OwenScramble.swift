/// A nested uniform scramble of numbers of 32 bits, in the form of a hash.
///
/// Owen's scramble (doi:10.1007/978-1-4612-2552-2_19) gives every digit a random permutation that depends on the digits before it. As a
/// function of the reversed bits each bit of the result depends on lower ones only, as a product with an odd number does: S. Laine and
/// T. Karras (doi:10.1111/j.1467-8659.2011.02010.x) made a hash of such steps, B. Burley (Journal of Computer Graphics Techniques 9(4),
/// 2020) the scramble of it. The steps and constants are those of N. Vegdahl ("Building a better LK hash", 2021), whose bits flip
/// closer to half of the time. A digital shift follows, which by itself makes every point uniform, whatever the hash does.
/// Tested against vectors of another program.
package enum OwenScramble {
  /// The scrambled number, its bits and those of the argument reversed: the most significant digit is the lowest bit.
  package static func permuted(reversed x: UInt32, seed: UInt32) -> UInt32 {
    var x = x
    x ^= x &* 0x3d20_adea
    x = x &+ seed
    x = x &* (seed >> 16 | 1)
    x ^= x &* 0x0552_6c56
    x ^= x &* 0x53a2_2864
    return x
  }
}

extension UInt32 {
  /// The bits in the opposite order.
  package var bitsReversed: UInt32 {
    var x = self
    x = (x >> 1) & 0x5555_5555 | (x & 0x5555_5555) << 1
    x = (x >> 2) & 0x3333_3333 | (x & 0x3333_3333) << 2
    x = (x >> 4) & 0x0f0f_0f0f | (x & 0x0f0f_0f0f) << 4
    return x.byteSwapped
  }
}
