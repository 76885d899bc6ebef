import Analysis
import PartFiles
import Reporting
import TariffModel
import Testing

/// A CRC-64 notices every change of one bit, and the length every cut: no probability is in it.
@Suite("Files of ours, cut at every length and with every bit changed")
struct EveryFaultTests {
  private func check(_ bytes: [UInt8], read: ([UInt8]) throws(PartFileFailure) -> Void) throws {
    try read(bytes)
    for count in bytes.indices {
      #expect(throws: PartFileFailure.self, "cut to \(count)") { try read(Array(bytes[..<count])) }
    }
    for bit in 0..<(8 * bytes.count) {
      var changed = bytes
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: PartFileFailure.self, "bit \(bit)") { try read(changed) }
    }
    #expect(throws: PartFileFailure.self) { try read(bytes + [0]) }
  }

  @Test("Parts and checkpoints")
  func parts() throws {
    let bytes = try #require(PartFixture.part()).encoded
    try check(bytes) { bytes throws(PartFileFailure) in _ = try PartFile(decoding: bytes) }
  }

  @Test("Checkpoints of sweeps")
  func sweeps() throws {
    let row = SweepRow(
      scenario: "now", period: "year", outcome: .balance, group: "total", statistic: "mean", value: 1.5, standardError: 0.1,
      low: nil,
      high: nil, isWidened: false)
    let sweep = SweepFile(
      identity: "abc", variantCount: 3, endings: [0: .finished([row]), 2: .failed("no")], wallSeconds: 2)
    try check(sweep.encoded) { bytes throws(PartFileFailure) in _ = try SweepFile(decoding: bytes) }
  }
}
