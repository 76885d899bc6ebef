import Expressions
import Glibc
import TariffModel
import TestSupport
import Testing

@Suite("Additionality of purchases")
struct AdditionalityTests {
  private let graph = ExpressionGraph()

  private func arc(_ increment: Double, share: Double, substitution: Double, demand: Double) -> (a: Double, u: Double) {
    let arc = arcAdditionality(
      increment: graph.constant(increment), share: graph.constant(share), substitution: graph.constant(substitution),
      demand: graph.constant(demand))
    return (arc.additionality.constantValue ?? .nan, arc.subsidy.constantValue ?? .nan)
  }

  @Test("Doubling US cotton: 16.3 % is new demand, at a shadow subsidy of 13.1 %")
  func cotton() {
    let arc = arc(1, share: 0.45, substitution: 13.15, demand: 0.5)
    #expect((arc.a * 1000).rounded() == 163)
    #expect((arc.u * 1000).rounded() == 131)
  }

  @Test(
    "A vanishing increment has the additionality η/(σ(1 − s) + ηs) and no subsidy",
    arguments: [
      (13.15, 0.5, 0.45, 0.0670465973851827), (5, 0.5, 0.3, 0.136986301369863), (4, 1, 0.3, 0.32258064516129037),
      (10.4, 0.5, 0.05, 0.05047955577990914), (1000, 0.5, 0.3, 0.0007141326858530315), (1, 0.5, 0.2, 0.5 / 0.9),
      (0.8, 2, 0.6, 2 / 1.52), (3, 3, 1, 1),
    ] as [(Double, Double, Double, Double)])
  func local(sigma: Double, eta: Double, share: Double, expected: Double) {
    // The share displaced is what is computed, to 10⁻¹³ of the increment.
    #expect(abs(arc(0, share: share, substitution: sigma, demand: eta).a - expected) < 2e-13)
    #expect(abs(arc(1e-12, share: share, substitution: sigma, demand: eta).a - expected) < 1e-10)
    #expect(arc(0, share: share, substitution: sigma, demand: eta).u < 1e-29)
  }

  @Test("The subsidy makes buyers want the increment, and what others lose is not additional")
  func definition() {
    var generator = Generator(seed: 11)
    for _ in 0..<500 {
      let (sigma, eta) = (MarketFixture.randomSubstitution(&generator), generator.powerOfTen(-1, 1))
      let (share, increment) = (generator.uniform(0.01, 1), generator.powerOfTen(-4, 1))
      let arc = arc(increment, share: share, substitution: sigma, demand: eta)
      let power = 1 - arc.u
      // 1 − u of a u near 1 has few digits left.
      guard power > 1e-3 else { continue }
      // The same two suppliers as a market without supply elasticities.
      var market = MarketFixture([.init(value: share, power: power), .init(value: 1 - share)])
      (market.substitution, market.demand) = (sigma, eta)
      let quantities = market.armington().quantities
      let rounding = (1e-13 + 1e-15 / power) * (1 + sigma + eta)
      #expect(abs(log(quantities[0] / (1 + increment))) < rounding, "\(sigma) \(eta) \(share) \(increment)")
      let additional = share * (quantities[0] - 1) + (1 - share) * (quantities[1] - 1)
      let scale = share * (1 + increment) + (1 - share) * max(1, quantities[1])
      #expect(abs(arc.a * share * increment - additional) < rounding * scale, "\(sigma) \(eta) \(share) \(increment)")
    }
  }

  @Test("With η = σ all is additional, and a sole supplier displaces nobody")
  func limits() {
    #expect(isClose(arc(0.7, share: 0.3, substitution: 2.5, demand: 2.5).a, 1))
    #expect(isClose(arc(0.7, share: 0.3, substitution: 2.5, demand: 2.5).u, 1 - pow(1.7, -1 / 2.5), relative: 1e-13))
    #expect(isClose(arc(3, share: 1, substitution: 40, demand: 0.5).a, 1))
    #expect(isClose(arc(3, share: 1, substitution: 40, demand: 0.5).u, 1 - 1.0 / 16, relative: 1e-12))
  }

  @Test("Larger purchases are more additional, and dearer, where σ > 1 and σ > η")
  func monotonicity() {
    var last = (a: 0.0, u: 0.0)
    for increment in stride(from: 0.0, through: 4, by: 0.25) {
      let next = arc(increment, share: 0.45, substitution: 13.15, demand: 0.5)
      #expect(next.a > last.a && next.u > last.u)
      last = next
    }
  }

  @Test("What no subsidy can bring about is not a number")
  func impossible() {
    // With η = 0 the partner can sell (1/s)^(σ/(σ−1)) times as much at most: 2^(4/3) = 2.52.
    #expect(arc(1.5, share: 0.5, substitution: 4, demand: 0).a.isFinite)
    #expect(arc(1.6, share: 0.5, substitution: 4, demand: 0).a.isNaN)
    #expect(arc(1.6, share: 0.5, substitution: 4, demand: 0).u.isNaN)
  }
}
