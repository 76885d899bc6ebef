import Analysis
import Reporting
import Statistics
import TariffModel
import Testing

@Suite("Histograms, batches and plans in text")
struct SmallTextTests {
  @Test(
    "a shape has twelve cells, the highest full, and a bar wherever a draw fell",
    arguments: [
      ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], "           █"),
      ([8, 7, 6, 5, 4, 3, 2, 1, 0, 1, 2, 3], "█▇▆▅▄▃▂▁ ▁▂▃"),
      ([1000, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500], "█▁         ▄"),
      ([1, 3], "▃▃▃▃▃▃██████"),
      ([1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4], "▂          █"),
    ] as [([UInt64], String)])
  func shapes(counts: [UInt64], shape: String) {
    var summary = Fixture.summary(0, spread: 1)
    summary.histogram = Histogram(lower: -3, upper: 3, counts: counts)
    #expect(HistogramText.shape(of: summary) == shape)
  }

  @Test("an outcome that does not vary has no shape")
  func certain() {
    #expect(HistogramText.shape(of: Fixture.zero) == "certain")
  }

  @Test("no count is lost when bins are joined or split", arguments: 1...40)
  func rebinning(bins: Int) {
    let counts = (0..<bins).map { UInt64($0 * $0 + 1) }
    let total = Double(counts.reduce(0, +))
    let sums = HistogramText.rebinned(counts, into: 12)
    // At most 12 + 40 terms, each rounded three times: a relative error below 52 · 3 · 2⁻⁵³ < 2e-14.
    #expect(sums.count == 12 && abs(sums.reduce(0, +) - total) <= 2e-14 * total)
  }

  @Test("a batch is told file by file")
  func batch() {
    let rows: [BatchTable.Row] = [
      .init(input: "a.toml", ending: .finished(Fixture.full, folder: "results/a")),
      .init(input: "dir/b.toml", ending: .failed("2 problems in dir/b.toml")), .init(input: "c.toml", ending: .notStarted),
    ]
    #expect(
      BatchTable.text(rows, style: .plain) == """
        Batch: 1 of 3 finished  changes: lowest and highest median over scenarios and periods
          file        scenarios     exports, %  balance, USD m  result
          a.toml              3  -19.0 to -7.0  -1,850 to -358  results/a
          dir/b.toml                                            failed: 2 problems in dir/b.toml
          c.toml                                                not started

        """)
  }

  @Test("a plan says what would be done and what it costs")
  func plan() {
    let estimate = PlanEstimate(
      uncertainNumbers: 1, exportLines: 478, importLines: 12, scenarios: 3, periods: 1, outcomes: 5100, threads: 2, seconds: 14.4,
      memoryBytes: 123_456_789)
    let text = PlanReport.text(
      Fixture.plan, of: Fixture.description(), estimate: estimate, folder: "results/pakistan-us-2025", style: .plain)
    #expect(
      text == """
        Pakistan and the April 2025 tariffs
          lines              478 of exports, 12 of imports
          scenarios          pause-10, reciprocal-29, reciprocal-29-with-package
          periods            1
          uncertain numbers  1 of 2
          reported outcomes  5,100
          draws              100,000 in 196 blocks of 512
          seed               1
          design             random
          percentiles        5, 25, 50, 75, 95
          percentiles from   a sketch of the draws
          thresholds         balance 2000, balance 2500
          shortfall tails    5 %
          threads            2
          time, about        14 s
          memory, about      124 MB
          result folder      results/pakistan-us-2025

        Nothing was run.

        """)
  }
}
