internal import Distributions
internal import LinearAlgebra
internal import VectorMath

extension KernelBenchmark {
  /// Every function of `KernelSet`, in the protocol's order.
  ///
  /// What is added to a target is so small that no number of calls leaves
  /// the range of doubles.
  package static let table: [KernelBenchmark] = [
    // Random numbers
    .init("uniforms(into:stream:key:block:)") { kernels, columns in
      columns.update(target) { y in kernels.uniforms(into: &y, stream: 1, key: 2, block: 3) }
    },
    .init("normals(into:stream:key:block:)") { kernels, columns in
      columns.update(target) { y in kernels.normals(into: &y, stream: 1, key: 2, block: 3) }
    },
    .init("digitalPoints(into:places:first:directions:seed:shift:)") { kernels, columns in
      columns.update(target) { y in
        kernels.digitalPoints(into: &y, places: 0..<512, first: 1, directions: words.span, seed: 2, shift: 3)
      }
    },
    .init("latticePoints(into:places:first:component:)") { kernels, columns in
      columns.update(target) { y in kernels.latticePoints(into: &y, places: 0..<512, first: 1, component: 182_667) }
    },
    .init("stratify(_:places:firstPoint:bits:key:)") { kernels, columns in
      columns.update(uniform) { y in
        kernels.stratify(&y, places: 0..<512, firstPoint: 0, bits: 16, key: words.span.extracting(first: 8))
      }
    },
    .init("normalQuantile(_:into:)") { kernels, columns in
      columns.update(target, reading: uniform) { u, z in kernels.normalQuantile(u, into: &z) }
    },

    // Elementary functions
    .init("exp(_:into:)") { kernels, columns in
      columns.update(target, reading: normal) { x, y in kernels.exp(x, into: &y) }
    },
    .init("expm1(_:into:)") { kernels, columns in
      columns.update(target, reading: normal) { x, y in kernels.expm1(x, into: &y) }
    },
    .init("log(_:scale:offset:into:)") { kernels, columns in
      columns.update(target, reading: positive) { x, y in kernels.log(x, scale: 1, offset: 0, into: &y) }
    },
    .init("log1p(_:into:)") { kernels, columns in
      columns.update(target, reading: positive) { x, y in kernels.log1p(x, into: &y) }
    },
    .init("power(_:_:into:)") { kernels, columns in
      columns.update(target, reading: positive, normal) { base, exponent, y in kernels.power(base, exponent, into: &y) }
    },
    .init("reciprocal(_:into:)") { kernels, columns in
      columns.update(target, reading: positive) { x, y in kernels.reciprocal(x, into: &y) }
    },

    // Arithmetic
    .init("affine(_:scale:offset:into:)") { kernels, columns in
      columns.update(target, reading: normal) { x, y in kernels.affine(x, scale: 0.5, offset: 1, into: &y) }
    },
    .init("affine2(_:scale1:_:scale2:offset:into:)") { kernels, columns in
      columns.update(target, reading: normal, other) { x1, x2, y in
        kernels.affine2(x1, scale1: 0.5, x2, scale2: 0.25, offset: 1, into: &y)
      }
    },
    .init("addScaled(_:scale:into:)") { kernels, columns in
      columns.update(target, reading: normal) { x, y in kernels.addScaled(x, scale: 1e-9, into: &y) }
    },
    .init("addScaled2(_:scale1:into:scale2:into:)") { kernels, columns in
      columns.update(target, target2, reading: normal, normal) { x, _, y1, y2 in
        kernels.addScaled2(x, scale1: 1e-9, into: &y1, scale2: 2e-9, into: &y2)
      }
    },
    .init("addScaledProduct(_:_:scale:into:)") { kernels, columns in
      columns.update(target, reading: normal, other) { a, b, y in kernels.addScaledProduct(a, b, scale: 1e-9, into: &y) }
    },
    .init("addScaledProduct2(_:_:scale1:into:scale2:into:)") { kernels, columns in
      columns.update(target, target2, reading: normal, other) { a, b, y1, y2 in
        kernels.addScaledProduct2(a, b, scale1: 1e-9, into: &y1, scale2: 2e-9, into: &y2)
      }
    },
    .init("addScaledProduct3(_:_:scale1:into:scale2:into:scale3:into:)") { kernels, columns in
      columns.update(target, target2, target3, reading: normal, other) { a, b, y1, y2, y3 in
        kernels.addScaledProduct3(a, b, scale1: 1e-9, into: &y1, scale2: 2e-9, into: &y2, scale3: 3e-9, into: &y3)
      }
    },
    .init("multiply(_:_:into:)") { kernels, columns in
      columns.update(target, reading: normal, other) { a, b, y in kernels.multiply(a, b, into: &y) }
    },
    .init("divide(_:_:into:)") { kernels, columns in
      columns.update(target, reading: normal, positive) { a, b, y in kernels.divide(a, b, into: &y) }
    },
    .init("maximum(_:_:into:)") { kernels, columns in
      columns.update(target, reading: normal, other) { a, b, y in kernels.maximum(a, b, into: &y) }
    },
    .init("minimum(_:_:into:)") { kernels, columns in
      columns.update(target, reading: normal, other) { a, b, y in kernels.minimum(a, b, into: &y) }
    },
    .init("select(whereAtLeast:_:then:else:into:)") { kernels, columns in
      columns.update(target, reading: normal, other, uniform, positive) { a, b, c, d, y in
        kernels.select(whereAtLeast: a, b, then: c, else: d, into: &y)
      }
    },

    // Constant-elasticity responses
    .init("exponentialAffine(_:scale:offset:into:)") { kernels, columns in
      columns.update(target, reading: normal) { x, y in kernels.exponentialAffine(x, scale: 0.5, offset: 0.1, into: &y) }
    },
    .init("exponentialAffine2(_:scale1:_:scale2:offset:into:)") { kernels, columns in
      columns.update(target, reading: normal, other) { x1, x2, y in
        kernels.exponentialAffine2(x1, scale1: 0.5, x2, scale2: 0.25, offset: 0.1, into: &y)
      }
    },
    .init("exponentialOfProduct(_:_:scale:offset:into:)") { kernels, columns in
      columns.update(target, reading: uniform, positive) { x1, x2, y in
        kernels.exponentialOfProduct(x1, x2, scale: -0.5, offset: 0.1, into: &y)
      }
    },
    .init("addScaledExponential(_:scale:weight:into:)") { kernels, columns in
      columns.update(target, reading: normal) { x, y in kernels.addScaledExponential(x, scale: 0.5, weight: 1e-9, into: &y) }
    },
    .init("addScaledExponential2(_:scale1:_:scale2:offset:weight:into:)") { kernels, columns in
      columns.update(target, reading: normal, other) { x1, x2, y in
        kernels.addScaledExponential2(x1, scale1: 0.5, x2, scale2: 0.25, offset: 0.1, weight: 1e-9, into: &y)
      }
    },
    .init("addScaledExponentialOfProduct(_:_:scale:weight:isOrdinary:into:)") { kernels, columns in
      columns.update(target, reading: uniform, positive) { x1, x2, y in
        kernels.addScaledExponentialOfProduct(x1, x2, scale: -0.5, weight: 1e-9, isOrdinary: true, into: &y)
      }
    },
    .init("addScaledExponentialOfProduct(_:_:scale:weight:isOrdinary:into:)", name: "addHeldExponentialOfProduct") {
      kernels, columns in
      columns.update(target, reading: uniform, positive) { x1, x2, y in
        kernels.addScaledExponentialOfProduct(x1, x2, scale: -0.5, weight: 1e-9, isOrdinary: false, into: &y)
      }
    },

    // Polynomials and tables
    .init("polynomial(_:scale:offset:coefficients:into:)") { kernels, columns in
      columns.update(target, reading: uniform) { x, y in
        kernels.polynomial(x, scale: 2, offset: -1, coefficients: polynomial.span, into: &y)
      }
    },
    .init("polynomial(_:scale:offset:coefficients:into:)", name: "polynomial9") { kernels, columns in
      columns.update(target, reading: uniform) { x, y in
        kernels.polynomial(x, scale: 2, offset: -1, coefficients: polynomial.span.extracting(first: 10), into: &y)
      }
    },
    .init("interpolate(_:origin:cellsPerUnit:coefficients:into:)") { kernels, columns in
      columns.update(target, reading: normal) { z, y in
        _ = kernels.interpolate(
          z, origin: QuantileTable.origin, cellsPerUnit: QuantileTable.cellsPerUnit, coefficients: coefficients.span, into: &y)
      }
    },
    // Its results are its next arguments: held in a range in which it stays.
    .init("exponentiate(_:factor:lower:upper:)") { kernels, columns in
      columns.update(target, reading: normal) { _, y in kernels.exponentiate(&y, factor: 0.5, lower: 0.125, upper: 2) }
    },

    // Summaries
    .init("powerSums(_:centre:scale:)") { kernels, columns in
      _ = kernels.powerSums(columns.column(normal), centre: 0.1, scale: 0.5)
    },
    .init("excessSums(_:centre:scale:lower:upper:)") { kernels, columns in
      _ = kernels.excessSums(columns.column(normal), centre: 0.1, scale: 0.5, lower: -0.8, upper: 0.8)
    },
    .init("excessDifferenceSums(_:_:level:scale:)") { kernels, columns in
      _ = kernels.excessDifferenceSums(columns.column(normal), columns.column(uniform), level: 0.3, scale: 0.5)
    },
    .init("bounds(_:)") { kernels, columns in _ = kernels.bounds(columns.column(normal)) },

    // Sketches
    .init("count(_:origin:cellsPerUnit:offsets:slopes:in:listed:)") { kernels, columns in
      var counts = InlineArray<1024, UInt16>(repeating: 0)
      var listed = InlineArray<512, UInt32>(repeating: 0)
      var bins = counts.mutableSpan
      var list = listed.mutableSpan
      _ = kernels.count(
        columns.column(normal), origin: -4, cellsPerUnit: 8, offsets: offsets.span, slopes: slopes.span, in: &bins, listed: &list)
    },
  ]

  private static let target = KernelOperands.target
  private static let target2 = KernelOperands.target2
  private static let target3 = KernelOperands.target3
  private static let uniform = KernelOperands.uniform
  private static let normal = KernelOperands.normal
  private static let positive = KernelOperands.positive
  private static let other = KernelOperands.other
  private static let words = KernelOperands.words

  /// Coefficients that fall as those of a logarithm do.
  private static let polynomial = (0..<14).map { 1 / Double(1 << $0) }

  /// 64 cells over ±4 with 15 bins each, the outermost left to the caller: one draw in a thousand.
  private static let slopes: [UInt64] = (0..<64).map { $0 < 5 || $0 > 58 ? 1 << 63 : 15 }
  private static let offsets = [UInt64](repeating: 0, count: 64)

  /// A table of the size that the engine uses; every cell holds the same cubic, and different cells are read all the same.
  private static let coefficients = (0..<QuantileTable.cellCount).flatMap { _ in [0.5, 0.25, -0.125, 0.0625] }
}
