// swift-tools-version: 6.2
import PackageDescription

/// The settings of every Swift target, each with its reason.
func house(_ more: SwiftSetting...) -> [SwiftSetting] {
  [
    .enableUpcomingFeature("ExistentialAny"),  // dynamic dispatch is visible where it is paid for
    .enableUpcomingFeature("InternalImportsByDefault"),  // an import leaks only where it says so
    .enableUpcomingFeature("MemberImportVisibility"),  // a member needs its own module imported
    .strictMemorySafety(),  // every unsafe expression is marked
    .treatAllWarnings(as: .error),
  ] + more
}

let cHouse: [CSetting] = [.treatAllWarnings(as: .error)]
let cxxHouse: [CXXSetting] = [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)]

/// What the kernels are compiled with, whatever the instruction set; without errno a square root is one instruction and
/// vectorises.
let kernelFlags = ["-Xcc", "-fno-math-errno"]

#if arch(x86_64)
  // One folder of kernels, three targets: the V3 and V4 folders are symbolic links to Sources/VectorKernels.
  let kernelTargets: [Target] = [
    .target(name: "VectorKernels", swiftSettings: house(.unsafeFlags(kernelFlags))),
    .target(
      name: "VectorKernelsV3",
      swiftSettings: house(.define("FUSED"), .unsafeFlags(kernelFlags + ["-Xcc", "-march=x86-64-v3"]))),
    .target(
      name: "VectorKernelsV4",
      swiftSettings: house(
        .define("FUSED"),
        .unsafeFlags(kernelFlags + ["-Xcc", "-march=x86-64-v4", "-Xcc", "-mprefer-vector-width=512"]))),
  ]
#else
  let kernelTargets: [Target] = [
    .target(name: "VectorKernels", swiftSettings: house(.define("FUSED"), .unsafeFlags(kernelFlags)))
  ]
#endif
let kernels = kernelTargets.map { Target.Dependency.target(name: $0.name) }

/// A test target in `Tests/<name>`, with the helpers that all tests share.
func tests(_ name: String, of dependencies: [Target.Dependency], excluding excluded: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestSupport"], exclude: excluded, swiftSettings: house())
}

/// The commit that is built, with a + where the tree has other changes; empty outside a repository.
let commit = Context.gitInformation.map { $0.currentCommit + ($0.hasUncommittedChanges ? "+" : "") } ?? ""

let package = Package(
  name: "TariffSim",
  products: [.executable(name: "tariffsim", targets: ["tariffsim"])],
  targets: kernelTargets + [
    // System libraries and C faces: as little as reaches them.
    .systemLibrary(name: "CMessageDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(name: "CJansson", pkgConfig: "jansson", providers: [.apt(["libjansson-dev"])]),
    .target(name: "COpenBLAS", cSettings: cHouse),
    .target(name: "CCPUFeatures", cSettings: cHouse),
    .target(name: "CAllocation", cSettings: cHouse),
    .target(name: "CBuildFacts", cSettings: cHouse + [.define("TARIFFSIM_COMMIT", to: "\"\(commit)\"")]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "CWorkbook", dependencies: ["CXLSXWriter"], cSettings: cHouse),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZstandard", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .target(name: "CTOML", cxxSettings: cxxHouse),
    .target(name: "CFileExchange", cSettings: cHouse),

    // The ground floor: files and texts, no domain word.
    .target(name: "Files", dependencies: ["CFileExchange"], swiftSettings: house()),
    .target(name: "TextFormats", swiftSettings: house()),
    .target(
      name: "CountryNames", resources: [.embedInCode("Resources/countries.txt"), .embedInCode("Resources/groups.txt")],
      swiftSettings: house()),

    // Numbers: kernels, matrices, streams, marginals, statistics.
    .target(name: "VectorMath", dependencies: ["CCPUFeatures"] + kernels, swiftSettings: house()),
    .target(
      name: "LinearAlgebra", dependencies: ["COpenBLAS"],
      swiftSettings: house(.enableExperimentalFeature("Lifetimes"))),
    .target(
      name: "Sampling", exclude: ["Resources/directions-licence.txt"],
      resources: [.embedInCode("Resources/directions.bin"), .embedInCode("Resources/lattice.txt")], swiftSettings: house()),
    .target(name: "Distributions", swiftSettings: house()),
    .target(name: "ByteCoding", swiftSettings: house()),
    .target(name: "Statistics", dependencies: ["ByteCoding", "VectorMath"], swiftSettings: house()),

    // The economics, and the engine that runs it.
    .target(
      name: "Expressions", dependencies: ["VectorMath", "LinearAlgebra", "Sampling", "Distributions"],
      swiftSettings: house()),
    .target(
      name: "TariffModel", dependencies: ["Expressions", "Distributions", "LinearAlgebra", "Sampling"], swiftSettings: house()),
    .target(
      name: "Simulation", dependencies: ["Expressions", "Sampling", "Statistics", "ByteCoding", "VectorMath"],
      swiftSettings: house()),
    .target(
      name: "Analysis",
      dependencies: ["Simulation", "TariffModel", "Expressions", "Sampling", "Statistics", "ByteCoding", "VectorMath"],
      swiftSettings: house()),

    // The edges: files in, reports out, the command line.
    .target(
      name: "ScenarioFiles",
      dependencies: [
        "TariffModel", "Distributions", "Sampling", "Files", "TextFormats", "CountryNames", "CTOML", "CMessageDigest",
      ],
      swiftSettings: house()),
    .target(
      name: "Importers", dependencies: ["Files", "TextFormats", "CountryNames", "CJansson"], swiftSettings: house()),
    .target(
      name: "Reporting",
      dependencies: [
        "Analysis", "Simulation", "TariffModel", "Statistics", "Distributions", "Sampling", "Files", "TextFormats",
        "CJansson",
      ],
      swiftSettings: house()),
    .target(name: "Workbooks", dependencies: ["CWorkbook", "Files", "Reporting", "TextFormats"], swiftSettings: house()),
    .target(name: "DrawTables", dependencies: ["CZstandard"], swiftSettings: house()),
    .target(name: "Ledger", dependencies: ["CSQLite"], swiftSettings: house()),
    .target(
      name: "PartFiles",
      dependencies: ["ByteCoding", "ScenarioFiles", "Reporting", "Analysis", "Sampling", "Simulation", "TariffModel"],
      swiftSettings: house()),
    .target(name: "CommandLineKit", swiftSettings: house()),
    .target(
      name: "TariffSimCommands",
      dependencies: [
        "CBuildFacts", "CommandLineKit", "Files", "TextFormats", "Importers", "ScenarioFiles", "Reporting", "Workbooks",
        "PartFiles", "Ledger", "DrawTables",
        "Analysis",
        "Sampling", "Simulation",
        "TariffModel", "Statistics",
        "VectorMath",
        "LinearAlgebra",
      ],
      swiftSettings: house()),
    .executableTarget(name: "tariffsim", dependencies: ["TariffSimCommands", "CAllocation"], swiftSettings: house()),

    // Measurements: a kit that can be tested, and the program. The program depends on the one it measures, so that building it
    // builds both.
    .target(
      name: "BenchmarkKit",
      dependencies: [
        "CommandLineKit", "TariffSimCommands", "Files", "Reporting", "ScenarioFiles", "Analysis", "Simulation", "TariffModel",
        "Expressions", "Sampling",
        "Statistics", "Distributions", "LinearAlgebra", "VectorMath",
      ],
      path: "Benchmarks/Sources/BenchmarkKit", swiftSettings: house()),
    .executableTarget(
      name: "benchmarks", dependencies: ["BenchmarkKit", "tariffsim"], path: "Benchmarks/Sources/benchmarks",
      swiftSettings: house()),

    .target(
      name: "TestSupport", dependencies: ["Expressions", "Sampling", "VectorMath"], path: "Tests/TestSupport",
      swiftSettings: house()),
    tests("VectorMathTests", of: ["VectorMath", "Sampling"] + kernels, excluding: ["Reference"]),
    tests("LinearAlgebraTests", of: ["LinearAlgebra"]),
    tests("SamplingTests", of: ["Sampling"], excluding: ["Reference"]),
    tests("DistributionsTests", of: ["Distributions", "VectorMath"], excluding: ["Reference"]),
    tests("ByteCodingTests", of: ["ByteCoding"]),
    tests("StatisticsTests", of: ["Statistics", "ByteCoding", "VectorMath"]),
    tests("ExpressionsTests", of: ["Expressions", "VectorMath", "LinearAlgebra", "Sampling", "Distributions"]),
    tests("TariffModelTests", of: ["TariffModel", "Expressions", "Distributions", "Sampling", "VectorMath"]),
    tests(
      "AnalysisTests",
      of: [
        "Analysis", "Simulation", "TariffModel", "Expressions", "Sampling", "Statistics", "ByteCoding", "Distributions",
        "VectorMath",
      ]),
    tests("ScenarioFilesTests", of: ["ScenarioFiles", "TariffModel", "Distributions"]),
    .testTarget(
      name: "ShippedScenarioTests",
      dependencies: [
        "ScenarioFiles", "Analysis", "Simulation", "TariffModel", "Statistics", "Distributions", "VectorMath", "TestSupport",
      ],
      exclude: ["Reference"], swiftSettings: house()),
    tests("FilesTests", of: ["Files"]),
    tests("TextFormatsTests", of: ["TextFormats"]),
    tests("CountryNamesTests", of: ["CountryNames"]),
    tests("ImportersTests", of: ["Importers", "Files", "TextFormats"], excluding: ["Fixtures"]),
    tests("ReportingTests", of: ["Reporting", "Files", "Analysis", "Simulation", "TariffModel", "Statistics", "Distributions"]),
    tests("DrawTablesTests", of: ["DrawTables"]),
    tests("LedgerTests", of: ["Ledger"]),
    tests("WorkbooksTests", of: ["Workbooks", "Reporting"]),
    tests(
      "PartFilesTests", of: ["PartFiles", "ByteCoding", "ScenarioFiles", "Reporting", "Analysis", "Simulation", "TariffModel"]),
    tests(
      "CommandTests",
      of: [
        "TariffSimCommands", "CommandLineKit", "Files", "PartFiles", "ByteCoding", "ScenarioFiles", "Reporting", "Analysis",
        "Sampling", "Simulation",
        "TariffModel", "Statistics", "Ledger",
      ], excluding: ["Help"]),
    tests(
      "BenchmarksTests",
      of: [
        "BenchmarkKit", "CommandLineKit", "Expressions", "Reporting", "Simulation", "Statistics", "TariffModel",
        "TariffSimCommands", "VectorMath",
      ]),
    tests("ArchitectureTests", of: []),
    .testTarget(name: "ProgramTests", exclude: ["Faults"], swiftSettings: house()),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// The fuzzer is built by Tests/Fuzzing/run alone: it takes sanitizers, and nobody else pays for it.
if Context.environment["TARIFFSIM_FUZZING"] != nil {
  package.targets += [
    .target(name: "CFuzzer", path: "Tests/Fuzzing/CFuzzer", cSettings: cHouse),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "CFuzzer", "TariffSimCommands", "CommandLineKit", "TextFormats", "ScenarioFiles", "Reporting", "PartFiles", "Analysis",
        "Simulation", "Sampling", "ByteCoding",
      ],
      path: "Tests/Fuzzing/fuzz", swiftSettings: house()),
  ]
}
