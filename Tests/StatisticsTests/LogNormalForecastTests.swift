import Glibc
import Statistics
import Testing

@Suite("Scores of a lognormal forecast")
struct LogNormalForecastTests {
  /// ∫ f by Simpson's rule over so many parts that its error is below 10⁻⁹ for what is integrated here.
  private func integral(_ f: (Double) -> Double, _ a: Double, _ b: Double) -> Double {
    let parts = 20_000
    let h = (b - a) / Double(parts)
    var sum = f(a) + f(b)
    for i in 1..<parts { sum += (i.isMultiple(of: 2) ? 2 : 4) * f(a + Double(i) * h) }
    return h / 3 * sum
  }

  /// The definition: ∫ (F(x) − 1[x ≥ y])² dx, each side of y by itself.
  private func crps(_ cdf: (Double) -> Double, _ low: Double, _ y: Double, _ high: Double) -> Double {
    integral({ cdf($0) * cdf($0) }, min(low, y), y) + integral({ (1 - cdf($0)) * (1 - cdf($0)) }, y, max(high, y))
  }

  @Test("The CRPS is that of the definition", arguments: [(0.0, 0.17), (0.2, 0.05), (-0.3, 0.6)], [0.3, 0.9, 1.0, 1.7])
  func definition(law: (mean: Double, deviation: Double), ratio: Double) throws {
    let forecast = LogNormalForecast(mean: law.mean, deviation: law.deviation)
    func cdf(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }
    let (low, high) = (law.mean - 10 * law.deviation, law.mean + 10 * law.deviation)
    let ofLog = crps({ cdf(($0 - law.mean) / law.deviation) }, low, log(ratio), high)
    #expect(abs(try #require(forecast.crpsOfLog(ratio)) - ofLog) <= 1e-9)
    let own = crps({ cdf((log($0) - law.mean) / law.deviation) }, exp(low), ratio, exp(high))
    #expect(abs(forecast.crps(ratio) - own) <= 1e-8 * exp(high))
  }

  @Test("One number scores its distance, and nothing that was counted has a score of its own")
  func edges() throws {
    let point = LogNormalForecast(mean: 0, deviation: 0)
    #expect(abs(point.crps(0.8) - 0.2) < 1e-15)
    #expect(abs(try #require(point.crpsOfLog(0.8)) + log(0.8)) < 1e-15)
    #expect(point.pinballLosses(1.2).enumerated().allSatisfy { abs($1 - 0.2 * ForecastScore.levels[$0]) < 1e-15 })
    let wide = LogNormalForecast(mean: 0, deviation: 0.5)
    #expect(wide.crpsOfLog(0) == nil && wide.pinballLossesOfLog(0) == nil)
    // At y = 0 the score is ∫ (1 − F)², which is E min(X, X').
    func cdf(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }
    #expect(abs(wide.crps(0) - 2 * exp(0.125) * (1 - cdf(0.5 / 2.0.squareRoot()))) <= 1e-14)
  }

  @Test("Pinball losses are those of the quantiles")
  func pinball() throws {
    let forecast = LogNormalForecast(mean: 0.1, deviation: 0.2)
    let losses = try #require(forecast.pinballLossesOfLog(exp(0.1)))
    // Standard normal quantiles of 0.95 and 0.75, from tables.
    let expected = [0.05 * 0.2 * 1.644853627, 0.25 * 0.2 * 0.674489750, 0, 0.25 * 0.2 * 0.674489750, 0.05 * 0.2 * 1.644853627]
    for (loss, value) in zip(losses, expected) { #expect(abs(loss - value) <= 1e-10) }
    #expect(abs(forecast.pinballLosses(1)[4] - (exp(0.1 + 0.2 * 1.644853627) - 1) * 0.05) <= 1e-9)
  }
}
