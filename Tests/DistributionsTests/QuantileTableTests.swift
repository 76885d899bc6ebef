import Distributions
import Testing

@Suite("Quantile tables")
struct QuantileTableTests {
  /// 12,001 places from −8.3 to 8.3 at an irrational distance in cells, so that they fall everywhere inside them.
  private var places: [Double] { (0...12_000).map { -8.3 + 16.6 * Double($0) / 12_000.618_033_988_749_9 } }

  @Test("Every table keeps its bound, stays in the support, and does not fall")
  func tablesKeepTheirBound() throws {
    for specimen in try Families.all() {
      let distribution = specimen.distribution
      let table = QuantileTable(distribution)
      let support = distribution.support
      let absolute = 1e-8 * (distribution.quantile(0.975) - distribution.quantile(0.025))
      var before = -Double.infinity
      for z in places {
        let exact = distribution.quantile(atNormal: z)
        let found = table.value(at: z)
        let bound = absolute + 1e-9 * exact.magnitude
        let isOneSided = support.lower >= 0 || support.upper <= 0
        let allowed = isOneSided ? min(bound, 1e-8 * exact.magnitude) : bound
        #expect((found - exact).magnitude <= allowed, "\(distribution) at \(z): \(found), not \(exact)")
        #expect(found >= support.lower && found <= support.upper, "\(distribution) at \(z): \(found)")
        #expect(found >= before - bound, "\(distribution) falls at \(z)")
        before = found
      }
    }
  }

  @Test("Discrete values come out exactly, also next to their jumps")
  func jumpsAreExact() throws {
    for specimen in try Families.all() where !specimen.isContinuous {
      let distribution = specimen.distribution
      let table = QuantileTable(distribution)
      for z in places + (-8...8).map(Double.init) {
        #expect(table.value(at: z) == distribution.quantile(atNormal: z), "\(distribution) at \(z)")
      }
    }
    let half = try Distribution.bernoulli(probability: 0.5)
    let table = QuantileTable(half)
    for offset in [1e-15, 1e-12, 1e-9, 1e-7, 1e-4] {
      #expect(table.value(at: -offset) == 0 && table.value(at: offset) == 1)
    }
  }

  @Test("The atoms of a mixture come out exactly between its continuous parts")
  func atomsAreExact() throws {
    let mixture = try Distribution.mixture(
      weights: [0.25, 0.5, 0.25], components: [.uniform(lower: 0, upper: 1), .constant(0.29), .exponential(mean: 3)])
    let table = QuantileTable(mixture)
    var exact = 0
    for z in places where mixture.quantile(atNormal: z) == 0.29 {
      #expect(table.value(at: z) == 0.29)
      exact += 1
    }
    #expect(exact > 500)
  }

  @Test("Smooth families are answered by the fast cubics but for one draw in a million")
  func smoothTablesHaveNoGaps() throws {
    let families: [Distribution] = [
      try .beta(alpha: 8, beta: 2), try .beta(alpha: 0.5, beta: 0.5), try .pert(lower: 1, mode: 2, upper: 5),
      try .pert(lower: 0, mode: 2, upper: 5), try .gamma(shape: 2.5, scale: 1), try .studentT(degreesOfFreedom: 5),
      try .studentT(degreesOfFreedom: 3), try .weibull(shape: 1.7, scale: 3),
      try .normal(mean: 0, standardDeviation: 1).truncated(lower: -1, upper: 2.5),
    ]
    // |z| < 4.9.
    for distribution in families { expectNoGaps(distribution, from: -4.9, to: 4.9) }
  }

  /// A quantile proportional to Φ(z) grows too fast for one cubic a cell to be right relative to its size below −3.56.
  @Test("What begins at 0 with a level density is answered by the fast cubics but for one draw in 5,000")
  func levelTablesHaveFewGaps() throws {
    let families: [Distribution] = [
      try .uniform(lower: 0, upper: 1), try .exponential(mean: 2), try .normal(mean: 0, standardDeviation: 1).truncated(lower: 0),
      try .studentT(degreesOfFreedom: 3).truncated(lower: 0),
    ]
    for distribution in families { expectNoGaps(distribution, from: -3.54, to: 4.9) }
  }

  private func expectNoGaps(_ distribution: Distribution, from lower: Double, to upper: Double) {
    let table = QuantileTable(distribution)
    let cells = [lower, upper].map { Int(($0 - QuantileTable.origin) * QuantileTable.cellsPerUnit) }
    for cell in cells[0]...cells[1] { #expect(!table.coefficients[4 * cell].isNaN, "\(distribution), cell \(cell)") }
  }

  @Test("A jump makes at most the cells it touches slow")
  func gapsAreLocal() throws {
    let table = QuantileTable(try .discrete(values: [1, 2, 3], probabilities: [0.2, 0.5, 0.3]))
    #expect((0..<QuantileTable.cellCount).filter { table.coefficients[4 * $0].isNaN }.count == 2)
  }

  @Test("The coefficients are laid out as the kernels read them, and value(at:) reads them the same way")
  func layout() throws {
    let distribution = try Distribution.beta(alpha: 8, beta: 2)
    let table = QuantileTable(distribution)
    #expect(table.coefficients.count == 4 * QuantileTable.cellCount)
    #expect(QuantileTable.origin + Double(QuantileTable.cellCount) / QuantileTable.cellsPerUnit == 8.5)
    for cell in [300, 544, 700] {
      let z = QuantileTable.origin + Double(cell) / QuantileTable.cellsPerUnit
      #expect(table.coefficients[4 * cell] == table.value(at: z))
      let exact = distribution.quantile(atNormal: z)
      #expect((table.coefficients[4 * cell] - exact).magnitude <= 1e-14)
    }
    #expect(table.value(at: -1e9) == 0 && table.value(at: 1e9) == 1)
  }
}

@Suite("Marginals")
struct MarginalTests {
  @Test("Closed forms are used where they exist, tables elsewhere")
  func formsOfMarginals() throws {
    guard case .constant(1.6) = Distribution.constant(1.6).marginal else { return #expect(Bool(false), "constant") }
    let uniform = try Distribution.uniform(lower: 1, upper: 3)
    guard case .uniform(lower: 1, width: 2) = uniform.marginal else { return #expect(Bool(false), "uniform") }
    guard case .table(let table) = uniform.gaussianMarginal else { return #expect(Bool(false), "uniform of a normal") }
    #expect(table.value(at: 0) == 2)
    let normal = try Distribution.normal(mean: 1, standardDeviation: 2)
    guard case .normal(mean: 1, standardDeviation: 2) = normal.marginal else { return #expect(Bool(false), "normal") }
    let lognormal = try Distribution.lognormal(logMean: 1, logStandardDeviation: 2)
    guard case .exponentialOfNormal(logMean: 1, logStandardDeviation: 2) = lognormal.gaussianMarginal else {
      return #expect(Bool(false), "lognormal")
    }
    guard case .constant(3) = try Distribution.discrete(values: [3], probabilities: [1]).marginal else {
      return #expect(Bool(false), "one value")
    }
    guard case .table = try Distribution.beta(alpha: 2, beta: 2).marginal else { return #expect(Bool(false), "beta") }
  }
}
