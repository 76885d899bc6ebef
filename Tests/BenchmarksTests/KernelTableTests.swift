import BenchmarkKit
import FoundationEssentials
import Testing
import VectorMath

@Suite("The table of kernels")
struct KernelTableTests {
  /// The functions of the protocol, as its source spells them.
  private func protocolSignatures() throws -> [String] {
    let path = places.file("Sources/VectorMath/KernelSet.swift")
    let source = String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
    return source.split(separator: "static func ").dropFirst().map { function in
      let name = function.prefix { $0 != "(" }
      // The parameter list has no parenthesis inside: every type is a plain one.
      let parameters = function.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }.split(separator: ",")
      let labels = parameters.compactMap { $0.split(whereSeparator: { " \n:".contains($0) }).first }
      return name + "(" + labels.map { $0 + ":" }.joined() + ")"
    }
  }

  @Test("Every kernel has a benchmark, and nothing else has")
  func complete() throws {
    let signatures = try protocolSignatures()
    #expect(signatures.count > 20)
    // A kernel may have several rows, one behind the other.
    let rows = KernelBenchmark.table.map(\.signature)
    #expect(rows.indices.filter { $0 == 0 || rows[$0] != rows[$0 - 1] }.map { rows[$0] } == signatures)
  }

  @Test("Names are unique, and short enough for a line")
  func names() {
    let names = KernelBenchmark.table.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.count <= 30 })
  }

  @Test("Every row runs on every instruction set of this machine", arguments: KernelBenchmark.table.indices)
  func runs(row: Int) {
    var sampler = Sampler()
    sampler.samples = 2
    sampler.shortest = 1e-5
    for set in InstructionSet.allCases where set.isAvailable {
      let costs = KernelBenchmark.table[row].nanosecondsPerValue(set, sampler)
      #expect(costs.count == 2 && costs.allSatisfy { $0 > 0 })
    }
  }
}
