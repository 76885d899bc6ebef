import Files
import FoundationEssentials
import Glibc
import Testing

@Suite("Reading files whole")
struct FileBytesTests {
  private func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/tariffsim-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test("what is no file is refused in a sentence, without waiting for it")
  func noFiles() throws {
    try withTemporaryFolder { path in
      #expect(unsafe mkfifo(path + "/pipe", 0o600) == 0)
      let cases = [
        ("/dev/zero", "it is a device, and only files are read"), (path, "it is a folder"),
        (path + "/pipe", "it is a pipe, and only files are read: save what comes out of it to a file first"),
        (path + "/none", "No such file or directory"),
      ]
      for (place, reason) in cases {
        #expect(throws: FileBytes.Failure(reason: reason), "\(place)") { try FileBytes.read(place) }
      }
    }
  }

  @Test("a file is read up to a limit, and a larger one, which may be all holes, is refused by its size")
  func limits() throws {
    try withTemporaryFolder { path in
      #expect(FileManager.default.createFile(atPath: path + "/a", contents: Data([1, 2, 3])))
      try #expect(FileBytes.read(path + "/a", limit: 3) == [1, 2, 3])
      #expect(throws: FileBytes.Failure(reason: "it has 3 bytes, and this program reads files of up to 2")) {
        try FileBytes.read(path + "/a", limit: 2)
      }
      #expect(unsafe truncate(path + "/a", 1 << 40) == 0)
      #expect(throws: FileBytes.Failure.self) { try FileBytes.read(path + "/a") }
    }
  }
}
