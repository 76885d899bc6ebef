import FoundationEssentials
import Testing

/// Files of the package, found from where this source file stands.
enum PackageFiles {
  private static let root = "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

  /// The path of a file or folder of the package.
  static func path(_ relative: String) -> String { "\(root)/\(relative)" }

  /// What a file holds.
  static func data(_ relative: String) throws -> Data {
    try #require(FileManager.default.contents(atPath: path(relative)), "\(relative) cannot be read")
  }
}
