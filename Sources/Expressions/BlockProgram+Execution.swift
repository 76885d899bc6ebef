internal import Distributions
internal import LinearAlgebra
internal import Sampling
internal import VectorMath

extension BlockProgram {
  /// One pass over the block.
  func execute(
    _ instruction: Instruction, block: UInt64, source: DrawSource, kernels: any KernelSet.Type,
    in workspace: inout BlockWorkspace,
    sink: (Int, Span<Double>) -> Void
  ) {
    switch instruction {
    case .draw(let kind, let stream, let target):
      draw(
        kind, of: stream, layout: source.layout(of: stream), block: block, source: source, kernels: kernels, into: target,
        of: &workspace)
    case .correlate(let range, let factor):
      workspace.columns.multiplyByTranspose(ofLowerTriangular: matrices[factor], columns: range)
    case .multiply(let range, let matrix, let target, let accumulating):
      workspace.columns.formProduct(of: range, with: matrices[matrix], into: target, accumulating: accumulating)
    case .interpolate(let table, let x, let target):
      interpolate(table, of: x, target: target, kernels: kernels, on: &workspace.columns)
    case .fill(let value, let target):
      workspace.columns.update(target) { y in for i in 0..<y.count { y[i] = value } }
    case .affine(let x, let scale, let offset, let target):
      workspace.columns.update(target, reading: x) { x, y in kernels.affine(x, scale: scale, offset: offset, into: &y) }
    case .affine2(let a, let scale1, let b, let scale2, let offset, let target):
      workspace.columns.update(target, reading: a, b) { a, b, y in
        kernels.affine2(a, scale1: scale1, b, scale2: scale2, offset: offset, into: &y)
      }
    case .addScaled(let x, let scale, let target):
      workspace.columns.update(target, reading: x) { x, y in kernels.addScaled(x, scale: scale, into: &y) }
    case .addScaledExponential(let x, let scale, let weight, let target):
      workspace.columns.update(target, reading: x) { x, y in
        kernels.addScaledExponential(x, scale: scale, weight: weight, into: &y)
      }
    case .addScaledExponential2(let a, let scale1, let b, let scale2, let offset, let weight, let target):
      workspace.columns.update(target, reading: a, b) { a, b, y in
        kernels.addScaledExponential2(
          a, scale1: scale1, b, scale2: scale2, offset: offset, weight: weight, into: &y)
      }
    case .addScaledExponentialOfProduct(let a, let b, let scale, let weight, let tame, let target):
      let isOrdinary = tame.map { workspace.reaches[$0.column] <= $0.reach } ?? false
      workspace.columns.update(target, reading: a, b) { a, b, y in
        kernels.addScaledExponentialOfProduct(a, b, scale: scale, weight: weight, isOrdinary: isOrdinary, into: &y)
      }
    case .exponential(let x, let scale, let offset, let target):
      var reach = 0.0
      workspace.columns.update(target, reading: x) { x, y in
        reach = kernels.exponentialAffine(x, scale: scale, offset: offset, into: &y)
      }
      workspace.reaches[target] = reach
    case .addScaled2(let x, let scale1, let target1, let scale2, let target2):
      workspace.columns.update(target1, target2, reading: x, x) { x, _, y1, y2 in
        kernels.addScaled2(x, scale1: scale1, into: &y1, scale2: scale2, into: &y2)
      }
    case .addScaledProduct(let a, let b, let scale, let target):
      workspace.columns.update(target, reading: a, b) { a, b, y in kernels.addScaledProduct(a, b, scale: scale, into: &y) }
    case .addScaledProduct2(let a, let b, let scale1, let target1, let scale2, let target2):
      workspace.columns.update(target1, target2, reading: a, b) { a, b, y1, y2 in
        kernels.addScaledProduct2(a, b, scale1: scale1, into: &y1, scale2: scale2, into: &y2)
      }
    case .addScaledProduct3(
      let a, let b, let scale1, let target1, let scale2, let target2, let scale3, let target3):
      workspace.columns.update(target1, target2, target3, reading: a, b) { a, b, y1, y2, y3 in
        kernels.addScaledProduct3(a, b, scale1: scale1, into: &y1, scale2: scale2, into: &y2, scale3: scale3, into: &y3)
      }
    case .exponentialOfProduct(let a, let b, let scale, let offset, let target):
      workspace.columns.update(target, reading: a, b) { a, b, y in
        kernels.exponentialOfProduct(a, b, scale: scale, offset: offset, into: &y)
      }
    case .exponential2(let a, let scale1, let b, let scale2, let offset, let target):
      var reach = 0.0
      workspace.columns.update(target, reading: a, b) { a, b, y in
        reach = kernels.exponentialAffine2(a, scale1: scale1, b, scale2: scale2, offset: offset, into: &y)
      }
      workspace.reaches[target] = reach
    case .logarithm(let x, let scale, let offset, let target):
      workspace.columns.update(target, reading: x) { x, y in kernels.log(x, scale: scale, offset: offset, into: &y) }
    case .exponentialMinusOne(let x, let target):
      workspace.columns.update(target, reading: x) { x, y in kernels.expm1(x, into: &y) }
    case .logarithmOfOnePlus(let x, let target):
      workspace.columns.update(target, reading: x) { x, y in kernels.log1p(x, into: &y) }
    case .polynomial(let x, let scale, let offset, let places, let target):
      let coefficients = polynomials.span.extracting(places)
      workspace.columns.update(target, reading: x) { x, y in
        kernels.polynomial(x, scale: scale, offset: offset, coefficients: coefficients, into: &y)
      }
    case .multiplyColumns(let a, let b, let target):
      workspace.columns.update(target, reading: a, b) { a, b, y in kernels.multiply(a, b, into: &y) }
    case .divide(let a, let b, let target):
      workspace.columns.update(target, reading: a, b) { a, b, y in kernels.divide(a, b, into: &y) }
    case .reciprocal(let x, let target):
      workspace.columns.update(target, reading: x) { x, y in kernels.reciprocal(x, into: &y) }
    case .maximum(let a, let b, let target):
      workspace.columns.update(target, reading: a, b) { a, b, y in kernels.maximum(a, b, into: &y) }
    case .minimum(let a, let b, let target):
      workspace.columns.update(target, reading: a, b) { a, b, y in kernels.minimum(a, b, into: &y) }
    case .select(let x, let limit, let yes, let no, let target):
      workspace.columns.update(target, reading: x, limit, yes, no) { x, limit, yes, no, y in
        kernels.select(whereAtLeast: x, limit, then: yes, else: no, into: &y)
      }
    case .iterate: preconditionFailure("an iteration is more than one pass")
    case .emit(let output, let source):
      sink(output, workspace.columns.column(source))
    }
  }

  /// The table's fast cubics, then the few draws in cells that hold a jump or a kink.
  private func interpolate(
    _ table: Int, of x: Int, target: Int, kernels: any KernelSet.Type, on columns: inout ColumnStore
  ) {
    let start = table * QuantileTable.coefficientCount
    let cubics = cubics.span.extracting(start..<(start + QuantileTable.coefficientCount))
    columns.update(target, reading: x) { z, y in
      let unanswered = kernels.interpolate(
        z, origin: QuantileTable.origin, cellsPerUnit: QuantileTable.cellsPerUnit, coefficients: cubics, into: &y)
      if let factor = tables[table].exponentialFactor {
        let support = tables[table].support
        kernels.exponentiate(&y, factor: factor, lower: support.lower, upper: support.upper)
      }
      guard unanswered > 0 else { return }
      for i in 0..<y.count where y[i].isNaN { y[i] = tables[table].value(at: z[i]) }
    }
  }
}
