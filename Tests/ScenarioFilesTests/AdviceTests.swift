import ScenarioFiles
import TariffModel
import Testing

/// Every way out that a message offers is taken, and must lead out.
@Suite("Advice is executed")
struct AdviceTests {
  private static func problems(_ files: [String: String]) throws -> [InputProblem] {
    let folder = try ScenarioFolder(files)
    do throws(LoadFailure) {
      _ = try folder.load()
      return []
    } catch {
      return error.problems
    }
  }

  private func check(_ advice: AdviceCase, in files: [String: String]) throws {
    let mistaken = try advice.mistake.reduce(files) { try $1.made(in: $0) }
    let problems = try Self.problems(mistaken)
    #expect(problems.contains { $0.rule.kind == advice.rule && $0.suggestion != nil }, "\(problems.map(\.text))")
    for way in advice.ways {
      let left = try Self.problems(try way.reduce(mistaken) { try $1.made(in: $0) })
      #expect(left.isEmpty, "\(way.map(\.replacement)): \(left.map(\.text))")
    }
  }

  @Test("By hand, in the small scenario", arguments: AdviceCase.small + AdviceCase.prose)
  func small(_ advice: AdviceCase) throws { try check(advice, in: ["scenario.toml": SmallScenario.text]) }

  @Test("By hand, in the market scenario", arguments: AdviceCase.market)
  func market(_ advice: AdviceCase) throws { try check(advice, in: MarketScenario.files) }

  @Test("By hand, in a table of lines", arguments: AdviceCase.tables)
  func tables(_ advice: AdviceCase) throws { try check(advice, in: AdviceCase.tableFiles) }

  @Test("By hand, in the world of two regions", arguments: AdviceCase.world)
  func world(_ advice: AdviceCase) throws { try check(advice, in: WorldScenario.files) }

  /// The mistakes of the other tables, each in its files.
  private static let mistaken: [[String: String]] =
    (Mistake.structure + Mistake.numbers + Mistake.forms + Mistake.lines + Mistake.policy + Mistake.runs + Mistake.time
    + Mistake.effects)
    .compactMap { mistake in
      SmallScenario.replacing(mistake.part, with: mistake.replacement).map { ["scenario.toml": $0] }
    } + MarketMistake.all.compactMap { MarketScenario.replacing($0.part, with: $0.replacement, in: $0.file) }

  /// Rules that a value comes to only once it can be read: a code in its quotation marks may still be that of no line.
  private static let laterRules: Set = [
    "knownName", "prefixMatchesALine", "matchesALine", "range", "cannotRead", "needsPeriods", "growthNeedsBaseYear",
    "comparesOne",
  ]

  @Test("To the letter, wherever a message of the other tables can be copied", arguments: mistaken)
  func copied(files: [String: String]) throws {
    for problem in try Self.problems(files) where problem.suggestion != nil {
      guard let ways = Advice(problem: problem, files: files).followed else {
        #expect(try Self.followedByHand.contains(problem.rule.kind), "no test follows: \(problem.text)")
        continue
      }
      #expect(!ways.isEmpty, "nothing to copy in: \(problem.text)")
      for way in ways {
        let left = try Self.problems(way).filter { !Self.laterRules.contains($0.rule.kind) || $0.rule == problem.rule }
        #expect(left.isEmpty, "\(problem.text): \(left.map(\.text))")
      }
    }
  }

  @Test("Every problem that a file has is told with its line", arguments: mistaken + WorldMistake.all.map(\.files))
  func places(files: [String: String]) throws {
    for problem in try Self.problems(files) {
      if case .cannotRead = problem.rule { continue }
      #expect(problem.line != nil && problem.column != nil, "\(problem.text)")
    }
  }

  /// Rules whose advice is followed by hand, or by a test that is named.
  private static var followedByHand: Set<String> {
    get throws {
      Set((AdviceCase.small + AdviceCase.prose + AdviceCase.market + AdviceCase.world + AdviceCase.tables).map(\.rule)).union([
        // Below.
        "matrixIsPositiveSemidefinite", "loadingsWithinOne",
        // A market is made by the lines that have its code.
        "needsOneOf", "missingKey",
      ])
    }
  }

  @Test("Every rule of the model that has advice has it followed", arguments: ModelRule.samples)
  func exhaustive(rule: ModelRule) throws {
    let kind = InputRule.model(rule).kind
    guard ModelProblem(path: "a/b", value: "1", rule: rule).suggestion != nil else { return }
    // No file can bring these about: the reader refuses a parameter of a parameter, and two paths with one stream are not known. An
    // overflow shows when the model is compiled: the program's tests follow what is said of it.
    let unreachable: Set = ["parameterOfParameter", "finiteOutcome", "distinctStreams"]
    #expect(try Self.followedByHand.contains(kind) || unreachable.contains(kind), "\(kind): \(rule.statement)")
  }

  @Test("A row of loadings that is divided by its length is accepted")
  func loadings() throws {
    let files = [
      "scenario.toml": SmallScenario.text.replacing(
        "[[scenarios]]", with: "[[dependence]]\nname = \"d\"\nloadings = \"l.csv\"\n\n[[scenarios]]")
    ]
    // 0.9/√1.62 and 0.3/√0.18.
    for (row, divided) in [("0.9,0.9", "0.7071067811865476,0.7071067811865476"), ("1.2,-0.9", "0.8,-0.6")] {
      let table = "member,f,g\nparameters/demand,"
      let problems = try Self.problems(files.merging(["l.csv": table + row + "\n"]) { $1 })
      #expect(problems.map(\.rule.kind) == ["loadingsWithinOne"], "\(problems.map(\.text))")
      // The row's own place.
      #expect(problems.first?.location == SourceLocation(file: "l.csv", line: 2, column: 1))
      #expect(try Self.problems(files.merging(["l.csv": table + divided + "\n"]) { $1 }).isEmpty)
    }
  }

  @Test("A matrix that is named as the nearest is accepted when it is pasted", arguments: 3...6)
  func nearestMatrix(size: Int) throws {
    let parameters = (0..<size).map { "[parameters.p\($0)]\nvalue = \"1 to 2\"\n" }.joined()
    var state = UInt64(size)
    for _ in 0..<25 {
      var rows = [[Double]](repeating: [Double](repeating: 1, count: size), count: size)
      for i in 0..<size {
        for j in 0..<i {
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          rows[i][j] = Double(Int(state >> 33) % 191 - 95) / 100
          rows[j][i] = rows[i][j]
        }
      }
      let matrix = "matrix = \(rows)"
      let text = """
        schemaVersion = 1
        title = "Matrix"
        home = "A"
        partner = "B"
        \(parameters)
        [[exports.lines]]
        id = "x"
        value = 1
        duty = 0
        response = "linear"
        elasticity = 1
        [[dependence]]
        name = "d"
        members = ["parameters/*"]
        \(matrix)
        [[scenarios]]
        name = "s"

        """
      let problems = try Self.problems(["scenario.toml": text])
      guard let problem = problems.first else { continue }
      #expect(problem.rule.kind == "matrixIsPositiveSemidefinite" && problems.count == 1, "\(problems.map(\.text))")
      // At 24 lines of 100 columns a message ends.
      #expect(problem.text.count <= 2400)
      let advised = try #require(problem.suggestion?.firstMatch(of: /write (matrix = \[.+\]\])/)?.output.1)
      #expect(try Self.problems(["scenario.toml": text.replacing(matrix, with: String(advised))]).isEmpty, "\(problem.text)")
    }
  }
}
