import Glibc
import Reporting
import Testing

@Suite("The axes of charts")
struct ChartAxisTests {
  @Test(
    "Ends and ticks are round, and hold the values",
    arguments: [
      ([0.0, 10.0], [0.0, 2, 4, 6, 8, 10], "10"), ([-25.8, 0.0], [-30.0, -25, -20, -15, -10, -5, 0], "−25"),
      ([0.013, 0.042], [0.01, 0.015, 0.02, 0.025, 0.03, 0.035, 0.04, 0.045], "0.015"),
      ([1_000_000.0], [900_000.0, 950_000, 1_000_000, 1_050_000, 1_100_000], "950,000"),
    ])
  func known(values: [Double], ticks: [Double], label: String) {
    let axis = ChartAxis(spanning: values, ticks: 6)
    #expect(axis.ticks.count == ticks.count, "\(axis.ticks)")
    for (tick, expected) in zip(axis.ticks, ticks) {
      #expect(abs(tick - expected) <= 1e-12 * expected.magnitude, "\(axis.ticks)")
    }
    #expect(axis.ticks.map(axis.label).contains(label), "\(axis.ticks.map(axis.label))")
  }

  @Test("Values of any size have an axis with few ticks", arguments: [1e-300, 1e-9, 1, 3.7, 1e9, 1e300])
  func sizes(scale: Double) {
    for values in [[scale, 2 * scale], [-scale, scale], [scale], [0, scale], [-1.01 * scale, -scale]] {
      for wanted in [3, 6] {
        let axis = ChartAxis(spanning: values, ticks: wanted)
        #expect(axis.lower <= values[0] && axis.upper >= values[values.count - 1], "\(values): \(axis)")
        #expect((2...3 * wanted).contains(axis.ticks.count) && axis.ticks.allSatisfy(\.isFinite), "\(values): \(axis)")
        #expect(zip(axis.ticks, axis.ticks.dropFirst()).allSatisfy { $0 < $1 })
      }
    }
  }
}
