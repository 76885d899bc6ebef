import FoundationEssentials
import Testing

/// The picture of who may import whom; the package manager alone accepts imports through a third target.
private let picture: [String: Set<String>] = [
  "CAllocation": [],
  "CBuildFacts": [],
  "CCPUFeatures": [],
  "CMessageDigest": [],
  "CFileExchange": [],
  "CJansson": [],
  "COpenBLAS": [],
  "CSQLite": [],
  "CTOML": [],
  "CXLSXWriter": [],
  "CWorkbook": [],
  "CZstandard": [],
  "VectorKernels": [],
  "VectorKernelsV3": [],
  "VectorKernelsV4": [],
  "Files": ["CFileExchange", "Glibc", "Synchronization"],
  "TextFormats": [],
  "CountryNames": [],
  "VectorMath": ["CCPUFeatures", "VectorKernels", "VectorKernelsV3", "VectorKernelsV4"],
  "LinearAlgebra": ["COpenBLAS", "Glibc"],
  "Sampling": [],
  "Distributions": ["Glibc"],
  "ByteCoding": [],
  "Statistics": ["ByteCoding", "Glibc", "VectorMath"],
  "Expressions": ["Distributions", "Glibc", "LinearAlgebra", "Sampling", "VectorMath"],
  "TariffModel": ["Distributions", "Expressions", "LinearAlgebra", "Sampling"],
  "Simulation": [
    "ByteCoding", "Dispatch", "Expressions", "LinearAlgebra", "Sampling", "Statistics", "Synchronization", "VectorMath",
  ],
  "Analysis": ["ByteCoding", "Expressions", "Glibc", "Sampling", "Simulation", "Statistics", "TariffModel", "VectorMath"],
  "ScenarioFiles": [
    "CMessageDigest", "CTOML", "CountryNames", "Distributions", "Files", "Glibc", "Sampling", "TariffModel", "TextFormats",
  ],
  "Importers": ["CJansson", "CountryNames", "Files", "TextFormats"],
  "Reporting": [
    "Analysis", "CJansson", "Distributions", "Files", "Glibc", "Sampling", "Simulation", "Statistics", "TariffModel",
    "TextFormats",
  ],
  "Workbooks": ["CWorkbook", "Files", "Glibc", "Reporting", "TextFormats"],
  "DrawTables": ["CZstandard"],
  "Ledger": ["CSQLite"],
  "PartFiles": ["Analysis", "ByteCoding", "Reporting", "Sampling", "ScenarioFiles", "Simulation", "TariffModel"],
  "CommandLineKit": ["Glibc"],
  "TariffSimCommands": [
    "Analysis", "ByteCoding", "CBuildFacts", "CommandLineKit", "DrawTables", "Files", "Glibc", "Importers", "Ledger",
    "LinearAlgebra", "PartFiles",
    "Reporting",
    "Sampling", "ScenarioFiles", "Simulation", "Statistics", "Synchronization", "TariffModel", "TextFormats", "VectorMath",
    "Workbooks",
  ],
  "tariffsim": ["TariffSimCommands"],
  "BenchmarkKit": [
    "Analysis", "CommandLineKit", "Distributions", "Expressions", "Files", "FoundationEssentials", "Glibc", "LinearAlgebra",
    "Reporting", "Sampling",
    "ScenarioFiles", "Simulation", "Statistics", "TariffModel", "TariffSimCommands", "VectorMath",
  ],
  "benchmarks": ["BenchmarkKit"],
]

@Suite("The direction of the targets")
struct ImportRuleTests {
  /// The folders of the targets' folders.
  private let sources: [String] = {
    let package = "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
    return [package + "/Sources", package + "/Benchmarks/Sources"]
  }()

  @Test("Every folder of sources is in the picture, and nothing else is")
  func foldersAreThePicture() throws {
    let folders = try sources.flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
    }
    #expect(Set(folders) == Set(picture.keys))
  }

  @Test("A target imports only what the picture allows", arguments: picture.keys.sorted())
  func importsAreAllowed(target: String) throws {
    let allowed = try #require(picture[target])
    let folder = try #require(sources.map { "\($0)/\(target)" }.first { FileManager.default.fileExists(atPath: $0) })
    for file in try swiftFiles(under: folder) {
      for module in imports(in: try text(of: file)) {
        #expect(allowed.contains(module), "\(file) imports \(module)")
      }
    }
  }

  @Test("The rule sees imports of every form")
  func rulesSeeImports() {
    let source = "import A\npackage import B\n  internal import C.D\n// import E\n@preconcurrency import F\n"
    #expect(imports(in: source) == ["A", "B", "C", "F"])
  }

  /// The modules a file imports.
  private func imports(in source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count else { return nil }
      let before = words[..<keyword]
      guard before.allSatisfy({ ["package", "internal", "public", "private"].contains($0) || $0.hasPrefix("@") }) else {
        return nil
      }
      return words[keyword + 1].split(separator: ".").first.map(String.init)
    }
  }

  private func text(of file: String) throws -> String {
    try #require(FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) })
  }

  private func swiftFiles(under folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
  }
}
