import Reporting
import Testing

@Suite("Numbers as text")
struct NumberTextTests {
  @Test(
    "files hold the shortest text that reads back",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (1, "1"), (-2, "-2"), (0.1, "0.1"), (0.1 + 0.2, "0.30000000000000004"), (1e-7, "1e-07"),
      (1e15, "1000000000000000"), (1e16, "1e+16"), (.leastNonzeroMagnitude, "5e-324"),
      (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
      (0x1p53, "9007199254740992"), (-0x1p53, "-9007199254740992"), (0x1p53 + 2, "9.007199254740994e+15"), (2130.5, "2130.5"),
      (1.0 / 3, "0.3333333333333333"),
    ])
  func exact(value: Double, text: String) {
    #expect(NumberText.exact(value) == text)
    #expect(Double(text) == value)
  }

  @Test(
    "people see rounded numbers with separated thousands",
    arguments: [
      (1234.567, 0, "1,235"), (1234.567, -1, "1,234.6"), (1234.567, 2, "1,200"), (-1_234_567, 0, "-1,234,567"),
      (-0.04, -1, "0.0"), (-0.4, 0, "0"), (0.05, -1, "0.1"), (999.96, -1, "1,000.0"), (0.00012, -5, "0.00012"), (0, -2, "0.00"),
      (100, 0, "100"), (1000, 0, "1,000"), (1e17, 0, "1e+17"), (-15, 1, "-20"),
    ])
  func rounded(value: Double, place: Int, text: String) {
    #expect(NumberText.rounded(value, place: place) == text)
  }

  @Test("counts are separated too", arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_000_000, "-1,000,000")])
  func count(value: Int, text: String) {
    #expect(NumberText.count(value) == text)
  }

  @Test(
    "digits stop at the standard error",
    arguments: [
      // The first digit of the error is the last one shown; four significant digits at most; two where no error is known.
      (4137.2, [32.0], 1), (4137.2, [3.2, 0.1], 0), (4137.2, [0.0001], 0), (41.372, [0.0001], -2), (41.372, [0.0], -2),
      (0.0372, [0.002], -3), (4137.2, [nil], 2), (4137.2, [nil, 3.2], 0), (0, [0.0], -3), (19, [9000.0], 3),
    ] as [(Double, [Double?], Int)])
  func places(largest: Double, errors: [Double?], place: Int) {
    #expect(ShownDigits.place(largest: largest, standardErrors: errors) == place)
  }
}
