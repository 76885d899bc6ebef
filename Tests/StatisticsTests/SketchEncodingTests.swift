import ByteCoding
import Statistics
import TestSupport
import Testing
import VectorMath

@Suite("Sketches as bytes")
struct SketchEncodingTests {
  private let kernels = InstructionSet.detected.kernels
  private static let request = SketchRequest(percentiles: [5, 50, 97.5], thresholds: [0, 1], shortfallPercent: 5)

  /// Draws of every shape, and some that vary little, repeat themselves, or are no numbers.
  private static let samples: [[Double]] =
    Shape.allCases.map { $0.draws(20_000, seed: 11) } + [
      [Double](repeating: 3, count: 10_000), (0..<10_000).map { Double($0 % 3) },
      (0..<10_000).map { $0 % 100 == 0 ? .nan : Double($0) }, (0..<5_000).map { 1 + Double($0 % 7) * 0x1p-52 },
      (0..<10_000).map { Double($0 % 50 - 25) * 1e287 }, [Double](repeating: .nan, count: 5_000),
    ]

  private func bytes(_ sketch: OutcomeSketch) -> (grid: [UInt8], tallies: [UInt8]) {
    var grid = ByteWriter()
    sketch.grid.encode(to: &grid)
    var tallies = ByteWriter()
    sketch.encode(to: &tallies)
    return (grid.bytes, tallies.bytes)
  }

  private func read(_ bytes: (grid: [UInt8], tallies: [UInt8])) throws(DamagedBytes) -> OutcomeSketch {
    var grid = ByteReader(bytes.grid)
    var tallies = ByteReader(bytes.tallies)
    let sketch = try OutcomeSketch(from: &tallies, on: try SketchGrid(from: &grid, answering: Self.request))
    try grid.end()
    try tallies.end()
    return sketch
  }

  @Test("A sketch comes back with all its bits, and goes on counting as if it had never been away", arguments: samples.indices)
  func roundTrip(sample: Int) throws {
    let values = Self.samples[sample]
    let half = values.count / 2 / 512 * 512
    var kept = OutcomeSketch(SketchGrid(pilot: Array(values.prefix(4096)), request: Self.request))
    add(values, blocks: blocks(half), to: &kept)
    var back = try read(bytes(kept))
    #expect(bytes(back) == bytes(kept))
    for block in blocks(values.count) where block.lowerBound >= half {
      kept.add(values.span.extracting(block), kernels: kernels)
      back.add(values.span.extracting(block), kernels: kernels)
    }
    #expect(bytes(back) == bytes(kept))
    #expect(back.nonFiniteCount == kept.nonFiniteCount && back.draws == kept.draws)
    if kept.draws > 0 { #expect("\(back.summary())" == "\(kept.summary())") }
  }

  @Test("Sketches that came back can be merged")
  func merge() throws {
    let values = Self.samples[0]
    let whole = sketch(values, Self.request)
    let empty = OutcomeSketch(SketchGrid(pilot: Array(values.prefix(4096)), request: Self.request))
    var (first, second) = (empty, empty)
    for (index, block) in blocks(values.count).enumerated() {
      let part = values.span.extracting(block)
      if index % 3 == 0 { first.add(part, kernels: kernels) } else { second.add(part, kernels: kernels) }
    }
    var merged = try read(bytes(second))
    merged.merge(try read(bytes(first)))
    #expect(bytes(merged) == bytes(whole))
  }

  @Test("The bytes do not depend on the order in which blocks were counted and sketches merged")
  func order() {
    let values = Self.samples[3]
    var backwards = OutcomeSketch(SketchGrid(pilot: Array(values.prefix(4096)), request: Self.request))
    add(values, blocks: blocks(values.count).reversed(), to: &backwards)
    #expect(bytes(backwards) == bytes(sketch(values, Self.request)))
  }

  @Test("A sketch takes a byte or two for each bin with draws")
  func size() {
    let kept = bytes(sketch(Self.samples[0], Self.request))
    #expect(kept.grid.count + kept.tallies.count < 20_000)
  }

  /// No checksum guards these bytes: what passes must still be safe to summarise, whatever it says.
  @Test("Any change of a byte ends in an error or in a sketch that can be summarised and merged", arguments: [0, 3, 7])
  func damage(sample: Int) {
    let kept = sketch(Self.samples[sample], Self.request)
    let original = bytes(kept)
    var generator = Generator(seed: 5)
    var refused = 0
    var taken = 0
    for _ in 0..<3_000 {
      var (grid, tallies) = original
      let change = UInt8(truncatingIfNeeded: generator.word() >> 8) | 1
      if generator.word() % 2 == 0 {
        grid[Int(generator.word() % UInt64(grid.count))] ^= change
      } else {
        // The head with its sums is small beside the bins: half of the changes go there.
        let end = generator.word() % 2 == 0 ? min(400, tallies.count) : tallies.count
        tallies[Int(generator.word() % UInt64(end))] ^= change
      }
      do throws(DamagedBytes) {
        let sketch = try read((grid, tallies))
        taken += 1
        if sketch.draws > 0 { #expect(sketch.summary().draws == sketch.draws) }
      } catch {
        refused += 1
      }
    }
    #expect(refused > 500 && taken > 100)
  }
}
