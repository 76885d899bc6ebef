import Files
import FoundationEssentials
import Glibc
import Testing

@Suite("Files that are replaced whole")
struct FileReplacementTests {
  /// A folder of its own for one test, removed afterwards.
  private func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/tariffsim-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  private func bytes(_ path: String) -> [UInt8]? { FileManager.default.contents(atPath: path).map(Array.init) }

  private func names(_ path: String) throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

  @Test("folders are made, a file takes the place of an earlier one, and nothing else is left")
  func replaced() throws {
    try withTemporaryFolder { path in
      let place = path + "/deep/er/part"
      #expect(try !FileStore.checkPlace(place))
      for content: [UInt8] in [[1, 2, 3], [0], []] {
        try FileStore.replace(place, with: content)
        #expect(bytes(place) == content)
        #expect(try names(path + "/deep/er") == ["part"])
        #expect(try FileStore.checkPlace(place))
      }
      try FileStore.removeFile(place)
      try FileStore.removeFile(place)
      #expect(try names(path + "/deep/er").isEmpty)
    }
  }

  @Test("where the file cannot be put, the place stays as it was and no other file is left")
  func refused() throws {
    try withTemporaryFolder { path in
      try FileStore.replace(path + "/file", with: [7])
      try FileManager.default.createDirectory(atPath: path + "/folder/inner", withIntermediateDirectories: true)
      #expect(throws: FileFailure.self) { try FileStore.replace(path + "/folder", with: [1]) }
      #expect(throws: FileFailure(path: path + "/file", code: EEXIST)) { try FileStore.replace(path + "/file/x", with: [1]) }
      #expect(try names(path) == ["file", "folder"] && bytes(path + "/file") == [7])
    }
  }

  @Test("a place is looked at before the work")
  func places() throws {
    try withTemporaryFolder { path in
      try FileStore.replace(path + "/file", with: [7])
      #expect(unsafe symlink(path + "/file", path + "/link") == 0)
      #expect(throws: FileFailure(path: path, code: EISDIR)) { try FileStore.checkPlace(path) }
      let link = #expect(throws: FileFailure.self) { try FileStore.checkPlace(path + "/link") }
      #expect(link?.path == path + "/link" && link?.code == EEXIST && link?.reason.contains("but a link") == true)
      #expect(throws: FileFailure(path: path + "/file", code: ENOTDIR)) { try FileStore.checkPlace(path + "/file/x") }
    }
  }
}
