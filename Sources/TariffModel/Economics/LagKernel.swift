package import Expressions

/// An order lag with its numbers drawn: which share of what arrives on some days was ordered from a day on (the model's §9).
///
/// With K(x) = y − (h/ln 2)(1 − 2^(−y/h)) and y = max(0, x − ℓ), the integral of the share of orders that have arrived by then, the share
/// of the arrivals of [a, b) that was ordered on or after day c is {K(b − c) − K(a − c)}/(b − a): exact for every ℓ and h, to some 10⁻¹⁶
/// of the lag in days over b − a. Differences of it between two days sum to 1 over all days.
package final class LagKernel {
  private struct Window: Hashable {
    let arrival: Range<Int>
    let firstOrder: Int
  }

  /// ℓ, days.
  let delay: Expression
  /// h, days.
  let halfLife: Expression
  private static let logarithmOfTwo = 0x1.62e4_2fef_a39efp-1
  private var integrals: [Int: Expression] = [:]
  private var shares: [Window: Expression] = [:]

  package init(delay: Expression, halfLife: Expression) {
    self.delay = delay
    self.halfLife = halfLife
  }

  /// The share of what arrives on some days that was ordered on a day or later.
  package func share(arrivingOn arrival: Range<Int>, orderedFrom day: Int) -> Expression {
    let window = Window(arrival: arrival, firstOrder: day)
    if let known = shares[window] { return known }
    let arrived = integral(arrival.upperBound - day) - integral(arrival.lowerBound - day)
    let share = arrived / Double(arrival.count)
    shares[window] = share
    return share
  }

  /// The share of what arrives on some days that was ordered on some others.
  func share(arrivingOn arrival: Range<Int>, orderedOn days: Range<Int>) -> Expression {
    func share(from day: Int) -> Expression {
      if day == .min { return delay.graph.constant(1) }
      return day < arrival.upperBound ? self.share(arrivingOn: arrival, orderedFrom: day) : delay.graph.constant(0)
    }
    return share(from: days.lowerBound) - share(from: days.upperBound)
  }

  /// K(x).
  private func integral(_ days: Int) -> Expression {
    guard days > 0 else { return delay.graph.constant(0) }
    if let known = integrals[days] { return known }
    let rest = maximum(Double(days) - delay, delay.graph.constant(0))
    let integral: Expression
    if halfLife.constantValue == 0 {
      integral = rest
    } else {
      // Far below any half-life that matters: in its place y − h/ln 2 is y, to the bit.
      let mean = maximum(halfLife, delay.graph.constant(1e-200)) / Self.logarithmOfTwo
      integral = rest + mean * expm1(-(rest / mean))
    }
    integrals[days] = integral
    return integral
  }
}

/// The kernels of a study; goods that share ℓ and h share one.
struct LagKernels {
  private struct Key: Hashable {
    let delay: Expression
    let halfLife: Expression
  }

  private var kernels: [Key: LagKernel] = [:]

  /// The kernel of a lag; nothing where it is certain that what arrives was ordered on the same day.
  mutating func kernel(of lag: OrderLag?, _ number: DrawnQuantities) -> LagKernel? {
    guard let lag else { return nil }
    let key = Key(delay: number(lag.delay, default: 0), halfLife: number(lag.halfLife, default: 0))
    if key.delay.constantValue == 0 && key.halfLife.constantValue == 0 { return nil }
    if let known = kernels[key] { return known }
    let kernel = LagKernel(delay: key.delay, halfLife: key.halfLife)
    kernels[key] = kernel
    return kernel
  }
}
