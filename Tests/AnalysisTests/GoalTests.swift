import Analysis
import Distributions
import Glibc
import Simulation
import Statistics
import TariffModel
import Testing
import VectorMath

@Suite("How large a number must be")
struct GoalTests {
  @Test(
    "A goal is read, and told in one form",
    arguments: [
      ("P(balance < 2000) >= 0.9", "P(balance < 2000) >= 0.9"),
      ("P(balance<2000 given imports>1)>=90%", "P(balance < 2000 given imports > 1) >= 0.9"),
      ("P5(balance) >= 1500", "P5(balance) >= 1500"), ("median(a: balance - b: balance) < 0", "P50(a: balance - b: balance) < 0"),
      ("mean( export_revenue[Apparel]@all ) <= 12.5", "mean(export_revenue[Apparel]@all) <= 12.5"),
      ("P97.5(effective_tariff_rate) < 20%", "P97.5(effective_tariff_rate) < 0.2"),
    ])
  func reading(text: String, told: String) throws {
    let goal = try Goal(parsing: text)
    #expect(goal.text == told)
    #expect(try Goal(parsing: told) == goal)
  }

  @Test(
    "What is no goal says where and why",
    arguments: [
      ("balance < 2000", 0, "a probability, a percentile or a mean is missing"),
      ("P(balance < 2000) >= 90", 21, "a probability lies between"),
      ("P0(balance) > 1", 1, "a percentile lies above 0"), ("mean(balance > 1", 13, "a ) is missing"),
      ("P5 balance", 3, "a ( is missing"),
      ("mean(balance)", 13, "one of <, <=, > and >= is missing"),
    ])
  func refusal(text: String, offset: Int, words: String) {
    let error = #expect(throws: ConditionError.self) { try Goal(parsing: text) }
    #expect(error?.offset == offset && error?.words.hasPrefix(words) == true, "\(error as Any)")
  }

  /// A purchase whose amount is lognormal, at a scale that is varied: imports are 100 and x times it.
  private static func purchases(scale x: Double) throws -> Study {
    var study = study([line("a", elasticity: .constant(1))])
    study.imports = [
      ImportLine(id: "i", baseValue: number(100), tariff: number(0.1), response: .log(elasticity: number(1), passThrough: nil))
    ]
    study.commitments = [
      PurchaseCommitment(
        name: "crude",
        amount: .value(
          Quantity(
            .distribution(
              try .lognormal(mean: exp(0.03125), standardDeviation: exp(0.03125) * (exp(0.0625) - 1).squareRoot())),
            path: "commitments/crude/amount")),
        basis: .increment(overlap: nil), importLine: "i", additionality: .share(number(1)))
    ]
    study.scenarios = [
      PolicyScenario(
        name: "package", measures: [PolicyScenario.Use("tariff")], commitments: [PolicyScenario.Use("crude", scale: number(x))])
    ]
    return study
  }

  private static func result(
    _ text: String, over range: ClosedRange<Double>, draws: Int, seed: UInt64, present: Double? = 1
  ) throws -> GoalResult {
    let goal = try Goal(parsing: text)
    return try goal.search(over: range, present: present, draws: draws) { x in
      let model = try CompiledModel(purchases(scale: x), outcomes: OutcomeSelection(outcomes: Set(goal.terms.map(\.outcome))))
      let question = try #require(
        GoalQuestion(
          goal, of: model, scenario: "package", period: "year", extent: Extent(draws: draws, seed: seed),
          kernels: KernelChoice(.detected)))
      var run = ExperimentInProgress(question.experiment, shard: .whole, threads: 1)
      run.advance(threads: 1)
      return try question.value(of: run.tally, threads: 1)
    }
  }

  /// Of imports 100 + x·e^{z/4}, z a standard normal.
  ///
  /// P(imports < 110) ≥ 0.9 up to x = 10·e^{−1.2816/4}, P75 ≥ 130 from x = 30·e^{−0.6745/4}
  /// on, and the mean reaches 120 at x = 20·e^{−1/32}.
  private static let closedForms: [(goal: String, answer: Double)] = [
    ("P(imports < 110) >= 0.9", 10 * exp(-0.25 * 1.2815515655446004)),
    ("P75(imports) >= 130", 30 * exp(-0.25 * 0.6744897501960817)),
    ("mean(imports) >= 120", 20 * exp(-0.03125)),
  ]

  /// Of 200 intervals of 95 % as many hold the truth as a binomial law has with a chance of 99.9 % or more; the seeds are fixed.
  @Test("The interval holds a known answer in 180 to 199 of 200 seeds", arguments: 0..<3)
  func coverage(form: Int) throws {
    let (goal, answer) = Self.closedForms[form]
    var (held, solved, values, steps) = (0, 0, 0.0, 0)
    for seed in 0..<200 {
      let result = try Self.result(goal, over: 1...60, draws: 2_000, seed: UInt64(seed))
      guard result.status == .solved, let found = result.answer, let low = result.low, let high = result.high else { continue }
      solved += 1
      held += low <= answer && answer <= high ? 1 : 0
      values += found
      steps = max(steps, result.points.count)
      #expect(low <= found && found <= high && high - low < 0.2 * answer)
    }
    #expect(solved == 200)
    #expect((180...199).contains(held), "\(held) of 200")
    #expect((values / 200 - answer).magnitude < 0.01 * answer)
    // Each is a run of its own: the first look takes eight.
    #expect(steps <= 26, "\(steps) values")
  }

  @Test("At the answer the number is the target, and the goal holds on the side that is told")
  func there() throws {
    let result = try Self.result("P(imports < 110) >= 0.9", over: 1...60, draws: 20_000, seed: 4)
    #expect(result.holdsAbove == false && result.there.x == result.answer)
    #expect((result.there.value.estimate - 0.9).magnitude < 0.002)
    #expect(result.drawsComputed == 20_000 * result.points.count)
    #expect(result.points.map(\.x) == result.points.map(\.x).sorted())
  }

  @Test("The same question has the same answer, and conditions that hold always or never say so")
  func endings() throws {
    let never = try Self.result("P(imports < 90) >= 0.9", over: 1...60, draws: 1_000, seed: 1)
    #expect(never.status == .unreachable && never.answer == nil)
    let always = try Self.result("mean(imports) >= 50", over: 1...60, draws: 1_000, seed: 1)
    #expect(always.status == .alreadyTrue && always.answer == nil)
    let beyond = try Self.result("mean(imports) >= 200", over: 1...60, draws: 1_000, seed: 1)
    #expect(beyond.status == .unreachable && beyond.there.x == 60)
    let first = try Self.result("P5(imports) >= 110", over: 1...60, draws: 1_000, seed: 3)
    let second = try Self.result("P5(imports) >= 110", over: 1...60, draws: 1_000, seed: 3)
    #expect(first.answer == second.answer && first.low == second.low && first.points == second.points)
  }

  /// A number that is known up to an error, as a function of what is varied.
  private static func told(
    _ range: ClosedRange<Double>, error: Double, _ number: @escaping (Double) -> Double
  ) throws -> GoalResult {
    try Goal(parsing: "mean(balance) >= 0").search(over: range, present: nil, draws: 100) { (x: Double) throws(GoalFailure) in
      GoalValue(number(x), interval: number(x) - error...number(x) + error, draws: 100)
    }
  }

  @Test("A number that rises and falls is told as such, with where it changes")
  func notMonotone() throws {
    let result = try Self.told(0...6, error: 0.01) { 1 - ($0 - 3) * ($0 - 3) }
    #expect(result.status == .notMonotone && result.crossings.count == 2)
    #expect((try #require(result.answer) - 2).magnitude < 1e-3)
    #expect(result.holdsAbove == true)
  }

  @Test("A jump is found to the last bits, and a number that never leaves its error is not decided")
  func jumpAndNoise() throws {
    let jump = try Self.told(0...1, error: 0) { $0 < 0.3 ? -1 : 1 }
    #expect(jump.status == .solved)
    #expect((try #require(jump.answer) - 0.3).magnitude < 0.01)
    let flat = try Self.told(0...1, error: 1) { 0.1 * ($0 - 0.5) }
    #expect(flat.status == .undecided)
    // It reaches the target within the range, and is not known to.
    let open = try Self.told(0...1, error: 0.3) { $0 - 0.9 }
    #expect(open.status == .undecided && open.high == nil)
    #expect((try #require(open.answer) - 0.9).magnitude < 1e-6)
    #expect((try #require(open.low) - 0.6).magnitude < 0.1)
  }

  private static func counted(_ hits: Int, of draws: Int) -> GoalValue {
    let probability = ProbabilityEstimate(hits: hits, draws: draws)
    return GoalValue(probability.value, interval: probability.interval, draws: draws)
  }

  /// A probability that is 0 below a place and 1 from there on, or the other way.
  private static func stepped(_ text: String, at place: Double, rises: Bool, draws: Int = 1_000) throws -> GoalResult {
    try Goal(parsing: text).search(over: 0...1_000, present: 300, draws: draws) { (x: Double) throws(GoalFailure) in
      Self.counted((x >= place) == rises ? draws : 0, of: draws)
    }
  }

  @Test(
    "At the jump of a yes or no the goal holds at the answer, on the side that is told, and the interval holds the jump",
    arguments: [
      ("P(balance < 500) >= 0.9", true), ("P(balance < 500) >= 0.9", false), ("P(balance < 500) <= 0.5", true),
      ("P(balance < 500) < 0.3", false), ("P(balance < 500) > 0", true), ("P(balance < 500) >= 1", true),
    ])
  func jumpOfAProbability(text: String, rises: Bool) throws {
    let place = 409.0909090909091
    let result = try Self.stepped(text, at: place, rises: rises)
    let (answer, low, high) = (try #require(result.answer), result.low ?? 0, result.high ?? 1_000)
    #expect(result.goal.margin(of: result.there.value.estimate) >= 0 && result.there.x == answer)
    #expect(result.holdsAbove == (text.contains(">") == rises))
    #expect((answer - place).magnitude < 0.001 && low <= place && place <= high && low <= answer && answer <= high)
    #expect(result.points.count < 40)
    // A thousand draws cannot tell a probability of 0 or 1 from one beside it.
    let isBound = text.hasSuffix("> 0") || text.hasSuffix(">= 1")
    #expect(result.status == (isBound ? .undecided : .solved))
    if !isBound { #expect(high - low < 0.001) }
  }

  @Test("A probability that jumps over the target from one level to another is found at the jump")
  func jumpBetweenLevels() throws {
    let result = try Goal(parsing: "P(balance < 500) >= 0.7").search(over: 0...1_000, present: nil, draws: 20_000) {
      (x: Double) throws(GoalFailure) in
      Self.counted(x < 275.19 ? 0 : x < 409.09 ? 12_000 : 20_000, of: 20_000)
    }
    #expect(result.holdsAbove == true && result.there.value.estimate == 1)
    #expect((try #require(result.answer) - 409.09).magnitude < 0.001)
    #expect(try #require(result.low) <= 409.09 && #require(result.high) >= 409.09)
  }

  /// Imports of at least 300, on which more than 300 is wanted, or no more.
  @Test("Where a number stays at the target for a while, the end of the stretch is found", arguments: ["> 0", "<= 0"])
  func plateau(relation: String) throws {
    let result = try Goal(parsing: "mean(balance) \(relation)").search(over: 0...1_000, present: 200, draws: 100) {
      (x: Double) throws(GoalFailure) in
      GoalValue(max(0, x - 300), interval: max(0, x - 300)...max(0, x - 300), draws: 100)
    }
    #expect((try #require(result.answer) - 300).magnitude < 0.001)
    #expect(result.holdsAbove == (relation == "> 0"))
    #expect(result.goal.statistic == (try Goal(parsing: "mean(balance) > 0")).statistic)
  }

  @Test("Behind a kink the answer is found too, and the goal's number there is the target")
  func kink() throws {
    let result = try Self.told(0...1_000, error: 0) { $0 < 300 ? -1.16 - 1e-9 * (300 - $0) : $0 - 301.16 }
    #expect((try #require(result.answer) - 301.16).magnitude < 0.001)
    #expect(result.there.value.estimate.magnitude < 0.001)
  }

  @Test("Values at which no draw tells the number are passed over")
  func undefined() throws {
    let result = try Goal(parsing: "P(balance < 1 given imports > 4) >= 0.5").search(over: 0...10, present: nil, draws: 1_000) {
      (x: Double) throws(GoalFailure) in x < 2 ? GoalValue.undefined : Self.counted(Int(min(x, 10) * 100), of: 1_000)
    }
    #expect(result.status == .solved && result.holdsAbove == true)
    #expect((try #require(result.answer) - 5).magnitude < 0.05)
  }

  @Test("What does not move with the number is told as such")
  func unmoved() throws {
    let result = try Self.told(0...1, error: 0.1) { _ in -1 }
    #expect(result.status == .unreachable && result.isUnmoved)
    #expect(try !Self.told(0...1, error: 0.1) { $0 - 2 }.isUnmoved)
  }

  @Test("Over many halvings values are spread evenly on a logarithmic scale")
  func logarithmic() throws {
    let result = try Self.told(1e-3...1e6, error: 1e-6) { log($0) - 2 }
    #expect((try #require(result.answer) - exp(2)).magnitude < 1e-3)
    #expect(result.points.count < 24)
  }
}
