import BenchmarkKit
import Testing

@Suite("Measuring")
struct MeasurementTests {
  @Test("Minimum, median and 90th percentile are those of type 7")
  func statistics() {
    let statistics = SampleStatistics([4, 1, 3, 2, 5])
    #expect(statistics.samples == 5)
    #expect(statistics.minimum == 1)
    #expect(statistics.median == 3)
    // Place 0.9·4 = 3.6, between 4 and 5.
    #expect(abs(statistics.p90 - 4.6) < 1e-15)
    #expect(abs(statistics.spread - 2.0 / 3) < 1e-15)
  }

  @Test("One sample is all three")
  func oneSample() {
    let statistics = SampleStatistics([7])
    #expect(statistics == SampleStatistics([7, 7, 7]).with(samples: 1))
    #expect(statistics.spread == 0)
  }

  @Test("Short benchmarks get all samples, long ones what the budget allows, and never fewer than three")
  func sampleCounts() {
    let sampler = Sampler()
    #expect(sampler.samples >= 20)
    #expect(sampler.count(ofSamplesTaking: 0.001) == 25)
    #expect(sampler.count(ofSamplesTaking: 6.0 / 25) == 25)
    #expect(sampler.count(ofSamplesTaking: 0.6) == 10)
    #expect(sampler.count(ofSamplesTaking: 60) == 3)
  }

  @Test("An operation of nanoseconds is repeated until a sample is long enough")
  func repetition() {
    var sampler = Sampler()
    sampler.samples = 4
    sampler.shortest = 1e-4
    var calls = 0
    let seconds = sampler.secondsPerCall { calls += 1 }
    #expect(seconds.count == 4)
    // 100 µs hold thousands of additions; a sample that was one call would leave a handful.
    #expect(calls > 100)
    #expect(seconds.allSatisfy { $0 > 0 && $0 < 1e-4 })
  }

  @Test("The first measurement warms up and is dropped")
  func warmUp() {
    var values = 0.0
    let measured = Sampler().measurements { () -> Double in
      values += 1
      return values
    }
    #expect(measured == (2...26).map(Double.init))
  }

  @Test("The processor's name is the first of /proc/cpuinfo, its spaces made one")
  func processorName() {
    let text = "processor\t: 0\nmodel name\t: Some  Maker: X(R) 9\nmodel name\t: other\n"
    #expect(MachineFacts.processorName(text) == "Some Maker: X(R) 9")
    #expect(MachineFacts.processorName("Hardware : board\n") == "unknown")
  }

  @Test("This machine's facts are there")
  func facts() {
    let facts = MachineFacts.current()
    #expect(facts.processors >= 1)
    #expect(["baseline", "v3", "v4"].contains(facts.instructionSet))
    #expect(!facts.blasCore.isEmpty && !facts.blasVersion.isEmpty && facts.compiler.hasPrefix("Swift 6"))
    // As in 2026-11-25T10:00:00Z.
    #expect(facts.date.count == 20 && facts.date.hasSuffix("Z"))
  }
}

extension SampleStatistics {
  fileprivate func with(samples: Int) -> SampleStatistics {
    var copy = self
    copy.samples = samples
    return copy
  }
}
