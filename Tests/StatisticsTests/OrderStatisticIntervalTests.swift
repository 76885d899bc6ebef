import Statistics
import Testing

@Suite struct OrderStatisticIntervalTests {
  @Test func `gives the exact binomial ranks from 59 to a thousand million draws`() {
    #expect(KnownRanks.rows.count == 81)
    for row in KnownRanks.rows {
      let ranks = OrderStatisticInterval.ranks(draws: row.draws, probability: row.probability)
      #expect(ranks == row.ranks, "percentile \(row.probability) of \(row.draws) draws")
    }
  }

  @Test func `has no interval where the draws are too few`() {
    for draws in 0...5 { #expect(OrderStatisticInterval.ranks(draws: draws, probability: 0.5) == nil) }
    // Six draws are the first of which all on one side of the median is rarer than 2.5 % (1/64).
    #expect(OrderStatisticInterval.ranks(draws: 6, probability: 0.5) == 1...6)
    #expect(OrderStatisticInterval.ranks(draws: 1000, probability: 0) == nil)
    #expect(OrderStatisticInterval.ranks(draws: 1000, probability: 1) == nil)
  }

  @Test func `keeps both tails at most 2.5 percent, and would not with closer ranks`() {
    // Summed term by term: n small enough for plain arithmetic.
    for draws in [7, 20, 41, 60] {
      for probability in [0.2, 0.35, 0.5, 0.62] {
        guard let ranks = OrderStatisticInterval.ranks(draws: draws, probability: probability) else { continue }
        var mass = [Double](repeating: 0, count: draws + 1)
        mass[0] = 1
        for _ in 0..<draws {
          for hits in stride(from: draws, through: 1, by: -1) {
            mass[hits] = mass[hits] * (1 - probability) + mass[hits - 1] * probability
          }
          mass[0] *= 1 - probability
        }
        let below = { (rank: Int) in mass[..<rank].reduce(0, +) }
        let atLeast = { (rank: Int) in mass[rank...].reduce(0, +) }
        #expect(below(ranks.lowerBound) <= 0.025 && below(ranks.lowerBound + 1) > 0.025)
        #expect(atLeast(ranks.upperBound) <= 0.025 && atLeast(ranks.upperBound - 1) > 0.025)
      }
    }
  }
}
