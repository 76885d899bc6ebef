import Distributions
import Expressions
import Glibc
import TariffModel
import TestSupport
import Testing
import VectorMath

/// Which share of what arrives was ordered when.
@Suite("The kernel of an order lag")
struct LagKernelTests {
  private func kernel(_ lag: Double, _ halfLife: Double) -> LagKernel {
    let graph = ExpressionGraph()
    return LagKernel(delay: graph.constant(lag), halfLife: graph.constant(halfLife))
  }

  private func share(_ kernel: LagKernel, _ arrival: Range<Int>, from day: Int) throws -> Double {
    try #require(kernel.share(arrivingOn: arrival, orderedFrom: day).constantValue)
  }

  static let lags: [(Double, Double)] = [
    (0, 0), (60, 0), (62.5, 0), (0, 20), (60, 20), (37.25, 11.5), (90, 0.5), (14, 180), (200, 45),
  ]

  @Test("It is that of the integral of k, to 10⁻¹⁰", arguments: lags)
  func quadrature(lag: Double, halfLife: Double) throws {
    let kernel = kernel(lag, halfLife)
    for arrival in [0..<90, 31..<32, 100..<465, 7..<30] {
      for day in [-400, -120, -61, -20, 0, 5, 15, 25, 40, 88, 200, 470] {
        let expected = orderedShare(
          Double(arrival.lowerBound), Double(arrival.upperBound), from: Double(day), lag: lag, halfLife: halfLife)
        #expect(abs(try share(kernel, arrival, from: day) - expected) <= 1e-10, "\(arrival) from \(day)")
      }
    }
  }

  @Test("With a half-life of 0 it is the part of the days that lie ℓ after the order or later")
  func noHalfLife() throws {
    let kernel = kernel(60, 0)
    #expect(try share(kernel, 100..<190, from: 40) == 1)
    #expect(try share(kernel, 100..<190, from: 85) == 0.5)
    #expect(try share(kernel, 100..<190, from: 130) == 0)
    // Without a lag at all what arrives was ordered that day.
    let none = self.kernel(0, 0)
    #expect(try share(none, 100..<190, from: 145) == 0.5)
  }

  @Test("A half-life of 0 is the limit of short ones")
  func shortHalfLives() throws {
    for halfLife in [1e-3, 1e-9, 1e-150, 1e-300] {
      let (short, none) = (try share(kernel(30, halfLife), 100..<190, from: 90), try share(kernel(30, 0), 100..<190, from: 90))
      // Goods come h/ln 2 days later in the mean.
      #expect(abs(short - (none - halfLife / log(2) / 90)) <= 1e-15)
    }
  }

  @Test("Over all days of order the shares sum to 1, whatever the days and the lag")
  func sum() throws {
    var generator = Generator(seed: 12)
    for _ in 0..<500 {
      let (lag, halfLife) = (generator.uniform(0, 120), generator.uniform() < 0.2 ? 0 : generator.powerOfTen(-2, 2.5))
      let kernel = kernel(lag, halfLife)
      let (first, count) = (Int(generator.uniform(0, 700)), 1 + Int(generator.uniform(0, 120)))
      let days = (0..<6).map { _ in Int(generator.uniform(-900, 900)) }.sorted()
      let arrival = first..<(first + count)
      let from = try days.map { try share(kernel, arrival, from: $0) }
      // Later days of order have the smaller part, none has less than nothing or more than all.
      for (a, b) in zip([1] + from, from + [0]) { #expect(a - b >= -1e-13 && a - b <= 1 + 1e-13) }
      let all = try share(kernel, arrival, from: -400_000)
      #expect(abs(all - 1) <= 1e-9, "\(all)")
    }
  }

  @Test("In draws with a half-life of 0 or without a lag it is that of certain ones")
  func drawn() throws {
    let graph = ExpressionGraph()
    let lags = graph.draw(try .discrete(values: [0, 45, 60.5], probabilities: [0.3, 0.3, 0.4]), stream: "lag")
    let halfLives = graph.draw(try .discrete(values: [0, 12, 30], probabilities: [0.3, 0.3, 0.4]), stream: "half-life")
    let kernel = LagKernel(delay: lags, halfLife: halfLives)
    let share = kernel.share(arrivingOn: 100..<190, orderedFrom: 71)
    let columns = try [lags, halfLives, share].map { try #require($0.outputView) }
    let program = BlockProgram(graph: graph, outputs: columns.map(\.column))
    let values = outputs(of: program, draws: 512, seed: 3, kernels: KernelChoice(.detected))
    for draw in 0..<512 {
      let numbers = zip(columns, values).map { $0.scale * $1[draw] + $0.offset }
      let certain = try self.share(self.kernel(numbers[0], numbers[1]), 100..<190, from: 71)
      #expect(abs(numbers[2] - certain) <= 1e-14)
    }
  }
}
