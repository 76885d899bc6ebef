import Distributions
import Expressions
import Glibc
import TariffModel
import Testing

@Suite("Supply that does not react")
struct FixedSupplyTests {
  /// A supplier alone, and one that pays no more beside it.
  private func market(
    _ answer: ([MarketSupplier], ExpressionGraph) -> MarketAnswer
  ) throws -> [(value: Double, quantity: Double, price: Double)] {
    let graph = ExpressionGraph()
    let suppliers = [1.5, 1].map {
      MarketSupplier(
        value: graph.constant(50), initialPower: graph.constant(1), power: graph.constant($0), supply: graph.constant(0))
    }
    return try answer(suppliers, graph).relatives.map {
      (
        try #require($0.value.constantValue), try #require($0.quantity.constantValue),
        try #require($0.buyerPrice?.constantValue)
      )
    }
  }

  /// Quantities stay, and so do buyers' relative prices and, with η = 1 and fixed quantities, their level: p̂ = 1, p̂* = 1/τ.
  @Test("In a market every quantity stays and each exporter bears its own duty")
  func composite() throws {
    let answers = try market { armington($0, substitution: $1.constant(3), demand: $1.constant(1)) }
    for (answer, power) in zip(answers, [1.5, 1]) {
      #expect((answer.quantity - 1).magnitude < 1e-14)
      #expect((answer.value * power - 1).magnitude < 1e-13 && (answer.price - 1).magnitude < 1e-13)
    }
  }

  /// TC = 0 and p̂* − 1 = −dτ; σ = 0, so that nothing is diverted.
  @Test("By creation the exporter's price falls by the change of duty")
  func creation() throws {
    let answers = try market { smart($0, demand: $1.constant(2), substitution: $1.constant(0), form: .linear) }
    #expect(answers[0].quantity == 1 && (answers[0].value - 0.5).magnitude < 1e-15)
    #expect(answers[1].quantity == 1 && answers[1].value == 1)
  }

  @Test("A line of its own keeps its quantity, and its price falls by the power of the tariff", arguments: [0.3, 1, 5])
  func ownPrice(elasticity: Double) throws {
    var study = Study(title: "t", home: "Home", partner: "Partner")
    study.exports = [
      ExportLine(
        id: "a", baseValue: number(100), baseDuty: number(0),
        response: .ownPrice(
          .constantElasticity(.demandAndSupply(elasticity: number(elasticity), supply: .finite(number(0, "mu"))))))
    ]
    study.measures = [TariffMeasure(name: "tariff", rate: number(0.25))]
    study.scenarios = [PolicyScenario(name: "s", measures: [.init("tariff")])]
    let model = try CompiledModel(study)
    let revenue = try #require(model.outcomes.first { $0.key.outcome == .exportRevenue })
    guard case .certain(let value) = revenue.value else {
      Issue.record("the revenue is certain")
      return
    }
    #expect((value - 80).magnitude < 1e-12)
    study.exports[0].response = .ownPrice(
      .constantElasticity(.demandAndSupply(elasticity: number(0), supply: .finite(number(0)))))
    #expect(study.problems().map(\.rule) == [.somethingFixesThePrice])
  }
}
