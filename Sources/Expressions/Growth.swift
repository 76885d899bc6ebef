/// How fast a column grows with one heavy-tailed input x, as |x| tends to infinity and all other inputs stay.
///
/// The column's magnitude lies between multiples of |x|^degree, and the column itself is `logarithm`·ln|x| up to a bounded part;
/// logarithms have degree 0. E|column|ᵏ exists where k·degree is below the order of x's own moments.
struct Growth: Hashable {
  var degree: Extent
  var logarithm: Extent

  /// Of what does not depend on x.
  static let none = Self(degree: .zero, logarithm: .zero)
  /// Of x itself.
  static let input = Self(degree: Extent(1, 1), logarithm: .all)

  /// What is left of the growth of a column whose values lie in an interval.
  func within(_ extent: Extent) -> Self {
    var own = self
    if extent.upper.isFinite { own.logarithm.upper = min(own.logarithm.upper, 0) }
    if extent.lower.isFinite { own.logarithm.lower = max(own.logarithm.lower, 0) }
    if extent.isBounded { own.degree.upper = min(own.degree.upper, 0) }
    if extent.lower > 0 || extent.upper < 0 { own.degree.lower = max(own.degree.lower, 0) }
    // A column that is bounded on one side has its logarithm's sign there only.
    own.logarithm.upper = max(own.logarithm.upper, own.logarithm.lower)
    return own
  }

  func scaled(by weight: Double) -> Self { Self(degree: degree, logarithm: logarithm * Extent(weight, weight)) }

  /// Of a sum; parts of one sign cannot cancel, and neither does one that outgrows all others.
  static func sum(_ parts: [Growth], haveOneSign: Bool) -> Self {
    let upper = parts.map(\.degree.upper).max() ?? 0
    var lower = -Double.infinity
    if haveOneSign {
      lower = parts.map(\.degree.lower).max() ?? 0
    } else if let leader = parts.indices.max(by: { parts[$0].degree.lower < parts[$1].degree.lower }) {
      let rivals = parts.indices.filter { $0 != leader }.map { parts[$0].degree.upper }
      if (rivals.max() ?? -.infinity) < parts[leader].degree.lower { lower = parts[leader].degree.lower }
    }
    return Self(degree: Extent(lower, upper), logarithm: parts.reduce(.zero) { $0 + $1.logarithm })
  }

  /// Of a product of factors that lie in `extents`.
  static func product(_ x: Growth, _ y: Growth, extents: (Extent, Extent)) -> Self {
    let degree = x.degree + y.degree
    let logarithm: Extent =
      if degree.upper < 0 || (x.logarithm.isZero && y.logarithm.isZero) {
        .zero
      } else if x.logarithm.isZero {
        y.logarithm * extents.0
      } else if y.logarithm.isZero {
        x.logarithm * extents.1
      } else {
        .all
      }
    return Self(degree: degree, logarithm: logarithm)
  }

  var reciprocal: Self {
    Self(degree: -degree, logarithm: degree.lower >= 0 ? .zero : .all)
  }

  /// Of the logarithm.
  var ofLogarithm: Self { Self(degree: Extent(degree.lower > 0 ? 0 : -.infinity, 0), logarithm: degree) }

  /// Of the exponential.
  var ofExponential: Self {
    Self(degree: logarithm, logarithm: Extent(0, logarithm.upper > 0 ? .infinity : 0))
  }

  /// Of e^x − 1.
  var ofExponentialMinusOne: Self {
    let lower = logarithm.lower > 0 ? logarithm.lower : -.infinity
    return Self(degree: Extent(lower, max(logarithm.upper, 0)), logarithm: ofExponential.logarithm)
  }

  static func greater(_ x: Growth, _ y: Growth, arePositive: Bool) -> Self {
    let lower = arePositive ? max(x.degree.lower, y.degree.lower) : min(x.degree.lower, y.degree.lower, 0)
    return Self(
      degree: Extent(lower, max(x.degree.upper, y.degree.upper)), logarithm: .greater(x.logarithm, y.logarithm))
  }

  static func lesser(_ x: Growth, _ y: Growth, arePositive: Bool) -> Self {
    let upper = arePositive ? min(x.degree.upper, y.degree.upper) : max(x.degree.upper, y.degree.upper)
    return Self(
      degree: Extent(min(x.degree.lower, y.degree.lower), upper), logarithm: .lesser(x.logarithm, y.logarithm))
  }

  static func either(_ x: Growth, _ y: Growth) -> Self {
    Self(degree: x.degree.union(y.degree), logarithm: x.logarithm.union(y.logarithm))
  }
}
