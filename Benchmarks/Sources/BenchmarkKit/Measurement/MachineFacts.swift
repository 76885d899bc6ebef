internal import CommandLineKit
internal import FoundationEssentials
internal import Glibc
internal import LinearAlgebra
internal import TariffSimCommands
internal import VectorMath

/// Where and with what a measurement was made: without it the numbers mean nothing.
package struct MachineFacts: Hashable, Codable, Sendable {
  /// The processor's own name.
  package var processor: String
  /// Processors in use.
  package var processors: Int
  /// The widest kernels that the processor runs.
  package var instructionSet: String
  /// The processor family that OpenBLAS chose its products for.
  package var blasCore: String
  package var blasVersion: String
  /// Version of the Swift compiler.
  package var compiler: String
  /// Commit of the source, with a + where it had other changes; empty where it is not known.
  package var commit: String
  /// In UTC, ISO 8601.
  package var date: String

  package init(
    processor: String, processors: Int, instructionSet: String, blasCore: String, blasVersion: String, compiler: String,
    commit: String, date: String
  ) {
    self.processor = processor
    self.processors = processors
    self.instructionSet = instructionSet
    self.blasCore = blasCore
    self.blasVersion = blasVersion
    self.compiler = compiler
    self.commit = commit
    self.date = date
  }

  /// The facts of this machine, this build and this moment.
  package static func current() -> MachineFacts {
    MachineFacts(
      processor: processorName((try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""),
      processors: processorCount, instructionSet: InstructionSet.detected.rawValue, blasCore: BLAS.coreName,
      blasVersion: BLAS.version, compiler: "Swift " + BuildFacts.swiftVersion, commit: BuildFacts.commit ?? "",
      date: Date.now.formatted(.iso8601))
  }

  /// Processors that this machine has in use.
  package static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The first model name in a text of the form of `/proc/cpuinfo`; `unknown` where there is none.
  package static func processorName(_ text: String) -> String {
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = line?.split(separator: ":", maxSplits: 1).last?.split(separator: " ").joined(separator: " ")
    return name ?? "unknown"
  }

  /// Whether two measurements can be compared as they stand.
  package func isSameMachine(as other: MachineFacts) -> Bool {
    processor == other.processor && processors == other.processors && instructionSet == other.instructionSet
  }
}
