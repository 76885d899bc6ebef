import FoundationEssentials
import Importers
import Testing

/// Files with bytes changed at random: a table whose rows are all accounted for, or an error in words.
///
/// The generator is seeded, so that a failure comes again; nothing is expected of chance.
@Suite("Damaged files")
struct MutationTests {
  /// SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
      return bits ^ (bits >> 31)
    }
  }

  private static let count = 200

  @Test("every row is accounted for, or the error has words", arguments: FixtureCase.all)
  func mutations(fixture: FixtureCase) throws {
    let original = Array(try Data(contentsOf: URL(filePath: fixture.path)))
    var generator = Generator(state: 15)
    for mutation in 0..<Self.count {
      var bytes = original
      for _ in 0..<Int.random(in: 1...3, using: &generator) { Self.change(&bytes, &generator) }
      try ScratchFile.with(bytes) { path in
        do {
          let table = try TradeImport.table([path], fixture.request)
          let account = table.account
          #expect(account.read == account.kept + account.merged + account.droppedRows, "\(fixture.file), mutation \(mutation)")
          #expect(account.rejects.allSatisfy { $0.line > 0 && $0.column > 0 }, "\(fixture.file), mutation \(mutation)")
          #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(fixture.file), mutation \(mutation)")
        } catch let failure as ImportFailure {
          #expect(!failure.words.isEmpty && failure.file == path)
        }
      }
    }
  }

  private static func change(_ bytes: inout [UInt8], _ generator: inout Generator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    let length = min(Int.random(in: 1...12, using: &generator), bytes.count - place)
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.removeSubrange(place..<place + length)
    case 2: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
    case 3: bytes.removeSubrange(place...)
    default: bytes[place] = Array("\",|\n\r.-0".utf8)[Int.random(in: 0..<8, using: &generator)]
    }
  }
}
