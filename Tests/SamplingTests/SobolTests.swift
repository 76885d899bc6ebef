import Sampling
import Testing

@Suite("Sobol's sequence and its scramble")
struct SobolTests {
  private static let directions = SobolDirections(dimensions: SobolDirections.dimensionCount)

  /// Points 1, 7, 255, 1,000, 65,535, 1,048,577, 999,999,999 and 2³² − 1 in natural order, by a Python program from the recurrence and
  /// the set new-joe-kuo-6, which agrees with SciPy in Gray-code order.
  @Test(
    "A point is a fixed number",
    arguments: [
      (
        1,
        [2_147_483_648, 3_758_096_384, 4_278_190_080, 398_458_880, 4_294_901_760, 2_147_485_696, 4_287_846_876, 4_294_967_295]
      ), (2, [2_147_483_648, 3_758_096_384, 16_777_216, 692_060_160, 65_536, 134_252_544, 2_547_102_708, 1]),
      (
        3,
        [2_147_483_648, 536_870_912, 1_325_400_064, 1_933_574_144, 2_969_501_696, 3_899_189_248, 1_120_335_908, 1_325_465_599]
      ),
      (
        7, [2_147_483_648, 3_758_096_384, 553_648_128, 71_303_168, 2_360_147_968, 511_236_096, 801_512_172, 1_081_134_301]
      ),
      (
        50,
        [2_147_483_648, 3_758_096_384, 117_440_512, 2_386_558_976, 1_892_220_928, 1_414_436_864, 240_184_028, 3_540_039_685]
      ),
      (
        100,
        [2_147_483_648, 1_610_612_736, 1_392_508_928, 2_151_677_952, 3_117_219_840, 1_256_196_096, 4_179_684_644, 2_638_375_999]
      ),
      (
        1_000,
        [2_147_483_648, 2_684_354_560, 1_056_964_608, 3_871_342_592, 1_420_492_800, 1_904_613_376, 3_564_397_468, 4_017_525_573]
      ),
      (
        2_031, [2_147_483_648, 536_870_912, 1_392_508_928, 650_117_120, 2_912_878_592, 2_939_611_136, 376_232_828, 4_014_335_645]
      ),
      (
        3_000,
        [2_147_483_648, 3_758_096_384, 2_063_597_568, 624_951_296, 2_867_134_464, 419_817_472, 3_087_626_468, 1_314_503_763]
      ),
    ] as [(Int, [UInt32])])
  func knownPoints(dimension: Int, points: [UInt32]) {
    let indices: [UInt32] = [1, 7, 255, 1_000, 65_535, 1_048_577, 999_999_999, .max]
    let own = Array(Self.directions.reversed[(32 * dimension - 32)..<(32 * dimension)])
    #expect(indices.map { DrawSource.reversedPoint($0, directions: own.span).bitsReversed } == points)
  }

  @Test("The first numbers of any length are the same however many dimensions are asked for")
  func fewerDimensionsAreAPart() {
    #expect(SobolDirections(dimensions: 0).reversed.isEmpty)
    #expect(SobolDirections(dimensions: 37).reversed[...] == Self.directions.reversed[..<(37 * 32)])
  }

  /// By a Python program with the published constants.
  @Test(
    "The scramble is a fixed function",
    arguments: [
      (0, 0, 0, 0), (1, 0, 0x3eae_f8dd, 1), (0, 1, 0xbc7f_85ab, 0xd5a1_fe3d),
      (0x8000_0000, 0x1234_5678, 0xefeb_9e68, 0x87e3_2b06),
      (0xdead_beef, 0xcafe_babe, 0x7cd9_8133, 0xfb54_716e), (.max, .max, 0x5edb_fd28, 0x14bf_db7a),
      (123_456_789, 987_654_321, 0xe172_a038, 0x8f65_1e85), (0x1_0000, 0x9e37_79b9, 0xcc1c_baa1, 0x855c_3a4c),
    ] as [(UInt32, UInt32, UInt32, UInt32)])
  func knownScrambles(x: UInt32, seed: UInt32, permuted: UInt32, scrambled: UInt32) {
    #expect(OwenScramble.permuted(reversed: x, seed: seed) == permuted)
    #expect(OwenScramble.permuted(reversed: x.bitsReversed, seed: seed).bitsReversed == scrambled)
  }

  @Test("The scramble is nested: the first digits of a result depend on the first digits alone, and no two points meet")
  func scrambleIsNested() {
    for seed: UInt32 in [0, 1, 0x8000_0000, 0xdead_beef, .max] {
      let scrambled = (0..<UInt32(1 << 16)).map {
        OwenScramble.permuted(reversed: ($0 << 16).bitsReversed, seed: seed).bitsReversed
      }
      for digits: UInt32 in [1, 2, 5, 11, 16] {
        let cells = (0..<scrambled.count).map { (UInt32($0) >> (16 - digits), scrambled[$0] >> (32 - digits)) }
        let images = Dictionary(cells, uniquingKeysWith: { $0 == $1 ? $0 : .max })
        #expect(images.count == 1 << digits && Set(images.values).count == 1 << digits, "seed \(seed), \(digits) digits")
      }
    }
  }

  @Test("Bits are reversed")
  func bitsAreReversed() {
    #expect(UInt32(1).bitsReversed == 0x8000_0000 && UInt32(0x1234_5678).bitsReversed == 0x1e6a_2c48)
  }
}
