import TestSupport
import Testing
import VectorMath

#if arch(x86_64)
  import Glibc
#endif

@Suite("Elementary functions")
struct ElementaryTests {
  enum Function: CaseIterable, Sendable {
    case exp
    case expm1
    case log
    case log1p

    func callAsFunction(_ kernels: any KernelSet.Type, _ x: [Double]) -> [Double] {
      evaluate(x.count) { y in
        switch self {
        case .exp: kernels.exp(x.span, into: &y)
        case .expm1: kernels.expm1(x.span, into: &y)
        case .log: kernels.log(x.span, scale: 1, offset: 0, into: &y)
        case .log1p: kernels.log1p(x.span, into: &y)
        }
      }
    }

    var knownAnswers: String {
      switch self {
      case .exp: ElementaryAnswers.exp
      case .expm1: ElementaryAnswers.expm1
      case .log: ElementaryAnswers.log
      case .log1p: ElementaryAnswers.log1p
      }
    }

    /// The bound that `KernelSet` documents, in ulps.
    var bound: Double {
      switch self {
      case .exp, .log: 1
      case .expm1, .log1p: 2
      }
    }

    #if arch(x86_64)
      /// Arguments all over the domain, and more where the function is difficult.
      var arguments: [Double] {
        let count = 1 << 19
        return switch self {
        case .exp: spread(count, over: -708.39...709.78) + spread(count, over: -2...2)
        case .expm1: spread(count, over: -40...709.78) + spread(count, over: -2...2) + spread(count, over: -1e-3...1e-3)
        case .log:
          spread(count, over: 0.3...3) + spread(count, over: -1e-4...1e-4).map { 1 + $0 }
            + spread(count, over: -1022...1023).map(exp2)
        case .log1p:
          spread(count, over: -0.9...3) + spread(count, over: -1e-4...1e-4) + spread(count, over: -60...1023).map(exp2)
            + spread(count, over: -50 ... -1).map { exp2($0) - 1 }
        }
      }

      /// The C library's function with 64 bits of precision, an error of 2⁻¹⁰ of our ulps at most.
      func reference(_ x: Double) -> Float80 {
        switch self {
        case .exp: Glibc.exp(Float80(x))
        case .expm1: Glibc.expm1(Float80(x))
        case .log: Glibc.log(Float80(x))
        case .log1p: Glibc.log1p(Float80(x))
        }
      }
    #endif
  }

  @Test("Known answers within the documented bounds", arguments: availableLevels, Function.allCases)
  func knownAnswers(level: InstructionSet, function: Function) {
    let rows = hexDoubles(function.knownAnswers)
    let y = function(level.kernels, rows.map { $0[0] })
    for (row, y) in zip(rows, y) {
      #expect(ulps(y, from: row[1], row[2]) <= function.bound, "x = \(row[0]), got \(y), expected \(row[1])")
    }
  }

  #if arch(x86_64)
    @Test("Within the documented bounds over the whole domain", arguments: availableLevels, Function.allCases)
    func wholeDomain(level: InstructionSet, function: Function) {
      let x = function.arguments
      // By blocks, as a run does: one argument outside of a kernel's ordinary range sends its block another way.
      let y = stride(from: 0, to: x.count, by: 512).flatMap { start in
        function(level.kernels, Array(x[start..<min(start + 512, x.count)]))
      }
      #expect(y.allSatisfy { !$0.isNaN })
      let worst = zip(x, y).map { (x, y) in (error: ulps(y, from: function.reference(x)), x: x) }.max { $0.error < $1.error }
      let error = worst?.error ?? .infinity
      #expect(error <= function.bound, "x = \(worst?.x ?? .nan)")
    }

    @Test("Powers within the documented bound", arguments: availableLevels)
    func power(level: InstructionSet) {
      let count = 1 << 20
      let bases = spread(count, over: -8...8).map(exp2)
      let exponents = spread(count, over: -20...20).reversed() as [Double]
      let y = evaluate(count) { y in level.kernels.power(bases.span, exponents.span, into: &y) }
      var worst = 0.0
      for i in 0..<count {
        let reference = pow(Float80(bases[i]), Float80(exponents[i]))
        let error = Double(((Float80(y[i]) - reference) / reference).magnitude) * 0x1p53
        let share = error / (2 + 3 * (exponents[i] * log(bases[i])).magnitude)
        if !(share <= worst) { worst = share.isNaN ? .infinity : share }
      }
      #expect(worst <= 1)
    }
  #endif

  @Test("The exponential ends in 0 and infinity", arguments: availableLevels)
  func exponentialLimits(level: InstructionSet) {
    let x = [-.infinity, -1e308, -745, -708.4, 709.79, 1e308, .infinity, .nan]
    let y = Function.exp(level.kernels, x)
    #expect(y[..<4] == [0, 0, 0, 0])
    #expect(y[4..<7] == [.infinity, .infinity, .infinity])
    #expect(y[7].isNaN)
    // The last arguments inside: results next to the limits of normal doubles.
    let edge = Function.exp(level.kernels, [-708.396, 709.782])
    #expect(edge[0] >= Double.leastNormalMagnitude && edge[0] < 1.001 * Double.leastNormalMagnitude)
    #expect(edge[1].isFinite && edge[1] > 0.999 * Double.greatestFiniteMagnitude)
  }

  @Test("eˣ − 1 ends in −1 and infinity", arguments: availableLevels)
  func expm1Limits(level: InstructionSet) {
    let y = Function.expm1(level.kernels, [-.infinity, -1e308, -51, 0, 709.79, .infinity, .nan])
    #expect(y[..<6] == [-1, -1, -1, 0, .infinity, .infinity])
    #expect(y[6].isNaN)
  }

  @Test("Logarithms outside of their domain are NaN, never a number", arguments: availableLevels)
  func logarithmDomain(level: InstructionSet) {
    let outside = [0, -0.0, -1, -.infinity, .infinity, .nan, 0x1p-1023, -Double.leastNonzeroMagnitude, -.nan]
    #expect(Function.log(level.kernels, outside).allSatisfy { $0.isNaN })
    #expect(Function.log1p(level.kernels, [-1, -1.5, -.infinity, .infinity, .nan]).allSatisfy { $0.isNaN })
    #expect(Function.log(level.kernels, [1]) == [0])
    #expect(Function.log1p(level.kernels, [0]) == [0])
    let powers = evaluate(2) { y in level.kernels.power([0, -2].span, [1, 2].span, into: &y) }
    #expect(powers.allSatisfy { $0.isNaN })
  }

  @Test("Reciprocals are correctly rounded", arguments: availableLevels)
  func correctlyRounded(level: InstructionSet) {
    let x = spread(4099, over: 1e-3...1e3)
    #expect(evaluate(x.count) { y in level.kernels.reciprocal(x.span, into: &y) } == x.map { 1 / $0 })
  }
}
