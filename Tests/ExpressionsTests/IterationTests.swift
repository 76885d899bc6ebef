import Distributions
import Expressions
import Testing

@Suite("Iterations")
struct IterationTests {
  private let fixture = ProgramFixture()

  private func uniform(_ path: String, _ lower: Double, _ upper: Double) throws -> Expression {
    fixture.graph.draw(try .uniform(lower: lower, upper: upper), stream: path)
  }

  /// √a by Heron's rule, from a to the residual x² − a.
  private func squareRoot(of a: Expression, from start: Expression, limit: Int = 60) -> Expression {
    fixture.graph.iterate(from: [start], tolerance: 1e-13, limit: limit) { x in
      IterationStep(next: [(x[0] + a / x[0]) / 2], residual: x[0] * x[0] - a)
    }[0]
  }

  @Test("Every draw goes to its own solution")
  func roots() throws {
    let a = try uniform("a", 0.5, 40)
    let draws = fixture.draws(of: [a, squareRoot(of: a, from: a)], blocks: 3)
    for (a, root) in zip(draws[0], draws[1]) { #expect(abs(root - a.squareRoot()) < 1e-13) }
  }

  @Test("A draw without a solution is not a number, and the others are solved")
  func unsolved() throws {
    let a = try uniform("a", -1, 9)
    let draws = fixture.draws(of: [a, squareRoot(of: a, from: fixture.graph.constant(1)), a * 2], blocks: 2)
    #expect(draws[0].contains { $0 < 0 })
    for index in draws[0].indices {
      let (a, root) = (draws[0][index], draws[1][index])
      if a < 0 { #expect(root.isNaN) } else { #expect(abs(root * root - a) <= 1e-13) }
      #expect(draws[2][index] == 2 * a)
    }
  }

  @Test("The limit is the number of steps")
  func limit() throws {
    let a = try uniform("a", 1, 2)
    func countdown(limit: Int) -> Expression {
      fixture.graph.iterate(from: [a, fixture.graph.constant(2)], tolerance: 0, limit: limit) { x in
        IterationStep(next: [x[0] + 1, x[1] - 1], residual: x[1])
      }[0]
    }
    let draws = fixture.draws(of: [a, countdown(limit: 2), countdown(limit: 1)])
    for draw in draws[0].indices {
      #expect(draws[1][draw] == draws[0][draw] + 1 + 1)
      #expect(draws[2][draw].isNaN)
    }
  }

  @Test("Values change all at once")
  func simultaneous() throws {
    let (x, y) = (try uniform("x", 0, 1), try uniform("y", 2, 3))
    let three = fixture.graph.constant(3)
    let settled = fixture.graph.iterate(from: [x, y, three], tolerance: 0, limit: 3) { v in
      IterationStep(next: [v[1], v[0], v[2] - 1], residual: v[2])
    }
    let draws = fixture.draws(of: [x, y, settled[0], settled[1]])
    #expect(draws[2] == draws[1] && draws[3] == draws[0])
  }

  @Test("Several sums may read the same settled values and nothing else reads them")
  func settledInSums() throws {
    let columns = try (0..<6).map { try uniform("u\($0)", 0, 1) }
    let one = fixture.graph.constant(1)
    let settled = fixture.graph.iterate(from: columns + [one], tolerance: 0, limit: 1) { v in
      IterationStep(next: v.dropLast().map { $0 * 2 } + [v[6] - 1], residual: v[6])
    }
    let values = Array(settled.dropLast())
    let sums = [fixture.graph.sum(values), fixture.graph.sum(values.enumerated().map { $1 * Double($0 + 1) })]
    let draws = fixture.draws(of: columns + sums, blocks: 2)
    for draw in draws[0].indices {
      let doubled = (0..<6).map { 2 * draws[$0][draw] }
      #expect(abs(draws[6][draw] - doubled.reduce(0, +)) < 1e-13)
      #expect(abs(draws[7][draw] - doubled.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }) < 1e-13)
    }
  }

  @Test("A step may sum many columns of its own and from outside, whose places last as long as the iteration")
  func sums() throws {
    let weights = try (0..<6).map { try uniform("w\($0)", 0.5, 1.5) }
    let total = fixture.graph.sum(weights)
    // Σ wᵢ·(e^(i·x) − 1) + Σ wᵢ·x = Σ wᵢ has one root, between 0 and 1.
    let x = fixture.graph.iterate(from: [fixture.graph.constant(0.5)], tolerance: 1e-12, limit: 50) { v in
      let terms = weights.enumerated().map { $1 * exp(v[0] * Double($0)) - $1 }
      let slopes = weights.enumerated().map { Double($0) * ($1 * exp(v[0] * Double($0))) }
      let excess = fixture.graph.sum(terms + [total * v[0], -total])
      return IterationStep(next: [v[0] - excess / (fixture.graph.sum(slopes) + total)], residual: excess)
    }[0]
    let draws = fixture.draws(of: weights + [x, total], blocks: 2)
    for draw in draws[0].indices {
      let root = draws[6][draw]
      let sum = (0..<6).reduce(0) { $0 + draws[$1][draw] * (exponential(Double($1) * root) - 1 + root) }
      #expect(abs(sum - draws[7][draw]) < 1e-11)
    }
  }

  @Test("An iteration inside the step of another starts afresh in each of its steps")
  func nested() throws {
    let a = try uniform("a", 1, 2)
    let shift = try uniform("shift", 0, 1)
    // y = √(a + y + shift), whose root is that of a quadratic equation.
    let y = fixture.graph.iterate(from: [fixture.graph.constant(1)], tolerance: 1e-12, limit: 100) { v in
      let inside = a + v[0] + shift
      let root = squareRoot(of: inside, from: inside)
      return IterationStep(next: [root], residual: root - v[0])
    }[0]
    let draws = fixture.draws(of: [a, shift, y, a + shift], blocks: 2)
    for draw in draws[0].indices {
      let c = draws[0][draw] + draws[1][draw]
      #expect(abs(draws[2][draw] - (1 + (1 + 4 * c).squareRoot()) / 2) < 1e-11)
      #expect(abs(draws[3][draw] - c) < 1e-15)
    }
  }

  @Test("What is certain is solved as it is written")
  func certain() {
    let two = fixture.graph.constant(2)
    #expect(abs((squareRoot(of: two, from: two).constantValue ?? 0) - 1.4142135623730951) < 1e-15)
    #expect(squareRoot(of: -two, from: two, limit: 5).constantValue?.isNaN == true)
  }

  @Test("A solution does not depend on what else is computed")
  func independence() throws {
    let a = try uniform("a", 0.5, 40)
    let root = squareRoot(of: a, from: a)
    let alone = fixture.draws(of: [root])[0]
    let beside = fixture.draws(of: [exp(root * -1), root, a])[1]
    #expect(alone == beside)
  }

  @Test("Values within the tolerance stay as they are")
  func solvedAtOnce() throws {
    // The next values are not numbers, and nobody takes them.
    let a = try uniform("a", 1, 2)
    let untouched = fixture.graph.iterate(from: [a], tolerance: 0.5, limit: 3) { x in
      IterationStep(next: [log(-1 * x[0])], residual: x[0] - a)
    }[0]
    let draws = fixture.draws(of: [a, untouched])
    #expect(draws[0] == draws[1])
  }
}
