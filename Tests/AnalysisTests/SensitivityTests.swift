import Analysis
import Distributions
import Glibc
import Simulation
import Statistics
import TariffModel
import Testing
import VectorMath

/// What is asked of studies whose export revenue is a sum: lines without a measure keep their values.
///
/// A figure is to lie within 10 of its standard errors (Student's t of 31 degrees of freedom: probability 4e-11; of 15:
/// 5e-8); seeds are fixed.
@Suite("What drives the spread")
struct SensitivityTests {
  /// Lines of uniform values, 50 ± half a width each, with an elasticity that matters under the measure alone.
  private func study(_ widths: [Double], dependence: [Dependence] = []) throws -> Study {
    var study = AnalysisTests.study(
      try widths.enumerated().map { number, width in
        var line = line("\(number)", elasticity: try .lognormal(mean: 1.5, standardDeviation: 0.5))
        line.baseValue = Quantity(
          .distribution(try .uniform(lower: 50 - width / 2, upper: 50 + width / 2)), path: "exports/\(number)/value")
        return line
      })
    study.scenarios.append(PolicyScenario(name: "nothing"))
    study.dependence = dependence
    return study
  }

  private func answer(
    _ study: Study, scenario: String = "nothing", against: String? = nil, named: [InputPartition.Named] = [],
    grouping: InputGrouping = .automatic, method: SensitivityMethod = .sobol, draws: Int = 32_768, threads: Int = 2
  ) throws -> SensitivityResult {
    let scenarios = Set([scenario, against].compactMap(\.self))
    let model = try CompiledModel(
      study, outcomes: OutcomeSelection(outcomes: [.exportRevenue], groups: ["total"], scenarios: scenarios))
    let question = try SensitivityQuestion(
      model, plan: Plan(draws: draws, seed: 11), scenarios: [scenario], against: against, named: named, grouping: grouping,
      method: method, kernels: KernelChoice(.detected))
    return try question.result(conduct: InputConduct(threads: threads))
  }

  private func influence(_ result: SensitivityResult, _ name: String) throws -> InputInfluence {
    let number = try #require(result.inputs.firstIndex { $0.name == name }, "\(name)")
    return try #require(result.outcomes.first?.inputs.first { $0.input == number }, "\(name)")
  }

  private func expect(_ estimate: IndexEstimate?, _ truth: Double, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let estimate = try #require(estimate, sourceLocation: sourceLocation)
    #expect(
      (estimate.value - truth).magnitude <= 10 * estimate.standardError + 1e-3,
      "\(estimate.value) ± \(estimate.standardError), truly \(truth)", sourceLocation: sourceLocation)
    #expect(estimate.halfWidth < 0.03, sourceLocation: sourceLocation)
  }

  @Test("A sum of independent uniforms: each index is its share of the variance, and numbers that are not read have 0")
  func linear() throws {
    let widths: [Double] = [40, 20, 10, 0.5]
    let result = try answer(study(widths))
    let squares = widths.map { $0 * $0 }
    for (number, square) in squares.enumerated() {
      let own = try influence(result, "exports/\(number)/value")
      let share = square / squares.reduce(0, +)
      try expect(own.firstOrder, share)
      try expect(own.total, share)
      // The others stand at their medians, 50.
      #expect(try (#require(own.low) - (200 - 0.4 * widths[number])).magnitude < 1e-9)
      #expect(try (#require(own.high) - (200 + 0.4 * widths[number])).magnitude < 1e-9)
      #expect(own.rank == (number + 1)...(number + 1))
      let unread = try influence(result, "exports/\(number)/elasticity")
      #expect(unread.firstOrder == .zero && unread.total == .zero && unread.widthCut == .zero && unread.low == nil)
    }
    let outcome = result.outcomes[0]
    #expect(try (#require(outcome.medianCase) - 200).magnitude < 1e-9 && outcome.unusableDraws == 0)
    let deviation = (squares.reduce(0, +) / 12).squareRoot()
    // The standard error of an sd from 32,768 draws of a law of kurtosis under 3 is under 0.4 %.
    #expect(try (#require(outcome.spread).standardDeviation / deviation - 1).magnitude < 0.03)
  }

  /// Of two uniforms, one of which is known, the other alone is left.
  ///
  /// P5 to P95 is then 0.9 of its width. Of the sum of widths 30 and 10 the 5th percentile
  /// is the area √(2·30·10·0.05) = √30 from the end, where the triangle's slope ends at 10: P5 to P95 is 40 − 2·√30.
  @Test("What knowing an input takes off the distance from P5 to P95")
  func widthCut() throws {
    let result = try answer(study([30, 10]), draws: 65_536)
    let all = 40 - 2 * 30.0.squareRoot()
    for (name, left) in [("exports/0/value", 10.0), ("exports/1/value", 30.0)] {
      let cut = try #require(try influence(result, name).widthCut)
      #expect((cut.value - (1 - 0.9 * left / all)).magnitude <= 10 * cut.standardError, "\(name): \(cut)")
      #expect(cut.halfWidth < 0.02)
    }
  }

  /// Uniforms with a Gaussian copula.
  ///
  /// With c = asin(r/2)/2π their covariance and v = asin(r²/2)/2π the variance of one's mean given the other, knowing the
  /// first of w₁U₁ + w₂U₂ explains w₁²/12 + 2w₁w₂c + w₂²v. Of two players each effect is half of what it explains alone and
  /// half of what the other leaves.
  @Test("Correlated numbers: together by indices, one by one by Shapley effects and by plain draws", arguments: [0.6, -0.5])
  func correlated(r: Double) throws {
    let (w1, w2, w3) = (40.0, 30.0, 20.0)
    let study = try study(
      [w1, w2, w3],
      dependence: [Dependence(name: "pair", members: ["exports/0/value", "exports/1/value"], structure: .group(correlation: r))])
    let c = asin(r / 2) / (2 * Double.pi)
    let v = asin(r * r / 2) / (2 * Double.pi)
    let pair = w1 * w1 / 12 + w2 * w2 / 12 + 2 * w1 * w2 * c
    let variance = pair + w3 * w3 / 12
    let alone = [w1 * w1 / 12 + 2 * w1 * w2 * c + w2 * w2 * v, w2 * w2 / 12 + 2 * w1 * w2 * c + w1 * w1 * v]

    let indices = try answer(study)
    try expect(influence(indices, "pair").firstOrder, pair / variance)
    try expect(influence(indices, "pair").total, pair / variance)
    try expect(influence(indices, "exports/2/value").total, w3 * w3 / 12 / variance)

    let effects = try answer(study, method: .shapley, draws: 65_536)
    try expect(influence(effects, "exports/0/value").shapley, (alone[0] + pair - alone[1]) / 2 / variance)
    try expect(influence(effects, "exports/1/value").shapley, (alone[1] + pair - alone[0]) / 2 / variance)
    try expect(influence(effects, "exports/2/value").shapley, w3 * w3 / 12 / variance)
    #expect(try influence(effects, "exports/2/elasticity").shapley == .zero)
    let sum = effects.outcomes[0].inputs.reduce(0) { $0 + ($1.shapley?.value ?? 0) }
    #expect((sum - 1).magnitude < 1e-12)
    // Each moves by itself: all others stay at their medians, however they are correlated.
    #expect(try (#require(influence(effects, "exports/0/value").high) - (150 + 0.4 * w1)).magnitude < 1e-6)

    let plain = try answer(study, method: .plain, draws: 65_536)
    for number in 0..<2 { try expect(influence(plain, "exports/\(number)/value").firstOrder, alone[number] / variance) }
    #expect(try influence(plain, "exports/2/elasticity").firstOrder == .zero)
  }

  @Test("Of a difference of scenarios only what differs counts; a level has the values' spread too")
  func difference() throws {
    let study = try study([1e-6, 1e-6])
    let result = try answer(study, scenario: "policy", against: "nothing")
    #expect(result.against == "nothing" && result.outcomes.count == 1)
    let own = try (0..<2).map { try influence(result, "exports/\($0)/elasticity") }
    for input in own { try expect(input.total, 0.5) }
    // Equal inputs are told apart by chance alone: the order is left open.
    #expect(own.allSatisfy { $0.rank == 1...2 })
  }

  @Test("Each shape of dependence is undone by what makes it")
  func streamsMakingNumbers() throws {
    let structures: [Dependence.Structure] = [
      .group(correlation: 0.7), .group(correlation: -0.3), .matrix([[1, 0.4, 0.2], [0.4, 1, 0.3], [0.2, 0.3, 1]]),
      .loadings(factors: ["f", "g"], rows: [[0.5, 0.3], [0, 0.8], [-0.4, 0.2]]),
    ]
    for structure in structures {
      var study = try study([10, 10, 10])
      study.dependence = [Dependence(name: "d", members: (0..<3).map { "exports/\($0)/value" }, structure: structure)]
      let normals = try #require(study.dependentNormals.first)
      let z = [1.25, -0.5, 0.75]
      let w = try #require(normals.streams(making: z))
      #expect(w.count == normals.streams.count)
      for member in 0..<3 {
        let row = normals.row(member)
        #expect((zip(row, w).reduce(0) { $0 + $1.0 * $1.1 } - z[member]).magnitude < 1e-12, "\(structure)")
        #expect((row.reduce(0) { $0 + $1 * $1 } - 1).magnitude < 1e-12, "\(structure)")
      }
      // The program makes the same: one number at its 90th percentile, the others at their medians.
      let result = try answer(study, grouping: .number, method: .shapley)
      for member in 0..<3 {
        #expect(try (#require(influence(result, "exports/\(member)/value").high) - 154).magnitude < 1e-6, "\(structure)")
      }
    }
  }

  @Test("What cannot be an input is refused")
  func refusals() throws {
    let group = Dependence(name: "pair", members: ["exports/0/value", "exports/1/value"], structure: .group(correlation: 0.5))
    let study = try study([10, 10, 10], dependence: [group])
    func failure(_ named: [(String, String)], _ method: SensitivityMethod = .sobol) throws -> InputPartition.Failure? {
      do {
        _ = try answer(
          study, named: named.map { InputPartition.Named(name: $0.0, patterns: [PathPattern($0.1)]) }, method: method)
        return nil
      } catch let failure as InputPartition.Failure {
        return failure
      }
    }
    #expect(
      try failure([("a", "exports/1/value")])
        == .partOfDependence(input: "a", dependence: "pair", without: "exports/0/value"))
    #expect(try failure([("a", "exports/1/valve")]) == .meetsNothing(pattern: "exports/1/valve", nearest: "exports/1/value"))
    #expect(
      try failure([("a", "exports/2/*"), ("b", "exports/*/value")])
        == .inTwo(path: "exports/2/value", first: "a", second: "b"))
    #expect(try failure([("a", "exports/2/value"), ("a", "exports/2/elasticity")]) == .nameTwice("a"))
    #expect(try failure([("all", "exports/*/value")]) == nil)
    #expect(try failure([("a", "exports/1/value")], .shapley) == nil)
  }

  @Test("Of over a hundred inputs those of a kind are taken together; threads change nothing")
  func kinds() throws {
    let study = try study([Double](repeating: 10, count: 60))
    let result = try answer(study)
    #expect(result.inputs.map(\.name) == ["exports/*/value", "exports/*/elasticity"])
    #expect(result.inputs.map(\.numbers.count) == [60, 60])
    try expect(influence(result, "exports/*/value").total, 1)
    let small = try self.study([10, 20])
    let all = try [1, 3].map { threads in
      try answer(small, threads: threads).outcomes.flatMap(\.inputs).map { "\($0)" }
    }
    #expect(all[0] == all[1])
  }
}
