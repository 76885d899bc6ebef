import Statistics
import TestSupport
import Testing
import VectorMath

/// Exact percentiles by passes, against the sorted draws: always equal to the last bit, so no test here has a tolerance.
@Suite struct RankSearchTests {
  private static let percents: [Double] = [0, 0.5, 5, 25, 50, 75, 95, 99.5, 100]
  private static let itself = LinearImage(scale: 1, offset: 0)

  /// What a search found, and at what cost.
  private struct Outcome {
    var percentiles: [PercentileEstimate]
    var passes: Int
    /// The most numbers that all workers of a pass held together, a worker's counters counted once.
    var mostHeld: Int
  }

  /// Searches with the blocks dealt out to some workers, whose findings are merged from the last to the first.
  private func search(
    _ values: [Double], of image: LinearImage = itself, sketchedFor sketched: [Double] = percents,
    capacity: Int = 1 << 14, workers: Int = 1
  ) -> Outcome {
    let ranks = OrderStatistics.ranks(forPercentiles: Self.percents, of: image, draws: values.count)
    let request = SketchRequest(percentiles: sketched)
    var search = RankSearch(sketch(values, request), ranks: ranks, capacity: capacity)
    var passes = 0
    var mostHeld = 0
    while !search.isComplete && passes < 21 {
      let empty = search.nextPass()
      var parts = (0..<workers).map { _ in empty }
      for (index, block) in blocks(values.count).enumerated() {
        parts[index % workers].add(values.span.extracting(block))
      }
      var merged = empty
      for part in parts.reversed() { merged.merge(part) }
      mostHeld = max(mostHeld, merged.numbersHeld)
      search.learn(from: merged)
      passes += 1
    }
    return Outcome(
      percentiles: search.orderStatistics.percentiles(Self.percents, of: image), passes: passes, mostHeld: mostHeld)
  }

  private func sorted(_ values: [Double]) -> [PercentileEstimate] {
    SampleSummary(exactly: values, request: SketchRequest(percentiles: Self.percents), kernels: InstructionSet.detected.kernels)
      .percentiles
  }

  @Test(arguments: Shape.allCases) func `smooth shapes take one pass`(_ shape: Shape) {
    let values = shape.draws(300_000, seed: 21)
    let found = search(values)
    #expect(found.percentiles == sorted(values))
    #expect(found.passes == 1)
  }

  /// The sketch has coarse bins only, so that they hold as many draws as the fine ones do of 10⁹.
  @Test(arguments: Shape.allCases) func `full bins take one more pass, and no more room`(_ shape: Shape) {
    let values = shape.draws(500_000, seed: 22)
    let ranks = OrderStatistics.ranks(forPercentiles: Self.percents, of: Self.itself, draws: values.count)
    let found = search(values, sketchedFor: [], capacity: 0)
    #expect(found.percentiles == sorted(values))
    // Of the doubles in a bin that holds 0, most are tiny: only a further pass splits the others.
    #expect(found.passes == (shape == .twoScales ? 3 : 2))
    // So many collected, and so many counted.
    #expect(found.mostHeld <= 2 * 64 * ranks.count)
  }

  @Test(arguments: [1, 2, 3, 7]) func `workers and the order of merging change nothing`(_ workers: Int) {
    let values = Shape.mixture.draws(200_011, seed: 23)
    for capacity in [0, 1 << 14] {
      let found = search(values, sketchedFor: [], capacity: capacity, workers: workers)
      #expect(found.percentiles == sorted(values))
      let alone = search(values, sketchedFor: [], capacity: capacity)
      #expect(found.passes == alone.passes && found.mostHeld == alone.mostHeld)
    }
  }

  @Test(arguments: [
    LinearImage(scale: -0.1, offset: 7), LinearImage(scale: 1e-3, offset: -1e9), LinearImage(scale: 0, offset: 2),
  ])
  func `percentiles of an image are those of the sorted images`(_ image: LinearImage) {
    for shape in [Shape.normal, .twoScales] {
      let values = shape.draws(100_000, seed: 24)
      #expect(search(values, of: image).percentiles == sorted(values.map { image($0) }))
    }
  }

  /// Draws that a pilot of 4,096 does not prepare for.
  private static let surprises: [(name: String, values: [Double])] = {
    var generator = Generator(seed: 25)
    let pilot = [Double](repeating: 5, count: 4096)
    let normal = Shape.normal.draws(200_000, seed: 26)
    return [
      ("one value in the open tail", pilot + [Double](repeating: 1e40, count: 100_000)),
      ("two neighbouring doubles in the open tail", pilot + (0..<100_000).map { $0 % 3 == 0 ? 1e9 : 1e9.nextUp }),
      ("a bulk in the open tail", pilot + normal.map { $0 * 1e-3 - 1e6 }),
      ("all sizes and both signs in the open tails", pilot + normal.map { $0 * $0 * $0 * 1e40 * generator.uniform() }),
      ("new atoms in a smooth density", normal.prefix(4096) + normal.map { $0 < 0.1 && $0 > -0.2 ? 0.05 : $0 }),
    ]
  }()

  @Test(arguments: surprises.indices) func `a pilot that tells nothing of the rest`(_ index: Int) {
    let values = Self.surprises[index].values
    for capacity in [0, 1 << 14] {
      let found = search(values, capacity: capacity)
      #expect(found.percentiles == sorted(values), "\(Self.surprises[index].name)")
      #expect(found.passes <= 6)
      #expect(found.mostHeld <= 2 * max(capacity, 64 * 4 * Self.percents.count))
    }
  }

  @Test func `few values take one pass, although each is too many draws to collect`() {
    var generator = Generator(seed: 27)
    let levels = [-1.5, 0, 0.1, 7, 1e6]
    let values = (0..<100_000).map { _ in levels[Int(generator.uniform() * 5)] }
    let found = search(values)
    #expect(found.percentiles == sorted(values))
    #expect(found.passes == 1)
    #expect(found.mostHeld < 20_000)
  }

  @Test(arguments: [0.0, -0.0, 5, -1e12, 1e-300, 0.1]) func `a constant takes no pass`(_ value: Double) {
    let found = search([Double](repeating: value, count: 100_000))
    #expect(found.passes == 0)
    #expect(found.percentiles.allSatisfy { $0.value == value && $0.value.sign == (value + 0).sign })
  }

  @Test(arguments: [1e250, 1e-250, 0x1p-1030, .leastNonzeroMagnitude]) func `any size of number`(_ size: Double) {
    let values = Shape.normal.draws(100_000, seed: 28).map { ($0 * 8).rounded() * size }
    #expect(search(values).percentiles == sorted(values))
    let smooth = Shape.normal.draws(100_000, seed: 29).map { $0 * size }
    #expect(search(smooth).percentiles == sorted(smooth))
  }

  @Test func `a small noise on a huge offset`() {
    let values = Shape.normal.draws(300_000, seed: 30).map { 1e12 + $0 }
    #expect(search(values).percentiles == sorted(values))
  }

  @Test func `a mixture of atoms and densities`() {
    var generator = Generator(seed: 31)
    let values = (0..<300_000).map { _ in
      let u = generator.uniform()
      return u < 0.3 ? 0 : u < 0.4 ? -0.0 : u < 0.6 ? 3 : u < 0.601 ? 3.5 : generator.normal()
    }
    for capacity in [0, 1 << 14] { #expect(search(values, capacity: capacity).percentiles == sorted(values)) }
  }

  @Test(arguments: [1, 2, 5, 59, 4096, 4097]) func `few draws`(_ count: Int) {
    let values = Shape.lognormal.draws(count, seed: 32)
    #expect(search(values).percentiles == sorted(values))
    let ranks = OrderStatistics.ranks(forPercentiles: Self.percents, of: Self.itself, draws: count)
    #expect(OrderStatistics(of: values, ranks: ranks).percentiles(Self.percents, of: Self.itself) == sorted(values))
  }
}
