/// c₀ + t(c₁ + t(c₂ + t·c₃)) for t in [0, 1].
package struct Cubic: Hashable, Sendable {
  package var c0: Double
  package var c1: Double
  package var c2: Double
  package var c3: Double

  /// The straight line from y₀ at 0 to y₁ at 1.
  init(from y0: Double, to y1: Double) {
    c0 = y0
    c1 = y1 - y0
    c2 = 0
    c3 = 0
  }

  /// The cubic through the values at 0, ⅓, ⅔ and 1.
  package init(_ y0: Double, _ y1: Double, _ y2: Double, _ y3: Double) {
    let (d1, d2, d3) = (y1 - y0, y2 - y0, y3 - y0)
    c0 = y0
    c1 = 9 * d1 - 4.5 * d2 + d3
    c2 = -22.5 * d1 + 18 * d2 - 4.5 * d3
    c3 = 13.5 * d1 - 13.5 * d2 + 4.5 * d3
  }

  package func callAsFunction(_ t: Double) -> Double { c0 + t * (c1 + t * (c2 + t * c3)) }

  /// Whether it nowhere falls on [0, 1].
  var isIncreasing: Bool {
    // The slope c₁ + 2c₂t + 3c₃t²: at both ends, and at its lowest point where that lies between.
    guard c1 >= 0 && c1 + 2 * c2 + 3 * c3 >= 0 else { return false }
    let turn = -c2 / (3 * c3)
    return !(turn > 0 && turn < 1) || c1 + c2 * turn >= 0
  }

  /// Whether it nowhere rises on [0, 1].
  var isFalling: Bool {
    var mirrored = self
    (mirrored.c1, mirrored.c2, mirrored.c3) = (-c1, -c2, -c3)
    return mirrored.isIncreasing
  }

  /// A bound of the rounding error of its evaluation.
  var roundingError: Double { 0x1p-50 * (c1.magnitude + c2.magnitude + c3.magnitude) }
}
