/// Which statistics of an outcome are told, with which errors.
extension SampleSummary {
  /// A statistic that rests on a moment of the outcome's law.
  package enum MomentStatistic: Hashable, Sendable, CaseIterable {
    case mean
    case standardDeviation
    case skewness
    case lowerShortfall
    case upperShortfall
  }

  /// The mean, where the outcome's law has one; its error where it has a variance.
  package var toldMean: Estimate? { told(.mean) }

  /// The standard deviation, where the outcome's law has one; its error where it has a fourth moment.
  package var toldStandardDeviation: Estimate? { told(.standardDeviation) }

  /// The skewness, where the outcome's law has one; its error where it has a sixth moment.
  package var toldSkewness: Estimate? { told(.skewness) }

  /// The mean of the lower tail, where the outcome's law has one there; its error where it has a variance.
  package var toldLowerShortfall: Estimate? { told(.lowerShortfall) }

  /// The mean of the upper tail, where the outcome's law has one there; its error where it has a variance.
  package var toldUpperShortfall: Estimate? { told(.upperShortfall) }

  /// The statistics that are told without an error because one draw would carry it.
  package var withheldErrors: [MomentStatistic] {
    guard draws >= Self.fewestWithErrors, minimum < maximum else { return [] }
    return MomentStatistic.allCases.filter { statistic in
      let (estimate, order, momentOrder) = basis(of: statistic)
      return estimate.standardError == nil && 2 * order < momentOrder
    }
  }

  /// Of fewer draws the standard deviation and the skewness have no error at all.
  private static let fewestWithErrors = 4

  /// An estimate where the moment that it rests on exists, and its error where the one of twice the order does.
  private func told(_ statistic: MomentStatistic) -> Estimate? {
    let (estimate, order, momentOrder) = basis(of: statistic)
    guard order < momentOrder else { return nil }
    return Estimate(estimate.value, standardError: 2 * order < momentOrder ? estimate.standardError : nil)
  }

  /// A statistic with the order of the moment that it rests on, and the order below which there are moments for it.
  private func basis(of statistic: MomentStatistic) -> (estimate: Estimate, order: Double, momentOrder: Double) {
    switch statistic {
    case .mean: (mean, 1, momentOrder)
    case .standardDeviation: (standardDeviation, 2, momentOrder)
    case .skewness: (skewness, 3, momentOrder)
    case .lowerShortfall: (lowerShortfall.mean, 1, boundedSides.contains(.below) ? .infinity : momentOrder)
    case .upperShortfall: (upperShortfall.mean, 1, boundedSides.contains(.above) ? .infinity : momentOrder)
    }
  }
}

/// The sides on which the values of an outcome have a bound, whatever its law: the tail there has all moments.
package struct BoundedSides: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let below = Self(rawValue: 1)
  package static let above = Self(rawValue: 2)
}
