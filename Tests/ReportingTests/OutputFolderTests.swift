import FoundationEssentials
import Glibc
import Reporting
import Testing

@Suite("Result folders")
struct OutputFolderTests {
  /// A folder of its own for one test, removed afterwards.
  private func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/tariffsim-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  private func files(_ number: Int) -> [OutputFolder.File] {
    [
      .init(name: "percentiles.csv", text: "\(number)\n"), .init(name: "run.json", text: "{}\n"),
      .init(name: "summary.json", text: "{\n  \"schema\": \"\(SummaryDocument.schema)\",\n  \"number\": \(number)\n}\n"),
    ]
  }

  private func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  private func names(_ path: String) throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

  private func write(_ text: String, _ path: String) throws {
    #expect(FileManager.default.createFile(atPath: path, contents: Data(text.utf8)))
  }

  @Test("folders above are made, the files are whole, and nothing else is there")
  func fresh() throws {
    try withTemporaryFolder { path in
      let folder = OutputFolder(directory: path + "/deep/er", stem: "study")
      try folder.write(files(1))
      #expect(folder.path == path + "/deep/er/study")
      #expect(try names(path + "/deep/er") == ["study"])
      #expect(try names(folder.path) == ["percentiles.csv", "run.json", "summary.json"])
      #expect(try read(folder.path + "/percentiles.csv") == "1\n")
    }
  }

  @Test("an earlier result is replaced, with the files it had and the new one has not")
  func replaced() throws {
    try withTemporaryFolder { path in
      let folder = OutputFolder(directory: path, stem: "study")
      try folder.write(files(1) + [.init(name: "lines.csv", text: "x\n")])
      try folder.write(files(2))
      #expect(try names(path) == ["study"])
      #expect(try names(folder.path) == ["percentiles.csv", "run.json", "summary.json"])
      #expect(try read(folder.path + "/percentiles.csv") == "2\n")
    }
  }

  @Test("an empty folder is taken")
  func empty() throws {
    try withTemporaryFolder { path in
      try FileManager.default.createDirectory(atPath: path + "/study", withIntermediateDirectories: false)
      try OutputFolder(directory: path, stem: "study").write(files(1))
      #expect(try read(path + "/study/percentiles.csv") == "1\n")
    }
  }

  @Test("a folder without a result is refused, by force too", arguments: [false, true])
  func foreign(force: Bool) throws {
    try withTemporaryFolder { path in
      try FileManager.default.createDirectory(atPath: path + "/study", withIntermediateDirectories: false)
      try write("mine", path + "/study/notes.txt")
      try write("{\"schema\": \"someone.else\"}", path + "/study/summary.json")
      let folder = OutputFolder(directory: path, stem: "study", force: force)
      #expect(throws: OutputFolder.Failure.foreign(path: folder.path)) { try folder.write(files(1)) }
      #expect(try names(path) == ["study"])
      #expect(try names(folder.path) == ["notes.txt", "summary.json"])
    }
  }

  @Test("a result with something else beside it is refused, and goes by force where that is a plain file")
  func mixed() throws {
    try withTemporaryFolder { path in
      var folder = OutputFolder(directory: path, stem: "study")
      try folder.write(files(1))
      try write("mine", folder.path + "/notes.txt")
      #expect(throws: OutputFolder.Failure.mixed(path: folder.path, entry: "notes.txt", isPlainFile: true)) {
        try folder.write(files(2))
      }
      #expect(try read(folder.path + "/percentiles.csv") == "1\n")
      folder.force = true
      try folder.write(files(2))
      #expect(try names(folder.path) == ["percentiles.csv", "run.json", "summary.json"])
    }
  }

  @Test("a result with a folder or a link in it is never replaced", arguments: ["folder", "link"])
  func nested(kind: String) throws {
    try withTemporaryFolder { path in
      let folder = OutputFolder(directory: path, stem: "study", force: true)
      try folder.write(files(1))
      let entry = folder.path + "/inner"
      if kind == "folder" {
        try FileManager.default.createDirectory(atPath: entry, withIntermediateDirectories: false)
      } else {
        try FileManager.default.createSymbolicLink(atPath: entry, withDestinationPath: "/tmp")
      }
      #expect(throws: OutputFolder.Failure.mixed(path: folder.path, entry: "inner", isPlainFile: false)) {
        try folder.write(files(2))
      }
      #expect(try read(folder.path + "/percentiles.csv") == "1\n")
    }
  }

  @Test("a file or a link in the folder's place is refused", arguments: ["file", "link"])
  func occupied(kind: String) throws {
    try withTemporaryFolder { path in
      let folder = OutputFolder(directory: path, stem: "study", force: true)
      if kind == "file" {
        try write("mine", folder.path)
      } else {
        try FileManager.default.createSymbolicLink(atPath: folder.path, withDestinationPath: "/tmp")
      }
      #expect(throws: OutputFolder.Failure.notAFolder(path: folder.path)) { try folder.write(files(1)) }
    }
  }

  @Test("a file above the folder is refused before any work")
  func fileAbove() throws {
    try withTemporaryFolder { path in
      try write("mine", path + "/taken")
      let folder = OutputFolder(directory: path + "/taken", stem: "study")
      #expect(throws: OutputFolder.Failure.notAFolder(path: folder.path)) { try folder.check() }
    }
  }

  @Test("a full disk leaves nothing behind, and an earlier result as it was", arguments: [false, true])
  func fullDisk(hasEarlier: Bool) throws {
    try withTemporaryFolder { path in
      var folder = OutputFolder(directory: path + "/results", stem: "study")
      if hasEarlier { try folder.write(files(1)) }
      // The second file meets the device that is always full; its error is the system's own.
      folder.store = FileStore { text, path throws(FileFailure) in
        guard path.hasSuffix("run.json") else { return try FileStore.write(text, to: path) }
        let device = unsafe open("/dev/full", O_WRONLY)
        defer { close(device) }
        throw FileFailure(path: path, code: FileStore.write(text.utf8Span.span, descriptor: device))
      }
      let failure = #expect(throws: OutputFolder.Failure.self) { try folder.write(files(2)) }
      guard case .system(let reason)? = failure else {
        Issue.record("expected the system's failure, not \(String(describing: failure))")
        return
      }
      #expect(reason.code == ENOSPC && reason.reason == "No space left on device")
      if hasEarlier {
        #expect(try names(path + "/results") == ["study"])
        #expect(try read(folder.path + "/percentiles.csv") == "1\n")
      } else {
        #expect(try names(path).isEmpty)
      }
    }
  }

  @Test("a place that takes no folders fails with the system's reason")
  func readOnly() {
    let folder = OutputFolder(directory: "/proc/tariffsim-results", stem: "study")
    #expect(throws: OutputFolder.Failure.self) { try folder.write(files(1)) }
  }
}
