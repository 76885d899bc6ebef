import Distributions
import Expressions
import Testing

/// Moments of what is divided by something near 0, or is the exponential of something unbounded: with u = 1/x or eˣ the order of uᵈ is
/// that of u over d.
@Suite struct EscapesTests {
  private let ln2 = 0.693_147_180_559_945_309

  private func order(
    of x: Distribution, and y: Distribution = .constant(1), _ write: (Expression, Expression) throws -> Expression
  ) throws -> Double {
    let graph = ExpressionGraph()
    let column = try #require(
      try write(graph.draw(x, stream: "x"), graph.draw(y, stream: "y")).outputView
    ).column
    return MomentLimits(graph).limits(of: column).map(\.order).min() ?? .infinity
  }

  /// P(1/|x| > t) falls like t to the power of minus the order of the density at 0, plus 1.
  @Test func `a reciprocal has moments below the order of the density at 0`() throws {
    #expect(try order(of: .normal(mean: 1, standardDeviation: 0.5)) { x, _ in 1 / x } == 1)
    #expect(try order(of: .uniform(lower: 0, upper: 2)) { x, _ in 100 / x + 3 } == 1)
    #expect(try order(of: .exponential(mean: 3)) { x, _ in 1 / x } == 1)
    #expect(try order(of: .gamma(shape: 2.5, scale: 1)) { x, _ in 1 / x } == 2.5)
    #expect(try order(of: .gamma(shape: 2.5, scale: 1)) { x, _ in 1 / (x * x) } == 1.25)
    #expect(try order(of: .beta(alpha: 3, beta: 2)) { x, _ in exp(log(x) * -0.5) } == 6)
    #expect(try order(of: .triangular(lower: 0, mode: 1, upper: 2)) { x, _ in 1 / x } == 2)
    #expect(try order(of: .normal(mean: 1, standardDeviation: 1).truncated(lower: 0)) { x, _ in 1 / x } == 1)
    #expect(try order(of: .studentT(degreesOfFreedom: 5)) { x, _ in 1 / x } == 1)
    #expect(try order(of: .uniform(lower: -1, upper: 1)) { x, _ in 1 / (x + 0.5) } == 1)
  }

  @Test func `what stays away from 0 has all moments`() throws {
    #expect(try order(of: .normal(mean: 10, standardDeviation: 1)) { x, _ in 1 / x } == .infinity)
    #expect(try order(of: .lognormal(mean: 1, standardDeviation: 1)) { x, _ in 1 / x } == .infinity)
    #expect(try order(of: .uniform(lower: 0, upper: 1)) { x, _ in 1 / (x + 1) } == .infinity)
    #expect(try order(of: .uniform(lower: 0, upper: 1)) { x, _ in x / (x + 1) } == .infinity)
    #expect(try order(of: .normal(mean: 1, standardDeviation: 1).truncated(lower: 0.1)) { x, _ in 1 / x } == .infinity)
    #expect(try order(of: .bernoulli(probability: 0.5)) { x, _ in 1 / x } == .infinity)
    #expect(try order(of: .uniform(lower: 0, upper: 1)) { x, _ in x * x / (2 * x) } == .infinity)
  }

  /// P(x + y < ε) falls like ε to the sum of the orders: 1/(x + y) of two uniforms has a mean and no variance.
  @Test func `what several inputs bring near to 0 together has the sum of their orders`() throws {
    let uniform = try Distribution.uniform(lower: 0, upper: 2)
    #expect(try order(of: uniform, and: uniform) { 1 / ($0 + $1) } == 2)
    #expect(try order(of: uniform, and: uniform) { 1 / ($0 + 3 * $1) + $0 } == 2)
    #expect(try order(of: uniform, and: uniform) { -5 / (-1 * $0 - $1) } == 2)
    #expect(try order(of: uniform, and: uniform) { exp(log($0 + $1) * -2) } == 1)
    #expect(try order(of: .gamma(shape: 0.5, scale: 1), and: .exponential(mean: 1)) { 1 / ($0 + $1) } == 1.5)
    // Bounded, or nothing that is proven.
    #expect(try order(of: uniform, and: uniform) { $0 / ($0 + $1) } == .infinity)
    #expect(try order(of: uniform, and: uniform) { $0 * $1 / ($0 + $1) } == .infinity)
    #expect(try order(of: uniform, and: uniform) { 1 / ($0 + $1 + 0.1) } == .infinity)
    #expect(try order(of: uniform, and: .uniform(lower: 1, upper: 2)) { 1 / ($0 + $1) } == .infinity)
  }

  @Test func `a factor of its own changes nothing of a reciprocal`() throws {
    let uniform = try Distribution.uniform(lower: 0, upper: 1)
    #expect(try order(of: uniform, and: .lognormal(mean: 1, standardDeviation: 1)) { $1 / $0 } == 1)
    #expect(try order(of: uniform, and: .gamma(shape: 0.5, scale: 1)) { 1 / ($0 * $1) } == 0.5)
  }

  @Test func `an exponential has moments below the rate of the tail`() throws {
    #expect(try order(of: .exponential(mean: 2)) { x, _ in exp(x * 0.25) } == 2)
    #expect(try order(of: .exponential(mean: 2)) { x, _ in exp(x * -0.25) } == .infinity)
    #expect(try order(of: .gamma(shape: 3, scale: 0.5)) { x, _ in exp(x) } == 2)
    #expect(try order(of: .lognormal(mean: 1, standardDeviation: 0.5)) { x, _ in exp(x * -0.1) } == .infinity)
    #expect(try order(of: .normal(mean: 1, standardDeviation: 0.5)) { x, _ in exp(x) } == .infinity)
    #expect(try order(of: .weibull(shape: 0.5, scale: 1)) { x, _ in exp(x) } < 1)
    #expect(try order(of: .weibull(shape: 2, scale: 1)) { x, _ in exp(x) } == .infinity)
    #expect(try order(of: .studentT(degreesOfFreedom: 9)) { x, _ in exp(x) } == 0)
  }

  /// e^(cx) of a lognormal x has no moments, whatever c > 0.
  ///
  /// The draws of a run, |z| < 6.5, know of it where c·x is large there: it is
  /// 0.1·19 here, and 10·19, against z²/2 = 21.
  @Test func `an exponential of a lognormal has the moments that its draws have`() throws {
    #expect(try order(of: .lognormal(mean: 1, standardDeviation: 0.5)) { x, _ in exp(x * 0.1) } > 6)
    #expect(try order(of: .lognormal(mean: 1, standardDeviation: 0.5)) { x, _ in exp(x * 10) } < 1)
    #expect(try order(of: .lognormal(mean: 1, standardDeviation: 3)) { x, _ in exp(x) } < 1)
  }

  /// A price relative below 1, to the power of minus an elasticity: trade that grows without bound with the elasticity.
  @Test func `a power with a drawn base and exponent`() throws {
    let elasticity = try Distribution.exponential(mean: 1)
    let falling = try Distribution.uniform(lower: 0.5, upper: 0.9)
    let rising = try Distribution.uniform(lower: 1.1, upper: 1.5)
    let either = try Distribution.uniform(lower: 0.5, upper: 1.5)
    // E 2^ε is finite as ln 2 < 1; the second moment is not.
    let order = { base in try self.order(of: elasticity, and: base) { power($1, -$0) } }
    #expect(try (order(falling) * ln2 - 1).magnitude < 1e-12)
    #expect(try order(rising) == .infinity)
    #expect(try (order(either) * ln2 - 1).magnitude < 1e-12)
  }

  /// What cancels is not claimed to be missing.
  @Test func `nothing is claimed of differences`() throws {
    let lognormal = try Distribution.lognormal(mean: 1, standardDeviation: 0.5)
    let share = try Distribution.uniform(lower: 0.1, upper: 0.9)
    #expect(try order(of: lognormal, and: share) { x, _ in exp(x * 0.1) / (1 + exp(x * 0.1)) } == .infinity)
    #expect(try order(of: lognormal, and: share) { x, y in exp(x * y - x * (y * y)) } == .infinity)
  }
}
