import ByteCoding
import Glibc
import Statistics
import TestSupport
import Testing
import VectorMath

@Suite("Figures of a distribution function that is averaged over an input")
struct SmoothedFigureTests {
  private func normalShare(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

  /// Brackets half a tenth of a standard deviation wide beside the percentiles of the standard normal, 0.02 off, and of a pilot that errs.
  private func grid(_ percents: [(Double, Double)]) -> SmoothedGrid {
    SmoothedGrid(
      brackets: percents.map { percent, z in
        LevelBracket(percent: percent, levels: (z - 0.03)...(z + 0.07)) { normalShare($0) + 0.003 * sin($0) }
      }, thresholds: [0.4], location: 0, width: 6)
  }

  private let known = [(5.0, -1.6448536269514722), (50.0, 0.0), (95.0, 1.6448536269514722)]

  /// Eight replicates whose distribution functions are the normal's, moved by a shift each.
  private func replicates(_ grid: SmoothedGrid, shifts: [Double]) -> [SmoothedTally] {
    shifts.map { shift in
      var tally = SmoothedTally(levels: grid.levels.count)
      tally.add(
        draws: 1_000, below: grid.levels.map { 1_000 * normalShare($0 - shift) }, mean: 1_000 * shift / grid.scale,
        square: 1_000 * (shift * shift + 1) / (grid.scale * grid.scale))
      return tally
    }
  }

  private func summary(_ grid: SmoothedGrid, _ tallies: [SmoothedTally]) -> SampleSummary {
    var generator = Generator(seed: 1)
    let draws = (0..<8).map { _ in (0..<1_000).map { _ in generator.normal() } }
    return SampleSummary(
      exactly: draws, request: SketchRequest(percentiles: [0, 5, 50, 95], thresholds: [0.4]),
      kernels: InstructionSet.detected.kernels
    ).smoothed(on: grid, replicates: tallies)
  }

  /// The pilot's error of 0.003·sin is told at two levels, and missed between them by its curvature: 0.003·0.05²/2 in probability.
  @Test("Percentiles are those of the law, whatever the pilot erred by")
  func percentiles() {
    let grid = grid(known)
    let told = summary(grid, replicates(grid, shifts: Array(repeating: 0, count: 8)))
    for (percent, z) in known {
      let own = told.percentiles.first { $0.percent == percent }?.value ?? .nan
      // Densities there are 0.103 and 0.399.
      #expect((own - z).magnitude < 0.003 * 0.05 * 0.05 / 2 / 0.1)
    }
    #expect((told.mean.value).magnitude < 1e-12)
    // One replicate's 8·1,000 draws have the factor n/(n − 1).
    #expect((told.standardDeviation.value - (8_000.0 / 7_999).squareRoot()).magnitude < 1e-12)
    #expect(
      (told.exceedances[0].probabilityBelow.value - normalShare(0.4)).magnitude < 0.05, "no replicate differs: the draws' own")
  }

  /// Shifts of ±s about 0: a mean has the error s/√(R − 1), a percentile that of its share over its density.
  @Test("Errors are those of the replicates")
  func errors() {
    let grid = grid(known)
    let s = 0.004
    let shifts = (0..<8).map { $0 % 2 == 0 ? s : -s }
    let told = summary(grid, replicates(grid, shifts: shifts))
    let error = s / 7.0.squareRoot()
    #expect(((told.mean.standardError ?? 0) / error - 1).magnitude < 1e-9)
    let deviate = Replication.replicates(8).deviate
    for (percent, z) in known {
      guard let interval = told.percentiles.first(where: { $0.percent == percent })?.interval else {
        Issue.record("percentile \(percent) has an interval")
        continue
      }
      #expect(((interval.upperBound - interval.lowerBound) / (2 * deviate * error) - 1).magnitude < 0.02)
      #expect(interval.contains(z))
    }
    let probability = told.exceedances[0]
    #expect((probability.probabilityBelow.value - normalShare(0.4)).magnitude < 1e-4)
    let density = exp(-0.08) / (2 * Double.pi).squareRoot()
    #expect(((probability.probabilityBelow.standardError ?? 0) / (density * error) - 1).magnitude < 1e-3)
  }

  @Test("A percentile outside of what its bracket knows stays that of the draws, and one without a bracket too")
  func outside() {
    let grid = grid(known)
    let own = summary(grid, replicates(grid, shifts: Array(repeating: 0.5, count: 8)))
    let drawn = summary(SmoothedGrid(brackets: [], thresholds: [], location: 0, width: 6), replicates(grid, shifts: [0.1, 0.2]))
    #expect(own.percentiles == drawn.percentiles)
  }

  @Test("Grids and tallies come back from their bytes")
  func encoding() throws {
    let grid = grid(known)
    let tally = replicates(grid, shifts: [0.1])[0]
    var writer = ByteWriter()
    grid.encode(to: &writer)
    tally.encode(to: &writer)
    var reader = ByteReader(writer.bytes)
    #expect(try SmoothedGrid(from: &reader, thresholds: [0.4]) == grid)
    let back = try SmoothedTally(from: &reader, levels: grid.levels.count, atMost: 1_000)
    try reader.end()
    var again = ByteWriter()
    grid.encode(to: &again)
    back.encode(to: &again)
    #expect(again.bytes == writer.bytes)
    for count in 0..<writer.bytes.count {
      var cut = ByteReader(Array(writer.bytes.prefix(count)))
      #expect(throws: DamagedBytes.self) {
        _ = try SmoothedGrid(from: &cut, thresholds: [0.4])
        _ = try SmoothedTally(from: &cut, levels: grid.levels.count, atMost: 1_000)
      }
    }
  }
}
