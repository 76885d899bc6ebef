import Testing

/// What grows faster than its input shows where sizes double twice: four times the size may take eight times as long, where a square
/// takes sixteen.
///
/// Processor time is compared, the least of three, and the sizes take long enough that starting does not count.
@Suite("The built program: time grows as the input does", .serialized)
struct GrowthTests {
  enum Kind: String, CaseIterable {
    case measures, usedMeasures, scenarios, parameters, lines, percentiles, unknownNames
  }

  @Test("Four times as much takes at most eight times as long", arguments: Kind.allCases)
  func growth(kind: Kind) throws {
    let size = 1_500
    let times = try [size, 4 * size].map { count in
      let bench = try Workbench(["big.toml": Self.text(kind, count)])
      return try (0..<3).map { _ in
        let run = try bench.run(
          shell: "\"$0\" \"$@\" > /dev/null 2>&1; times > times; tail -1 times", "validate", "big.toml")
        return try seconds(run.output)
      }.min() ?? 0
    }
    // What takes less than a tenth of a second has not grown.
    #expect(times[1] < max(0.1, 8 * max(times[0], 0.02)), "\(times)")
  }

  @Test("A name of a megabyte has no near one, and is answered at once")
  func longName() throws {
    let name = String(repeating: "x", count: 1 << 20)
    let bench = try Workbench([
      "long.toml": SmallScenario.replacing("measures = [\"reciprocal\"]", with: "measures = [\"\(name)\"]")
    ])
    let run = try bench.run(
      shell: "\"$0\" \"$@\" > /dev/null 2>&1; times > times; tail -1 times", "validate", "long.toml")
    #expect(try seconds(run.output) < 2)
  }

  /// The processor time of the children, as the shell writes it: `0m0.120s 0m0.010s`.
  private func seconds(_ line: String) throws -> Double {
    try line.split(whereSeparator: \.isWhitespace).map { word in
      let parts = word.dropLast().split(separator: "m")
      return try #require(Double(parts[0])) * 60 + #require(Double(parts[1]))
    }.reduce(0, +)
  }

  private static func text(_ kind: Kind, _ count: Int) -> String {
    let measures = (0..<count).map { "[[measures]]\nname = \"m\($0)\"\nrate = 0.00001\n" }.joined()
    switch kind {
    case .measures: return SmallScenario.text + measures
    case .usedMeasures:
      let names = (0..<count).map { "\"m\($0)\"" }.joined(separator: ", ")
      return SmallScenario.replacing("measures = [\"reciprocal\"]", with: "measures = [\(names)]") + measures
    case .unknownNames:
      let names = (0..<count).map { "\"n\($0)\"" }.joined(separator: ", ")
      return SmallScenario.replacing("measures = [\"reciprocal\"]", with: "measures = [\(names)]") + measures
    case .scenarios:
      return SmallScenario.text
        + (0..<count).map { "[[scenarios]]\nname = \"s\($0)\"\nmeasures = [\"reciprocal\"]\n" }.joined()
    case .parameters: return SmallScenario.text + (0..<count).map { "[parameters.p\($0)]\nvalue = \"0.8 to 1.6\"\n" }.joined()
    case .lines:
      return SmallScenario.text
        + (0..<count).map {
          "[[exports.lines]]\nid = \"\(100_000 + $0)\"\nhs = \"\(100_000 + $0)\"\nvalue = 1\nelasticity = 1.1\n"
        }.joined()
    case .percentiles:
      let list = (0...count).map { "\(100 * Double($0) / Double(count))" }.joined(separator: ", ")
      return SmallScenario.text + "[run]\npercentiles = [\(list)]\n"
    }
  }
}
