import FoundationEssentials
import Testing

/// The program as `swift build -c release` leaves it.
enum BuiltProgram {
  /// The folder of the package, found from where this source file stands.
  static let package = "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

  /// The program's path; a test fails here where it has not been built.
  static func path() throws -> String {
    let path = package + "/.build/release/tariffsim"
    try #require(FileManager.default.isExecutableFile(atPath: path), "\(path) is missing: first 'swift build -c release'")
    return path
  }

  /// The environment of the tests, on a terminal of many colours, and without a forced instruction set.
  static let environment: [String: String] = {
    var environment = ProcessInfo.processInfo.environment
    for name in ["TARIFFSIM_ISA", "NO_COLOR"] { environment[name] = nil }
    environment["TERM"] = "xterm-256color"
    environment["TARIFFSIM_LEDGER"] = "off"
    return environment
  }()

  /// The files of a result that do not depend on how it was computed.
  static let invariantFiles = ["percentiles.csv", "statistics.csv", "assumptions.csv", "summary.json"]

  /// All files of a result, sorted.
  static let resultFiles = (invariantFiles + ["run.json"]).sorted()
}
