import ScenarioFiles
import Testing

/// Whatever is typed where a number stands, what the messages offer leads to a file that is accepted.
@Suite("Numbers mistyped in every place")
struct MistypedNumberTests {
  /// A place for a number in the small scenario.
  struct Place: Sendable, CustomTestStringConvertible {
    var name: String
    var part: String
    /// With `#` for the number.
    var replacement: String
    /// Where the number is a parameter's, the place that names it.
    var user: (part: String, replacement: String)?

    init(_ name: String, _ part: String, _ replacement: String, user: (String, String)? = nil) {
      (self.name, self.part, self.replacement) = (name, part, replacement)
      self.user = user.map { (part: $0.0, replacement: $0.1) }
    }

    var testDescription: String { name }

    func files(with value: String) throws -> [String: String] {
      let number = replacement.replacing("#", with: value)
      var text = try #require(SmallScenario.replacing(part, with: number))
      if let user {
        let pieces = text.split(separator: user.part, omittingEmptySubsequences: false)
        try #require(pieces.count == 2)
        text = pieces.joined(separator: user.replacement)
      }
      return ["scenario.toml": text]
    }
  }

  private static let parameter = ("[parameters.demand]", "[parameters.q]\nvalue = #\n\n[parameters.demand]")

  static let places = [
    Place("elasticity", "elasticity = 1.2", "elasticity = #"), Place("value", "value = 100", "value = #"),
    Place("duty", "duty = 0.1", "duty = #"), Place("rate", "rate = 0.19", "rate = #"),
    Place("coverage", "rate = 0.19", "rate = 0.19\ncoverage = #"), Place("amount", "amount = 500", "amount = #"),
    Place("share", "additionality = 0.1", "additionality = #"),
    Place("passThrough", "elasticity = 1.2", "elasticity = 1.2\npassThrough = #"),
    Place("default", "[[exports.lines]]", "[exports.defaults]\npassThrough = #\n\n[[exports.lines]]"),
    Place("scale", "measures = [\"reciprocal\"]", "measures = [{ name = \"reciprocal\", scale = # }]"),
    Place("parameter", parameter.0, parameter.1),
    Place("parameter of an elasticity", parameter.0, parameter.1, user: ("elasticity = 1.5", "elasticity = \"q\"")),
    Place("parameter of a rate", parameter.0, parameter.1, user: ("rate = 0.19", "rate = \"q\"")),
    Place("parameter of a share", parameter.0, parameter.1, user: ("additionality = 0.1", "additionality = \"q\"")),
    Place("parameter of an amount", parameter.0, parameter.1, user: ("amount = 500", "amount = \"q\"")),
    Place("percentiles", "[[scenarios]]", "[run]\npercentiles = #\n\n[[scenarios]]"),
    Place("draws", "[[scenarios]]", "[run]\ndraws = #\n\n[[scenarios]]"),
    Place("shortfall", "[[scenarios]]", "[run]\nshortfallPercent = #\n\n[[scenarios]]"),
    Place("base year", "title = \"Small\"", "title = \"Small\"\nbaseYear = #"),
    Place("basis", "basis = \"increment\"", "basis = #"), Place("code", "hs = \"6302\"", "hs = #"),
  ]

  static let values = [
    // Percentages and fractions.
    "29", "1.5", "-3", "0", "\"29\"", "\"29 %\"", "\"-10%\"", "\"150%\"", "\"1.5\"",
    // Marks of thousands, decimal commas, words and signs beside the number.
    "\"1 234\"", "\"1,234\"", "\"1,234.5\"", "\"1.234.567\"", "\"1.000,5\"", "\"1_000\"", "\"100 000\"", "\"1,6\"", "\"1.6.\"",
    "\".5\"", "\"~5\"", "\"$500\"", "\"500 million\"", "\"1e6\"", "\"1e400\"", "inf", "nan", "\"inf\"", "1.8e308", "\"\"", "true",
    // Intervals and ranges.
    "\"10-29%\"", "\"10%-29%\"", "\"10 %–29 %\"", "\"0 to 30%\"", "\"10% to 0.29\"", "\"0.4 to 1.3\"", "\"0,4 to 1,3\"",
    "\"10 to 29\"", "\"10..29\"", "\"0.1-0.29\"", "\"0.4-1.3\"", "\"50-150\"", "\"-3 to -2\"", "\"-1 to 2\"", "\"2 to 1\"",
    "\"1 to 1\"", "\"5±1\"", "\"0.5±0.1\"", "\"5%±1%\"", "\"10 or 29\"", "\"0.1 or 0.29\"",
    // Lists.
    "[1, 2]", "[\"1\", \"2\"]", "[5, 50, 95]", "[\"5%\", \"50%\"]", "\"5,50,95\"", "\"5; 50; 95\"",
    // Families, their values wholly or partly where they may not be.
    "{ uniform = { lower = -3, upper = -2 } }", "{ triangular = { lower = -3, mode = -2.5, upper = -2 } }",
    "{ pert = { lower = -3, mode = -2.5, upper = -2 } }", "{ normal = { mean = 1, sd = 1 } }",
    "{ normal = { low = -1, high = 2 } }", "{ uniform = { lower = -1, upper = 1 } }", "{ uniform = { lower = 80, upper = 100 } }",
    "{ discrete = { values = [-3, -2], probabilities = [0.25, 0.75] } }", "{ empirical = { values = [-3, -2] } }",
    "{ discrete = { values = [-1, 0.5], probabilities = [0.5, 0.5] } }", "{ studentT = { degreesOfFreedom = 3 } }",
    "{ value = \"0.1 to 0.3\", lower = -1 }", "{ value = \"29\" }", "{ value = \"10 to 29\" }",
    // Probabilities and weights of any size and number.
    "{ discrete = { values = [0.1, 0.2], probabilities = [50, 50] } }",
    "{ discrete = { values = [0.1, 0.2], probabilities = [100] } }",
    "{ discrete = { values = [0.1], probabilities = [3] } }", "{ mixture = { weights = [3], components = [0.1, 0.2] } }",
    "{ mixture = { weights = [3, 1], components = [0.1, 0.2] } }", "{ quantiles = { probabilities = [100], values = [0.1] } }",
    "{ quantiles = { probabilities = [0, 50, 100], values = [0.1, 0.2, 0.3] } }",
    "{ discrete = { values = [0.1, 0.2, 0.3], probabilities = [0.3, 0.3, 0.3] } }",
    // Names.
    "\"demnd\"", "{ parameter = \"demnd\" }", "{ parameter = 29 }", "{ parameter = \"29\" }", "\"increments\"",
    // Days, years and codes in the wrong place.
    "24", "2025", "\"2025\"", "2025-01-01", "\"2025-1-1\"", "63021", "\"6302.10\"",
    // What TOML does not take.
    "10%", "1,6", "0.1 to 0.3", "demand", "10-29", "0,1 to 0,3", "07", ".5", "1 000", "“0.4”",
  ]

  private static func problems(_ files: [String: String]) throws -> [InputProblem] {
    let folder = try ScenarioFolder(files)
    do throws(LoadFailure) {
      _ = try folder.load()
      return []
    } catch {
      return error.problems
    }
  }

  /// The files after what all messages offer is done, of each the way of this number or its last; nothing where one offers nothing
  /// that can be copied.
  private static func followed(_ problems: [InputProblem], in files: [String: String], way: Int) -> [String: String]? {
    // From the end, so that places before stay.
    problems.reversed().reduce(files) { files, problem in
      guard let files, let ways = Advice(problem: problem, files: files).followed, !ways.isEmpty else { return nil }
      return ways[min(way, ways.count - 1)]
    }
  }

  /// The longest way out.
  private static let mostSteps = 3

  private func chase(_ files: [String: String], _ trail: [String]) throws {
    let problems = try Self.problems(files)
    let told = problems.map(\.text)
    if problems.isEmpty { return }
    // The parser knows no keys: what it takes a value for may not be wanted here.
    let isSyntax = problems.contains { if case .notTOML = $0.rule { true } else { false } }
    for way in 0..<2 {
      guard let next = Self.followed(problems, in: files, way: way) else {
        // A parameter may be any number, and where it is named may take none of it.
        let isOfUser = problems.allSatisfy { $0.rule == .rateAboveOne && $0.value == "\"q\"" }
        #expect(trail.isEmpty || isOfUser, "what was advised is refused: \(trail) \(told)")
        return
      }
      #expect(next != files, "the same again: \(told)")
      if next == files { return }
      try #require(trail.count < Self.mostSteps, "no end: \(trail)")
      try chase(next, isSyntax ? [] : trail + told)
    }
  }

  @Test("What is advised, and what is advised then, is accepted", arguments: places)
  func advice(place: Place) throws {
    for value in Self.values { try chase(place.files(with: value), []) }
  }
}
