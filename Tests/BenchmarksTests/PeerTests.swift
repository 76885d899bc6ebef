import Analysis
import BenchmarkKit
import FoundationEssentials
import Statistics
import Testing
import VectorMath

@Suite("Our line among the peers")
struct PeerTests {
  private struct Line: Decodable {
    struct Output: Decodable {
      var p05: Double
      var p50: Double
      var p95: Double
      var mean: Double
      var sd: Double
      var percentiles: [String: Double]
    }

    var peer: String
    var workload: String
    var draws: Int
    var threads: Int
    var seconds: Double
    var secondsSimulate: Double
    var secondsQuantiles: Double
    var maxRssMb: Double
    var outputs: [String: Output]
  }

  private struct Reference: Decodable {
    var percentiles: [String: Double]
  }

  private func line(_ workload: ReferenceWorkload, draws: Int) throws -> (text: String, line: Line) {
    let run = try WorkloadRun(workload, places: places)
    let (result, seconds) = try run.simulated(draws: draws, seed: 3, threads: 2, kernels: KernelChoice())
    let text = PeerLine(peer: "tariffsim", run: run, result: result, threads: 2, seconds: seconds, peakBytes: 3 << 20).text
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return (text, try decoder.decode(Line.self, from: Data(text.utf8)))
  }

  @Test(
    "The line has the names and percentiles that the known answers have, and is one line",
    arguments: [ReferenceWorkload.w1, .w2])
  func shape(workload: ReferenceWorkload) throws {
    let (text, line) = try line(workload, draws: 1_000)
    #expect(text.hasSuffix("}\n") && text.split(separator: "\n").count == 1)
    let data = try #require(FileManager.default.contents(atPath: places.file("Scenarios/reference/reference.json")))
    let references = try JSONDecoder().decode([String: [String: Reference]].self, from: data)
    let wanted = try #require(references[line.workload])
    #expect(Set(line.outputs.keys) == Set(wanted.keys))
    for (name, output) in line.outputs {
      let percents = try #require(wanted[name]?.percentiles.keys)
      #expect(Set(output.percentiles.keys) == Set(percents))
      #expect(output.p05 < output.p50 && output.p50 < output.p95 && output.sd > 0)
      #expect(output.percentiles["95"] == output.p95)
    }
    #expect(line.peer == "tariffsim" && line.draws == 1_000 && line.threads == 2 && line.maxRssMb == 3)
    #expect(line.seconds > 0 && line.seconds == line.secondsSimulate && line.secondsQuantiles == 0)
  }

  @Test("Seed and draws are those that are asked for")
  func seed() throws {
    let run = try WorkloadRun(.w1, places: places)
    let results = try [3, 3, 4].map { seed in
      try run.simulated(draws: 512, seed: seed, threads: 1, kernels: KernelChoice()).result
    }
    #expect(results.allSatisfy { $0.plan.draws == 512 && $0.outcomes.count == 12 })
    let means = results.map { $0.outcomes[0].summary.mean.value }
    #expect(means[0] == means[1] && means[1] != means[2])
  }
}
