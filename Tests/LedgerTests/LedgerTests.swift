import FoundationEssentials
import Ledger
import Testing

/// A folder of a test's own, removed with it.
private struct Place: ~Copyable {
  let folder = FileManager.default.temporaryDirectory.path + "/ledger-" + UUID().uuidString
  var path: String { folder + "/" + Ledger.fileName }

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

@Suite("The ledger")
struct LedgerTests {
  private static let hostile = "'); DROP TABLE run; --\u{202E}\u{0}<script>"

  private static func entry(_ stem: String = "small", text: String = "title = 1", figure: Double = 1.5) -> LedgerEntry {
    LedgerEntry(
      question: "run", stem: stem, title: hostile, identity: "00ff" + stem, arguments: ["run", "a b.toml", hostile],
      workingFolder: "/here", resultFolder: "results/" + stem, date: "2026-01-02T03:04:05Z", wallSeconds: 0.25,
      programVersion: "0.1.0", commit: nil, programFile: "f", draws: 1000, seed: .max, design: "random",
      inputs: [
        .init(name: "scenario.toml", digest: "d-\(text.utf8.count)", bytes: Array(text.utf8)),
        .init(name: "e", digest: "", bytes: []),
      ],
      assumptions: .init(name: "assumptions.csv", digest: "a", bytes: [0, 255, 10]),
      report: .init(name: "report.txt", digest: "r", bytes: [1]),
      settings: [.init(path: "parameters/x", value: hostile)],
      figures: [
        .init(
          scenario: hostile, period: "year", outcome: "balance", unit: "USD m", statistic: "mean", value: figure,
          standardError: nil),
        .init(
          scenario: "b", period: "year", outcome: "balance", unit: "USD m", statistic: "p5", value: -0.1, standardError: 1e-300),
      ])
  }

  @Test("An entry comes back as it was given, whatever its texts hold")
  func sameEntry() throws {
    let place = try Place()
    for number in 1...2 {
      let ledger = try Ledger(path: place.path, creates: true)
      #expect(try ledger.add(Self.entry()) == number)
    }
    let ledger = try Ledger(path: place.path, creates: false)
    #expect(try ledger.entry(2)?.entry == Self.entry())
    #expect(try ledger.entry(3) == nil)
    #expect(try ledger.newest(identity: "00ffsmall", question: "run")?.number == 2)
    #expect(try ledger.newest(identity: "00ffsmall", question: "sweep") == nil)
    let list = try ledger.list()
    #expect(list.map(\.number) == [2, 1] && list[0].entry.key == "small-00ffsma" && list[0].entry.seed == .max)
  }

  @Test("A text is kept once, as long as an entry has it")
  func texts() throws {
    let place = try Place()
    let ledger = try Ledger(path: place.path, creates: true)
    let large = String(repeating: "x", count: 1_000_000)
    for _ in 1...20 { _ = try ledger.add(Self.entry(text: large)) }
    let bytes = try FileManager.default.contentsOfDirectory(atPath: place.folder).reduce(0) { sum, name in
      sum + (try FileManager.default.attributesOfItem(atPath: place.folder + "/" + name)[.size] as? Int ?? 0)
    }
    #expect(bytes < 3_000_000)
    try ledger.remove(Array(1...19))
    #expect(try ledger.entry(20)?.entry.inputs[0].bytes.count == 1_000_000)
    try ledger.remove([20])
    #expect(try ledger.list().isEmpty)
    _ = try ledger.add(Self.entry())
    #expect(try ledger.list().count == 1)
  }

  @Test("Several connections at once lose nothing")
  func concurrent() async throws {
    let place = try Place()
    let path = place.path
    let failures = await withTaskGroup(of: [String].self) { group in
      for worker in 0..<4 { group.addTask { Self.adding(worker, to: path) } }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(failures == [])
    let ledger = try Ledger(path: path, creates: false)
    let list = try ledger.list()
    #expect(Set(list.map(\.entry.stem)).count == 40 && list.count == 40)
  }

  /// Adds ten entries, with a connection for each.
  private static func adding(_ worker: Int, to path: String) -> [String] {
    var failures: [String] = []
    for number in 0..<10 {
      do {
        let ledger = try Ledger(path: path, creates: true)
        _ = try ledger.add(entry("w\(worker)-\(number)"))
      } catch {
        failures.append("\(error)")
      }
    }
    return failures
  }

  @Test("What is no ledger, a later one, and a folder that is not there are told")
  func refused() throws {
    let place = try Place()
    #expect(throws: LedgerFailure.self) { _ = try Ledger(path: place.folder + "/none/x", creates: true) }
    #expect(throws: LedgerFailure.self) { _ = try Ledger(path: place.path, creates: false) }
    try Data(repeating: 65, count: 5000).write(to: URL(filePath: place.path))
    #expect(throws: LedgerFailure.self) { _ = try Ledger(path: place.path, creates: true) }
    // An empty database of one page whose header says version 99 (https://www.sqlite.org/fileformat.html, 1.3).
    var page = [UInt8](repeating: 0, count: 4096)
    page.replaceSubrange(0..<16, with: Array("SQLite format 3\u{0}".utf8))
    for (offset, byte): (Int, UInt8) in [
      (16, 16), (18, 1), (19, 1), (21, 64), (22, 32), (23, 32), (27, 1), (31, 1), (47, 4), (59, 1), (63, 99), (95, 1),
      (100, 13), (105, 16),
    ] { page[offset] = byte }
    try Data(page).write(to: URL(filePath: place.path))
    #expect(throws: LedgerFailure.tooNew(version: 99)) { _ = try Ledger(path: place.path, creates: true) }
  }
}
