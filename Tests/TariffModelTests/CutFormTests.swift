import TariffModel
import Testing

@Suite("Caps and the Swiss formula")
struct CutFormTests {
  /// The tariff that is left of one of 25 %, seen in the duty on imports that do not react.
  private func tariff(_ rules: TariffCut.Rule..., from old: Double) throws -> Double {
    var fixture = StudyFixture(rate: 0)
    fixture.addImport(value: 100, tariff: old, response: .log(elasticity: number(0), passThrough: nil))
    fixture.study.tariffCuts = rules.enumerated().map { TariffCut(name: "\($0)", rule: $1) }
    fixture.study.scenarios[0].tariffCuts = fixture.study.tariffCuts.map { PolicyScenario.Use($0.name) }
    return old + (try fixture.outcome(.homeTariffRevenueChange)) / 100
  }

  @Test("A cap lowers what is above it and nothing else", arguments: [0.0, 0.05, 0.1, 0.3, 2])
  func cap(old: Double) throws {
    #expect(isClose(try tariff(.cap(number(0.1)), from: old), min(old, 0.1), scale: 1))
  }

  @Test("Swiss: 1/h' = 1/A + 1/h, so that no tariff stays above A and high ones fall most", arguments: [0.01, 0.05, 0.25, 1, 20])
  func swiss(old: Double) throws {
    let new = try tariff(.swiss(coefficient: number(0.08)), from: old)
    #expect(isClose(1 / new, 1 / 0.08 + 1 / old, relative: 1e-11))
    #expect(new < 0.08 && new < old)
    #expect(try tariff(.swiss(coefficient: number(0.08)), from: 0) == 0)
  }

  @Test("Cuts act one after the other")
  func order() throws {
    #expect(isClose(try tariff(.share(number(0.5)), .cap(number(0.2)), from: 0.3), 0.15))
    #expect(isClose(try tariff(.cap(number(0.2)), .share(number(0.5)), from: 0.3), 0.1))
    #expect(isClose(try tariff(.cap(number(0.2)), .swiss(coefficient: number(0.2)), from: 0.3), 0.1))
  }
}
