import FoundationEssentials
import ScenarioFiles

/// A folder of files that lasts as long as a test needs it.
struct ScenarioFolder: ~Copyable {
  let path: String

  init(_ files: [String: String]) throws {
    try self.init(files.mapValues { Array($0.utf8) })
  }

  init(_ files: [String: [UInt8]]) throws {
    path = FileManager.default.temporaryDirectory.path + "/tariffsim-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, bytes) in files { try write(bytes, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Puts bytes into a file of the folder.
  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: path + "/" + name))
  }

  /// The study, or every problem.
  func load(overrides: [(path: String, value: String)] = []) throws(LoadFailure) -> LoadedStudy {
    try loadStudy(at: path, overrides: overrides)
  }

  /// The messages of a reading that fails; empty where it does not.
  func messages(overrides: [(path: String, value: String)] = []) -> [String] {
    do throws(LoadFailure) {
      _ = try load(overrides: overrides)
      return []
    } catch {
      return error.problems.map(\.text)
    }
  }
}
