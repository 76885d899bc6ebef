import Glibc
import Statistics
import TestSupport
import Testing

@Suite("Scores of forecasts")
struct ForecastScoreTests {
  @Test("The CRPS is that of the definition, pair by pair")
  func pairs() throws {
    var generator = Generator(seed: 4)
    for count in [2, 3, 7, 40] {
      for _ in 0..<20 {
        let draws = (0..<count).map { _ in generator.uniform() < 0.2 ? 1 : 3 * generator.normal() }
        let observation = generator.uniform() < 0.3 ? 1 : 2 * generator.normal()
        let score = try #require(ForecastScore(draws, observation: observation))
        let distance = draws.reduce(0) { $0 + abs($1 - observation) } / Double(count)
        let spread = draws.reduce(0) { sum, x in sum + draws.reduce(0) { $0 + abs(x - $1) } }
        #expect(abs(score.crps - (distance - spread / 2 / Double(count * (count - 1)))) <= 1e-13)
        let pit = draws.reduce(0) { $0 + ($1 < observation ? 1 : $1 == observation ? 0.5 : 0) } / Double(count)
        #expect(abs(score.pit - pit) <= 1e-15)
      }
    }
    #expect(try #require(ForecastScore([3], observation: 5)).crps == 2)
  }

  // σ(w(2Φ(w) − 1) + 2φ(w) − 1/√π), w = (y − μ)/σ (T. Gneiting, A. E. Raftery (2007), doi:10.1198/016214506000001437).
  @Test("Of many draws of a normal it is the closed form", arguments: [-2.0, 0, 0.7, 3])
  func normal(observation: Double) throws {
    var generator = Generator(seed: 11)
    let draws = (0..<200_000).map { _ in 1 + 2 * generator.normal() }
    let w = (observation - 1) / 2
    let (cdf, density) = (erfc(-w / 2.0.squareRoot()) / 2, exp(-w * w / 2) / (2 * Double.pi).squareRoot())
    let expected = 2 * (w * (2 * cdf - 1) + 2 * density - 1 / Double.pi.squareRoot())
    let score = try #require(ForecastScore(draws, observation: observation))
    // |X − y| has a standard deviation of at most 2: six standard errors of its mean, a chance below 10⁻⁸.
    #expect(abs(score.crps - expected) <= 6 * 2 / 200_000.0.squareRoot())
    #expect(abs(score.pit - cdf) <= 6 * 0.5 / 200_000.0.squareRoot())
  }

  @Test("Pinball losses are those of the draws' percentiles")
  func pinball() throws {
    let draws = (1...100).map(Double.init).reversed()
    let score = try #require(ForecastScore(Array(draws), observation: 60))
    let expected = [0.05 * 55, 0.25 * 35, 0.5 * 10, 0.25 * 15, 0.05 * 35]
    for (loss, value) in zip(score.pinballLosses, expected) { #expect(abs(loss - value) <= 1e-12) }
    #expect(score.pit == 0.595)
  }

  @Test("A shift of all moves no score, and no number has none")
  func edges() throws {
    let draws = [0.1, -0.4, 0.25, 0.9]
    let far = try #require(ForecastScore(draws.map { $0 + 1e9 }, observation: 1e9 + 0.5))
    let near = try #require(ForecastScore(draws, observation: 0.5))
    // Draws of 10⁹ are rounded to 10⁻⁷.
    #expect(abs(far.crps - near.crps) <= 1e-6)
    #expect(ForecastScore([], observation: 1) == nil && ForecastScore([.nan], observation: 1) == nil)
    #expect(ForecastScore([1], observation: .infinity) == nil)
  }

  @Test("Coverage has the exact interval at the number of clusters")
  func coverage() throws {
    let held = [[true, true], [true, false, true], [], [true], [false, true]]
    let coverage = try #require(ForecastCoverage(held))
    #expect(coverage.share == 0.75 && coverage.observations == 8 && coverage.clusters == 4)
    #expect(coverage.interval == ProbabilityInterval.interval(hits: 3, draws: 4))
    // Nine of nine: (0.025)^(1/9) from below.
    let all = try #require(ForecastCoverage(Array(repeating: [true], count: 9)))
    #expect(abs(try #require(all.interval).lowerBound - pow(0.025, 1.0 / 9)) <= 1e-12)
    #expect(ForecastCoverage([[]]) == nil)
  }
}
