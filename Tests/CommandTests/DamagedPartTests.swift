import ByteCoding
import CommandLineKit
import FoundationEssentials
import TariffSimCommands
import Testing

@Suite("Parts that were damaged, through the whole program")
struct DamagedPartTests {
  private static let scenario = """
    schemaVersion = 1
    title = "Small"
    home = "Pakistan"
    partner = "United States"
    run.thresholds = [{ outcome = "export_revenue", value = 90 }]
    exports.lines = [{ id = "a", value = 100, duty = 0.1, elasticity = "0.8 to 1.6" }]
    measures = [{ name = "reciprocal", rate = 0.19 }]
    scenarios = [{ name = "now", measures = ["reciprocal"] }]

    """

  /// A linear congruential generator with Knuth's multiplier, of which the upper bits are used.
  private struct Words {
    var state: UInt64
    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }

  /// A part of a run, whole, and a folder for more of its kind that is removed afterwards.
  private func withPart(draws: String, _ body: (_ part: [UInt8], _ folder: String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/tariffsim-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(FileManager.default.createFile(atPath: folder + "/small.toml", contents: Data(Self.scenario.utf8)))
    let made = run(
      ["run", folder + "/small.toml", "-o", folder, "--draws", draws, "--shard", "1/1", "--set", "exports/a/duty=0.2"],
      pipeline: .live)
    try #require(made.code == .success, "\(made)")
    let part = try #require(FileManager.default.contents(atPath: folder + "/small.shard-1-of-1.part"))
    try body(Array(part), folder)
  }

  private func merge(_ bytes: [UInt8], in folder: String) -> Transcript {
    let path = folder + "/damaged.part"
    #expect(FileManager.default.createFile(atPath: path, contents: Data(bytes)))
    return run(["merge", path, "-o", folder + "/out"], pipeline: .live)
  }

  @Test("2,000 changes end in one line each and the code for bad input", arguments: ["1000", "5000"])
  func accidents(draws: String) throws {
    try withPart(draws: draws) { part, folder in
      var words = Words(state: 7)
      for number in 0..<1_000 {
        var damaged = part
        switch number % 4 {
        case 0: damaged[words.next(below: part.count)] ^= UInt8(1 + words.next(below: 255))
        case 1: damaged.removeLast(1 + words.next(below: part.count))
        case 2: damaged.insert(UInt8(words.next(below: 256)), at: words.next(below: part.count))
        default: damaged.removeSubrange(..<(1 + words.next(below: part.count)))
        }
        let merged = merge(damaged, in: folder)
        #expect(merged.code == .badInput && merged.output.isEmpty, "\(number): \(merged)")
        #expect(merged.errors.hasSuffix("\n") && merged.errors.split(separator: "\n").count == 1, "\(number): \(merged)")
      }
    }
  }

  /// No accident leaves the checksum right; what follows must hold all the same.
  @Test("2,000 changes under a checksum that holds end in a result or an error, and stop nothing", arguments: ["1000", "5000"])
  func forgeries(draws: String) throws {
    try withPart(draws: draws) { part, folder in
      #expect(merge(part, in: folder).code == .success)
      var words = Words(state: 11)
      var codes: [ExitCode: Int] = [:]
      for _ in 0..<1_000 {
        var forged = part.dropLast(8)
        // Half of the changes go to the identity, which is small beside the tallies.
        let end = words.next(below: 2) == 0 ? min(700, forged.count) : forged.count
        for _ in 0...words.next(below: 2) { forged[24 + words.next(below: end - 24)] ^= UInt8(1 + words.next(below: 255)) }
        var checksum = ByteWriter()
        checksum.word(CRC64.checksum(of: forged))
        codes[merge(forged + checksum.bytes, in: folder).code, default: 0] += 1
      }
      #expect(Set(codes.keys).isSubset(of: [.success, .badInput]), "\(codes)")
      #expect(codes[.success, default: 0] > 20 && codes[.badInput, default: 0] > 200, "\(codes)")
    }
  }
}
