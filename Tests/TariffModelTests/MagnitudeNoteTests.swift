import Distributions
import TariffModel
import Testing

/// Bounds: USD 1,000,000 million for what two countries trade, 5,000,000 for a country's imports, 110,000,000 for products, 1,000 %.
@Suite("Figures beyond all that is known")
struct MagnitudeNoteTests {
  private func magnitudes(_ change: (inout Study) -> Void) throws -> [ModelNote.Magnitude] {
    var fixture = StudyFixture()
    change(&fixture.study)
    return fixture.study.notes.compactMap { if case .magnitude(let found) = $0.subject { found } else { nil } }
  }

  private func constant(_ value: Double, _ path: String = "x") -> Quantity { .constant(value, path: path) }

  @Test("A value in dollars for one in millions is noted, one of the largest flow known is not")
  func value() throws {
    #expect(
      try magnitudes { $0.exports[0].baseValue = constant(1_029_000_000, "exports/a/value") } == [
        .init(.flow, path: "exports/a/value", value: 1_029_000_000)
      ])
    #expect(try magnitudes { $0.exports[0].baseValue = constant(1_000_001) }.count == 1)
    #expect(try magnitudes { $0.exports[0].baseValue = constant(1_000_000) }.isEmpty)
    #expect(try magnitudes { $0.exports[0].baseValue = constant(539_000) }.isEmpty)
  }

  @Test("A value that is drawn is taken at its mean")
  func drawn() throws {
    let around = try Quantity(.distribution(.uniform(lower: 0, upper: 2.1e6)), path: "x")
    #expect(try magnitudes { $0.exports[0].baseValue = around }.map(\.value) == [1.05e6])
  }

  @Test("Lines that are small by themselves and too large together are noted as a total")
  func totals() throws {
    #expect(
      try magnitudes { study in
        study.exports = (0..<3).map { number in
          var line = study.exports[0]
          line.id = "\(number)"
          line.baseValue = constant(400_000)
          return line
        }
      } == [.init(.exports, path: "exports", value: 1_200_000)])
  }

  @Test("The partner's own production may be larger than any trade, and no larger than the product of the world")
  func ownProduction() throws {
    func suppliers(_ study: inout Study, _ own: Double, _ other: Double) {
      study.suppliers = [
        Supplier(origin: study.partner, hs: "63", baseValue: constant(own), baseDuty: constant(0)),
        Supplier(origin: "Other", hs: "63", baseValue: constant(other), baseDuty: constant(0)),
      ]
    }
    #expect(try magnitudes { suppliers(&$0, 3e7, 900_000) }.isEmpty)
    #expect(try magnitudes { suppliers(&$0, 3e8, 900_000) }.map(\.kind) == [.product])
    #expect(try magnitudes { suppliers(&$0, 3e7, 1_100_000) }.map(\.path) == ["markets/suppliers/63/Other/value"])
    #expect(
      try magnitudes { study in
        study.suppliers = (0..<6).map { Supplier(origin: "\($0)", hs: "63", baseValue: constant(9e5), baseDuty: constant(0)) }
      }.map(\.kind) == [.marketImports])
  }

  @Test("A duty above 1,000 % is noted, with how many there are, whatever states it")
  func duty() throws {
    #expect(
      try magnitudes { $0.exports[0].baseDuty = constant(78_000, "exports/a/duty") } == [
        .init(.duty, path: "exports/a/duty", value: 78_000)
      ])
    #expect(try magnitudes { $0.exports[0].baseDuty = constant(10.01) }.map(\.kind) == [.duty])
    #expect(try magnitudes { $0.measures[0].rate = .uniform(constant(11, "measures/tariff/rate")) }.map(\.others) == [0])
    let table = RateTable(rates: ["Home": ["63": 11, "64": 12, "65": 0.1]])
    #expect(try magnitudes { $0.measures[0].rate = .table(table) }.map(\.others) == [1])
  }

  @Test("Duties that together exceed the values are noted, and those of one good among others are not")
  func meanDuty() throws {
    #expect(try magnitudes { $0.exports[0].baseDuty = constant(1.5) } == [.init(.meanDuty, path: "exports", value: 1.5)])
    #expect(
      try magnitudes { study in
        var other = study.exports[0]
        other.id = "other"
        study.exports[0].baseDuty = constant(1.5)
        study.exports.append(other)
      }.isEmpty)
  }

  @Test("A gross domestic product in dollars is noted")
  func product() throws {
    #expect(try magnitudes { $0.gdp = GrossDomesticProducts(home: constant(373_000)) }.isEmpty)
    #expect(try magnitudes { $0.gdp = GrossDomesticProducts(home: constant(373e9)) }.map(\.kind) == [.product])
  }
}
