import Glibc
import Testing

@Suite("The built program: killed while it puts its result in place", .serialized)
struct KilledWriterTests {
  /// The numbers of a linear congruential generator (Knuth's MMIX), from 0 up to 1.
  private struct Moments {
    var state: UInt64

    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 0x1p53
    }
  }

  /// The seed that a result says it has, if it is whole.
  private func seed(of folder: String, in bench: borrowing Workbench) throws -> String? {
    guard try bench.names(in: folder) == BuiltProgram.resultFiles else { return nil }
    let summary = try bench.text(folder + "/summary.json")
    guard summary.hasSuffix("}\n"), try bench.text(folder + "/run.json").hasSuffix("}\n") else { return nil }
    return summary.split(separator: "\"seed\": ").last?.prefix(while: \.isNumber).description
  }

  @Test("After every kill the earlier or the new result is in its place, whole, and none is lost", .timeLimit(.minutes(5)))
  func kills() throws {
    var moments = Moments(state: 20_261_130)
    var ended = 0
    for number in 0..<60 {
      let bench = try Workbench(["small.toml": SmallScenario.text])
      let command = ["run", "small.toml", "--draws", "1000", "--quiet", "--seed"]
      let start = ContinuousClock.now
      try #require(try bench.run(command + ["1"]).ending == .exit(0))
      let second = (ContinuousClock.now - start) / .seconds(1)
      // Up to the time that a run takes, most of them in its second half, where it writes.
      let share = number % 4 == 0 ? moments.next() : 0.5 + 0.6 * moments.next()
      let killed = try bench.run(command + ["2"], killedAfter: share * second)
      if killed.ending == .exit(0) { ended += 1 }
      let standing = try seed(of: "results/small", in: bench)
      #expect(standing == "1" || standing == "2", "\(number): \(killed)")
      let next = try bench.run(command + ["3"])
      #expect(next.ending == .exit(0), "\(number): \(next)")
      let places = try bench.names(in: "results")
      let seeds = try places.map { try seed(of: "results/" + $0, in: bench) }
      // Nothing hidden is left, the newest result is in the place, and the first one somewhere.
      #expect(places.allSatisfy { $0.hasPrefix("small") } && !seeds.contains(nil), "\(number): \(places) \(seeds)")
      #expect(try seed(of: "results/small", in: bench) == "3" && seeds.contains("1"), "\(number): \(places) \(seeds)")
    }
    #expect(ended < 60, "no run was killed in time")
  }
}
