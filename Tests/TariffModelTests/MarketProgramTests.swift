import Distributions
import Expressions
import Glibc
import TariffModel
import TestSupport
import Testing
import VectorMath

/// Markets of uncertain numbers: every draw has the answer that its own numbers have.
@Suite("Markets over draws")
struct MarketProgramTests {
  private let graph = ExpressionGraph()

  private func uniform(_ path: String, _ lower: Double, _ upper: Double) throws -> Expression {
    graph.draw(try .uniform(lower: lower, upper: upper), stream: path)
  }

  /// σ far from 1, exactly 1, within rounding of it, and below.
  private func substitution(_ path: String) throws -> Expression {
    graph.draw(
      try .discrete(values: [1, 1.nextUp, 1.nextDown, 1 + 1e-9, 0.4, 3, 12], probabilities: Array(repeating: 1 / 7, count: 7)),
      stream: path)
  }

  /// The draws of some expressions, certain ones among them, over three blocks.
  private func draws(of expressions: [Expression]) -> [[Double]] {
    let views = expressions.map(\.outputView)
    let program = BlockProgram(graph: graph, outputs: views.compactMap { $0?.column })
    let count = 3 * BlockProgram.drawsPerBlock
    var columns = outputs(of: program, draws: count, seed: 20_250_402, kernels: KernelChoice()).makeIterator()
    return zip(expressions, views).map { expression, view in
      guard let view, let column = columns.next() else { return Array(repeating: expression.constantValue ?? .nan, count: count) }
      return column.map { view.offset + view.scale * $0 }
    }
  }

  /// Four suppliers, two of which pay an uncertain change; the third has an uncertain value.
  private func suppliers(finite: Bool) throws -> [MarketSupplier] {
    let one = graph.constant(1)
    let tariff = try uniform("tariff", -0.2, 0.9)
    let supply = try uniform("supply", 0, 12)
    return [
      MarketSupplier(value: one * 40, initialPower: one, power: one, supply: nil, nest: 0),
      MarketSupplier(value: one * 5, initialPower: one * 1.1, power: 1 + tariff / 1.1, supply: finite ? supply : nil, nest: 1),
      MarketSupplier(
        value: try uniform("value", 10, 30), initialPower: one * 1.05, power: 1 + tariff / 1.05, supply: finite ? one * 2 : nil,
        nest: 1),
      MarketSupplier(value: one * 8, initialPower: one * 1.02, power: one * 1.2, supply: finite ? one * 0 : nil, nest: 0),
    ]
  }

  private func expressions(_ answer: MarketAnswer) -> [Expression] {
    answer.relatives.flatMap { [$0.value, $0.quantity, $0.buyerPrice ?? graph.constant(.nan)] }
      + [answer.priceIndex].compactMap { $0 }
  }

  private func expressions(_ suppliers: [MarketSupplier]) -> [Expression] {
    suppliers.flatMap { [$0.value, $0.initialPower, $0.power] + ($0.supply.map { [$0] } ?? []) }
  }

  /// Compares every draw of an answer with the certain answer for that draw's numbers.
  private func compare(
    _ suppliers: [MarketSupplier], parameters: [Expression], answer: MarketAnswer, tolerance: Double,
    certain: (MarketFixture, [Double]) -> CertainAnswer
  ) {
    let inputs = draws(of: expressions(suppliers) + parameters)
    let outputs = draws(of: expressions(answer))
    for draw in 0..<outputs[0].count {
      var numbers = inputs.map { $0[draw] }.makeIterator()
      let market = MarketFixture(
        suppliers.map { supplier in
          MarketFixture.Supplier(
            value: numbers.next() ?? .nan, initialPower: numbers.next() ?? .nan, power: numbers.next() ?? .nan,
            supply: supplier.supply == nil ? nil : numbers.next() ?? .nan, nest: supplier.nest)
        })
      let expected = certain(market, Array(numbers))
      for i in suppliers.indices {
        #expect(abs(outputs[3 * i][draw] - expected.values[i]) < tolerance * (1 + expected.values[i]))
        #expect(abs(outputs[3 * i + 1][draw] - expected.quantities[i]) < tolerance * (1 + expected.quantities[i]))
        #expect(abs(outputs[3 * i + 2][draw] - expected.buyerPrices[i]) < tolerance * (1 + expected.buyerPrices[i]))
      }
      if answer.priceIndex != nil { #expect(abs((outputs.last?[draw] ?? .nan) - expected.priceIndex) < tolerance) }
    }
  }

  @Test("Armington, with the closed form and with finite supply", arguments: [false, true])
  func armington(finite: Bool) throws {
    let suppliers = try suppliers(finite: finite)
    let (sigma, eta) = (try substitution("sigma"), try uniform("eta", 0.2, 6))
    // Least slope 0.2/12.2 with μ = 0: 10⁻¹³ of the equation is 6·10⁻¹² of ln P, times σ or η.
    compare(
      suppliers, parameters: [sigma, eta], answer: TariffModel.armington(suppliers, substitution: sigma, demand: eta),
      tolerance: finite ? 1e-10 : 1e-13
    ) { market, parameters in
      var market = market
      (market.substitution, market.demand) = (parameters[0], parameters[1])
      return market.armington()
    }
  }

  @Test("Nested Armington, with the closed form and with finite supply, σ on both sides of 1", arguments: [false, true])
  func nested(finite: Bool) throws {
    let suppliers = try suppliers(finite: finite)
    let within = [try substitution("sigma0"), try substitution("sigma1")]
    let (between, eta) = (try substitution("between"), try uniform("eta", 0.2, 6))
    compare(
      suppliers, parameters: within + [between, eta],
      answer: nestedArmington(suppliers, substitution: within, nestSubstitution: between, demand: eta),
      tolerance: finite ? 1e-10 : 1e-13
    ) { market, parameters in
      var market = market
      market.demand = parameters[3]
      return market.nested(within: Array(parameters[..<2]), between: parameters[2])
    }
  }

  @Test("Creation and diversion, both forms", arguments: [SmartForm.linear, .lairdYeats])
  func smart(form: SmartForm) throws {
    var suppliers = try suppliers(finite: true)
    if form == .lairdYeats {
      suppliers.remove(at: 3)
      suppliers.remove(at: 1)
    }
    let (sigma, epsilon) = (try uniform("sigma", 0.5, 6), try uniform("epsilon", 0.2, 3))
    compare(
      suppliers, parameters: [sigma, epsilon],
      answer: TariffModel.smart(suppliers, demand: epsilon, substitution: sigma, form: form), tolerance: 1e-13
    ) { market, parameters in
      var market = market
      (market.substitution, market.demand) = (parameters[0], parameters[1])
      return market.smart(form: form)
    }
  }

  @Test("Arc additionality, with σ at 1 and purchases down to nothing")
  func additionality() throws {
    let increment = maximum(try uniform("increment", -0.5, 2), graph.constant(0))
    let (sigma, eta, share) = (try substitution("sigma"), try uniform("eta", 0.1, 3), try uniform("share", 0.05, 1))
    let arc = arcAdditionality(increment: increment, share: share, substitution: sigma, demand: eta)
    let columns = draws(of: [increment, share, sigma, eta, arc.additionality, arc.subsidy])
    for draw in columns[0].indices {
      let own = ExpressionGraph()
      let numbers = columns.map { own.constant($0[draw]) }
      let expected = arcAdditionality(
        increment: numbers[0], share: numbers[1], substitution: numbers[2], demand: numbers[3])
      #expect(abs(columns[4][draw] - (expected.additionality.constantValue ?? .nan)) < 1e-11)
      #expect(abs(columns[5][draw] - (expected.subsidy.constantValue ?? .nan)) < 1e-11)
    }
  }

  @Test("Suppliers with the same change of tariff share one power and one answer: more of them cost nothing")
  func cost() throws {
    let one = graph.constant(1)
    let tau = 1 + (try uniform("tariff", 0.1, 0.4))
    let sigma = try uniform("sigma", 2, 6)
    /// The elementary functions of a market's program, in their order.
    func functions(ofMarketWith count: Int) -> [String] {
      let suppliers = (0..<count).map { index in
        MarketSupplier(value: one * Double(1 + index), initialPower: one, power: index % 3 == 0 ? one : tau, supply: nil)
      }
      let answer = TariffModel.armington(suppliers, substitution: sigma, demand: one * 0.8)
      let outputs = answer.relatives.compactMap { $0.value.outputView?.column }
      return BlockProgram(graph: graph, outputs: outputs).passes.map(\.kernel).filter { kernel in
        ["log", "polynomial", "exp", "addScaledExp"].contains { kernel.hasPrefix($0) }
      }
    }
    let few = functions(ofMarketWith: 6)
    #expect(few == functions(ofMarketWith: 60))
    // τ^−σ, and what the index does to everybody.
    #expect(few.filter { $0.hasPrefix("exponential") || $0.hasPrefix("addScaledExponential") }.count == 2)
  }
}
