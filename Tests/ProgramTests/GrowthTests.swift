import Testing

/// What grows faster than its input shows where sizes double twice: four times the size may take eight times as long, where a square
/// takes sixteen.
///
/// Processor time is compared, the least of three, and the sizes take long enough that starting does not count.
@Suite("The built program: time grows as the input does", .serialized)
struct GrowthTests {
  enum Kind: String, CaseIterable {
    case measures, usedMeasures, exclusiveMeasures, oneCodeMeasures, covers, exemptions, finerPrefixes, scenarios, periods,
      parameters
    case lines, groups, percentiles, thresholds, unknownNames
  }

  @Test("Four times as much takes at most eight times as long", arguments: Kind.allCases)
  func growth(kind: Kind) throws {
    try expectGrowth(kind, from: 3_000, ending: kind == .unknownNames ? 65 : 0, ["validate", "big.toml"])
  }

  @Test(
    "A run of four times as much takes at most eight times as long",
    arguments: [Kind.lines, .groups, .scenarios, .usedMeasures, .periods, .percentiles, .thresholds])
  func growthOfRuns(kind: Kind) throws {
    // Every period and scenario has some twenty outcomes with all their tables.
    let size = [.scenarios, .periods].contains(kind) ? 150 : 600
    try expectGrowth(kind, from: size, ending: 0, ["run", "big.toml", "--draws", "1000", "--threads", "1", "--force"])
  }

  private func expectGrowth(_ kind: Kind, from size: Int, ending: Int32, _ arguments: [String]) throws {
    let times = try [size, 4 * size].map { count in
      let bench = try Workbench(["big.toml": Self.text(kind, count)])
      return try (0..<3).map { _ in
        let run = try bench.run(
          shell: "\"$0\" \"$@\" > /dev/null 2> errors; code=$?; times > times; tail -1 times; exit $code", arguments)
        let errors = try bench.text("errors").prefix(500)
        #expect(run.ending == .exit(ending), "\(kind), \(count): \(errors)")
        return try seconds(run.output)
      }.min() ?? 0
    }
    // What takes less than a tenth of a second has not grown.
    #expect(times[1] < max(0.1, 8 * max(times[0], 0.02)), "\(kind): \(times)")
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
    let lines = (0..<count).map {
      "[[exports.lines]]\nid = \"\(100_000 + $0)\"\nhs = \"\(100_000 + $0)\"\nvalue = 1\nduty = 0.1\nelasticity = 1.1\n"
    }
    let codes = (0..<count).map { "\"\(100_000 + $0)\"" }.joined(separator: ", ")
    switch kind {
    case .measures: return SmallScenario.text + measures
    case .exclusiveMeasures:
      return SmallScenario.text
        + (0..<count).map {
          "[[measures]]\nname = \"m\($0)\"\nrate = 0.01\nstacking = \"exclusive\"\nexclusiveGroup = \"one\"\npriority = \($0)\n"
        }
        .joined()
    case .oneCodeMeasures:
      return SmallScenario.text + lines.joined()
        + (0..<count).map { "[[measures]]\nname = \"m\($0)\"\nrate = 0.01\ncovers = [\"\(100_000 + $0)\"]\n" }.joined()
    case .covers: return SmallScenario.replacing("rate = 0.19", with: "rate = 0.19\ncovers = [\(codes)]") + lines.joined()
    case .exemptions: return SmallScenario.replacing("rate = 0.19", with: "rate = 0.19\nexempt = [\(codes)]") + lines.joined()
    case .finerPrefixes:
      let finer = (0..<count).map { "{ prefix = \"6302\(100_000 + $0)\", share = 0.00001 }" }.joined(separator: ", ")
      return SmallScenario.replacing("rate = 0.19", with: "rate = 0.19\nexempt = [\(finer)]")
    case .periods:
      return SmallScenario.text
        + (0..<count).map { number in
          let (year, month, day) = (2025 + number / 336, number / 28 % 12 + 1, number % 28 + 1)
          let date = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
          return "[[periods]]\nname = \"p\(number)\"\nstart = \(date)\nend = \(date)\n"
        }.joined()
    case .groups:
      return SmallScenario.text
        + lines.enumerated().map { $1.replacing("value = 1", with: "group = \"g\($0)\"\nvalue = 1") }.joined()
    case .thresholds:
      let list = (0..<count).map { "{ outcome = \"export_revenue\", value = \(50 + Double($0) / 64) }" }.joined(separator: ", ")
      return SmallScenario.text + "[run]\nthresholds = [\(list)]\n"
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
    case .lines: return SmallScenario.text + lines.joined()
    case .percentiles:
      let list = (0...count).map { "\(100 * Double($0) / Double(count))" }.joined(separator: ", ")
      return SmallScenario.text + "[run]\npercentiles = [\(list)]\n"
    }
  }
}
