internal import CCPUFeatures

/// A level of instructions that the kernels were built for.
package enum InstructionSet: String, CaseIterable, Comparable, Sendable {
  /// What every processor of the architecture has.
  case baseline
  /// x86-64-v3: 256-bit vectors, fused multiply–add.
  case v3
  /// x86-64-v4: 512-bit vectors, fused multiply–add.
  case v4

  /// Ordered from narrow to wide.
  package static func < (a: InstructionSet, b: InstructionSet) -> Bool { a.width < b.width }

  /// Whether this processor and its operating system can run it.
  package var isAvailable: Bool { self <= .detected }

  /// The widest level that this processor and its operating system can run.
  package static var detected: InstructionSet {
    switch tariffsim_x86_64_level() {
    case 4...: .v4
    case 3: .v3
    default: .baseline
    }
  }

  /// The level with the given name, for users who want the same bits on different machines.
  ///
  /// - Throws: `InstructionSetError` if there is no such level or this processor lacks it.
  package static func forced(by name: String) throws(InstructionSetError) -> InstructionSet {
    guard let wanted = InstructionSet(rawValue: name) else { throw .unknown(name: name) }
    guard wanted.isAvailable else { throw .unavailable(wanted, detected: detected) }
    return wanted
  }

  private var width: Int {
    switch self {
    case .baseline: 128
    case .v3: 256
    case .v4: 512
    }
  }
}

/// Why an instruction set cannot be forced.
package enum InstructionSetError: Error, Hashable, Sendable {
  /// The name is not one of baseline, v3 and v4.
  case unknown(name: String)
  /// The processor or its operating system lacks the level.
  case unavailable(InstructionSet, detected: InstructionSet)
}
