import Files
import FoundationEssentials
import Glibc
import Reporting
import Testing

/// What tells a run from others, in the length of a digest.
private let someIdentity = String(repeating: "a", count: 64)

extension OutputFolder {
  /// Claims the place, writes the files, and returns all that is told.
  @discardableResult fileprivate func write(
    _ files: [File], identity: String = someIdentity
  ) throws(Failure) -> [OutputNotice] {
    var claim = try OutputClaim(self)
    return try claim.notices + claim.install(files, identity: identity)
  }
}

@Suite("Result folders")
struct OutputFolderTests {
  /// A folder of its own for one test, removed afterwards.
  private func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/tariffsim-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  /// The files of a result; those of one identity are of one run.
  private func files(_ number: Int, identity: String = someIdentity) -> [OutputFolder.File] {
    [
      .init(name: "percentiles.csv", text: "\(number)\n"),
      .init(
        name: "run.json", text: "{\n  \"schema\": \"\(RunDocument.schema)\",\n  \"identity\": \"\(identity)\",\n  \"x\": 1\n}\n"),
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

  private let other = String(repeating: "b", count: 64)

  /// A filesystem that exchanges folders in one step, and one that does not know how.
  private func stores() -> [FileStore] { [FileStore(), FileStore(exchange: { _, _ throws(FileFailure) in false })] }

  @Test("a result of another run moves to the first free number, whole, or is dropped where that is asked for")
  func otherRun() throws {
    for store in stores() {
      try withTemporaryFolder { path in
        var folder = OutputFolder(directory: path, stem: "study")
        folder.store = store
        try #expect(folder.write(files(1)) == [])
        try write("mine", path + "/study-2")
        try #expect(
          folder.write(files(2, identity: other), identity: other) == [.moved(from: folder.path, to: folder.path + "-3")])
        try #expect(read(path + "/study/percentiles.csv") == "2\n" && read(path + "/study-3/percentiles.csv") == "1\n")
        try #expect(names(path) == ["study", "study-2", "study-3"] && names(path + "/study-3").count == 3)
        folder.replaces = true
        try #expect(folder.write(files(3)) == [.dropped(path: folder.path)])
        try #expect(names(path) == ["study", "study-2", "study-3"] && read(path + "/study/percentiles.csv") == "3\n")
      }
    }
  }

  @Test("a result that does not say of what run it is counts as another's")
  func unnamed() throws {
    try withTemporaryFolder { path in
      let folder = OutputFolder(directory: path, stem: "study")
      try folder.write(files(1))
      try FileManager.default.removeItem(atPath: folder.path + "/run.json")
      try #expect(folder.write(files(2)) == [.moved(from: folder.path, to: folder.path + "-2")])
    }
  }

  /// The hidden names of a process that is gone: this one's number with a beginning that it does not have.
  private func hidden(_ stage: HiddenName.Stage) -> String {
    var name = HiddenName(of: "study", stage: stage).text
    name.removeLast()
    return name
  }

  @Test("a result that was out of its place when its run was killed is put back before anything else")
  func putBack() throws {
    try withTemporaryFolder { path in
      let folder = OutputFolder(directory: path, stem: "study")
      try folder.write(files(1))
      try FileManager.default.moveItem(atPath: folder.path, toPath: path + "/" + hidden(.former))
      try OutputFolder(directory: path, stem: "new").write(files(2))
      try FileManager.default.moveItem(atPath: path + "/new", toPath: path + "/" + hidden(.whole))
      do {
        let claim = try OutputClaim(folder)
        #expect(claim.notices == [.restored(path: folder.path)])
        try #expect(read(folder.path + "/percentiles.csv") == "1\n")
      }
      // A run that comes to nothing leaves all as it is; one that ends gives the other result a place.
      try #expect(
        folder.write(files(3, identity: other), identity: other) == [
          .moved(from: folder.path, to: folder.path + "-2"), .recovered(path: folder.path, to: folder.path + "-3"),
        ])
      try #expect(names(path) == ["study", "study-2", "study-3"])
      #expect(Set(try [2, 3].map { try read(path + "/study-\($0)/percentiles.csv") }) == ["1\n", "2\n"])
    }
  }

  @Test("what processes of this machine that are gone left half done is removed, and what may be another machine's is told")
  func leftovers() throws {
    try withTemporaryFolder { path in
      let far = ".study.partial-elsewhere-0123-4-5-6"
      let names = [hidden(.partial), far, ".study.former-123", ".other.partial-elsewhere-0123-4-5-6", ".study.notes"]
      for name in names {
        try FileManager.default.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: false)
        try write("x", path + "/" + name + "/percentiles.csv")
      }
      try #expect(
        OutputFolder(directory: path, stem: "study").write(files(1)) == [
          .left(path: path + "/" + far, host: "elsewhere"), .left(path: path + "/.study.former-123", host: nil),
        ])
      try #expect(self.names(path) == (names.dropFirst() + ["study"]).sorted())
    }
  }

  @Test("of two that write to one place the last one stands there, and it tells of the other")
  func twoWriters() throws {
    for store in stores() {
      try withTemporaryFolder { path in
        var folder = OutputFolder(directory: path, stem: "study")
        folder.store = store
        try folder.write(files(1))
        // Another comes along between this one's last look and its step.
        let meanwhile = folder
        let ours = files(3, identity: other)
        let theirs = files(2)
        folder.store.writeFile = { text, path throws(FileFailure) in
          if path.hasSuffix("summary.json") {
            FileStore.removeFolderOfFiles(meanwhile.path)
            _ = try FileStore.makeFolders(meanwhile.path)
            for file in theirs { try FileStore.write(file.text, to: meanwhile.path + "/" + file.name) }
          }
          try FileStore.write(text, to: path)
        }
        try #expect(
          folder.write(ours, identity: other) == [
            .writtenMeanwhile(path: folder.path), .moved(from: folder.path, to: folder.path + "-2"),
          ])
        try #expect(read(path + "/study/percentiles.csv") == "3\n" && read(path + "/study-2/percentiles.csv") == "2\n")
      }
    }
  }
}
