import Testing
import VectorMath

@Suite("Instruction sets")
struct InstructionSetTests {
  @Test("Names of available levels force them", arguments: availableLevels)
  func forced(level: InstructionSet) throws {
    #expect(try InstructionSet.forced(by: level.rawValue) == level)
    #expect(KernelChoice(level).instructionSet == level)
    #expect(ObjectIdentifier(KernelChoice(level).kernels) == ObjectIdentifier(level.kernels))
  }

  @Test("Other names are an error", arguments: ["", "v2", "V3", "avx512", " v4"])
  func unknown(name: String) {
    #expect(throws: InstructionSetError.unknown(name: name)) { try InstructionSet.forced(by: name) }
  }

  @Test("A level that the processor lacks is an error", arguments: InstructionSet.allCases.filter { !$0.isAvailable })
  func unavailable(level: InstructionSet) {
    #expect(throws: InstructionSetError.unavailable(level, detected: .detected)) { try InstructionSet.forced(by: level.rawValue) }
  }

  @Test("Only the baseline of x86-64 rounds products by themselves")
  func arithmetic() {
    #expect(InstructionSet.v3.arithmetic == .fused && InstructionSet.v4.arithmetic == .fused)
    #if arch(x86_64)
      #expect(InstructionSet.baseline.arithmetic == .separate)
    #else
      #expect(InstructionSet.baseline.arithmetic == .fused)
    #endif
  }

  @Test("The default choice is the widest level there is")
  func detected() {
    #expect(availableLevels.max() == .detected)
    #expect(KernelChoice().instructionSet == .detected)
    #expect(InstructionSet.baseline.isAvailable)
  }

  @Test("Spans of different length stop the program")
  func lengths() async {
    await #expect(processExitsWith: .failure) {
      _ = evaluate(4) { y in InstructionSet.baseline.kernels.exp([1, 2, 3].span, into: &y) }
    }
    await #expect(processExitsWith: .failure) {
      _ = evaluate(3) { y in InstructionSet.baseline.kernels.uniforms(into: &y, stream: 0, key: 0, block: 0) }
    }
  }
}
