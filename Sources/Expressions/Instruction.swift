internal import Sampling

/// One pass over a block: columns are numbered slots of the workspace, and a target is never one of its sources.
enum Instruction: Sendable {
  /// target = the draws of the input of a stream.
  case draw(InputColumn.Kind, stream: StreamID, target: Int)
  case correlate(columns: Range<Int>, factor: Int)
  /// The columns times a matrix; in place of the targets, or on top of them.
  case multiply(columns: Range<Int>, matrix: Int, target: Range<Int>, accumulating: Bool)
  case interpolate(table: Int, of: Int, target: Int)
  case fill(Double, target: Int)
  /// target = offset + scale·x.
  case affine(of: Int, scale: Double, offset: Double, target: Int)
  /// target = offset + scale₁·x₁ + scale₂·x₂.
  case affine2(Int, scale1: Double, Int, scale2: Double, offset: Double, target: Int)
  /// target += scale·x.
  case addScaled(Int, scale: Double, target: Int)
  /// target += weight·exp(scale·x).
  case addScaledExponential(Int, scale: Double, weight: Double, target: Int)
  /// target += weight·exp(offset + scale₁·x₁ + scale₂·x₂).
  case addScaledExponential2(Int, scale1: Double, Int, scale2: Double, offset: Double, weight: Double, target: Int)
  /// target += weight·exp(scale·x₁·x₂), whose argument needs no holding where `tame` is.
  case addScaledExponentialOfProduct(Int, Int, scale: Double, weight: Double, tame: TameExponential?, target: Int)
  /// target = exp(offset + scale·x).
  case exponential(of: Int, scale: Double, offset: Double, target: Int)
  /// target1 += scale₁·x, target2 += scale₂·x.
  case addScaled2(Int, scale1: Double, target1: Int, scale2: Double, target2: Int)
  /// target += scale·(x₁·x₂).
  case addScaledProduct(Int, Int, scale: Double, target: Int)
  /// target1 += scale₁·(x₁·x₂), target2 += scale₂·(x₁·x₂).
  case addScaledProduct2(Int, Int, scale1: Double, target1: Int, scale2: Double, target2: Int)
  /// target1 += scale₁·(x₁·x₂), and so on for the other two.
  case addScaledProduct3(
    Int, Int, scale1: Double, target1: Int, scale2: Double, target2: Int, scale3: Double, target3: Int)
  /// target = exp(offset + scale·(x₁·x₂)).
  case exponentialOfProduct(Int, Int, scale: Double, offset: Double, target: Int)
  /// target = exp(offset + scale₁·x₁ + scale₂·x₂).
  case exponential2(Int, scale1: Double, Int, scale2: Double, offset: Double, target: Int)
  /// target = ln(offset + scale·x).
  case logarithm(of: Int, scale: Double, offset: Double, target: Int)
  /// target = e^x − 1.
  case exponentialMinusOne(of: Int, target: Int)
  /// target = ln(1 + x).
  case logarithmOfOnePlus(of: Int, target: Int)
  /// target = Σ cₖ·(offset + scale·x)ᵏ, with the coefficients' places among those of all polynomials.
  case polynomial(of: Int, scale: Double, offset: Double, coefficients: Range<Int>, target: Int)
  case multiplyColumns(Int, Int, target: Int)
  case divide(Int, Int, target: Int)
  case reciprocal(of: Int, target: Int)
  case maximum(Int, Int, target: Int)
  case minimum(Int, Int, target: Int)
  case select(x: Int, atLeast: Int, then: Int, otherwise: Int, target: Int)
  /// Repeats the next `check` instructions until the residual of every draw is within the tolerance; after each time that it is
  /// not, the `advance` instructions behind them.
  case iterate(check: Int, advance: Int, residual: Int, states: Range<Int>, tolerance: Double, limit: Int)
  /// Hands the column to the caller as an output.
  case emit(output: Int, source: Int)
}

/// A column of exponentials in a block whose arguments are small enough.
struct TameExponential: Sendable {
  let column: Int
  /// The largest magnitude of an argument that is small enough.
  let reach: Double
}
