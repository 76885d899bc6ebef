import Expressions
import Glibc
import TariffModel
import TestSupport
import Testing

@Suite("Worlds of regions")
struct WorldTests {
  private func expect(
    _ computed: [Double], _ expected: [Double], within tolerance: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(computed.count == expected.count, sourceLocation: sourceLocation)
    for (a, b) in zip(computed, expected) { #expect(abs(a - b) <= tolerance * max(1, abs(b)), sourceLocation: sourceLocation) }
  }

  /// The linear system solved in double precision outside this program; no published output was found.
  @Test("Four regions, the United States and Japan free their trade")
  func fourRegions() {
    let answer = WorldFixture.fourRegions.linear()
    expect(
      answer.priceChange.values, [0.024091718499717592, 0.08973323190416228, -0.020123883605606636, -0.013797618538328766],
      within: 1e-10)
    expect(
      answer.quantityChange[0].values, [-0.5492584214401399, 0.5948126312645793, -0.03541955106500929, -0.009270178626533537],
      within: 1e-10)
    expect(
      answer.quantityChange[1].values, [0.47289897504128625, -0.6011635307989663, -0.3636271180872327, -0.337477745648757],
      within: 1e-10)
    expect(
      answer.quantityChange[2].values, [-0.32818041091351885, -0.05187795325012173, 0.18565845946161186, 0.2118078319000876],
      within: 1e-10)
    expect(
      answer.quantityChange[3].values, [-0.3598117362499082, -0.08350927858651108, 0.1540271341252225, 0.18017650656369824],
      within: 1e-10)
    expect(answer.trade[0].values, [0, 81.66172041183998, 197.56376991621275, 304.37946160178143], within: 1e-10)
    expect(answer.trade[1].values, [802.5334801700344, 0, 104.02150159544487, 144.3945034885223], within: 1e-10)
    expect(
      answer.trade[2].values, [197.48999096152147, 92.90421490371743, 232.35968132548072, 237.48431042771352], within: 1e-10)
    expect(
      answer.trade[3].values, [31.567759514707646, 90.38453320455079, 125.19147387402502, 23.277857626364696], within: 1e-10)
    expect(
      answer.internalPriceChange[0].values,
      [0.024091718499717585, -0.153643207851473, 0.024091718499717585, 0.024091718499717585], within: 1e-10)
    expect(
      answer.internalPriceChange[1].values,
      [-0.2045742832816334, 0.08973323190416238, 0.08973323190416238, 0.08973323190416238], within: 1e-10)
    expect(
      answer.compositePriceChange.values,
      [-0.12866369556791543, -0.041415485805276965, 0.022677077715620993, 0.029650243699214516], within: 1e-10)
    expect(
      answer.producerSurplus.values, [13.489864671205899, 81.40643084736638, -15.856124469662106, -3.8233545924929153],
      within: 1e-10)
    expect(
      answer.consumerSurplus.values, [161.1822830316639, 14.339535416633723, -18.24222799054937, -25.346782084085053],
      within: 1e-10)
    expect(
      answer.tariffRevenue.values, [-228.30957996892982, -16.9968240207959, -11.454320371258607, -4.586928124304808],
      within: 1e-10)
    expect(
      answer.welfare.values, [-53.63743226606002, 78.7491422432042, -45.552672831470076, -33.75706480088277], within: 1e-10)
  }

  @Test("The consumer surplus of the published sheet")
  func asPublished() {
    let answer = WorldFixture.fourRegions.linear(.asPublished)
    expect(
      answer.consumerSurplus.values, [161.1822830316639, 14.339535416633723, -18.766762841344093, -26.303942439946635],
      within: 1e-10)
    expect(
      answer.welfare.values, [-53.63743226606002, 78.7491422432042, -46.0772076822648, -34.714225156744355], within: 1e-10)
  }

  @Test("The linear answer nears the exact one with the square of the shock")
  func secondOrder() {
    // Largest differences of the price changes at shocks of 1, 0.1, 0.01 and 0.001 times the example's, computed elsewhere.
    let expected = [3.6e-2, 2.9e-4, 2.8e-6, 2.8e-8]
    for (shock, gap) in zip([1, 0.1, 0.01, 0.001], expected) {
      var world = WorldFixture.fourRegions
      for r in 0..<4 {
        for v in 0..<4 { world.newPower[r][v] = world.power[r][v] + shock * (world.newPower[r][v] - world.power[r][v]) }
      }
      let differences = zip(world.linear().priceChange.values, world.exact.priceChange.values).map { abs($0 - $1) }
      let largest = differences.max() ?? .nan
      #expect(abs(largest / gap - 1) < 0.05, "\(largest) at \(shock)")
    }
  }

  @Test("Without a change nothing moves")
  func noChange() {
    var generator = Generator(seed: 1)
    for count in [2, 3, 6] {
      var world = WorldFixture.random(count, using: &generator)
      world.newPower = world.power
      for answer in [world.linear(), world.exact] {
        expect(answer.priceChange.values, Array(repeating: 0, count: count), within: 1e-12)
        expect(answer.welfare.values, Array(repeating: 0, count: count), within: 1e-9)
        expect(answer.trade.flatMap(\.values), world.trade.flatMap { $0 }, within: 1e-10)
      }
    }
  }

  @Test("Units of trade do not matter, nor does the order of the regions")
  func invariance() {
    var generator = Generator(seed: 2)
    for _ in 0..<20 {
      let world = WorldFixture.random(4, using: &generator)
      var scaled = world
      scaled.trade = world.trade.map { $0.map { 1000 * $0 } }
      let other = world.reordered([2, 0, 3, 1])
      for (answer, inUnits, inOrder) in [
        (world.linear(), scaled.linear(), other.linear()), (world.exact, scaled.exact, other.exact),
      ] {
        expect(inUnits.priceChange.values, answer.priceChange.values, within: 1e-11)
        expect(inUnits.welfare.values, answer.welfare.values.map { 1000 * $0 }, within: 1e-10)
        expect(inOrder.priceChange.values, [2, 0, 3, 1].map { answer.priceChange.values[$0] }, within: 1e-11)
      }
    }
  }

  /// Both sides of every market, formed from the answer's own prices.
  @Test("Markets clear in random worlds, with demand less and more elastic than substitution", arguments: [false, true])
  func clearing(elasticDemand: Bool) {
    var generator = Generator(seed: 3)
    for count in [2, 3, 5, 8] {
      for _ in 0..<10 {
        let world = WorldFixture.random(count, using: &generator, elasticDemand: elasticDemand)
        let (linear, exact) = (world.linear(), world.exact)
        for r in 0..<count {
          let sales = world.trade[r].reduce(0, +)
          func demanded(_ quantity: (Int) -> Double) -> Double {
            (0..<count).reduce(0) { $0 + world.trade[r][$1] / sales * quantity($1) }
          }
          let p = linear.priceChange.values[r]
          let change = demanded { linear.quantityChange[r].values[$0] }
          #expect(abs(change - world.supply[r] * p) < 1e-11)
          let price = 1 + exact.priceChange.values[r]
          let quantity = demanded { 1 + exact.quantityChange[r].values[$0] }
          #expect(abs(log(quantity) - world.supply[r] * log(price)) < 1e-11)
        }
        // q̂ = (p̂/P)^−σ P^−η with P from the new prices, all written out.
        for v in 0..<count {
          let sigma = world.substitution[v]
          let spending = (0..<count).map { world.trade[$0][v] * world.power[$0][v] }
          let total = spending.reduce(0, +)
          let prices = (0..<count).map { (1 + exact.priceChange.values[$0]) * world.newPower[$0][v] / world.power[$0][v] }
          let index = pow((0..<count).reduce(0) { $0 + spending[$1] / total * pow(prices[$1], 1 - sigma) }, 1 / (1 - sigma))
          for r in 0..<count {
            let quantity = pow(prices[r] / index, -sigma) * pow(index, -world.demand[v])
            #expect(abs(1 + exact.quantityChange[r].values[v] - quantity) < 1e-10 * quantity)
          }
        }
      }
    }
  }

  @Test("A region that sells nothing keeps its price, and one that buys nothing has no surplus to lose")
  func emptyRows() {
    var world = WorldFixture.fourRegions
    world.trade[3] = [0, 0, 0, 0]
    for r in 0..<4 { world.trade[r][2] = 0 }
    for answer in [world.linear(), world.exact] {
      #expect(answer.priceChange.values[3] == 0)
      #expect(answer.consumerSurplus.values[2] == 0)
      #expect(answer.priceChange.values.allSatisfy { $0.isFinite })
    }
  }

  @Test("A flow that would fall by more than all of it ends")
  func floored() {
    var world = WorldFixture.fourRegions
    world.newPower[1][0] = 2.5
    let answer = world.linear()
    #expect(answer.quantityChange[1].values[0] < -1)
    #expect(answer.trade[1].values[0] == 0)
    #expect(world.exact.trade[1].values[0] > 0)
  }
}
