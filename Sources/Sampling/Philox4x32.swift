/// The counter-based generator Philox4x32-10: a pure function of counter and key.
///
/// Source: J. Salmon, M. Moraes, R. Dror, D. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11, DOI
/// 10.1145/2063384.2063405. One call at a time, for reference; the engine's vectorised form lives with the kernels. Tested
/// against the authors' known answers.
package enum Philox4x32 {
  /// Four words, in the order of the paper.
  package typealias Counter = (UInt32, UInt32, UInt32, UInt32)

  /// Four random words after ten rounds.
  package static func words(counter: Counter, key: (UInt32, UInt32)) -> Counter {
    var (c0, c1, c2, c3) = counter
    var (k0, k1) = key
    for _ in 0..<10 {
      let a = c0.multipliedFullWidth(by: 0xd251_1f53)
      let b = c2.multipliedFullWidth(by: 0xcd9e_8d57)
      (c0, c1, c2, c3) = (b.high ^ c1 ^ k0, b.low, a.high ^ c3 ^ k1, a.low)
      // The key moves by the golden ratio and √3 − 1, as fractions of 2³².
      k0 &+= 0x9e37_79b9
      k1 &+= 0xbb67_ae85
    }
    return (c0, c1, c2, c3)
  }
}
