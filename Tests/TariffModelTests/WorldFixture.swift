import Expressions
import TariffModel
import TestSupport

/// A world of numbers that are certain.
struct WorldFixture {
  var trade: [[Double]]
  var power: [[Double]]
  var newPower: [[Double]]
  var demand: [Double]
  var substitution: [Double]
  var supply: [Double]

  var market: WorldMarket {
    let graph = ExpressionGraph()
    func constants(_ row: [Double]) -> [Expression] { row.map { graph.constant($0) } }
    return WorldMarket(
      trade: trade.map(constants), power: power.map(constants), newPower: newPower.map(constants), demand: constants(demand),
      substitution: constants(substitution), supply: constants(supply))
  }

  func linear(_ form: ConsumerSurplusForm = .triangle) -> WorldAnswer { linearWorld(market, surplusForm: form) }

  var exact: WorldAnswer {
    let market = market
    return exactWorld(market, from: linearWorld(market, surplusForm: .triangle))
  }

  /// Francois and Hall's example of four regions: the United States and Japan abolish the tariffs on each other's goods.
  ///
  /// Its trade, tariffs and elasticities, as a public program in R titled "GSIM 4x4 model" has them.
  static let fourRegions = WorldFixture(
    trade: [[0, 50, 200, 300], [500, 0, 150, 200], [300, 100, 200, 200], [50, 100, 110, 20]],
    power: [[1, 1.21, 1.41, 1.22], [1.37, 1, 1.31, 1.23], [1.32, 1.36, 1, 1.18], [1.57, 1.41, 1.25, 1.15]],
    newPower: [[1, 1, 1.41, 1.22], [1, 1, 1.31, 1.23], [1.32, 1.36, 1, 1.18], [1.57, 1.41, 1.25, 1.15]],
    demand: [1.25, 1.25, 1.25, 1.25], substitution: [5, 5, 5, 5], supply: [1.5, 1.5, 1.5, 1.5])

  /// A world of random numbers: trade from 0 to 100, tariffs to 40 % before and after.
  static func random(_ count: Int, using generator: inout Generator, elasticDemand: Bool = false) -> WorldFixture {
    func matrix(_ range: ClosedRange<Double>) -> [[Double]] {
      (0..<count).map { _ in (0..<count).map { _ in generator.uniform(range.lowerBound, range.upperBound) } }
    }
    func vector(_ range: ClosedRange<Double>) -> [Double] {
      (0..<count).map { _ in generator.uniform(range.lowerBound, range.upperBound) }
    }
    return WorldFixture(
      trade: matrix(0...100), power: matrix(1...1.4), newPower: matrix(1...1.4),
      demand: vector(elasticDemand ? 3...6 : 0.5...1.5), substitution: vector(2...8), supply: vector(0.5...4))
  }

  /// The same world with its regions in another order.
  func reordered(_ order: [Int]) -> WorldFixture {
    func matrix(_ m: [[Double]]) -> [[Double]] { order.map { r in order.map { m[r][$0] } } }
    return WorldFixture(
      trade: matrix(trade), power: matrix(power), newPower: matrix(newPower), demand: order.map { demand[$0] },
      substitution: order.map { substitution[$0] }, supply: order.map { supply[$0] })
  }
}

extension [Expression] {
  /// The values of certain expressions; NaN for others.
  var values: [Double] { map { $0.constantValue ?? .nan } }
}
