import TariffModel
import Testing

@Suite("Laws of tariff-rate quotas, over random lines")
struct TariffQuotaLawTests {
  /// A fixed linear congruential generator (Knuth, MMIX).
  private struct Numbers {
    var state: UInt64
    mutating func next(_ low: Double, _ high: Double) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return low + (high - low) * Double(state >> 11) * 0x1p-53
    }
  }

  private struct Line {
    let value, duty: Double
    let response: OwnPriceResponse

    init(_ numbers: inout Numbers) {
      value = numbers.next(1, 1000)
      duty = numbers.next(0, 0.4)
      let epsilon = number(numbers.next(0.2, 6))
      let share = number(numbers.next(0.2, 1))
      switch Int(numbers.next(0, 6)) {
      case 0: response = .constantElasticity(.demand(elasticity: epsilon))
      case 1: response = .constantElasticity(.demandAndPassThrough(elasticity: epsilon, passThrough: share))
      case 2: response = .constantElasticity(.demandAndSupply(elasticity: epsilon, supply: .finite(number(numbers.next(0.5, 9)))))
      case 3: response = .levels(elasticity: epsilon, passThrough: share)
      case 4: response = .linear(elasticity: number(numbers.next(0.1, 1.5)), passThrough: share)
      default: response = .valueElasticity(epsilon)
      }
    }
  }

  /// Redirection of everything lost makes the quantity visible: V less what is redirected.
  private func fixture(_ lines: [Line], rate: Double) -> StudyFixture {
    var fixture = StudyFixture(rate: rate)
    fixture.study.exports = lines.enumerated().map { index, line in
      ExportLine(
        id: "\(index)", baseValue: number(line.value), baseDuty: number(line.duty), response: .ownPrice(line.response),
        redirection: number(1))
    }
    return fixture
  }

  /// The quantity sold at a rate on all lines, without a quota.
  private func sold(_ lines: [Line], rate: Double) throws -> Double {
    lines.map(\.value).reduce(0, +) - (try fixture(lines, rate: rate).outcome(.redirectedExports))
  }

  @Test("What enters is the quota, cut off at what is sold at either rate, and buyers pay one rate for it", arguments: 1...60)
  func quantity(seed: UInt64) throws {
    var numbers = Numbers(state: seed)
    let lines = (0..<Int(numbers.next(1, 6))).map { _ in Line(&numbers) }
    let (measure, low) = (numbers.next(0, 0.3), numbers.next(0, 0.1))
    let high = low + numbers.next(0.01, 1.2)
    let (most, least) = (try sold(lines, rate: measure + low), try sold(lines, rate: measure + high))
    let quantity = numbers.next(0.5 * least, 1.2 * most)
    var quota = fixture(lines, rate: measure)
    quota.study.quotas = [
      TariffQuota(
        name: "q", quantity: number(quantity), inQuotaRate: number(low), outOfQuotaRate: number(high), holder: .importer)
    ]
    quota.study.scenarios[0].quotas = [PolicyScenario.Use("q")]
    let whole = lines.map(\.value).reduce(0, +)
    let entered = whole - (try quota.outcome(.redirectedExports))
    #expect(isClose(entered, min(max(quantity, least), most), relative: 1e-11, scale: whole))
    // Rent per dollar within the quota says the rate; at that rate a measure has the same trade and the same wedge.
    let rent = try quota.outcome(.quotaRent)
    let within = min(1, quantity / entered)
    let shadow = low + rent / (try quota.outcome(.exportRevenue)) / within
    #expect(rent >= 0 && shadow > low - 1e-12 && shadow < high + 1e-9)
    let plain = fixture(lines, rate: measure + shadow)
    for (index, _) in lines.enumerated() {
      let slice = OutcomeSlice.line("\(index)")
      #expect(
        isClose(
          try quota.outcome(.exportRevenue, slice: slice), try plain.outcome(.exportRevenue, slice: slice), relative: 1e-8,
          scale: whole))
    }
    let wedge = try quota.outcome(.partnerTariffRevenue) + rent
    #expect(isClose(wedge, try plain.outcome(.partnerTariffRevenue), relative: 1e-8, scale: whole))
    let regimes = try [Outcome.quotaUnfilled, .quotaFilled, .quotaExceeded].map {
      try quota.outcome($0, slice: .quota("q"))
    }
    #expect(regimes == (quantity >= most ? [1, 0, 0] : quantity <= least ? [0, 0, 1] : [0, 1, 0]))
  }
}
