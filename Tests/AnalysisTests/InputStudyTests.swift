import Distributions
import Expressions
import Simulation
import Statistics
import Testing
import VectorMath

/// Functions whose indices are known, as programs of the engine.
///
/// A figure is to lie within 10 of its standard errors, which Student's t of 31 degrees of freedom leaves with probability
/// 4e-11; the seed is fixed. Figures are those of the closed forms: T. Ishigami, T. Homma, doi:10.1109/ISUMA.1990.151285; I.
/// M. Sobol', doi:10.1016/S0378-4754(00)00270-6; A. B. Owen, C. Prieur, doi:10.1137/16M1097717.
@Suite("Indices and Shapley effects of known functions")
struct InputStudyTests {
  private let graph = ExpressionGraph()
  private let conduct = InputConduct(threads: 2)

  private func study(_ function: Expression, draws: Int = 65_536, seed: UInt64 = 5) throws -> InputStudy {
    let view = try #require(function.outputView)
    let operand = Operand(output: OutputPlace(number: 0), scale: view.scale, offset: view.offset, isRatio: false)
    return InputStudy(
      BlockProgram(graph: graph, outputs: [view.column]), targets: [.init(operand)], draws: draws, seed: seed,
      kernels: KernelChoice(.detected))
  }

  /// The numbers of a program's inputs by path.
  private func places(_ study: InputStudy) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: study.program.inputs.enumerated().map { ($1.path, $0) })
  }

  private func expect(
    _ estimate: IndexEstimate?, _ truth: Double, halfWidth: Double = 0.02, _ name: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let estimate = try #require(estimate, sourceLocation: sourceLocation)
    #expect(
      (estimate.value - truth).magnitude <= 10 * estimate.standardError + 1e-12,
      "\(name): \(estimate.value) ± \(estimate.standardError), truly \(truth)", sourceLocation: sourceLocation)
    #expect(estimate.halfWidth < halfWidth, "\(name): \(estimate.halfWidth)", sourceLocation: sourceLocation)
  }

  /// sin x₁ + 7·sin² x₂ + x₃⁴·sin x₁/10 of uniform angles: the sine of one has the arcsine law, its square that on [0, 1].
  private func ishigami() throws -> Expression {
    let sine = graph.draw(try .beta(alpha: 0.5, beta: 0.5, lower: -1, upper: 1), stream: "1")
    let square = graph.draw(try .beta(alpha: 0.5, beta: 0.5, lower: 0, upper: 1), stream: "2")
    let x = graph.draw(try .uniform(lower: -Double.pi, upper: Double.pi), stream: "3")
    return sine + square * 7 + x * x * x * x * sine * 0.1
  }

  @Test("Ishigami's function, a = 7 and b = 0.1: S, T and Shapley effects")
  func ishigamiIndices() throws {
    let study = try study(ishigami())
    let place = places(study)
    let sets = try ["1", "2", "3"].map { [try #require(place[$0])] }
    let mixed = try #require(study.mixed(sets, conduct: conduct))
    let first = [0.3139051911478115, 0.4424111447900408, 0]
    let total = [0.5575888552099592, 0.4424111447900408, 0.2436836640621477]
    let shapley = [0.4357470231788853, 0.4424111447900408, 0.1218418320310739]
    let turns = try #require(study.shapley(sets.map { .init(columns: $0) }, blocks: [], conduct: conduct))
    for input in 0..<3 {
      try expect(GroupJackknife.estimate(mixed.sums[0][input], \.firstOrder), first[input], "S\(input + 1)")
      try expect(GroupJackknife.estimate(mixed.sums[0][input], \.total), total[input], "T\(input + 1)")
      try expect(GroupJackknife.estimate(turns.sums[0]) { $0.effect(of: input) }, shapley[input], "Shapley \(input + 1)")
    }
    #expect(mixed.unusable == [0] && turns.unusable == [0])
    // x₁ and x₃ together: all but what x₂ does alone.
    let pair = try #require(study.mixed([sets[0] + sets[2]], conduct: conduct))
    try expect(GroupJackknife.estimate(pair.sums[0][0], \.firstOrder), 1 - first[1], "S13")
  }

  /// ∏(|4xᵢ − 2| + aᵢ)/(1 + aᵢ): Vᵢ = 1/(3(1 + aᵢ)²), V = ∏(1 + Vᵢ) − 1, Sᵢ = Vᵢ/V, Tᵢ = Vᵢ·∏(1 + Vⱼ)/V over the others.
  @Test("Sobol's G function of six inputs")
  func gFunction() throws {
    let a: [Double] = [0, 0.5, 3, 9, 99, 99]
    let factors = try a.indices.map { number in
      let x = graph.draw(try .uniform(lower: 0, upper: 1), stream: "\(number)")
      return (maximum(x * 4 - 2, 2 - x * 4) + a[number]) / (1 + a[number])
    }
    let study = try study(factors.dropFirst().reduce(factors[0], *))
    let place = places(study)
    let sets = try a.indices.map { [try #require(place["\($0)"])] }
    let mixed = try #require(study.mixed(sets, conduct: conduct))
    let parts = a.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let all = parts.reduce(1) { $0 * (1 + $1) }
    for input in a.indices {
      let total = parts[input] * all / (1 + parts[input]) / (all - 1)
      try expect(GroupJackknife.estimate(mixed.sums[0][input], \.firstOrder), parts[input] / (all - 1), "S\(input)")
      try expect(GroupJackknife.estimate(mixed.sums[0][input], \.total), total, "T\(input)")
    }
    #expect((parts[0] / (all - 1) - 0.5867811897667690).magnitude < 1e-12)
  }

  /// Y = Σ i·zᵢ with equal correlations 0.4 has variance 123; the effects are exact fractions of it.
  ///
  /// The normals are written in two ways: as one factor and parts of their own, and as the product with a triangular factor.
  @Test("Shapley effects of a linear function of five correlated normals", arguments: [true, false])
  func correlated(hasFactor: Bool) throws {
    let count = 5
    var rows: [[Double]] = []
    var streams: [String] = []
    if hasFactor {
      streams = ["factor"] + (0..<count).map { "z\($0)" }
      let (common, own) = (Double(0.4).squareRoot(), Double(0.6).squareRoot())
      rows = (0..<count).map { member in [common] + (0..<count).map { $0 == member ? own : 0 } }
    } else {
      streams = (0..<count).map { "z\($0)" }
      // The Cholesky factor of 0.6·1 + 0.4·J, row by row.
      for row in 0..<count {
        var own = [Double](repeating: 0, count: count)
        for column in 0...row {
          let product = (0..<column).reduce(0.0) { $0 + own[$1] * (row == column ? own[$1] : rows[column][$1]) }
          own[column] = row == column ? (1 - product).squareRoot() : (0.4 - product) / rows[column][column]
        }
        rows.append(own)
      }
    }
    let base = streams.map(graph.standardNormal)
    let z = rows.map { row in graph.sum(zip(row, base).map { $1 * $0 }) }
    let study = try study(graph.sum(z.enumerated().map { $1 * Double($0 + 1) }))
    let place = places(study)
    let columns = try streams.map { try #require(place[$0]) }
    let players = rows.map { InputStudy.Player(columns: [], rows: [.init(block: 0, weights: $0)]) }
    let turns = try #require(study.shapley(players, blocks: [columns], conduct: conduct))
    let truth = [0.1055127347810275, 0.1435840401694060, 0.1908276727788923, 0.2472436326094863, 0.3128319196611880]
    for player in 0..<count {
      try expect(
        GroupJackknife.estimate(turns.sums[0]) { $0.effect(of: player) }, truth[player], halfWidth: 0.03, "Shapley \(player + 1)")
    }
  }

  /// Two normals of correlation 0.9 of which the second counts a thousandth: the effects are 1 − 0.81/2 and 0.81/2, to a
  /// hundredth.
  @Test("A number that counts for nothing has an effect where it tells of another")
  func borrowedEffect() throws {
    let (a, b) = (graph.standardNormal(stream: "a"), graph.standardNormal(stream: "b"))
    let study = try study(a + (a * 0.9 + b * 0.19.squareRoot()) * 0.001)
    let players = [[1, 0], [0.9, 0.19.squareRoot()]].map { InputStudy.Player(columns: [], rows: [.init(block: 0, weights: $0)]) }
    let place = places(study)
    let columns = try ["a", "b"].map { try #require(place[$0]) }
    let turns = try #require(study.shapley(players, blocks: [columns], conduct: conduct))
    // Var Y = 1 + 0.0018 + 1e-6; what the second is worth alone is (0.9 + 0.001)² of it, the first (1 + 0.0009)².
    let variance = 1.001801
    let (first, second) = (1.0009 * 1.0009 / variance, 0.901 * 0.901 / variance)
    try expect(GroupJackknife.estimate(turns.sums[0]) { $0.effect(of: 0) }, (1 + first - second) / 2, "first")
    try expect(GroupJackknife.estimate(turns.sums[0]) { $0.effect(of: 1) }, (1 + second - first) / 2, "second")
  }

  @Test("Figures do not depend on threads")
  func threads() throws {
    let study = try study(ishigami(), draws: 32_768 + 700)
    let all = try [1, 2, 3, 7].map { threads in
      let conduct = InputConduct(threads: threads)
      let mixed = try #require(study.mixed([[0], [1, 2]], conduct: conduct))
      let turns = try #require(study.shapley([.init(columns: [0]), .init(columns: [1])], blocks: [], conduct: conduct))
      return [
        try #require(GroupJackknife.estimate(mixed.sums[0][0], \.firstOrder)),
        try #require(GroupJackknife.estimate(mixed.sums[0][1], \.total)),
        try #require(GroupJackknife.estimate(turns.sums[0]) { $0.effect(of: 0) }),
      ]
    }
    #expect(all.allSatisfy { $0 == all[0] })
  }
}
