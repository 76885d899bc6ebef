/// A closed interval that holds a column's value in every draw, up to rounding; operations follow interval arithmetic.
struct ValueRange: Hashable {
  let lower: Double
  let upper: Double

  /// The interval between two numbers in any order, or nothing where an end is not finite.
  init?(_ a: Double, _ b: Double) {
    guard a.isFinite && b.isFinite else { return nil }
    lower = min(a, b)
    upper = max(a, b)
  }

  /// offset + scale·x.
  func mapped(scale: Double, offset: Double) -> Self? { Self(offset + scale * lower, offset + scale * upper) }

  static func + (x: Self, y: Self) -> Self? { Self(x.lower + y.lower, x.upper + y.upper) }

  static func * (x: Self, y: Self) -> Self? {
    // Without a list of the four products: a model has a million of these.
    guard let first = Self(x.lower * y.lower, x.lower * y.upper), let second = Self(x.upper * y.lower, x.upper * y.upper) else {
      return nil
    }
    return first.union(second)
  }

  /// 1/x, or nothing where x may be 0.
  var reciprocal: Self? { lower > 0 || upper < 0 ? Self(1 / lower, 1 / upper) : nil }

  /// Both intervals and what lies between them.
  func union(_ other: Self) -> Self? { Self(min(lower, other.lower), max(upper, other.upper)) }
}
