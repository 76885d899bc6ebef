import Distributions
import TariffModel
import Testing

@Suite("What the model refuses")
struct ProblemTests {
  /// A study that is broken in one way, and the one problem that must come of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let path: String
    let statement: String
    let edit: @Sendable (inout StudyFixture) throws -> Void

    var testDescription: String { name }
  }

  private static func commitment(_ name: String, _ basis: PurchaseCommitment.Basis, line: String? = nil) -> PurchaseCommitment {
    PurchaseCommitment(
      name: name, amount: .value(number(1)), basis: basis, importLine: line, additionality: .share(number(1)))
  }

  private static func uncertain(_ path: String) throws -> Quantity {
    Quantity(.distribution(try .uniform(lower: 0.5, upper: 1)), path: path)
  }

  /// Replaces the line by `count` lines, each with an uncertain elasticity of its own.
  private static func makeUncertain(_ fixture: inout StudyFixture, lines count: Int) throws {
    let line = fixture.study.exports[0]
    fixture.study.exports = try (0..<count).map { index in
      var copy = line
      copy.id = "\(index)"
      copy.response = .ownPrice(.constantElasticity(.demand(elasticity: try uncertain("exports/\(index)/elasticity"))))
      return copy
    }
  }

  private static func depend(_ fixture: inout StudyFixture, lines: Int, _ structure: Dependence.Structure) throws {
    try makeUncertain(&fixture, lines: lines)
    fixture.study.dependence = [
      Dependence(name: "d", members: (0..<lines).map { "exports/\($0)/elasticity" }, structure: structure)
    ]
  }

  static let cases: [Case] = [
    Case(name: "negative elasticity", path: "test", statement: "every value must lie in [0, ∞)") {
      $0 = StudyFixture(response: .constantElasticity(.demand(elasticity: number(-1))))
    },
    Case(name: "elasticity that can be negative", path: "e", statement: "every value must lie in [0, ∞)") {
      let normal = Quantity(.distribution(try .normal(mean: 1, standardDeviation: 0.1)), path: "e")
      $0 = StudyFixture(response: .constantElasticity(.demand(elasticity: normal)))
    },
    Case(name: "negative supply elasticity", path: "test", statement: "every value must lie in [0, ∞)") {
      $0 = StudyFixture(response: .constantElasticity(.demandAndSupply(elasticity: number(1), supply: .finite(number(-1)))))
    },
    Case(name: "pass-through over 1", path: "test", statement: "every value must lie in [0, 1]") {
      $0 = StudyFixture(response: .levels(elasticity: number(1), passThrough: number(1.2)))
    },
    Case(name: "coverage 0", path: "test", statement: "every value must lie in (0, 1]") {
      $0.study.measures[0].coverage = number(0)
    },
    Case(name: "c.i.f. factor under 1", path: "test", statement: "every value must lie in [1, ∞)") {
      $0.study.cifFactor = number(0.9)
    },
    Case(
      name: "parameter out of its use's range", path: "measures/tariff/coverage", statement: "every value must lie in (0, 1]"
    ) {
      $0.study.parameters["c"] = number(0.6, "parameters/c")
      $0.study.measures[0].coverage = Quantity(.parameter(name: "c", times: 2), path: "measures/tariff/coverage")
    },
    Case(name: "unknown parameter", path: "measures/tariff/rate", statement: "there is no such parameter") {
      $0.study.parameters["passThrough"] = number(0.6, "parameters/passThrough")
      $0.study.measures[0].rate = .uniform(
        Quantity(.parameter(name: "pasThrough", times: 1), path: "measures/tariff/rate"))
    },
    Case(name: "no exports", path: "exports", statement: "at least one export line or world is needed") {
      $0.study.exports = []
      $0.study.measures = []
      $0.study.scenarios[0].measures = []
    },
    Case(name: "no scenario", path: "scenarios", statement: "at least one scenario is needed") { $0.study.scenarios = [] },
    Case(
      name: "group with the total's name", path: "exports/1/group", statement: "total is the name of the sum over all groups"
    ) {
      $0.study.exports[0].group = "total"
    },
    Case(name: "worthless exports", path: "exports", statement: "the base values sum to 0, so that a change has no percentage") {
      $0.study.exports[0].baseValue = number(0)
    },
    Case(name: "measure on nobody's goods", path: "measures/tariff", statement: "it covers no line") {
      $0.study.measures[0].countries = [$0.study.partner]
    },
    Case(name: "prefix of no line", path: "measures/tariff/covers/99", statement: "no line has this prefix") {
      $0.study.measures[0].covers = [CodePrefix(digits: "99")]
    },
    Case(
      name: "finer prefix without a share", path: "measures/tariff/covers/630210",
      statement: "the prefix is longer than the code of line 1 and would never match it whole"
    ) { $0.study.measures[0].covers = [CodePrefix(digits: "630210")] },
    Case(
      name: "share on a coarse prefix", path: "measures/tariff/covers/63",
      statement: "the prefix covers lines whole, so that a share has no meaning"
    ) { $0.study.measures[0].covers = [CodePrefix(digits: "63", share: number(0.5))] },
    Case(
      name: "shares over the line", path: "measures/tariff/covers",
      statement: "the shares of the prefixes under line 1 can sum to more than 1"
    ) {
      $0.study.measures[0].covers = [
        CodePrefix(digits: "630210", share: number(0.5)), CodePrefix(digits: "630221", share: number(0.6)),
      ]
    },
    Case(
      name: "finer prefix inside another", path: "measures/tariff/exempt/63021010",
      statement: "it lies inside the prefix 630210, and both are finer than a line"
    ) {
      $0.study.measures[0].covers = [CodePrefix(digits: "630210", share: number(0.5))]
      $0.study.measures[0].exemptions = [CodePrefix(digits: "63021010", share: number(0.2))]
    },
    Case(name: "ratio to an elasticity of 0", path: "e", statement: "every value must lie in (0, ∞)") {
      $0.addImport(value: 1, tariff: 0, response: .log(elasticity: number(0, "e"), passThrough: nil))
      $0.study.imports[0].additionality = .demandRatio(importDemandElasticity: number(1))
    },
    Case(name: "only supplier of an inelastic good", path: "eta", statement: "every value must lie in (0, ∞)") {
      $0.addImport(value: 1, tariff: 0)
      $0.study.imports[0].additionality = .ces(
        importDemandElasticity: number(0, "eta"), substitution: number(4), partnerShare: number(1))
    },
    Case(
      name: "worthless through a parameter", path: "exports",
      statement: "the base values sum to 0, so that a change has no percentage"
    ) {
      $0.study.parameters["nothing"] = number(0, "parameters/nothing")
      $0.study.exports[0].baseValue = Quantity(.parameter(name: "nothing", times: 1), path: "exports/1/value")
    },
    Case(
      name: "covered and exempt", path: "measures/tariff/exempt/63", statement: "the prefix stands both in covers and in exempt"
    ) {
      $0.study.measures[0].covers = [CodePrefix(digits: "63")]
      $0.study.measures[0].exemptions = [CodePrefix(digits: "63")]
    },
    Case(
      name: "two replacements", path: "measures/second",
      statement: "in scenario policy both it and tariff replace the duty on line 1"
    ) {
      $0.study.measures[0].stacking = .replace
      $0.study.measures.append(TariffMeasure(name: "second", rate: number(0.2), stacking: .replace))
      $0.study.scenarios[0].measures.append(PolicyScenario.Use("second"))
    },
    Case(
      name: "two ways to choose in a group", path: "measures/second/exclusiveGroup",
      statement: "in exclusive group g it and tariff choose differently"
    ) {
      $0.study.measures[0].stacking = .exclusive(group: "g", priority: 1, choice: .lowestPriority)
      $0.study.measures.append(
        TariffMeasure(name: "second", rate: number(0.2), stacking: .exclusive(group: "g", priority: 0, choice: .highest)))
    },
    Case(
      name: "two shares of one prefix", path: "measures/tariff/covers/630210",
      statement: "in scenario policy it and measures/second/exempt/630210 state two shares of a line for one prefix"
    ) {
      $0.study.measures[0].covers = [CodePrefix(digits: "630210", share: number(0.3))]
      $0.addMeasure(
        TariffMeasure(
          name: "second", rate: .uniform(number(0.2)), exemptions: [CodePrefix(digits: "630210", share: number(0.4))]))
    },
    Case(
      name: "more than a line in two measures", path: "measures/second/covers/630210",
      statement: """
        in scenario policy the shares of the prefixes under line 1 can sum to more than 1, with that of \
        measures/tariff/covers/630221
        """
    ) {
      $0.study.measures[0].covers = [CodePrefix(digits: "630221", share: number(0.6))]
      $0.addMeasure(
        TariffMeasure(
          name: "second", rate: .uniform(number(0.2)), covers: [CodePrefix(digits: "630210", share: number(0.5))]))
    },
    Case(
      name: "one part with two shares", path: "measures/second/part",
      statement: "it and tariff name the same part metal, and their shares of the value are not one and the same number"
    ) {
      $0.study.measures[0].part = "metal"
      $0.study.measures[0].coverage = number(0.5)
      $0.study.measures.append(TariffMeasure(name: "second", rate: number(0.2)))
      $0.study.measures[1].part = "metal"
    },
    Case(
      name: "one part with two draws", path: "measures/second/part",
      statement: "it and tariff name the same part metal, and their shares of the value are not one and the same number"
    ) {
      $0.study.measures.append(TariffMeasure(name: "second", rate: number(0.2)))
      for index in 0..<2 {
        $0.study.measures[index].part = "metal"
        $0.study.measures[index].coverage = try uncertain("measures/\($0.study.measures[index].name)/coverage")
      }
    },
    Case(
      name: "one part with a content rule and without", path: "measures/second/part",
      statement: "it and tariff name the same part metal, and their shares of the value are not one and the same number"
    ) {
      $0.study.measures.append(TariffMeasure(name: "second", rate: number(0.2)))
      for index in 0..<2 { $0.study.measures[index].part = "metal" }
      $0.study.measures[1].contentRule = ContentRule(initialShare: number(0.3), threshold: number(0.2))
    },
    Case(
      name: "two preferences", path: "measures/second",
      statement: "in scenario policy both it and tariff replace the duty on line 1"
    ) {
      $0.study.measures[0].stacking = .preference
      $0.study.measures.append(TariffMeasure(name: "second", rate: number(0.02), stacking: .preference))
      $0.study.scenarios[0].measures.append(PolicyScenario.Use("second"))
    },
    Case(name: "measure ends before it starts", path: "measures/tariff/end", statement: "the first day is after the last") {
      $0.study.measures[0].validity = Validity(
        start: CivilDate(year: 2025, month: 8, day: 7), end: CivilDate(year: 2025, month: 8, day: 6))
    },
    Case(name: "period ends before it starts", path: "periods/p/end", statement: "the first day is after the last") {
      let start = try #require(CivilDate(year: 2025, month: 8, day: 7))
      $0.study.periods = [Period(name: "p", start: start, end: try #require(CivilDate(year: 2025, month: 8, day: 6)))]
    },
    Case(name: "unknown measure", path: "scenarios/policy/measures/tarif", statement: "there is no such measure") {
      $0.study.scenarios[0].measures = [PolicyScenario.Use("tarif")]
    },
    Case(name: "unknown commitment", path: "scenarios/policy/commitments/oil", statement: "there is no such commitment") {
      $0.study.scenarios[0].commitments = [PolicyScenario.Use("oil")]
    },
    Case(name: "unknown tariff cut", path: "scenarios/policy/tariffCuts/all", statement: "there is no such tariff cut") {
      $0.study.scenarios[0].tariffCuts = [PolicyScenario.Use("all")]
    },
    Case(name: "unknown barrier cut", path: "scenarios/policy/barrierCuts/all", statement: "there is no such barrier cut") {
      $0.study.scenarios[0].barrierCuts = [PolicyScenario.Use("all")]
    },
    Case(name: "unknown import line", path: "commitments/oil/importLine", statement: "there is no such import line") {
      $0.study.commitments = [commitment("oil", .increment(overlap: nil), line: "2709")]
    },
    Case(name: "unknown period", path: "commitments/oil/schedule/Q1", statement: "there is no such period") {
      $0.study.commitments = [commitment("oil", .increment(overlap: nil))]
      $0.study.commitments[0].schedule = ["Q1": number(1)]
    },
    Case(
      name: "content of an unknown commitment", path: "measures/tariff/contentRule/commitment",
      statement: "there is no such commitment"
    ) {
      $0.study.measures[0].contentRule = ContentRule(initialShare: number(0.1), threshold: number(0.2), commitment: "cotton")
    },
    Case(
      name: "level and increment on one line", path: "commitments/b/basis",
      statement: "on import line 5201 it and a differ in basis or countsPolicyResponse"
    ) {
      $0.addImport(value: 1, tariff: 0)
      $0.study.commitments = [
        commitment("a", .level(base: nil), line: "5201"), commitment("b", .increment(overlap: nil), line: "5201"),
      ]
    },
    Case(name: "base beside a line", path: "commitments/a/base", statement: "it is given only where there is no import line") {
      $0.addImport(value: 1, tariff: 0)
      $0.study.commitments = [commitment("a", .level(base: number(1)), line: "5201")]
    },
    Case(
      name: "ratio without a line", path: "commitments/a/importDemandElasticity",
      statement: "the ratio of elasticities is for import lines"
    ) {
      $0.study.commitments = [commitment("a", .increment(overlap: nil))]
      $0.study.commitments[0].additionality = .demandRatio(importDemandElasticity: number(1))
    },
    Case(
      name: "scale of a cap", path: "scenarios/policy/tariffCuts/cap",
      statement: "a scale multiplies a share; a new rate, a cap or a Swiss coefficient takes none"
    ) {
      $0.addImport(value: 1, tariff: 0)
      $0.study.tariffCuts = [TariffCut(name: "cap", rule: .cap(number(0.1)))]
      $0.study.scenarios[0].tariffCuts = [PolicyScenario.Use("cap", scale: number(0.5))]
    },
    Case(name: "cut over all", path: "scenarios/policy/tariffCuts/cut", statement: "cut × scale can exceed 1") {
      $0.addImport(value: 1, tariff: 0)
      $0.study.tariffCuts = [TariffCut(name: "cut", rule: .share(number(0.8)))]
      $0.study.scenarios[0].tariffCuts = [PolicyScenario.Use("cut", scale: number(1.5))]
    },
    Case(
      name: "correlation 1", path: "dependence/d/correlation",
      statement: "the correlation of every two of 2 members must lie in [-1.0, 1)"
    ) { try depend(&$0, lines: 2, .group(correlation: 1)) },
    Case(
      name: "correlation below −1/(n − 1)", path: "dependence/d/correlation",
      statement: "the correlation of every two of 3 members must lie in [-0.5, 1)"
    ) { try depend(&$0, lines: 3, .group(correlation: -0.51)) },
    Case(name: "matrix size", path: "dependence/d/matrix", statement: "the matrix needs 2 rows of 2 numbers") {
      try depend(&$0, lines: 2, .matrix([[1, 0], [0, 1], [0, 0]]))
    },
    Case(
      name: "asymmetric matrix", path: "dependence/d/matrix",
      statement: "rows and columns differ at (2, 1): the matrix must be symmetric"
    ) { try depend(&$0, lines: 2, .matrix([[1, 0.5], [0.4, 1]])) },
    Case(
      name: "correlation beyond 1", path: "dependence/d/matrix",
      statement: "the correlation at (2, 1) is -1.3: it must lie from -1 to 1"
    ) {
      try depend(&$0, lines: 2, .matrix([[1, -1.3], [-1.3, 1]]))
    },
    Case(
      name: "four members, of whom every three agree", path: "dependence/d/matrix",
      statement: "the matrix is not positive semidefinite: its smallest eigenvalue is -0.2, and no three members contradict one "
        + "another, only more of them together"
    ) {
      try depend(&$0, lines: 4, .matrix((0..<4).map { i in (0..<4).map { $0 == i ? 1 : -0.4 } }))
    },
    Case(name: "diagonal", path: "dependence/d/matrix", statement: "the diagonal at row 2 must be 1") {
      try depend(&$0, lines: 2, .matrix([[1, 0.5], [0.5, 0.9]]))
    },
    Case(
      name: "matrix with a negative eigenvalue", path: "dependence/d/matrix",
      statement: "the matrix is not positive semidefinite: its smallest eigenvalue is -0.4142, and worst contradict "
        + "exports/0/elasticity, exports/1/elasticity and exports/2/elasticity: with 1 between the first and the second and 0 "
        + "between the first and the third, that of the second and the third can only be 0, and is not 1"
    ) { try depend(&$0, lines: 3, .matrix([[1, 1, 0], [1, 1, 1], [0, 1, 1]])) },
    Case(
      name: "loadings over 1", path: "dependence/d/exports/0/elasticity",
      statement: "the squared loadings sum to 1.13, more than 1"
    ) {
      try depend(&$0, lines: 2, .loadings(factors: ["f", "g"], rows: [[0.7, 0.8], [0.5, 0]]))
    },
    Case(name: "member twice", path: "dependence/e", statement: "it is already a member of dependence d") {
      try depend(&$0, lines: 2, .group(correlation: 0.5))
      $0.study.dependence.append(
        Dependence(name: "e", members: ["exports/0/elasticity"], structure: .group(correlation: 0.1)))
    },
    Case(name: "unknown member", path: "dependence/d", statement: "there is no such number") {
      try depend(&$0, lines: 2, .group(correlation: 0.5))
      $0.study.dependence[0].members.append("exports/7/elasticity")
    },
  ]

  @Test("One broken rule is one problem", arguments: cases + timeCases + worldCases)
  func oneProblem(_ c: Case) throws {
    var fixture = StudyFixture()
    try c.edit(&fixture)
    let problems = fixture.study.problems()
    #expect(problems.map(\.path) == [c.path])
    #expect(problems.map(\.rule.statement) == [c.statement])
    #expect(throws: ModelError.self) { try CompiledModel(fixture.study) }
  }

  @Test("A number beyond the doubles is an error that names its outcome")
  func overflow() throws {
    var fixture = StudyFixture(value: 1e308)
    fixture.study.exports.append(fixture.study.exports[0])
    fixture.study.exports[1].id = "2"
    do throws(ModelError) {
      _ = try CompiledModel(fixture.study)
      Issue.record("the study was compiled")
    } catch {
      #expect(error.problems.map(\.path).allSatisfy { $0 == "scenarios/policy" })
      #expect(error.problems.map(\.rule).contains(.finiteOutcome("export_revenue_change")))
    }
  }

  @Test("A member that is certain does no harm")
  func certainMember() throws {
    for structure in [Dependence.Structure.group(correlation: 0.5), .matrix([[1, 0.5], [0.5, 1]])] {
      var fixture = StudyFixture()
      try Self.depend(&fixture, lines: 2, structure)
      fixture.study.exports[1].response = .ownPrice(
        .constantElasticity(.demand(elasticity: number(1, "exports/1/elasticity"))))
      #expect(fixture.study.problems().isEmpty)
      #expect(try CompiledModel(fixture.study).uncertainCount == 1)
    }
  }

  @Test("A study without a fault has no problem")
  func noProblem() {
    #expect(StudyFixture().study.problems().isEmpty)
  }

  @Test("Unknown names and invalid matrices come with a way out")
  func suggestions() throws {
    var fixture = StudyFixture()
    fixture.study.scenarios[0].measures = [PolicyScenario.Use("tarif")]
    #expect(fixture.study.problems().map(\.rule.suggestion) == ["did you mean \"tariff\"?"])
    fixture = StudyFixture()
    try Self.depend(&fixture, lines: 3, .matrix([[1, 1, 0], [1, 1, 1], [0, 1, 1]]))
    // Higham (2002), doi:10.1093/imanum/22.3.329, gives 0.7607 and 0.1573 for this matrix; with four decimals those are
    // indefinite again, and a ten thousandth less is not.
    #expect(
      fixture.study.problems().map(\.rule.suggestion) == [
        "write matrix = [[1, 0.7606, 0.1573], [0.7606, 1, 0.7606], [0.1573, 0.7606, 1]] in its place, the nearest valid one"
      ])
  }
}
