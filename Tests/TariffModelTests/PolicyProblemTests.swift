import Distributions
import TariffModel
import Testing

@Suite("What the model refuses of quotas, displaced suppliers and jobs")
struct PolicyProblemTests {
  private static func quota(_ name: String = "q", covers: [String] = []) -> TariffQuota {
    TariffQuota(
      name: name, covers: covers.map { CodePrefix(digits: $0) }, quantity: number(50), inQuotaRate: number(0.1),
      outOfQuotaRate: number(0.5), holder: .importer)
  }

  private static func day(_ month: Int) -> CivilDate? { CivilDate(year: 2025, month: month, day: 1) }

  /// A purchase whose additionality comes from elasticities.
  private static func cotton(share: Double = 0.4, suppliers: [DisplacedSupplier] = []) -> PurchaseCommitment {
    PurchaseCommitment(
      name: "cotton", amount: .value(number(10)), basis: .increment(overlap: nil), importLine: "5201",
      additionality: .ces(
        importDemandElasticity: number(0.5), substitution: number(5), partnerShare: number(share, "cotton/share")),
      suppliers: suppliers)
  }

  static let cases: [ProblemTests.Case] = [
    .init(name: "negative quota", path: "test", statement: "every value must lie in [0, ∞)") {
      $0.study.quotas = [quota()]
      $0.study.quotas[0].quantity = number(-1)
    },
    .init(name: "rates that can cross", path: "quotas/q/outOfQuotaRate", statement: "it can be below the in-quota rate") {
      $0.study.quotas = [quota()]
      $0.study.quotas[0].inQuotaRate = Quantity(.distribution(try .uniform(lower: 0, upper: 0.6)), path: "r")
    },
    .init(
      name: "finer quota", path: "quotas/q/covers/630210",
      statement: "the prefix is longer than the code of line 1, and a quota covers lines whole"
    ) {
      $0.study.quotas = [quota(covers: ["630210"])]
    },
    .init(name: "quota on nothing", path: "quotas/q/covers/84", statement: "no line has this prefix") {
      $0.study.quotas = [quota(covers: ["84"])]
    },
    .init(name: "quota backwards in time", path: "quotas/q/end", statement: "the first day is after the last") {
      $0.study.quotas = [quota()]
      $0.study.quotas[0].validity = Validity(start: day(2), end: day(1))
    },
    .init(name: "unknown quota", path: "scenarios/policy/quotas/p", statement: "there is no such quota") {
      $0.study.quotas = [quota()]
      $0.study.scenarios[0].quotas = [PolicyScenario.Use("p")]
    },
    .init(name: "quota named total", path: "quotas/total/name", statement: "total is the name of the sum") {
      $0.study.quotas = [quota("total")]
    },
    .init(
      name: "mean rates under a quota", path: "quotas/q",
      statement: "a quota is filled in each stretch of days with one rate, and periodResponse takes a mean rate"
    ) {
      $0.study.quotas = [quota()]
      $0.study.periodResponse = .averageRate
    },
    .init(
      name: "two quotas on a line", path: "quotas/b", statement: "in scenario policy both it and a act on line 1"
    ) {
      $0.study.quotas = [quota("a"), quota("b", covers: ["63"])]
      $0.study.scenarios[0].quotas = [PolicyScenario.Use("a"), PolicyScenario.Use("b")]
    },
    .init(
      name: "quota beside front-loading", path: "quotas/q",
      statement: "in scenario policy measure tariff brings goods of line 1 forward, and the quota does not count them"
    ) {
      $0.study.quotas = [quota()]
      $0.study.scenarios[0].quotas = [PolicyScenario.Use("q")]
      let start = try #require(day(1))
      let end = try #require(day(12))
      let rise = try #require(day(4))
      $0.study.periods = [Period(name: "2025", start: start, end: end)]
      $0.study.measures[0].validity = Validity(start: rise)
      $0.study.measures[0].anticipation = Anticipation(announced: start, frontLoading: number(0.1))
    },
    .init(
      name: "suppliers of nine tenths", path: "commitments/cotton/suppliers", statement: "the shares sum to 0.9, not to 1"
    ) {
      $0.addImport(value: 10, tariff: 0)
      $0.addCommitment(cotton(suppliers: [.init(origin: "Brazil", share: 0.6), .init(origin: "Argentina", share: 0.3)]))
    },
    .init(
      name: "a supplier that gains", path: "commitments/cotton/suppliers/Brazil", statement: "every value must lie in [0, 1]"
    ) {
      $0.addImport(value: 10, tariff: 0)
      $0.addCommitment(cotton(suppliers: [.init(origin: "Brazil", share: -0.5), .init(origin: "Argentina", share: 1)]))
    },
    .init(
      name: "a supplier named total", path: "commitments/cotton/suppliers/total", statement: "total is the name of the sum"
    ) {
      $0.addImport(value: 10, tariff: 0)
      $0.addCommitment(cotton(suppliers: [.init(origin: "total", share: 1)]))
    },
    .init(name: "no imports to add to", path: "test", statement: "every value must lie in (0, ∞)") {
      $0.addImport(value: 0, tariff: 0)
      $0.addCommitment(cotton())
    },
    .init(name: "no share to subsidise", path: "cotton/share", statement: "every value must lie in (0, 1]") {
      $0.addImport(value: 10, tariff: 0)
      $0.addCommitment(cotton(share: 0))
    },
    .init(name: "group without jobs", path: "jobs", statement: "there are no jobs for group Textiles") {
      $0.study.jobs = JobIntensities(ungrouped: number(1))
    },
    .init(name: "lines without jobs", path: "jobs", statement: "there are no jobs for the export lines without a group") {
      $0.study.exports[0].group = nil
      $0.study.jobs = JobIntensities()
    },
    .init(name: "jobs of no group", path: "jobs/groups/Textile", statement: "there is no such group") {
      $0.study.jobs = JobIntensities(byGroup: ["Textiles": number(1), "Textile": number(1)])
    },
    .init(name: "no product", path: "test", statement: "every value must lie in (0, ∞)") {
      $0.study.gdp = GrossDomesticProducts(home: number(0))
    },
  ]

  @Test("One broken rule is one problem", arguments: cases)
  func oneProblem(_ c: ProblemTests.Case) throws {
    var fixture = StudyFixture()
    try c.edit(&fixture)
    let problems = fixture.study.problems()
    #expect(problems.map(\.path) == [c.path])
    #expect(problems.map(\.rule.statement) == [c.statement])
  }

  @Test("Rates that are one parameter times two constants are in order whatever it is")
  func oneParameter() throws {
    var fixture = StudyFixture()
    fixture.study.parameters["r"] = Quantity(.distribution(try .uniform(lower: 0, upper: 0.6)), path: "parameters/r")
    fixture.study.quotas = [Self.quota()]
    fixture.study.quotas[0].inQuotaRate = Quantity(.parameter(name: "r", times: 0.5), path: "in")
    fixture.study.quotas[0].outOfQuotaRate = Quantity(.parameter(name: "r", times: 1), path: "out")
    #expect(fixture.study.problems().isEmpty)
    fixture.study.quotas[0].outOfQuotaRate = Quantity(.parameter(name: "r", times: 0.4), path: "out")
    #expect(fixture.study.problems().map(\.rule) == [.quotaRatesAscend])
  }

  @Test("A quota takes no line that competes in a market")
  func market() {
    var market = MarketStudy()
    market.study.quotas = [Self.quota()]
    #expect(market.study.problems().map(\.rule) == [.quotaLineReactsToOwnPrice(line: market.study.exports[0].id)])
  }

  @Test("Quotas one after the other may act on one line")
  func oneAfterTheOther() throws {
    var fixture = StudyFixture()
    let (start, middle) = (try #require(Self.day(1)), try #require(Self.day(7)))
    fixture.study.periods = [Period(name: "2025", start: start, end: try #require(Self.day(12)))]
    fixture.study.quotas = [Self.quota("a"), Self.quota("b")]
    fixture.study.quotas[0].validity = Validity(end: CivilDate(dayNumber: middle.dayNumber - 1))
    fixture.study.quotas[1].validity = Validity(start: middle)
    fixture.study.scenarios[0].quotas = [PolicyScenario.Use("a"), PolicyScenario.Use("b")]
    #expect(fixture.study.problems().isEmpty)
  }
}
