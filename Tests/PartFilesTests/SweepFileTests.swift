import ByteCoding
import PartFiles
import Reporting
import TariffModel
import Testing

@Suite("The checkpoint of a sweep")
struct SweepFileTests {
  private let file = SweepFile(
    identity: "abc", variantCount: 7,
    endings: [
      5: .finished([
        SweepRow(
          scenario: "deal", period: "year", outcome: .balance, group: "total", statistic: "p5", value: -1.5, low: -2, high: -1,
          isWidened: true),
        SweepRow(
          scenario: "deal", period: "year", outcome: .balance, group: "total", statistic: "mean", value: nil, standardError: 0.1),
      ]), 0: .failed("a reason"), 2: .finished([]),
    ], wallSeconds: 12.5)

  @Test("What is written is read back")
  func readsBack() throws {
    #expect(try SweepFile(decoding: file.encoded) == file)
    let empty = SweepFile(identity: "", variantCount: 1)
    #expect(try SweepFile(decoding: empty.encoded) == empty)
  }

  @Test("Any change of a byte, and any other length, is an error")
  func refusesDamage() {
    let bytes = file.encoded
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0x10
      #expect(throws: PartFileFailure.self) { try SweepFile(decoding: damaged) }
    }
    for count in bytes.indices { #expect(throws: PartFileFailure.self) { try SweepFile(decoding: Array(bytes[..<count])) } }
    #expect(throws: PartFileFailure.self) { try SweepFile(decoding: bytes + [0]) }
    #expect(throws: PartFileFailure.foreign) { try SweepFile(decoding: Array("text".utf8)) }
  }
}
