/// How a column goes as an escape's u tends to infinity and all other inputs stay (``Escapes``).
struct Trend: Hashable {
  /// The column goes like u to this power; nothing where that is not known.
  var degree: Double?
  /// What ln u is multiplied by in the column, which is otherwise bounded: an interval that holds its values over the other inputs;
  /// nothing where the column is not of this form or it is not known.
  var slope: Extent?
  /// Whether the values come near to both ends of the interval.
  var isTight = true

  /// What does not depend on u.
  struct Factor {
    let extent: Extent
    let isTight: Bool
  }

  static let unknown = Self(degree: nil, slope: nil)
  static let bounded = Self(degree: 0, slope: .zero)
  /// x − place, which is 1/u.
  static let inverse = Self(degree: -1, slope: nil)

  /// x itself: ln u where the exponential escapes, with all moments; 1/u where the place of its reciprocal is 0.
  static func ofInput(_ place: Double?) -> Self {
    guard let place else { return Self(degree: 0, slope: Extent(1, 1)) }
    return place == 0 ? .inverse : .bounded
  }

  var isBounded: Bool { degree == 0 && (slope?.isZero ?? false) }

  func scaled(by weight: Double) -> Self {
    Self(degree: degree, slope: slope.map { $0 * Extent(weight, weight) }, isTight: isTight)
  }

  var reciprocal: Self {
    // What grows like a logarithm has a reciprocal that falls.
    guard let degree, slope?.isZero ?? true else { return .unknown }
    return Self(degree: -degree, slope: degree == 0 ? .zero : nil)
  }

  /// Of a sum with what does not depend on u.
  var besideConstant: Self {
    guard let degree else { return .unknown }
    return degree < 0 ? .bounded : self
  }

  var ofLogarithm: Self {
    guard let degree, slope?.isZero ?? true else { return .unknown }
    return Self(degree: 0, slope: Extent(degree, degree))
  }

  /// Of the exponential: a power of u, the largest that the other inputs lead to.
  var ofExponential: Self {
    if let degree, degree < 0 { return .bounded }
    guard let slope, degree == 0, isTight || slope.lower >= 0 || slope.upper <= 0 else { return .unknown }
    return Self(degree: slope.upper, slope: slope.isZero ? .zero : nil)
  }

  /// Of a product; nothing stands for a factor that does not depend on u.
  static func product(_ x: Trend?, _ y: Trend?, _ xFactor: Factor, _ yFactor: Factor) -> Self {
    switch (x, y) {
    case (let x?, let y?):
      guard let a = x.degree, let b = y.degree else { return .unknown }
      return Self(degree: a + b, slope: x.isBounded && y.isBounded ? .zero : nil)
    case (let x?, nil): return x.multiplied(by: yFactor)
    case (nil, let y?): return y.multiplied(by: xFactor)
    case (nil, nil): return .bounded
    }
  }

  private func multiplied(by factor: Factor) -> Self {
    Self(degree: degree, slope: slope.map { $0 * factor.extent }, isTight: isTight && factor.isTight)
  }

  /// Of a sum, with parts that do not depend on u unless these are all.
  static func sum(_ parts: [Trend], isAll: Bool, haveOneSign: Bool) -> Self {
    let degrees = parts.compactMap(\.degree)
    let largest = degrees.max() ?? 0
    // Parts of one sign cannot cancel, whatever is hidden in the others.
    if haveOneSign && largest > 0 { return Self(degree: largest, slope: nil) }
    guard degrees.count == parts.count else { return .unknown }
    if degrees.allSatisfy({ $0 == 0 }) {
      var slope: Extent? = .zero
      for part in parts { slope = part.slope.flatMap { own in slope.map { $0 + own } } }
      return Self(degree: 0, slope: slope, isTight: parts.count == 1 && parts[0].isTight)
    }
    if largest > 0 { return degrees.count { $0 == largest } == 1 ? Self(degree: largest, slope: nil) : .unknown }
    // All that remains are parts that vanish or stay.
    if isAll && degrees.allSatisfy({ $0 < 0 }) { return haveOneSign ? Self(degree: largest, slope: nil) : .unknown }
    return .bounded
  }

  static func greater(_ x: Trend?, _ y: Trend?, arePositive: Bool) -> Self {
    let largest = max(x?.degree ?? 0, y?.degree ?? 0)
    if arePositive && largest > 0 { return Self(degree: largest, slope: nil) }
    return (x?.isBounded ?? true) && (y?.isBounded ?? true) ? .bounded : .unknown
  }
}
