extension InstructionSet {
  /// How products and sums are rounded: builds of the kernels that round alike give the same bits.
  package enum Arithmetic: String, Hashable, Sendable {
    /// A product and a sum are rounded once, as one.
    case fused
    /// Each is rounded by itself.
    case separate
  }

  package var arithmetic: Arithmetic {
    switch self {
    case .baseline:
      #if arch(x86_64)
        .separate
      #else
        .fused
      #endif
    case .v3, .v4: .fused
    }
  }
}
