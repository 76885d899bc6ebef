import Reporting
import Testing

@Suite("Reading JSON")
struct JSONReadingTests {
  @Test("What is written reads back as the same value, members in order and numbers to the last bit")
  func roundTrip() throws {
    let value = JSONValue.object([
      .init("b", .string("quote \" slash \\ line \n tab \t é 😀 \u{7}")),
      .init(
        "a",
        .array([
          .integer(-3), .integer(.max), .number(0.1), .number(.leastNonzeroMagnitude), .number(.greatestFiniteMagnitude),
          .bool(true), .null,
        ])
      ),
      .init("empty", .object([])), .init("none", .array([])),
      .init("nested", .array([.object([.init("z", .integer(1)), .init("x", .number(-1.5e-7))])])),
    ])
    #expect(try JSONValue(reading: Array(value.text.utf8)) == value)
  }

  @Test("Where a whole number is too large, all are doubles")
  func largeNumbers() throws {
    let value = try JSONValue(reading: Array("[18446744073709551616, 2]".utf8))
    #expect(value == .array([.number(0x1p64), .number(2)]))
  }

  @Test(
    "What is no document is told with its place",
    arguments: [
      ("{\"a\": 1, \"a\": 2}", 1, "duplicate"), ("[1,\n nan]", 2, "invalid token"), ("{\"a\": ", 1, "unexpected token"),
      ("", 1, "expected"),
      ("[1] x", 1, "end of file"),
    ])
  func mistakes(text: String, line: Int, words: String) {
    let error = #expect(throws: JSONError.self) { try JSONValue(reading: Array(text.utf8)) }
    #expect(error?.line == line && error?.reason.contains(words) == true, "\(text): \(String(describing: error))")
  }
}
