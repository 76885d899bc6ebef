/// The lowest moment that a law lacks, as far as a statistic or its standard error rests on it.
package enum MissingMoment: Hashable, Sendable, CaseIterable {
  case mean
  case variance
  case third
  /// The standard error of the standard deviation rests on the fourth.
  case fourth
  /// The standard error of the skewness rests on the sixth.
  case sixth

  /// Of a law that has the moments below an order only.
  package init?(order: Double) {
    switch order {
    case ...1: self = .mean
    case ...2: self = .variance
    case ...3: self = .third
    case ...4: self = .fourth
    case ...6: self = .sixth
    default: return nil
    }
  }

  /// Why outcomes lack it on account of an input.
  package enum Cause: Int, Hashable, Sendable, CaseIterable, Comparable {
    /// The input lacks it, and the outcomes grow with it.
    case ownTail
    /// They grow with a power of an input that has it.
    case powerOfTail
    /// They are divided by an input that comes near to 0.
    case quotient
    /// They grow exponentially with an unbounded input.
    case exponential

    package static func < (x: Self, y: Self) -> Bool { x.rawValue < y.rawValue }
  }
}
