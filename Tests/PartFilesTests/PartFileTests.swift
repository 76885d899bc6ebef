import Analysis
import ByteCoding
import PartFiles
import Reporting
import ScenarioFiles
import Simulation
import Testing

@Suite("Part files")
struct PartFileTests {
  private let part: PartFile

  init() throws { part = try #require(PartFixture.part()) }

  /// What bytes are read as: a part or the reason why not.
  private func read(_ bytes: [UInt8]) -> Result<PartFile, PartFileFailure> {
    do throws(PartFileFailure) {
      return .success(try PartFile(decoding: bytes))
    } catch {
      return .failure(error)
    }
  }

  @Test("Every field comes back")
  func roundTrip() throws {
    #expect(read(part.encoded) == .success(part))
    var bare = part
    bare.identity.commit = nil
    bare.identity.overrides = []
    bare.identity.plan.thresholds = []
    bare.identity.plan.reportsLines = false
    bare.identity.plan.seeksExactPercentiles = false
    bare.partial = .init(blocks: part.share, grids: [], tallies: [])
    #expect(read(bare.encoded) == .success(bare))
    #expect(bare.isComplete && !part.isComplete)
  }

  @Test("Any other value of any byte is an error")
  func damage() {
    let bytes = part.encoded
    for index in bytes.indices {
      for change: UInt8 in [1, 0x80, 0xff] {
        var damaged = bytes
        damaged[index] ^= change
        switch (index, read(damaged)) {
        case (..<8, .failure(.foreign)), (8..<16, .failure(.otherForm)), (16..., .failure(.damaged)): break
        case (_, let other): Issue.record("byte \(index): \(other)")
        }
      }
    }
  }

  @Test("A file that was cut off or grew is an error at every length")
  func lengths() {
    let bytes = part.encoded
    for count in bytes.indices {
      switch (count, read(Array(bytes[..<count]))) {
      case (..<8, .failure(.foreign)), (8..., .failure(.damaged)): break
      case (_, let other): Issue.record("\(count) bytes: \(other)")
      }
    }
    #expect(
      read(bytes + [0])
        == .failure(.damaged(.init("it should have \(bytes.count) bytes and has \(bytes.count + 1)"))))
  }

  @Test("A newer form and something else are told apart")
  func forms() {
    var newer = part.encoded
    newer[8] = 5
    #expect(read(newer) == .failure(.otherForm(5)))
    #expect(read([]) == .failure(.foreign))
    #expect(read(Array("schemaVersion = 1\n".utf8)) == .failure(.foreign))
  }

  /// The bytes with a checksum that holds.
  private func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.word(CRC64.checksum(of: bytes.dropLast(8)))
    return bytes.dropLast(8) + writer.bytes
  }

  @Test("What a checksum cannot notice is read or refused, and never stops the program")
  func forged() {
    let bytes = part.encoded
    var refused = 0
    for index in 24..<(bytes.count - 8) {
      for change in 1...UInt8.max {
        var forged = bytes
        forged[index] ^= change
        guard case .failure(let failure) = read(sealed(forged)) else { continue }
        refused += 1
        guard case .damaged = failure else {
          Issue.record("byte \(index): \(failure)")
          continue
        }
      }
    }
    #expect(refused > 1_000)
  }

  /// A part of which one thing was made impossible.
  private func reason(_ change: (inout PartFile) -> Void) -> String? {
    var part = part
    change(&part)
    guard case .failure(.damaged(let damage)) = read(part.encoded) else { return nil }
    return damage.reason
  }

  @Test("Fields that no program writes are refused")
  func impossible() {
    #expect(reason { $0.identity.files = [] } == "it holds no scenario file")
    for stem in ["", ".", "..", "a/b", "/etc", "a\0b"] {
      #expect(reason { $0.origin.stem = stem } == "its name is no file name", "\(stem)")
    }
    for blocks in [0..<20, 12..<20, 13..<27] {
      #expect(reason { $0.partial.blocks = blocks } != nil, "\(blocks)")
    }
    #expect(reason { $0.record.wallSeconds = .nan } == "a number is not finite")
    let plan = "its plan is none"
    #expect(reason { $0.identity.plan.percentiles = [101] } == plan)
    #expect(reason { $0.identity.plan.percentiles = [.nan] } == plan)
    #expect(reason { $0.identity.plan.shortfallPercent = 0 } == plan)
    #expect(reason { $0.identity.plan.shortfallPercent = .nan } == plan)
    #expect(reason { $0.identity.plan.thresholds[0].value = .infinity } == "a number is not finite")
  }

  @Test("A part is named after its result and its shard")
  func name() throws {
    #expect(PartFile.name(stem: "my-case", shard: try #require(Shard(3, of: 8))) == "my-case.shard-3-of-8.part")
  }
}
