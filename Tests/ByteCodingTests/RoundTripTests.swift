import ByteCoding
import Testing

@Suite("Bytes, written and read")
struct RoundTripTests {
  @Test("Every kind of value comes back, and nothing is left over")
  func roundTrip() throws {
    let doubles = [0, -0.0, 1.5, -.infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
    var writer = ByteWriter()
    writer.word(0x0123_4567_89ab_cdef)
    writer.double(-0.1)
    writer.whole(.max)
    writer.count(300)
    writer.flag(true)
    writer.flag(false)
    writer.text("tariff é 😀")
    writer.section([0, 255])
    writer.doubles(doubles)
    var reader = ByteReader(writer.bytes)
    #expect(try reader.word() == 0x0123_4567_89ab_cdef)
    #expect(try reader.finite() == -0.1)
    #expect(try reader.whole() == .max)
    #expect(try reader.count(atMost: 300) == 300)
    #expect(try reader.flag() && !reader.flag())
    #expect(try reader.text() == "tariff é 😀")
    #expect(try reader.section() == [0, 255])
    #expect(try reader.doubles().map(\.bitPattern) == doubles.map(\.bitPattern))
    #expect(throws: Never.self) { try reader.end() }
  }

  @Test(
    "A whole number takes a byte for each seven bits",
    arguments: [
      (0, [0]), (127, [127]), (128, [0x80, 1]), (300, [0xac, 2]), (1 << 63, [128, 128, 128, 128, 128, 128, 128, 128, 128, 1]),
    ]
      as [(UInt64, [UInt8])])
  func whole(number: UInt64, bytes: [UInt8]) throws {
    var writer = ByteWriter()
    writer.whole(number)
    #expect(writer.bytes == bytes)
    var reader = ByteReader(bytes)
    #expect(try reader.whole() == number)
  }

  @Test("Words are little endian")
  func endianness() {
    var writer = ByteWriter()
    writer.word(0x0102_0304_0506_0708)
    #expect(writer.bytes == [8, 7, 6, 5, 4, 3, 2, 1])
  }

  /// Reads one value and hands back why that is not possible.
  private func damage<Value>(_ bytes: [UInt8], _ read: (inout ByteReader) throws(DamagedBytes) -> Value) -> String? {
    var reader = ByteReader(bytes)
    do throws(DamagedBytes) {
      _ = try read(&reader)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test("Bytes that no writer wrote are errors, each with its reason")
  func damages() {
    let early = "the bytes end early"
    #expect(damage([1, 2, 3]) { reader throws(DamagedBytes) in try reader.word() } == early)
    #expect(damage([]) { reader throws(DamagedBytes) in try reader.flag() } == early)
    #expect(damage([0x80]) { reader throws(DamagedBytes) in try reader.whole() } == early)
    let long = "a whole number has too many bytes"
    #expect(damage([0x80, 0]) { reader throws(DamagedBytes) in try reader.whole() } == long)
    let ninth = [UInt8](repeating: 0x80, count: 9)
    #expect(damage(ninth + [2]) { reader throws(DamagedBytes) in try reader.whole() } == long)
    #expect(damage(ninth + [0x81, 0]) { reader throws(DamagedBytes) in try reader.whole() } == long)
    #expect(damage([5]) { reader throws(DamagedBytes) in try reader.count(atMost: 4) } == "a count is too large")
    #expect(damage([3, 7]) { reader throws(DamagedBytes) in try reader.section() } == "a count is too large")
    // A promise of 2⁶³ doubles takes no memory.
    #expect(damage(ninth + [1]) { reader throws(DamagedBytes) in try reader.doubles() } == "a count is too large")
    #expect(damage([2]) { reader throws(DamagedBytes) in try reader.flag() } == "a flag is neither 0 nor 1")
    #expect(damage([1, 0xff]) { reader throws(DamagedBytes) in try reader.text() } == "a text is not UTF-8")
    let nan: [UInt8] = [0, 0, 0, 0, 0, 0, 0xf8, 0x7f]
    #expect(damage(nan) { reader throws(DamagedBytes) in try reader.finite() } == "a number is not finite")
    #expect(damage([1, 2]) { reader throws(DamagedBytes) in try reader.end() } == "2 bytes are left over")
  }
}
