import TariffModel
import Testing

@Suite("Purchase commitments")
struct CommitmentTests {
  private func commitment(
    _ amount: Double, _ basis: PurchaseCommitment.Basis, name: String = "buy", line: String? = nil, additionality: Double = 0.25
  ) -> PurchaseCommitment {
    PurchaseCommitment(
      name: name, amount: .value(number(amount)), basis: basis, importLine: line, additionality: .share(number(additionality)))
  }

  /// US–China Phase One, 2020–21: 502.4 bn committed, 288.8 bn bought, of which 302.4 bn were the base (PIIE, Bown 2022).
  @Test("The answer flips with the basis: of the level 57 % was bought, of the increment nothing")
  func phaseOne() throws {
    var level = StudyFixture(rate: 0)
    level.addImport(value: 302.4, tariff: 0)
    var promise = commitment(502.4, .level(base: nil), line: "5201")
    promise.fulfilment = number(288.8 / 502.4)
    level.addCommitment(promise)
    #expect(try level.outcome(.commitmentPurchases) == 288.8)
    #expect(try level.outcome(.commitmentIncrement) == 0)
    #expect((288.8 / 502.4 * 100).rounded() == 57)
  }

  @Test("A level on a line adds what is missing after the policy")
  func levelOnLine() throws {
    var fixture = StudyFixture(rate: 0)
    fixture.addImport(value: 300, tariff: 0)
    fixture.addCommitment(commitment(400, .level(base: nil), line: "5201"))
    #expect(try fixture.outcome(.commitmentIncrement) == 100)
    #expect(try fixture.outcome(.imports) == 400)
    #expect(try fixture.outcome(.balanceChange) == -100)
  }

  @Test("A level without a line counts beyond its base")
  func levelWithoutLine() throws {
    var fixture = StudyFixture(rate: 0)
    fixture.addCommitment(commitment(400, .level(base: number(150))))
    #expect(try fixture.outcome(.commitmentIncrement) == 250)
  }

  @Test("An increment loses its overlap and, on a line, what the policy brings anyway")
  func increment() throws {
    var fixture = StudyFixture(rate: 0)
    fixture.addImport(value: 100, tariff: 0.25)
    fixture.study.tariffCuts = [TariffCut(name: "abolition", rule: .share(number(1)))]
    fixture.study.scenarios[0].tariffCuts = [PolicyScenario.Use("abolition")]
    fixture.addCommitment(commitment(80, .increment(overlap: number(0.25)), line: "5201"))
    // Abolition brings 25; 60 of the 80 are beyond the overlap.
    #expect(isClose(try fixture.outcome(.commitmentIncrement), 35))
    #expect(isClose(try fixture.outcome(.imports), 160))
    fixture.study.commitments[0].countsPolicyResponse = false
    #expect(isClose(try fixture.outcome(.commitmentIncrement), 60))
  }

  @Test("Commitments of one line are pooled and split in proportion to deliveries")
  func pooled() throws {
    var fixture = StudyFixture(rate: 0)
    fixture.addImport(value: 100, tariff: 0)
    fixture.addCommitment(commitment(90, .level(base: nil), name: "a", line: "5201", additionality: 1))
    fixture.addCommitment(commitment(30, .level(base: nil), name: "b", line: "5201", additionality: 0))
    // ΣD − M' = 20, of which a has three quarters; only a's is new demand.
    #expect(isClose(try fixture.outcome(.commitmentIncrement), 20))
    #expect(isClose(try fixture.outcome(.totalBalanceChange), -15))
    fixture.study.commitments[0].fulfilment = number(0)
    fixture.study.commitments[1].fulfilment = number(0)
    #expect(try fixture.outcome(.commitmentIncrement) == 0)
  }

  @Test("A volume has a price, a scenario a scale, a delivery its fulfilment, some of it is financed")
  func volume() throws {
    var fixture = StudyFixture(rate: 0)
    var crude = PurchaseCommitment(
      name: "crude", amount: .volume(millionUnits: number(12), usdPerUnit: number(75)), basis: .increment(overlap: nil),
      fulfilment: number(0.5), additionality: .share(number(0.1)), premium: number(0.04), financedShare: number(0.2))
    crude.tariff = number(0.03)
    crude.displacedTariff = number(0.05)
    fixture.addCommitment(crude)
    fixture.study.scenarios[0].commitments[0].scale = number(0.5)
    #expect(isClose(try fixture.outcome(.commitmentPurchases), 225))
    #expect(isClose(try fixture.outcome(.financedPurchases), 45))
    #expect(isClose(try fixture.outcome(.premiumCost), 0.04 * 0.9 * 225))
    #expect(isClose(try fixture.outcome(.homeTariffRevenueChange), 0.03 * 225 - 0.05 * 0.9 * 225))
    #expect(isClose(try fixture.outcome(.totalBalanceChange), -0.1 * 225 - 0.04 * 0.9 * 225))
  }

  /// A constant-elasticity-of-substitution additionality: σ, η, s and a.
  struct AdditionalityCase: Sendable {
    let sigma, eta, share, additionality: Double
  }

  /// Closed-form cases, a = η/(σ(1 − s) + ηs); the first is US cotton in Pakistan.
  static let additionalityCases = [
    AdditionalityCase(sigma: 13.15, eta: 0.5, share: 0.45, additionality: 0.0670465973851827),
    AdditionalityCase(sigma: 5, eta: 0.5, share: 0.3, additionality: 0.136986301369863),
    AdditionalityCase(sigma: 4, eta: 1, share: 0.3, additionality: 0.32258064516129037),
    AdditionalityCase(sigma: 10.4, eta: 0.5, share: 0.05, additionality: 0.05047955577990914),
    AdditionalityCase(sigma: 1000, eta: 0.5, share: 0.3, additionality: 0.0007141326858530315),
  ]

  @Test("Additionality from elasticities", arguments: additionalityCases)
  func cesAdditionality(_ c: AdditionalityCase) throws {
    var fixture = StudyFixture(rate: 0)
    var buy = commitment(1, .increment(overlap: nil))
    buy.additionality = .ces(
      importDemandElasticity: number(c.eta), substitution: number(c.sigma), partnerShare: number(c.share))
    fixture.addCommitment(buy)
    #expect(isClose(-(try fixture.outcome(.totalBalanceChange)), c.additionality))
  }

  @Test("The total balance differs from the bilateral one by exactly the terms of the identity")
  func identity() throws {
    var fixture = StudyFixture(value: 1000, rate: 0.29)
    fixture.study.exports[0].redirection = number(0.3)
    fixture.addImport(value: 200, tariff: 0.2, additionality: 0.4)
    fixture.study.tariffCuts = [TariffCut(name: "abolition", rule: .share(number(1)))]
    fixture.study.scenarios[0].tariffCuts = [PolicyScenario.Use("abolition")]
    var buy = commitment(120, .increment(overlap: number(0.1)), additionality: 0.15)
    buy.premium = number(0.05)
    fixture.addCommitment(buy)
    let policyImports = 200 * 0.2
    let increment = 108.0
    let premium = 0.05 * 0.85 * increment
    let difference = try fixture.outcome(.totalBalanceChange) - fixture.outcome(.balanceChange)
    let redirected = try fixture.outcome(.redirectedExports)
    #expect(isClose(difference, redirected + 0.6 * policyImports + 0.85 * increment - premium, relative: 1e-12))
  }
}
