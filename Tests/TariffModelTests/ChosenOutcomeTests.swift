import Distributions
import Expressions
import TariffModel
import Testing

@Suite("A choice of outcomes")
struct ChosenOutcomeTests {
  /// Exports and imports that are both uncertain.
  private func study() throws -> Study {
    let elasticity = Quantity(.distribution(try .uniform(lower: 0.5, upper: 2)), path: "elasticity")
    var fixture = StudyFixture(response: .constantElasticity(.demand(elasticity: elasticity)))
    fixture.addImport(value: 50, tariff: 0.2)
    fixture.study.imports[0].baseValue = Quantity(.distribution(try .uniform(lower: 40, upper: 60)), path: "value")
    return fixture.study
  }

  private func totals(_ model: CompiledModel) -> [Outcome] {
    model.outcomes.filter { $0.key.slice == .total }.map(\.key.outcome)
  }

  @Test("The chosen outcomes are compiled in the order of reporting, and nothing else is")
  func keys() throws {
    let model = try CompiledModel(try study(), outcomes: [.balance, .exportRevenue])
    #expect(totals(model) == [.exportRevenue, .balance])
  }

  @Test("What only other outcomes need is not computed")
  func cost() throws {
    let all = try CompiledModel(try study())
    let revenue = try CompiledModel(try study(), outcomes: [.exportRevenue])
    #expect(totals(all) == Outcome.allCases.filter { !EconomyTests.stated.contains($0) })
    #expect(revenue.program.instructionCount < all.program.instructionCount)
    #expect(revenue.program.outputCount == 1)
  }

  @Test("No outcome at all is an empty program")
  func none() throws {
    let model = try CompiledModel(try study(), outcomes: [])
    #expect(model.outcomes.isEmpty && model.program.outputCount == 0 && model.program.instructionCount == 0)
  }
}
