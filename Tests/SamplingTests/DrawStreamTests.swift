import Sampling
import TestSupport
import Testing

@Suite("The layout of the draws")
struct DrawStreamTests {
  private let elasticity = StreamID(path: "exports/6302/elasticity")

  /// Computed by a Python program written from the layout, with a generator that reproduces Random123's known answers.
  @Test(
    "A draw is a fixed number",
    arguments: [
      (0, 0, 0x1.04b2_6955_7cef_fp-1), (0, 255, 0x1.5beb_dd8e_45eb_fp-1), (0, 256, 0x1.e554_d77f_537f_4p-3),
      (0, 511, 0x1.d4c0_db5a_930d_dp-1), (1, 512, 0x1.3484_2bd5_471c_3p-1), (1, 767, 0x1.1a11_2bb6_bf28_ap-2),
      (0xdead_beef_cafe_f00d, 1_099_511_628_076, 0x1.9fe9_cc74_29fd_4p-3),
    ] as [(UInt64, UInt64, Double)])
  func knownAnswers(seed: UInt64, draw: UInt64, uniform: Double) {
    #expect(DrawStream(seed: seed, stream: elasticity).uniform(at: draw) == uniform)
  }

  /// Computed by `Tests/VectorMathTests/Reference/normals.py`; the seventh and eighth are a pair whose radius takes more bits.
  @Test(
    "A normal draw is a fixed number",
    arguments: [
      (0, 0, 0x1.41ac_750bp-1, 0x1.722a_0e2p-4, 0x1.d9e1_3c10_1f47_fp-1),
      (0, 127, 0x1.6fd4_8821p-1, 0x1.71c3_645cp-1, -0x1.0b9f_d0e2_d182_dp-1),
      (0, 128, 0x1.1686_f5ebp-1, 0x1.0fb1p-2, 0x1.7bce_9058_bf49_3p-1),
      (0, 256, 0x1.41ac_750bp-1, 0x1.722a_0e2p-4, 0x1.148d_3565_3206_fp-2),
      (0, 511, 0x1.ea8e_0322p-2, 0x1.cb92_3c18p-1, 0x1.88cb_d93b_00ae_bp-2),
      (1, 512, 0x1.8a7a_0236p-2, 0x1.fef1_233p-2, 0x1.25d6_66e7_3d5e_8p-8),
      (5, 455_367, 0x1.1b04_2721_72c0_0p-22, -0x1.5c9e_f35cp-1, -0x1.7b33_719a_20e2_5p1),
      (5, 455_623, 0x1.1b04_2721_72c0_0p-22, -0x1.5c9e_f35cp-1, -0x1.28e7_3b68_85a4_9p2),
      (.max, 1_099_511_628_076, 0x1.1edf_6116p-2, 0x1.2479_2178p-2, 0x1.3f36_a828_fe05_2p0),
    ] as [(UInt64, UInt64, Double, Double, Double)])
  func knownNormals(seed: UInt64, draw: UInt64, radiusUniform: Double, halfTurns: Double, normal: Double) {
    let stream = DrawStream(seed: seed, stream: StreamID(value: 0x1234_5678_9abc_def0))
    #expect(stream.polar(at: draw) == (radiusUniform, halfTurns))
    #expect((stream.normal(at: draw) - normal).magnitude <= 1e-15 * 4)
  }

  @Test("No draw of two blocks repeats another of its stream, of another stream or seed")
  func drawsDiffer() {
    let streams = [
      DrawStream(seed: 0, stream: elasticity), DrawStream(seed: 1, stream: elasticity),
      DrawStream(seed: 1 << 32, stream: elasticity),
      DrawStream(seed: 0, stream: StreamID(value: elasticity.value ^ 1)),
      DrawStream(seed: 0, stream: StreamID(value: elasticity.value ^ 1 << 32)),
    ]
    let draws = streams.flatMap { stream in (0..<1_024).map(stream.uniform(at:)) }
    // A chance repetition among 5,120 numbers of 52 bits: probability 3e-9.
    #expect(Set(draws).count == draws.count)
  }

  @Test("Mean and spread are those of a uniform")
  func momentsAreUniform() {
    let count = 100_000
    let stream = DrawStream(seed: 7, stream: elasticity)
    let draws = (0..<UInt64(count)).map(stream.uniform(at:))
    #expect(draws.allSatisfy { $0 > 0 && $0 < 1 })
    let mean = draws.reduce(0, +) / Double(count)
    let square = draws.reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) } / Double(count)
    // Six standard errors each, failure probability 4e-9: var u = 1/12, var (u − ½)² = 1/180.
    #expect((mean - 0.5).magnitude < 6 * (1 / 12 / Double(count)).squareRoot())
    #expect((square - 1.0 / 12).magnitude < 6 * (1 / 180 / Double(count)).squareRoot())
  }
}

@Suite("Philox4x32-10")
struct PhiloxTests {
  /// The authors' own vectors: Random123, `tests/kat_vectors`, commit 9545ff6.
  @Test("The generator gives its authors' known answers")
  func knownAnswers() {
    let ones = UInt32.max
    #expect(
      Philox4x32.words(counter: (0, 0, 0, 0), key: (0, 0)) == (0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    #expect(
      Philox4x32.words(counter: (ones, ones, ones, ones), key: (ones, ones))
        == (0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    #expect(
      Philox4x32.words(
        counter: (0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), key: (0xa409_3822, 0x299f_31d0))
        == (0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }
}
