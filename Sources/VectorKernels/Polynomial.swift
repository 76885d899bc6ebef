/// A polynomial of degree 13.
///
/// Its coefficients are plain properties, so that a loop keeps them in registers.
struct Polynomial {
  /// How many coefficients it has.
  static let count = 14

  private let c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13: Double

  /// Takes the coefficients from the constant up.
  @inline(__always)
  init(_ c: Span<Double>) {
    (c0, c1, c2, c3, c4, c5, c6) = (c[0], c[1], c[2], c[3], c[4], c[5], c[6])
    (c7, c8, c9, c10, c11, c12, c13) = (c[7], c[8], c[9], c[10], c[11], c[12], c[13])
  }

  /// The value at t.
  @inline(__always)
  func callAsFunction(_ t: Double) -> Double {
    // Odd and even powers side by side: half as long a chain of dependent steps.
    let t2 = t * t
    let odd = fused(fused(fused(fused(fused(fused(c13, t2, c11), t2, c9), t2, c7), t2, c5), t2, c3), t2, c1)
    let even = fused(fused(fused(fused(fused(fused(c12, t2, c10), t2, c8), t2, c6), t2, c4), t2, c2), t2, c0)
    return fused(odd, t, even)
  }
}

/// A polynomial of degree 9, as above.
struct ShortPolynomial {
  /// How many coefficients it has.
  static let count = 10

  private let c0, c1, c2, c3, c4, c5, c6, c7, c8, c9: Double

  /// Takes the coefficients from the constant up.
  @inline(__always)
  init(_ c: Span<Double>) {
    (c0, c1, c2, c3, c4) = (c[0], c[1], c[2], c[3], c[4])
    (c5, c6, c7, c8, c9) = (c[5], c[6], c[7], c[8], c[9])
  }

  /// The value at t.
  @inline(__always)
  func callAsFunction(_ t: Double) -> Double {
    let t2 = t * t
    let odd = fused(fused(fused(fused(c9, t2, c7), t2, c5), t2, c3), t2, c1)
    let even = fused(fused(fused(fused(c8, t2, c6), t2, c4), t2, c2), t2, c0)
    return fused(odd, t, even)
  }
}
