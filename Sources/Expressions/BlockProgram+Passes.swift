extension BlockProgram {
  /// What a block passes through: kernels by their names in `KernelSet`, `dtrmm`, `dgemm` and `fill`, each with how many values of
  /// it a draw needs.
  ///
  /// Handing out an output costs nothing by itself and is left out. Of an iteration the first check counts, which is all
  /// that a block of solved draws takes. Exponentials that may be tame are. Inputs count as drawn at random.
  package var passes: [(kernel: String, valuesPerDraw: Int)] {
    var isStep = [Bool](repeating: false, count: instructions.count)
    for (number, instruction) in instructions.enumerated() {
      guard case .iterate(let check, let advance, _, _, _, _) = instruction else { continue }
      let first = number + 1 + check
      for step in first..<(first + advance) { isStep[step] = true }
    }
    return zip(instructions, isStep).compactMap { $1 ? nil : Self.pass($0) }
  }

  private static func pass(_ instruction: Instruction) -> (kernel: String, valuesPerDraw: Int)? {
    switch instruction {
    case .draw(let kind, _, _): (kind == .uniform ? "uniforms" : "normals", 1)
    case .correlate(let columns, _): ("dtrmm", columns.count)
    case .multiply(_, _, let target, _): ("dgemm", target.count)
    case .interpolate: ("interpolate", 1)
    case .fill: ("fill", 1)
    case .affine: ("affine", 1)
    case .affine2: ("affine2", 1)
    case .addScaled: ("addScaled", 1)
    case .addScaledExponential: ("addScaledExponential", 1)
    case .addScaledExponential2: ("addScaledExponential2", 1)
    case .addScaledExponentialOfProduct(_, _, _, _, let tame, _):
      (tame == nil ? "addHeldExponentialOfProduct" : "addScaledExponentialOfProduct", 1)
    case .exponential: ("exponentialAffine", 1)
    case .addScaled2: ("addScaled2", 1)
    case .addScaledProduct: ("addScaledProduct", 1)
    case .addScaledProduct2: ("addScaledProduct2", 1)
    case .addScaledProduct3: ("addScaledProduct3", 1)
    case .exponentialOfProduct: ("exponentialOfProduct", 1)
    case .exponential2: ("exponentialAffine2", 1)
    case .logarithm: ("log", 1)
    case .exponentialMinusOne: ("expm1", 1)
    case .logarithmOfOnePlus: ("log1p", 1)
    case .polynomial(_, _, _, let coefficients, _): (coefficients.count == 10 ? "polynomial9" : "polynomial", 1)
    case .multiplyColumns: ("multiply", 1)
    case .divide: ("divide", 1)
    case .reciprocal: ("reciprocal", 1)
    case .maximum: ("maximum", 1)
    case .minimum: ("minimum", 1)
    case .select: ("select", 1)
    case .iterate, .emit: nil
    }
  }
}
