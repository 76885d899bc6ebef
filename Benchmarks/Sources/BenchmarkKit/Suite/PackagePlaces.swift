internal import FoundationEssentials

/// Where the package's files and programs are, found from the program that runs.
package struct PackagePlaces: Hashable, Sendable {
  /// The folder of `Package.swift`.
  package var package: String
  /// The folder of the built programs.
  package var programs: String

  package init(package: String, programs: String) {
    self.package = package
    self.programs = programs
  }

  /// The places around this process's program, which was built below the package's folder.
  package static func current() throws(BenchmarkFailure) -> PackagePlaces {
    guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else {
      throw .cannotRead(path: "/proc/self/exe", reason: "not a link")
    }
    return try around(program)
  }

  /// The places around a program: the nearest folder above it with a `Package.swift` is the package's.
  package static func around(_ program: String) throws(BenchmarkFailure) -> PackagePlaces {
    let programs = folder(of: program)
    var candidate = programs
    while !candidate.isEmpty {
      if FileManager.default.fileExists(atPath: candidate + "/Package.swift") {
        return PackagePlaces(package: candidate, programs: programs)
      }
      candidate = folder(of: candidate)
    }
    throw .noPackage(program: program)
  }

  /// A file of the package.
  package func file(_ relative: String) -> String { package + "/" + relative }

  /// The built `tariffsim`.
  package func tariffSim() throws(BenchmarkFailure) -> String {
    let path = programs + "/tariffsim"
    guard FileManager.default.isExecutableFile(atPath: path) else { throw .missingProgram(path: path) }
    return path
  }

  private static func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }
}
