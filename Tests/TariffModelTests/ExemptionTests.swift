import TariffModel
import Testing

/// Tables of exemptions that measures name.
@Suite("Tables of exemptions")
struct ExemptionTests {
  private func row(
    _ digits: String, share: Double? = nil, origin: String? = nil, _ start: CivilDate? = nil, _ end: CivilDate? = nil
  ) -> Exemption {
    let path = (["exemptions", "annex", digits] + [origin, start?.description].compactMap { $0 }).joined(separator: "/")
    return Exemption(
      prefix: CodePrefix(digits: digits, share: share.map { number($0, "\(path)/share") }), origin: origin,
      validity: Validity(start: start, end: end), path: path)
  }

  /// One line of 365 a year under a tariff of 29 % that names the rows, through the quarters of 2025.
  private func fixture(_ rows: [Exemption], covers: [String] = []) throws -> StudyFixture {
    var fixture = StudyFixture(value: 365, duty: 0.1)
    fixture.study.periods = try quarters()
    fixture.study.measures[0].covers = covers.map { CodePrefix(digits: $0) }
    fixture.study.measures[0].exemptionTables = ["annex"]
    fixture.study.exemptionTables = [ExemptionTable(name: "annex", rows: rows)]
    return fixture
  }

  private func rates(_ rows: [Exemption], covers: [String] = []) throws -> [Double] {
    try fixture(rows, covers: covers).byPeriod(.effectiveTariffRate)
  }

  @Test("A row without dates is the measure's own exemption, to the bit, whole or in part")
  func likeOwn() throws {
    for (digits, share) in [("63", nil), ("6302", nil), ("63021000", 0.3)] as [(String, Double?)] {
      var own = try fixture([])
      own.study.measures[0].exemptions = [CodePrefix(digits: digits, share: share.map { number($0) })]
      // One that exempts the only line covers none.
      if share == nil {
        own.study.measures[0].rate = .uniform(number(0))
        own.study.measures[0].exemptions = []
      }
      let named = try fixture([row(digits, share: share)])
      for outcome in [Outcome.exportRevenue, .partnerTariffRevenue, .effectiveTariffRate] {
        #expect(try named.byPeriod(outcome).map(\.bitPattern) == own.byPeriod(outcome).map(\.bitPattern), "\(digits) \(outcome)")
      }
    }
  }

  @Test("On its days goods are exempt, before and after they are not")
  func dates() throws {
    let found = try rates([row("64"), row("63", try day(2025, 4, 1), try day(2025, 6, 30))])
    for (rate, expected) in zip(found, [0.39, 0.1, 0.39, 0.39]) { #expect(isClose(rate, expected)) }
  }

  @Test("A finer row exempts its share, from its day on: responses are averaged over the days")
  func shares() throws {
    let found = try fixture([row("63021000", share: 0.25, try day(2025, 2, 1))])
    // 31 and 59 days of the quarter; the line's duty is the mean of its parts.
    let expected = 31 * 1.1 / 1.39 + 59 * 1.1 / (1 + 0.1 + 0.75 * 0.29)
    #expect(isClose(try found.outcome(.exportRevenue, period: "2025 Q1"), expected))
  }

  @Test("The longest prefix decides over coverage and rows together")
  func longest() throws {
    for (rate, expected) in zip(try rates([row("63", try day(2025, 7, 1))], covers: ["6302"]), [0.39, 0.39, 0.39, 0.39]) {
      #expect(isClose(rate, expected))
    }
    for (rate, expected) in zip(try rates([row("6302", try day(2025, 7, 1))], covers: ["63"]), [0.39, 0.39, 0.1, 0.1]) {
      #expect(isClose(rate, expected))
    }
  }

  @Test("A row of an origin exempts its goods alone")
  func origins() throws {
    func market(_ rows: [Exemption]) throws -> MarketStudy {
      var market = MarketStudy()
      market.study.measures[0].exemptionTables = ["annex"]
      market.study.exemptionTables = [ExemptionTable(name: "annex", rows: rows)]
      return market
    }
    var plain = MarketStudy()
    plain.study.measures[0].countries = ["Home", "China"]
    let exempt = try market([row("63", origin: "India"), row("63", origin: "Chile")])
    #expect(try exempt.outcomes().mapValues(\.bitPattern) == plain.outcomes().mapValues(\.bitPattern))
  }

  @Test("A row of an origin takes the place of the row for all, on its days")
  func ownRow() throws {
    let rows = [row("63021000", share: 0.5), row("63021000", share: 0.25, origin: "Home", try day(2025, 4, 1))]
    #expect(try fixture(rows).study.problems().isEmpty)
    for (rate, share) in zip(try rates(rows), [0.5, 0.25, 0.25, 0.25]) { #expect(isClose(rate, 0.1 + (1 - share) * 0.29)) }
  }

  @Test("Finer rows need their share and stay within the line; no row has the code of a covered prefix")
  func problems() throws {
    func rules(_ rows: [Exemption], covers: [String] = []) throws -> [ModelRule] {
      try fixture(rows, covers: covers).study.problems().map(\.rule)
    }
    #expect(try rules([row("630210")]) == [.finerPrefixHasShare(line: "1")])
    #expect(try rules([row("630210", share: 0.6), row("630220", share: 0.6)]) == [.sharesWithinLine(line: "1")])
    // On different days they are never there together.
    let (june, july) = (try day(2025, 6, 30), try day(2025, 7, 1))
    #expect(try rules([row("630210", share: 0.6, nil, june), row("630220", share: 0.6, july)]) == [])
    #expect(try rules([row("6302")], covers: ["6302"]) == [.prefixInOneList])
    #expect(try rules([row("630210", share: 0.1), row("63021000", share: 0.1)]) == [.finerPrefixesAreApart(other: "630210")])
    #expect(try rules([row("63", july, june)]).contains(.datesInOrder))
    var timeless = try fixture([row("63", july)])
    timeless.study.periods = []
    #expect(timeless.study.problems().map(\.rule) == [.needsPeriods])
    timeless.study.measures[0].exemptionTables = ["anex"]
    #expect(timeless.study.problems().map(\.rule) == [.knownName(kind: "table of exemptions", nearest: "annex")])
  }

  @Test("Two measures that name one table share its parts; other shares of the same code are a mistake")
  func twoMeasures() throws {
    var two = try fixture([row("630210", share: 0.4)])
    two.addMeasure(TariffMeasure(name: "second", rate: number(0.1)))
    two.study.measures[1].exemptionTables = ["annex"]
    let rate = try two.outcome(.effectiveTariffRate, period: "2025 Q1")
    #expect(isClose(rate, 0.1 + 0.6 * 0.39))
    two.study.measures[1].exemptionTables = []
    two.study.measures[1].exemptions = [CodePrefix(digits: "630210", share: number(0.5))]
    #expect(
      two.study.problems().map(\.rule) == [
        .oneShareOfAPrefix(scenario: "policy", other: "measures/second/exempt/630210")
      ])
  }
}
