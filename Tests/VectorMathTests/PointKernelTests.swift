import Sampling
import Testing
import VectorMath

@Suite("Points of designs, by kernels")
struct PointKernelTests {
  private let words: [UInt32] = (0..<32).map { UInt32($0 + 3) &* 0x9e37_79b9 }

  @Test("Only the places asked for are written, as the layout states", arguments: availableLevels, [1, 2, 64, 512])
  func places(level: InstructionSet, count: Int) {
    let directions = SobolDirections(dimensions: 8).reversed
    let own = Array(directions[(7 * 32)...])
    let start = 1_024 - count
    let digital = evaluate(1_024) { y in
      level.kernels.digitalPoints(
        into: &y, places: start..<1_024, first: DrawSource.reversedPoint(4_096, directions: own.span), directions: own.span,
        seed: 99, shift: 0xffff_0000)
    }
    let lattice = evaluate(1_024) { y in
      level.kernels.latticePoints(into: &y, places: start..<1_024, first: 0xffff_fff0, component: 0xf_f0f1)
    }
    for place in 0..<1_024 {
      guard place >= start else {
        #expect(digital[place].isNaN && lattice[place].isNaN)
        continue
      }
      let index = UInt32(place - start)
      let x = OwenScramble.permuted(reversed: DrawSource.reversedPoint(4_096 + index, directions: own.span), seed: 99)
        .bitsReversed
      #expect(digital[place] == Double(2 * UInt64(x ^ 0xffff_0000) + 1) * 0x1p-33)
      let k = 0xffff_fff0 &+ index.bitsReversed &* 0xf_f0f1
      #expect(lattice[place] == Double(2 * UInt64(min(k, ~k)) + 1) * 0x1p-32)
    }
  }

  @Test("A stratum takes the leading bits of a uniform, the others stay", arguments: availableLevels, [1, 7, 20, 31])
  func strata(level: InstructionSet, bits: Int) {
    let key = Array(words.prefix(8))
    let permutation = KeyedPermutation(bits: bits, key: key)
    let u = evaluate(512) { y in level.kernels.uniforms(into: &y, stream: 1, key: 2, block: 3) }
    let first: UInt32 = bits < 10 ? 0 : 512
    let count = min(512, 1 << bits)
    let stratified = evaluate(onto: u) { y in
      level.kernels.stratify(&y, places: 0..<count, firstPoint: first, bits: bits, key: key.span)
    }
    for place in 0..<512 {
      guard place < count else {
        #expect(stratified[place] == u[place])
        continue
      }
      let stratum = Double(permutation(first + UInt32(place)))
      let width = 1 / Double(1 << bits)
      #expect(stratified[place] > stratum * width && stratified[place] < (stratum + 1) * width)
      // The place within the stratum is the uniform, up to the bits that the stratum takes.
      #expect((stratified[place] / width - stratum - u[place]).magnitude <= 0x1p-52 / width)
    }
  }
}
