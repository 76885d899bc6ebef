internal import LinearAlgebra

/// One column of draws and how it comes from others.
///
/// Equal nodes are one node: the graph interns them.
enum Node: Equatable {
  /// The draws of one of the graph's inputs.
  case draw(input: Int)
  /// Column `index` of a block product.
  case member(product: Int, index: Int)
  /// A tabulated quantile function of a standard normal column.
  case interpolated(table: Int, of: Int)
  /// The same value in every draw.
  case fill(Double)
  /// constant + Σ weightᵢ·xᵢ, in the order of the terms' creation.
  case sum(terms: [Term], constant: Double)
  case product(Int, Int)
  case quotient(Int, Int)
  case reciprocal(Int)
  /// exp(offset + scale·x).
  case exponential(of: Int, scale: Double, offset: Double)
  /// ln(offset + scale·x).
  case logarithm(of: Int, scale: Double, offset: Double)
  /// e^x − 1, accurate near 0.
  case exponentialMinusOne(of: Int)
  /// ln(1 + x), accurate near 0.
  case logarithmOfOnePlus(of: Int)
  case maximum(Int, Int)
  case minimum(Int, Int)
  /// A present value of an iteration, inside its step.
  case state(loop: Int, index: Int)
  /// A value of an iteration that has ended.
  case settled(loop: Int, index: Int)
  /// x ≥ y ? a : b.
  case selection(x: Int, y: Int, whenAtLeast: Int, otherwise: Int)

  /// A weighted column.
  struct Term: Equatable {
    let node: Int
    let weight: Double
  }

  /// Calls a function with the columns it is computed from, once for each time one is read.
  ///
  /// What an iteration reads is known to its loop.
  func forEachOperand(_ body: (Int) -> Void) {
    switch self {
    case .draw, .member, .fill, .state, .settled: break
    case .interpolated(_, let x), .reciprocal(let x), .exponential(let x, _, _), .logarithm(let x, _, _),
      .exponentialMinusOne(let x), .logarithmOfOnePlus(let x):
      body(x)
    case .sum(let terms, _):
      for term in terms { body(term.node) }
    case .product(let x, let y), .quotient(let x, let y), .maximum(let x, let y), .minimum(let x, let y):
      body(x)
      body(y)
    case .selection(let x, let y, let a, let b):
      for operand in [x, y, a, b] { body(operand) }
    }
  }
}

/// Several columns that are formed together by one matrix product over a block.
enum BlockProduct: Sendable {
  /// Z·Lᵀ: independent standard normal inputs, correlated by a lower triangular factor.
  case triangular(inputs: [Int], factor: Matrix)
  /// Standard normal inputs side by side: the common factors of `loadings`.
  case factors(inputs: [Int])
  /// F·Λᵀ for some members: `weights` has a row per factor and a column per member.
  case loadings(factors: Int, weights: Matrix)

  /// How many columns it has.
  var count: Int {
    switch self {
    case .triangular(let inputs, _), .factors(let inputs): inputs.count
    case .loadings(_, let weights): weights.columns
    }
  }
}
