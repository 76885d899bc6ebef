import Importers
import Testing

@Suite("Decimal numbers and amounts")
struct AmountTests {
  private func number(_ text: String) -> ExactDecimal? { ExactDecimal(Array(text.utf8)) }

  @Test(
    "numbers as sources write them",
    arguments: [
      ("0", 0, 0), ("1716414", 1_716_414, 0), ("1,716,414", 1_716_414, 0), ("12,056,940.5", 120_569_405, -1),
      ("13.235", 13_235, -3),
      ("-4", -4, 0), ("+4", 4, 0), ("1.88e-5", 188, -7), ("4.0E3", 40, 2), (".5", 5, -1), ("007", 7, 0),
      ("999999999999999999", 999_999_999_999_999_999, 0),
    ])
  func numbers(text: String, mantissa: Int, exponent: Int) throws {
    let read = try #require(number(text))
    #expect(read.mantissa == mantissa && read.exponent == exponent)
  }

  @Test(
    "other texts are no numbers",
    arguments: [
      "", ".", "-", "NA", "1,71,414", "1,7164", "1716,414", "1,716,41", ",5", "1.2.3", "1 000", "0x10", "inf", "nan", "1e",
      "1e99",
      "1234567890123456789", "12a", "--1", "$5", "1,000.5,000", "１",
    ])
  func noNumbers(text: String) { #expect(number(text) == nil) }

  @Test("amounts are exact, in whatever the source counts")
  func amounts() throws {
    #expect(Amount(try #require(number("1716414")), power: 0).millions == "1.716414")
    #expect(Amount(try #require(number("13.235")), power: 3).millions == "0.013235")
    #expect(Amount(try #require(number("13.235")), power: 3).dollars == "13235")
    #expect(Amount(try #require(number("0.000000001")), power: 0).millions == "0.000000000000001")
    #expect(Amount(try #require(number("-2.5")), power: 0).dollars == "-2.5")
  }

  @Test("what is below a billionth of a dollar is rounded to the nearest, halves away from zero")
  func rounding() throws {
    #expect(Amount(try #require(number("19.203000000000003")), power: 0).dollars == "19.203")
    #expect(Amount(try #require(number("1.0000000005")), power: 0).dollars == "1.000000001")
    #expect(Amount(try #require(number("-1.0000000005")), power: 0).dollars == "-1.000000001")
    #expect(Amount(try #require(number("1e-30")), power: 0) == .zero)
  }

  @Test("a sum of tenths has no error, in any order")
  func sums() throws {
    let tenth = Amount(try #require(number("0.1")), power: 0)
    #expect((0..<1000).reduce(Amount.zero) { sum, _ in sum + tenth }.dollars == "100")
    let large = Amount(try #require(number("999999999999999999")), power: 3)
    #expect((large + tenth - large) == tenth)
  }
}
