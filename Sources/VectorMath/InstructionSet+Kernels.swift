internal import VectorKernels

#if arch(x86_64)
  internal import VectorKernelsV3
  internal import VectorKernelsV4
#endif

extension VectorKernels.Kernels: KernelSet {}
#if arch(x86_64)
  extension VectorKernelsV3.Kernels: KernelSet {}
  extension VectorKernelsV4.Kernels: KernelSet {}
#endif

extension InstructionSet {
  /// The kernels built for this level.
  ///
  /// Other architectures than x86-64 have one build, their baseline, and `isAvailable` is false for the rest.
  package var kernels: any KernelSet.Type {
    #if arch(x86_64)
      switch self {
      case .baseline: VectorKernels.Kernels.self
      case .v3: VectorKernelsV3.Kernels.self
      case .v4: VectorKernelsV4.Kernels.self
      }
    #else
      VectorKernels.Kernels.self
    #endif
  }
}
