import FoundationEssentials

/// A file for the time of a test.
enum ScratchFile {
  static func with(_ text: String, _ body: (String) throws -> Void) throws { try with(Array(text.utf8), body) }

  static func with(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path
    let path = folder + "/import-\(UInt64.random(in: .min ... .max)).csv"
    try Data(bytes).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }
}
