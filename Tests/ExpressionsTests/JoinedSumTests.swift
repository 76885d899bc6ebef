import Distributions
import Expressions
import Testing

@Suite("Sums that are formed together")
struct JoinedSumTests {
  private let fixture = ProgramFixture()

  private func uniforms(_ count: Int, _ name: String) throws -> [Expression] {
    try (0..<count).map { fixture.graph.draw(try .uniform(lower: 0.5, upper: 2), stream: "\(name)\($0)") }
  }

  /// Expects sums to be what their terms' draws give, with weights that are small whole numbers.
  private func expect(sums: [Expression], of terms: [Expression], weights: (Int, Int) -> Double, sourceLocation: SourceLocation) {
    let apart = fixture.draws(of: terms)
    let together = fixture.draws(of: sums)
    for (number, sum) in together.enumerated() {
      for draw in sum.indices {
        let expected = apart.indices.reduce(0) { $0 + weights(number, $1) * apart[$1][draw] }
        #expect(abs(sum[draw] - expected) <= 1e-13 * abs(expected), sourceLocation: sourceLocation)
      }
    }
  }

  @Test("Products that one to four sums read", arguments: 1...4)
  func products(sums count: Int) throws {
    let (a, b) = (try uniforms(7, "a"), try uniforms(7, "b"))
    let products = zip(a, b).map { $0 * $1 }
    func weight(_ sum: Int, _ term: Int) -> Double { Double((sum + 2) * (term + 1)) }
    let sums = (0..<count).map { sum in
      fixture.graph.sum(products.enumerated().map { $1 * weight(sum, $0) })
    }
    expect(sums: sums, of: products, weights: weight, sourceLocation: #_sourceLocation)
  }

  @Test("A column that two sums and something else read")
  func columnsInUse() throws {
    let roots = try uniforms(5, "r").map { exp($0) }
    func weight(_ sum: Int, _ term: Int) -> Double { Double(sum + term + 1) }
    let sums = (0..<2).map { sum in fixture.graph.sum(roots.enumerated().map { $1 * weight(sum, $0) }) }
    let other = roots.reduce(fixture.graph.constant(1)) { $0 * $1 }
    expect(sums: sums, of: roots, weights: weight, sourceLocation: #_sourceLocation)
    let draws = fixture.draws(of: [other] + sums + roots)
    for draw in draws[0].indices {
      let expected = draws[3...].reduce(1) { $0 * $1[draw] }
      #expect(abs(draws[0][draw] - expected) <= 1e-13 * expected)
    }
  }

  @Test("More sets of columns than have room as tiles")
  func manySets() throws {
    let groups = 12
    let columns = try (0..<groups).map { try uniforms(9, "g\($0)/").map { exp($0) } }
    // Written in turn, so that all sets are begun before the first is complete.
    let inTurn = (0..<9).flatMap { member in columns.map { $0[member] } }
    func weight(_ sum: Int, _ term: Int) -> Double { term % groups == sum / 2 ? Double(1 + sum % 2 + term) : 0 }
    let sums = (0..<(2 * groups)).map { sum in
      fixture.graph.sum(inTurn.enumerated().compactMap { weight(sum, $0) == 0 ? nil : $1 * weight(sum, $0) })
    }
    expect(sums: sums, of: inTurn, weights: weight, sourceLocation: #_sourceLocation)
  }

  @Test("Products with the same column as a factor are one product of a sum")
  func sharedFactors() throws {
    let values = try uniforms(8, "v")
    let (x, y) = (try uniforms(2, "x")[0], try uniforms(2, "x")[1])
    let factors = [1 + 2 * x, x, 3 - x, 1 + y, fixture.graph.constant(5), 0.5 * x, fixture.graph.constant(0), y * x]
    let sum = fixture.graph.sum(ofProducts: zip(factors, values).map { ($0, $1) })
    let draws = fixture.draws(of: values + [x, y, sum])
    for draw in draws[0].indices {
      let (x, y) = (draws[8][draw], draws[9][draw])
      let coefficients = [1 + 2 * x, x, 3 - x, 1 + y, 5, 0.5 * x, 0, y * x]
      let expected = coefficients.indices.reduce(0) { $0 + coefficients[$1] * draws[$1][draw] }
      #expect(abs(draws[10][draw] - expected) < 1e-13)
    }
  }
}
