internal import Glibc

/// An interval of numbers whose ends may be infinite; operations follow interval arithmetic with 0·∞ = 0.
struct Extent: Hashable {
  var lower: Double
  var upper: Double

  static let all = Self(-.infinity, .infinity)
  static let zero = Self(0, 0)

  /// The interval between two ends; an end that is not a number is open.
  init(_ lower: Double, _ upper: Double) {
    self.lower = lower.isNaN ? -.infinity : lower
    self.upper = upper.isNaN ? .infinity : upper
  }

  var isBounded: Bool { lower.isFinite && upper.isFinite }
  var isZero: Bool { lower == 0 && upper == 0 }

  static func + (x: Self, y: Self) -> Self { Self(x.lower + y.lower, x.upper + y.upper) }

  static func * (x: Self, y: Self) -> Self {
    func product(_ a: Double, _ b: Double) -> Double { a == 0 || b == 0 ? 0 : a * b }
    let (a, b) = (product(x.lower, y.lower), product(x.lower, y.upper))
    let (c, d) = (product(x.upper, y.lower), product(x.upper, y.upper))
    return Self(min(min(a, b), min(c, d)), max(max(a, b), max(c, d)))
  }

  /// Of the product of a number with itself.
  var square: Self {
    let square = self * self
    return Self(max(square.lower, 0), square.upper)
  }

  static prefix func - (x: Self) -> Self { Self(-x.upper, -x.lower) }

  /// offset + scale·x.
  func mapped(scale: Double, offset: Double) -> Self {
    let image = scale == 0 ? .zero : Self(min(scale * lower, scale * upper), max(scale * lower, scale * upper))
    return image + Self(offset, offset)
  }

  /// The image under a function that never decreases.
  func mapped(_ rising: (Double) -> Double) -> Self { Self(rising(lower), rising(upper)) }

  var reciprocal: Self {
    if lower >= 0 { return Self(1 / upper, lower == 0 ? .infinity : 1 / lower) }
    return upper <= 0 ? -(-self).reciprocal : .all
  }

  /// Both intervals and what lies between them.
  func union(_ other: Self) -> Self { Self(min(lower, other.lower), max(upper, other.upper)) }

  /// What is in both intervals, which have something in common up to rounding.
  func meeting(_ other: Self) -> Self {
    let (low, high) = (max(lower, other.lower), min(upper, other.upper))
    return low <= high ? Self(low, high) : self
  }

  /// Where the greater of two values lies.
  static func greater(_ x: Self, _ y: Self) -> Self { Self(max(x.lower, y.lower), max(x.upper, y.upper)) }

  /// Where the lesser of two values lies.
  static func lesser(_ x: Self, _ y: Self) -> Self { Self(min(x.lower, y.lower), min(x.upper, y.upper)) }
}
