import Distributions
import Expressions
import TariffModel
import TestSupport
import Testing
import VectorMath

@Suite("Worlds over draws")
struct WorldDrawTests {
  /// Regions with uncertain elasticities and an uncertain tariff, and their answers to it.
  private struct DrawnWorld {
    let graph = ExpressionGraph()
    let market: WorldMarket
    let inputs: [Expression]

    init(_ fixture: WorldFixture) throws {
      let graph = graph
      func drawn(_ values: [Double], _ name: String) throws -> [Expression] {
        try values.enumerated().map {
          graph.draw(try .uniform(lower: 0.8 * $1, upper: 1.2 * $1), stream: "\(name)\($0)")
        }
      }
      func constants(_ matrix: [[Double]]) -> [[Expression]] { matrix.map { $0.map { graph.constant($0) } } }
      let demand = try drawn(fixture.demand, "demand")
      let substitution = try drawn(fixture.substitution, "substitution")
      let supply = try drawn(fixture.supply, "supply")
      let tariff = try drawn([0.3], "tariff")[0]
      var newPower = constants(fixture.newPower)
      newPower[1][0] = 1 + tariff
      market = WorldMarket(
        trade: constants(fixture.trade), power: constants(fixture.power), newPower: newPower, demand: demand,
        substitution: substitution, supply: supply)
      inputs = demand + substitution + supply + [tariff]
    }

    /// Inputs and answers in every draw of two blocks, column by column.
    func draws(_ answers: [Expression]) -> [[Double]] {
      let views = (inputs + answers).compactMap(\.outputView)
      precondition(views.count == inputs.count + answers.count, "all of it is uncertain")
      let program = BlockProgram(graph: graph, outputs: views.map(\.column))
      let columns = outputs(of: program, draws: 1024, seed: 5, kernels: KernelChoice(.detected))
      return zip(columns, views).map { column, view in column.map { view.offset + view.scale * $0 } }
    }
  }

  @Test("Every draw is the certain world of its numbers, linear and exact", arguments: [2, 4])
  func drawByDraw(regions: Int) throws {
    var generator = Generator(seed: 11)
    let fixture = WorldFixture.random(regions, using: &generator)
    let world = try DrawnWorld(fixture)
    let linear = linearWorld(world.market, surplusForm: .triangle)
    let exact = exactWorld(world.market, from: linear)
    let draws = world.draws(linear.welfare + exact.welfare)
    for draw in stride(from: 0, to: 1024, by: 37) {
      var certain = fixture
      let values = draws.map { $0[draw] }
      certain.demand = Array(values[..<regions])
      certain.substitution = Array(values[regions..<(2 * regions)])
      certain.supply = Array(values[(2 * regions)..<(3 * regions)])
      certain.newPower[1][0] = 1 + values[3 * regions]
      let expected = certain.linear().welfare.values + certain.exact.welfare.values
      for (value, wanted) in zip(values[(3 * regions + 1)...], expected) {
        #expect(abs(value - wanted) <= 1e-9 * max(1, abs(wanted)))
      }
    }
  }

  @Test("A world of thirty regions is solved in every draw")
  func manyRegions() throws {
    var generator = Generator(seed: 12)
    let world = try DrawnWorld(WorldFixture.random(30, using: &generator))
    let linear = linearWorld(world.market, surplusForm: .triangle)
    let exact = exactWorld(world.market, from: linear)
    for column in world.draws(linear.priceChange + exact.priceChange) { #expect(column.allSatisfy { $0.isFinite }) }
  }
}
