/// The kernels of one run, chosen once and carried to every worker.
package struct KernelChoice: Sendable {
  /// The level they were built for, for the provenance of a result.
  package let instructionSet: InstructionSet
  /// The table of functions.
  package let kernels: any KernelSet.Type

  /// The kernels of the widest level that this processor has.
  package init() { self.init(.detected) }

  /// The kernels of a level that the caller knows to be available.
  package init(_ instructionSet: InstructionSet) {
    precondition(instructionSet.isAvailable, "KernelChoice: this processor lacks the instructions")
    self.instructionSet = instructionSet
    kernels = instructionSet.kernels
  }
}
