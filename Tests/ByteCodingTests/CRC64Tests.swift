import ByteCoding
import Testing

@Suite("CRC-64")
struct CRC64Tests {
  @Test("The check value of CRC-64/XZ, and the checksum of nothing")
  func knownAnswers() {
    // From the catalogue of parametrised CRC algorithms by G. Cook, and from liblzma's lzma_crc64.
    #expect(CRC64.checksum(of: Array("123456789".utf8)[...]) == 0x995d_c9bb_df19_39fa)
    #expect(CRC64.checksum(of: []) == 0)
  }

  @Test("Every change within a byte is noticed")
  func singleBytes() {
    let bytes = (0..<100).map { UInt8($0 * 7 % 256) }
    let checksum = CRC64.checksum(of: bytes[...])
    for index in bytes.indices {
      for change in 1...UInt8.max {
        var other = bytes
        other[index] ^= change
        #expect(CRC64.checksum(of: other[...]) != checksum)
      }
    }
  }
}
