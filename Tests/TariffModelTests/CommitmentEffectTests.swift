import TariffModel
import Testing

@Suite("Whom a commitment displaces, and at which subsidy")
struct CommitmentEffectTests {
  /// Purchases of US cotton in Pakistan: σ 13.15, η 0.5, s 0.45, an increment of a share of imports of 1,000.
  private func cotton(_ share: Double, line: Bool = true) -> StudyFixture {
    var fixture = StudyFixture(rate: 0)
    fixture.addImport(value: 1000, tariff: 0, additionality: 1)
    fixture.addCommitment(
      PurchaseCommitment(
        name: "cotton", amount: .value(number(1000 * share)), basis: .increment(overlap: nil), importLine: line ? "5201" : nil,
        additionality: .ces(
          importDemandElasticity: number(0.5), substitution: number(13.15), partnerShare: number(0.45))))
    return fixture
  }

  private func additionality(_ share: Double) throws -> Double {
    -(try cotton(share).outcome(.totalBalanceChange)) / (1000 * share)
  }

  /// The model's §5 states 16.3 % and 13.1 % to these digits.
  @Test("Doubling US cotton: 16.3 % of it is new demand, at a shadow subsidy of 13.1 %")
  func doubling() throws {
    #expect((try additionality(1) * 1000).rounded() == 163)
    #expect((try cotton(1).outcome(.shadowSubsidy, slice: .commitment("cotton")) * 1000).rounded() == 131)
  }

  @Test("A small increment has the point form, and from there the additionality rises without a jump")
  func smallIncrement() throws {
    let point = 0.0670465973851827
    #expect(isClose(try additionality(1e-6), point, relative: 1e-5))
    var last = point
    for percent in 1...20 {
      let next = try additionality(Double(percent) / 100)
      #expect(next > last && next - last < 0.002, "at \(percent) %")
      last = next
    }
  }

  @Test("Without an import line there is no M' to compare with: the point form, and no subsidy")
  func withoutLine() throws {
    let fixture = cotton(1, line: false)
    #expect(isClose(-(try fixture.outcome(.totalBalanceChange)) / 1000, 0.0670465973851827))
    #expect(try !CompiledModel(fixture.study).outcomes.contains { $0.key.outcome == .shadowSubsidy })
  }

  @Test("Commitments of one line have the additionality of their pooled increment")
  func pooled() throws {
    var fixture = cotton(0.5)
    var second = fixture.study.commitments[0]
    second.name = "more"
    fixture.addCommitment(second)
    #expect(isClose(-(try fixture.outcome(.totalBalanceChange)), 1000 * (try additionality(1)), relative: 1e-12))
    for name in ["cotton", "more"] {
      #expect(
        isClose(
          try fixture.outcome(.shadowSubsidy, slice: .commitment(name)),
          try cotton(1).outcome(.shadowSubsidy, slice: .commitment("cotton")), relative: 1e-12))
    }
  }

  @Test("Suppliers lose their shares of what is displaced")
  func suppliers() throws {
    var fixture = cotton(1)
    fixture.study.commitments[0].suppliers = [
      DisplacedSupplier(origin: "Brazil", share: 0.7), DisplacedSupplier(origin: "Argentina", share: 0.3),
    ]
    let displaced = 1000 * (1 - (try additionality(1)))
    #expect(isClose(try fixture.outcome(.displacedPurchases), displaced))
    #expect(isClose(try fixture.outcome(.displacedPurchases, slice: .origin("Brazil")), 0.7 * displaced))
    #expect(isClose(try fixture.outcome(.displacedPurchases, slice: .origin("Argentina")), 0.3 * displaced))
    #expect(try !CompiledModel(cotton(1).study).outcomes.contains { $0.key.outcome == .displacedPurchases })
  }

  @Test("A scenario without the commitment displaces nobody")
  func otherScenario() throws {
    var fixture = cotton(1)
    fixture.study.commitments[0].suppliers = [DisplacedSupplier(origin: "Brazil", share: 1)]
    fixture.study.scenarios[0].commitments = []
    #expect(try fixture.outcome(.displacedPurchases) == 0)
    #expect(try fixture.outcome(.displacedPurchases, slice: .origin("Brazil")) == 0)
  }
}
