import Glibc
import Statistics
import TestSupport
import Testing
import VectorMath

@Suite("Errors from replicates")
struct ReplicationTests {
  private let kernels = InstructionSet.detected.kernels

  /// By SciPy's quantile of Student's t.
  @Test(
    "The deviate is Student's",
    arguments: [
      (2, 12.706204736174694), (3, 4.302652729749462), (4, 3.1824463052837078), (8, 2.364624251592784), (16, 2.131449545559774),
      (17, 2.1199052992212533), (32, 2.0395134463964077), (64, 1.9983405425207412),
    ])
  func studentDeviate(replicates: Int, deviate: Double) {
    #expect((Replication.replicates(replicates).deviate / deviate - 1).magnitude < 1e-9)
  }

  /// Eight replicates of 100 numbers each, in the order of drawing.
  private func replicates(seed: UInt64, count: Int = 8, draws: Int = 100, _ draw: (inout Generator) -> Double) -> [[Double]] {
    var generator = Generator(seed: seed)
    return (0..<count).map { _ in
      // What a replicate has in common is what its draws are not independent in.
      let common = 0.2 * generator.normal()
      return (0..<draws).map { _ in draw(&generator) + common }
    }
  }

  @Test("The error of a mean is the deviation of the replicates' means over the root of their number")
  func meanByHand() {
    let replicates = replicates(seed: 1) { $0.normal() }
    let request = SketchRequest(percentiles: [50], thresholds: [0.3])
    let summary = SampleSummary(exactly: replicates, request: request, kernels: kernels)
    let means = replicates.map { $0.reduce(0, +) / 100 }
    let mean = means.reduce(0, +) / 8
    let error = (means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 7 / 8).squareRoot()
    #expect(((summary.mean.standardError ?? 0) / error - 1).magnitude < 1e-9)
    #expect(summary.replication == .replicates(8))
    let shares = replicates.map { draws in Double(draws.count { $0 < 0.3 }) / 100 }
    let share = shares.reduce(0, +) / 8
    let shareError = (shares.reduce(0) { $0 + ($1 - share) * ($1 - share) } / 7 / 8).squareRoot()
    let exceedance = summary.exceedances[0]
    #expect(((exceedance.probabilityBelow.standardError ?? 0) / shareError - 1).magnitude < 1e-9)
    // Wilson's interval of n = p(1 − p)/error² draws, with t for z: its ends are the roots of (x − p)² = t²·x(1 − x)/n.
    let effective = share * (1 - share) / (shareError * shareError)
    let t = Replication.replicates(8).deviate
    for end in [exceedance.interval?.lowerBound ?? 0, exceedance.interval?.upperBound ?? 0] {
      #expect(((end - share) * (end - share) / (t * t * end * (1 - end) / effective) - 1).magnitude < 1e-9)
    }
  }

  @Test("The values of a summary are those of the pooled draws, to the last bit")
  func valuesArePooled() {
    let replicates = replicates(seed: 2) { $0.normal() }
    let request = SketchRequest(percentiles: [5, 50, 95], thresholds: [0.3])
    let summary = SampleSummary(exactly: replicates, request: request, kernels: kernels)
    let pooled = SampleSummary(exactly: replicates.flatMap { $0 }, request: request, kernels: kernels)
    #expect(summary.mean.value == pooled.mean.value && summary.standardDeviation.value == pooled.standardDeviation.value)
    #expect(summary.percentiles.map(\.value) == pooled.percentiles.map(\.value))
    #expect(summary.lowerShortfall.mean.value == pooled.lowerShortfall.mean.value)
    #expect(summary.histogram == pooled.histogram)
  }

  /// Of replicates of one size the jackknife's error of a share is their deviation over √R; of a ratio it is worked out here.
  @Test("A share among some of the draws has the interval of its replicates")
  func conditionalShare() throws {
    let counts = [(30, 60), (20, 50), (25, 70), (40, 80)]
    let estimate = try #require(ProbabilityEstimate(replicates: counts.map { (hits: $0.0, draws: $0.1) } + [(0, 0)]))
    // 115 of 260; without each: 85/200, 95/210, 90/190, 75/180.
    #expect(estimate.value == 115.0 / 260)
    let others = [85.0 / 200, 95.0 / 210, 90.0 / 190, 75.0 / 180]
    let mean = others.reduce(0, +) / 4
    let error = (0.75 * others.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }).squareRoot()
    let t = 3.1824463052837078
    let effective = estimate.value * (1 - estimate.value) / (error * error)
    let interval = try #require(estimate.interval)
    for end in [interval.lowerBound, interval.upperBound] {
      let distance = (end - estimate.value) * (end - estimate.value)
      #expect((distance / (t * t * end * (1 - end) / effective) - 1).magnitude < 1e-9)
    }
    #expect(ProbabilityEstimate(replicates: [(0, 0), (0, 0)]) == nil)
    #expect(
      try #require(ProbabilityEstimate(replicates: [(0, 50), (0, 50)])).interval
        == ProbabilityInterval.interval(hits: 0, draws: 100))
  }

  @Test("A heavy law has no error of the standard deviation and the skewness from replicates, and one of the mean")
  func heavy() {
    // Laplace's law has the kurtosis 6.
    let replicates = replicates(seed: 7, count: 16, draws: 4_096) { generator in
      let u = generator.uniform() - 0.5
      return u < 0 ? log(1 + 2 * u) : -log(1 - 2 * u)
    }
    let summary = SampleSummary(exactly: replicates, request: SketchRequest(percentiles: [50]), kernels: kernels)
    #expect(summary.standardDeviation.standardError == nil && summary.skewness.standardError == nil)
    #expect(summary.mean.standardError != nil)
  }

  @Test("A sketch tells the errors that its draws would")
  func sketchAgrees() throws {
    let replicates = replicates(seed: 3, count: 16, draws: 4_096) { $0.normal() }
    let request = SketchRequest(percentiles: [5, 50, 95], thresholds: [0.3])
    let exact = SampleSummary(exactly: replicates, request: request, kernels: kernels)
    let grid = SketchGrid(pilot: replicates[0], request: request)
    let sketches = replicates.map { draws in
      var sketch = OutcomeSketch(grid)
      add(draws, blocks: blocks(draws.count), to: &sketch)
      return sketch
    }
    var pooled = OutcomeSketch(grid)
    for sketch in sketches { pooled.merge(sketch) }
    let summary = pooled.summary(ofReplicates: sketches)
    let pairs = [
      (summary.mean, exact.mean), (summary.standardDeviation, exact.standardDeviation), (summary.skewness, exact.skewness),
      (summary.lowerShortfall.mean, exact.lowerShortfall.mean), (summary.upperShortfall.mean, exact.upperShortfall.mean),
      (summary.exceedances[0].probabilityBelow, exact.exceedances[0].probabilityBelow),
    ]
    for (a, b) in pairs {
      #expect((try #require(a.standardError) / (try #require(b.standardError)) - 1).magnitude < 0.01)
    }
    for (a, b) in zip(summary.percentiles, exact.percentiles) {
      let (own, other) = (try #require(a.interval), try #require(b.interval))
      let width = other.upperBound - other.lowerBound
      #expect((own.lowerBound - other.lowerBound).magnitude < 0.05 * width)
      #expect((own.upperBound - other.upperBound).magnitude < 0.05 * width)
    }
  }

  /// 2,000 runs of 16 replicates of 100 draws that have a part in common, held against the normal law of variance 1.04.
  ///
  /// The share of intervals that hold it has a standard error of 0.49 %; five of them on both sides of 95 % are failed by chance with
  /// probability 6e-7.
  @Test("Intervals hold the truth in 95 of 100 runs")
  func coverage() {
    let deviation = 1.04.squareRoot()
    let truths: [(String, Double, (SampleSummary) -> ClosedRange<Double>?)] = [
      ("P5", -1.6448536269514722 * deviation, { $0.percentiles[0].interval }),
      ("P50", 0, { $0.percentiles[1].interval }),
      ("P95", 1.6448536269514722 * deviation, { $0.percentiles[2].interval }),
      ("below", 0.8413447460685429, { $0.exceedances[0].interval }),
      ("mean", 0, { interval($0.mean, $0) }),
      ("sd", deviation, { interval($0.standardDeviation, $0) }),
      // φ(z₀.₉₅)/0.05.
      ("shortfall", 2.0627128075074253 * deviation, { interval($0.upperShortfall.mean, $0) }),
    ]
    var held = [Int](repeating: 0, count: truths.count)
    var told = held
    for run in 0..<2_000 {
      let replicates = replicates(seed: 10_000 + UInt64(run), count: 16) { $0.normal() }
      let summary = SampleSummary(
        exactly: replicates, request: SketchRequest(percentiles: [5, 50, 95], thresholds: [deviation]), kernels: kernels)
      for (index, truth) in truths.enumerated() {
        // Where one draw carries it there is no interval.
        guard let interval = truth.2(summary) else { continue }
        told[index] += 1
        held[index] += interval.contains(truth.1) ? 1 : 0
      }
    }
    for (index, truth) in truths.enumerated() {
      #expect(told[index] > 1_500, "\(truth.0)")
      let share = 100 * Double(held[index]) / Double(told[index])
      #expect((92.5...97.5).contains(share), "\(truth.0) \(share)")
    }
  }
}

/// The interval of an estimate, by the deviate of its replication.
private func interval(_ estimate: Estimate, _ summary: SampleSummary) -> ClosedRange<Double>? {
  estimate.standardError.map { error in
    let half = summary.replication.deviate * error
    return (estimate.value - half)...(estimate.value + half)
  }
}
