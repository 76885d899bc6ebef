import Sampling
import Testing

@Suite("Stream identifiers")
struct StreamIDTests {
  /// Written out independently in Python: FNV-1a (whose values for "", "a" and "foobar" are those published by its authors), then
  /// the finaliser of SplitMix64.
  @Test(
    "The identifier of a path is a fixed number",
    arguments: [
      ("", 0xf52a_15e9_a9b5_e89b), ("a", 0x02c0_bdbf_4814_20f8), ("foobar", 0x404d_a9e3_b740_78c2),
      ("exports/6302/elasticity", 0x12b3_d17e_45cf_7560), ("exports/6302/elasticitz", 0xc31f_cdd0_d6eb_297d),
      ("parameters/usPassThrough", 0xc6f7_a75c_4b04_cba3), ("measures/Zölle/rate", 0x2b14_a89d_804e_6919),
    ] as [(String, UInt64)])
  func knownAnswers(path: String, value: UInt64) {
    #expect(StreamID(path: path).value == value)
  }

  @Test("Different paths that share a stream are found")
  func collisionIsFound() throws {
    // A published pair of texts with equal 64-bit FNV-1a.
    let paths = ["exports/6302/value", "8yn0iYCKYHlIj4-BwPqk", "exports/6302/duty", "GReLUrM4wMqfg9yzV3KQ"]
    let collision = try #require(StreamID.firstCollision(among: paths))
    #expect(collision.first == paths[1] && collision.second == paths[3])
  }

  @Test("One path named twice is no collision, and ordinary models have none")
  func ordinaryModelsHaveNone() {
    #expect(StreamID.firstCollision(among: ["a", "b", "a"]) == nil)
    let paths = (0..<10_000).flatMap { ["exports/\($0)/elasticity", "exports/\($0)/passThrough"] }
    #expect(StreamID.firstCollision(among: paths) == nil)
  }

  @Test("Paths are bytes: two spellings of one letter are two paths")
  func spellingsDiffer() {
    #expect(StreamID(path: "Z\u{f6}lle") != StreamID(path: "Zo\u{308}lle"))
  }
}
