import Statistics
import TestSupport
import Testing
import VectorMath

/// The same bits for every order of blocks, split and merge.
///
/// A description of a summary has every bit of its numbers.
@Suite struct SketchInvarianceTests {
  private static let request = SketchRequest(percentiles: [5, 50, 95], thresholds: [0])
  private static let values = Shape.mixture.draws(60_000, seed: 42)

  private func empty() -> OutcomeSketch {
    OutcomeSketch(SketchGrid(pilot: Array(Self.values.prefix(4096)), request: Self.request))
  }

  @Test func `any order of blocks`() {
    let expected = "\(sketch(Self.values, Self.request).summary())"
    var generator = Generator(seed: 1)
    for _ in 0..<5 {
      let order = blocks(Self.values.count).map { ($0, generator.word()) }.sorted { $0.1 < $1.1 }.map(\.0)
      var shuffled = empty()
      add(Self.values, blocks: order, to: &shuffled)
      #expect("\(shuffled.summary())" == expected)
    }
  }

  @Test(arguments: [1, 2, 3, 7]) func `any number of threads, merged in any order`(_ threads: Int) {
    let expected = "\(sketch(Self.values, Self.request).summary())"
    var parts = (0..<threads).map { _ in empty() }
    for (index, block) in blocks(Self.values.count).enumerated() {
      add(Self.values, blocks: [block], to: &parts[index % threads])
    }
    for order in [parts, parts.reversed()] {
      var merged = empty()
      for part in order { merged.merge(part) }
      #expect("\(merged.summary())" == expected)
    }
  }

  @Test func `a pilot in any order makes the same grid`() {
    let pilot = Array(Self.values.prefix(4096))
    var first = OutcomeSketch(SketchGrid(pilot: pilot, request: Self.request))
    var second = OutcomeSketch(SketchGrid(pilot: pilot.reversed(), request: Self.request))
    add(Self.values, blocks: blocks(Self.values.count), to: &first)
    add(Self.values, blocks: blocks(Self.values.count), to: &second)
    #expect("\(first.summary())" == "\(second.summary())")
    second.merge(first)
    #expect(second.draws == 2 * Self.values.count)
  }

  @Test func `sorted draws in any order`() {
    let values = Array(Self.values.prefix(1000))
    let forwards = SampleSummary(exactly: values, request: Self.request, kernels: InstructionSet.detected.kernels)
    let backwards = SampleSummary(exactly: values.reversed(), request: Self.request, kernels: InstructionSet.detected.kernels)
    #expect("\(forwards)" == "\(backwards)")
  }
}
