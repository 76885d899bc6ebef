import Distributions
import TariffModel
import Testing

@Suite("What the model refuses of markets")
struct MarketProblemTests {
  /// A study that is broken in one way, and the one problem that must come of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let path: String
    let statement: String
    let edit: @Sendable (inout Study) throws -> Void

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "line in no market", path: "exports/1", statement: "no market has its code or a prefix of it") {
      $0.exports[0].hs = "6109"
    },
    Case(name: "line without a code", path: "exports/1", statement: "no market has its code or a prefix of it") {
      $0.exports[0].hs = nil
    },
    Case(name: "supplier in no market", path: "markets/suppliers/63/India", statement: "no market has its code or a prefix of it")
    {
      $0.suppliers[0].hs = "63"
    },
    Case(name: "market without suppliers", path: "markets/61", statement: "at least one supplier is needed") {
      $0.markets.append(Market(hs: "61", response: $0.markets[0].response))
    },
    Case(
      name: "worthless market", path: "markets/61",
      statement: "the base values of its suppliers sum to 0, so that none has a share"
    ) {
      $0.markets.append(Market(hs: "61", response: $0.markets[0].response))
      $0.suppliers.append(Supplier(origin: "India", hs: "61", baseValue: number(0), baseDuty: number(0)))
    },
    Case(
      name: "home as a supplier", path: "markets/suppliers/6302/Home",
      statement: "home sells by its export lines and is no supplier"
    ) { $0.suppliers[0].origin = "Home" },
    Case(
      name: "an origin named total", path: "markets/suppliers/6302/total",
      statement: "total is the name of the sum over all origins"
    ) { $0.suppliers[0].origin = "total" },
    Case(name: "duty on own production", path: "test", statement: "the partner levies no duty on its own production") {
      $0.suppliers[0].origin = "Partner"
    },
    Case(name: "negative value", path: "v", statement: "every value must lie in [0, ∞)") {
      $0.suppliers[0].baseValue = number(-1, "v")
    },
    Case(name: "substitution 0", path: "s", statement: "every value must lie in (0, ∞)") {
      $0.markets[0].response = .armington(substitution: number(0, "s"), demand: number(1))
    },
    Case(name: "negative demand", path: "d", statement: "every value must lie in [0, ∞)") {
      $0.markets[0].response = .smart(substitution: number(0), demand: number(-1, "d"), form: .linear)
    },
    Case(name: "negative supply", path: "m", statement: "every value must lie in [0, ∞)") {
      $0.markets[0].supply = .finite(number(-1, "m"))
    },
    Case(
      name: "neither demand nor any supply reacts", path: "markets/6302",
      statement: "the elasticities of demand and of supply are both 0, so that nothing fixes the exporter's price"
    ) {
      $0.markets[0].response = .armington(substitution: number(2), demand: number(0))
      $0.markets[0].supply = .finite(number(0))
    },
    Case(name: "unknown origin in a measure", path: "measures/tariff/countries", statement: "there is no such origin") {
      $0.measures[0].countries = ["Indai", "Home"]
    },
    Case(
      name: "no rate for some goods", path: "measures/tariff/rates",
      statement: "the table has no rate for India's goods of code 6302 and 1 other flow that the measure covers"
    ) { $0.measures[0].rate = .table(RateTable(rates: ["Home": ["63": 0.1], "India": ["61": 0.1]])) },
    Case(
      name: "a rate finer than the goods", path: "measures/tariff/rates",
      statement: "the row of China is finer than its goods of code 6302 and never matches"
    ) {
      $0.measures[0].rate = .table(
        RateTable(rates: ["Home": ["63": 0.1], "India": ["63": 0.1], "China": ["63": 0.1, "630210": 0.2]]))
    },
    Case(
      name: "two replacements on a rival", path: "measures/second",
      statement: "in scenario policy both it and tariff replace the duty on line 6302 of China"
    ) {
      $0.measures[0].stacking = .replace
      $0.measures[0].countries = ["China"]
      $0.measures.append(TariffMeasure(name: "second", rate: number(0.2), countries: ["China", "Home"], stacking: .replace))
      $0.scenarios[0].measures.append(.init("second"))
    },
    Case(
      name: "an origin in no nest", path: "markets/suppliers/6302/China",
      statement: "market 6302 is nested, and no nest has this origin"
    ) {
      $0.markets[0].response = .nested(substitution: number(4), nestSubstitution: number(2), demand: number(1))
      $0.nests = [Nest(name: "a", origins: ["Home", "India"])]
    },
    Case(name: "home in no nest", path: "exports/1", statement: "market 6302 is nested, and no nest has this origin") {
      $0.markets[0].response = .nested(substitution: number(4), nestSubstitution: number(2), demand: number(1))
      $0.nests = [Nest(name: "a", origins: ["China", "India"])]
    },
    Case(name: "unknown nest", path: "markets/suppliers/6302/China/nest", statement: "there is no such nest") {
      $0.markets[0].response = .nested(substitution: number(4), nestSubstitution: number(2), demand: number(1))
      $0.nests = [Nest(name: "South", origins: ["Home", "India"])]
      $0.suppliers[1].nest = "Suoth"
    },
    Case(name: "an origin in two nests", path: "markets/nests/b", statement: "it is already in nest a") {
      $0.nests = [Nest(name: "a", origins: ["China", "India"]), Nest(name: "b", origins: ["India"])]
    },
    Case(name: "unknown origin in a nest", path: "markets/nests/a", statement: "there is no such origin") {
      $0.nests = [Nest(name: "a", origins: ["Chian"])]
    },
    Case(
      name: "Laird and Yeats' diversion under two moving tariffs", path: "markets/6302",
      statement: "in scenario policy the tariffs of Home and India move, and smartForm = \"lairdYeats\" is for one"
    ) {
      $0.markets[0].response = .smart(substitution: number(1.5), demand: number(1), form: .lairdYeats)
    },
    Case(name: "two numbers under one shared path", path: "markets/63/x", statement: "another number stands under the same path")
    {
      var shared = Quantity(.distribution(try .uniform(lower: 1, upper: 2)), path: "markets/63/x")
      shared.isShared = true
      let own = Quantity(.distribution(try .uniform(lower: 1, upper: 3)), path: "markets/63/x")
      $0.markets[0].response = .armington(substitution: shared, demand: own)
    },
  ]

  @Test("One broken rule, one problem at its place", arguments: cases)
  func breach(_ broken: Case) throws {
    var study = MarketStudy().study
    #expect(study.problems().isEmpty)
    try broken.edit(&study)
    let problems = study.problems()
    #expect(problems.map(\.path) == [broken.path] && problems.map(\.rule.statement) == [broken.statement], "\(problems)")
  }

  @Test("The nearest origin is suggested")
  func nearest() {
    var study = MarketStudy().study
    study.measures[0].countries = ["Indai"]
    #expect(study.problems().map(\.rule.suggestion) == ["did you mean \"India\"?"])
  }

  @Test("Without suppliers a measure may name origins that the study does not have")
  func foreignCountries() {
    var study = StudyFixture().study
    study.measures[0].countries = ["Home", "India"]
    #expect(study.problems().isEmpty)
  }

  @Test("A number that markets share is one number")
  func sharedNumber() throws {
    var study = MarketStudy().study
    var shared = Quantity(.distribution(try .uniform(lower: 1, upper: 2)), path: "markets/63/substitution")
    shared.isShared = true
    study.markets[0].response = .armington(substitution: shared, demand: number(1))
    study.markets.append(Market(hs: "6303", response: .armington(substitution: shared, demand: number(1))))
    study.suppliers.append(Supplier(origin: "India", hs: "6303", baseValue: number(5), baseDuty: number(0)))
    #expect(study.problems().isEmpty)
    #expect(study.uncertainPaths == ["markets/63/substitution"])
    #expect(study.numbers.filter { $0.quantity.path == shared.path }.count == 1)
  }

  @Test("Certain base data of suppliers are no assumptions to list; what is uncertain of them is")
  func assumptions() throws {
    var study = MarketStudy().study
    study.suppliers[1].baseValue = Quantity(.distribution(try .uniform(lower: 500, upper: 700)), path: "v")
    #expect(study.numbers.count == study.assumptions.count + 3)
    #expect(study.assumptions.contains { $0.quantity.path == "v" })
  }
}
