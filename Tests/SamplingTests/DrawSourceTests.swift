import Sampling
import TestSupport
import Testing

@Suite("Designs of points")
struct DrawSourceTests {
  private static let streams = (0..<5).map { StreamID(path: "exports/\($0)/elasticity") }

  private func source(_ points: PointSet, replicates: Int = 3, pointBits: Int = 10, seed: UInt64 = 11) -> DrawSource {
    DrawSource(
      seed: seed, design: .replicated(points, replicates: replicates), draws: replicates << pointBits, inputs: Self.streams)
  }

  private func points(_ source: DrawSource, _ stream: Int, replicate: Int) -> [Double] {
    let first = UInt64(replicate) << UInt64(source.pointBits)
    return (0..<UInt64(1) << UInt64(source.pointBits)).map { source.uniform(of: Self.streams[stream], at: first + $0) }
  }

  @Test("Under random the uniforms are those of the streams")
  func randomIsTheStream() {
    let source = DrawSource.random(seed: 5)
    #expect(source.layout(of: Self.streams[0]) == .random)
    #expect(source.uniform(of: Self.streams[0], at: 777) == DrawStream(seed: 5, stream: Self.streams[0]).uniform(at: 777))
  }

  @Test(
    "Every replicate of a stratified design has one point in each of its 2^m strata",
    arguments: [PointSet.latin, .sobol], [1, 2, 5, 9, 10, 12])
  func strata(points set: PointSet, pointBits: Int) {
    let source = source(set, pointBits: pointBits)
    for stream in Self.streams.indices {
      for replicate in 0..<3 {
        let strata = points(source, stream, replicate: replicate).map { Int($0 * Double(1 << pointBits)) }
        #expect(strata.sorted() == Array(0..<(1 << pointBits)))
      }
    }
  }

  @Test(
    "The first 2^k points of a scrambled Sobol' replicate have one in each of 2^k strata, and each pair of inputs fills a grid")
  func prefixesOfSobol() {
    let source = source(.sobol, pointBits: 12)
    let columns = Self.streams.indices.map { points(source, $0, replicate: 1) }
    for bits in 0...12 {
      for column in columns { #expect(Set(column.prefix(1 << bits).map { Int($0 * Double(1 << bits)) }).count == 1 << bits) }
    }
    // The first two dimensions are a (0, 12, 2)-net in base 2: one point in every elementary box.
    for first in 0...12 {
      let boxes = zip(columns[0], columns[1]).map { Int($0 * Double(1 << first)) << 12 | Int($1 * Double(1 << (12 - first))) }
      #expect(Set(boxes).count == 1 << 12)
    }
  }

  @Test("The points of a lattice replicate are a shifted lattice, folded")
  func latticeIsALattice() {
    let source = source(.lattice, pointBits: 10)
    for stream in Self.streams.indices {
      // Unfolded, neighbours on the circle are 1/n apart: folded, the sorted points of both directions alternate by steps of 2/n.
      let sorted = points(source, stream, replicate: 2).sorted()
      for place in 2..<sorted.count { #expect((sorted[place] - sorted[place - 2] - 2.0 / 1024).magnitude < 0x1p-30) }
    }
    #expect(GeneratingVector.components(4).first == 1)
    let components = GeneratingVector.components(GeneratingVector.dimensionCount)
    #expect(components.count == GeneratingVector.dimensionCount && components.allSatisfy { $0 % 2 == 1 && $0 < 1 << 20 })
    #expect(Set(components).count == components.count)
  }

  @Test("Antithetic draws come in pairs")
  func antitheticPairs() {
    let points = points(source(.antithetic), 0, replicate: 0)
    for pair in 0..<(points.count / 2) { #expect(points[2 * pair] + points[2 * pair + 1] == 1) }
    #expect(Set(points).count == points.count)
  }

  @Test("All points lie inside of (0, 1), whatever the design", arguments: PointSet.allCases)
  func pointsAreInside(set: PointSet) {
    for pointBits in [1, 8, 12] {
      for replicate in 0..<3 {
        for u in points(source(set, pointBits: pointBits), 0, replicate: replicate) { #expect(u > 0 && u < 1) }
      }
    }
  }

  /// Over 20,000 replicates each point's mean is ½ within six standard errors of √(1/12/20,000): probability 2e-9 for each of the ten.
  @Test("Each point by itself is uniform over replicates", arguments: PointSet.allCases)
  func pointsAreUniform(set: PointSet) {
    var sums = [Double](repeating: 0, count: 10)
    var squares = sums
    for seed in 0..<400 {
      let source = source(set, replicates: 50, pointBits: 4, seed: UInt64(seed))
      for replicate in 0..<50 {
        for place in 0..<10 {
          let u = source.uniform(of: Self.streams[1], at: UInt64(replicate) << 4 + UInt64(place))
          sums[place] += u
          squares[place] += u * u
        }
      }
    }
    for place in 0..<10 {
      #expect((sums[place] / 20_000 - 0.5).magnitude < 6 * (1 / 12.0 / 20_000).squareRoot())
      // Var u² = 4/45.
      #expect((squares[place] / 20_000 - 1 / 3.0).magnitude < 6 * (4 / 45.0 / 20_000).squareRoot())
    }
  }

  @Test("Replicates, inputs and seeds are randomised apart", arguments: PointSet.allCases)
  func randomisationsDiffer(set: PointSet) {
    let own = points(source(set), 0, replicate: 0)
    #expect(own != points(source(set), 0, replicate: 1))
    #expect(own != points(source(set), 1, replicate: 0))
    #expect(own != points(source(set, seed: 12), 0, replicate: 0))
  }

  @Test("Inputs beyond the dimensions of a design are drawn at random")
  func dimensionsEnd() {
    let streams = (0..<20).map { StreamID(path: "\($0)") }
    let source = DrawSource(seed: 1, design: .replicated(.lattice, replicates: 2), draws: 2 << 7, inputs: streams)
    #expect(streams.count { source.layout(of: $0) != .random } == 16)
    #expect(source.layout(of: streams[15]) != .random && source.layout(of: streams[16]) == .random)
  }

  @Test("Blocks are cut into segments of one replicate each")
  func segments() {
    let long = source(.sobol, pointBits: 10).segments(ofBlock: 3)
    #expect(long == [DrawSource.Segment(places: 0..<512, replicate: 1, firstPoint: 512)])
    let short = source(.sobol, pointBits: 7).segments(ofBlock: 1)
    #expect(short.map(\.replicate) == [4, 5, 6, 7] && short.allSatisfy { $0.firstPoint == 0 && $0.places.count == 128 })
  }

  @Test("A number of draws that is none of a design's has two neighbours")
  func nearestDraws() {
    let design = Design.replicated(.sobol, replicates: 16)
    #expect(design.admits(draws: 131_072) && !design.admits(draws: 100_000) && !design.admits(draws: 16))
    #expect(design.nearestDraws(to: 100_000, atMost: 1 << 32) == (65_536, 131_072))
    #expect(design.nearestDraws(to: 10, atMost: 1 << 32) == (nil, 32))
    #expect(design.nearestDraws(to: 1 << 33, atMost: 1 << 32) == (1 << 32, nil))
    #expect(Design.replicated(.lattice, replicates: 2).nearestDraws(to: 1 << 30, atMost: 1 << 32) == (1 << 21, nil))
    #expect(Design.random.admits(draws: 99_999))
  }
}
