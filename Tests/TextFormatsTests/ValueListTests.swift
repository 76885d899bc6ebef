import Testing
import TextFormats

@Suite("Lists and ranges of values")
struct ValueListTests {
  @Test(
    "A range has exact decimals, and its high end where a step meets it",
    arguments: [
      ("0%..50%:10%", ["0%", "10%", "20%", "30%", "40%", "50%"]), ("0..1:0.3", ["0", "0.3", "0.6", "0.9"]),
      ("0.1..0.3:0.1", ["0.1", "0.2", "0.3"]), ("-1..1:0.5", ["-1", "-0.5", "0", "0.5", "1"]), ("2..2:1", ["2"]),
      ("0.05..0.10:0.025", ["0.05", "0.075", "0.1"]), ("100..300:100,1000", ["100", "200", "300", "1000"]),
      ("1.0 to 2.4, 2", ["1.0 to 2.4", "2"]), ("on,off", ["on", "off"]), ("2025-08-07", ["2025-08-07"]),
      ("{ uniform = { lower = 0.8, upper = 1 } },1", ["{ uniform = { lower = 0.8, upper = 1 } }", "1"]),
      ("\"a,b\", c", ["\"a,b\"", "c"]),
    ])
  func spellsOut(text: String, values: [String]) throws {
    #expect(try ValueList.values(text) == values)
  }

  @Test(
    "What is no list of values says what to write",
    arguments: [
      ("", ValueListError.emptyValue), ("1,,2", .emptyValue), ("0%..50%", .lacksStep("0%..50%")),
      ("0%..50%:5", .mixesPercent("0%..50%:5")), ("0..1:0", .stepNotPositive("0..1:0")),
      ("0..1:-0.1", .stepNotPositive("0..1:-0.1")), ("2..1:0.1", .endsNotAscending("2..1:0.1")), ("0..x:1", .notADecimal("x")),
      ("0..1:1e-3", .notADecimal("1e-3")), ("0..1:0.1:2", .notADecimal("0..1:0.1:2")),
      ("0..10:0.00001", .tooMany("0..10:0.00001", count: 1_000_001)), ("..1:0.1", .notADecimal("")),
      ("10%,0.1", .twice("10%", "0.1")), ("1, 2,1", .twice("1", "1")), ("on,off,on", .twice("on", "on")),
    ])
  func refuses(text: String, error: ValueListError) {
    #expect(throws: error) { try ValueList.values(text) }
    #expect(!error.statement.isEmpty)
  }
}
