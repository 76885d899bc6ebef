/// A share of a variance with its error.
package struct IndexEstimate: Hashable, Sendable {
  package var value: Double
  package var standardError: Double
  /// The 95 % interval, of Student's t over groups of draws.
  ///
  /// It is not cut off at 0 or 1, so that it can be wrong on either side.
  package var interval: ClosedRange<Double>

  package init(value: Double, standardError: Double, interval: ClosedRange<Double>) {
    self.value = value
    self.standardError = standardError
    self.interval = interval
  }

  /// What is 0 whatever is drawn.
  package static let zero = Self(value: 0, standardError: 0, interval: 0...0)

  /// Half the width of the interval.
  package var halfWidth: Double { (interval.upperBound - interval.lowerBound) / 2 }

  init(_ value: Double, standardError: Double, groups: Int) {
    let half = Replication.replicates(groups).deviate * standardError
    self.init(value: value, standardError: standardError, interval: (value - half)...(value + half))
  }
}

/// A figure that is made of sums over draws, with an error from groups of independent draws.
package enum GroupJackknife {
  /// The figure of all sums, and the delete-a-group jackknife's error: √((G − 1)/G·Σ(θ₋g − mean θ₋g)²) with G − 1 degrees of
  /// freedom.
  ///
  /// It takes the figure for smooth in its sums and the groups for alike, of equal numbers of draws. It is summed in the
  /// groups' order. Source: P. S. Kott, "The delete-a-group jackknife", Journal of Official Statistics 17 (2001); M. H.
  /// Quenouille, doi:10.1093/biomet/43.3-4.353. Tested by its coverage.
  /// - Parameter figure: Nothing where it is not defined of some sums.
  /// - Returns: Nothing where it is not defined of all, or of all but a group.
  package static func estimate<Sums: DrawSums>(_ groups: [Sums], _ figure: (Sums) -> Double?) -> IndexEstimate? {
    precondition(groups.count > 1, "an error takes two groups")
    guard let value = figure(groups.reduce(into: Sums()) { $0.add($1) }) else { return nil }
    var others: [Double] = []
    // Sums of all but one from the front and the back: a difference of sums would cancel.
    var after = [Sums()]
    for group in groups.dropFirst().reversed() {
      var sum = after[after.count - 1]
      sum.add(group)
      after.append(sum)
    }
    var before = Sums()
    for (number, group) in groups.enumerated() {
      var rest = before
      rest.add(after[groups.count - 1 - number])
      guard let other = figure(rest) else { return nil }
      others.append(other)
      before.add(group)
    }
    let count = Double(groups.count)
    let mean = others.reduce(0, +) / count
    let squares = others.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return IndexEstimate(value, standardError: ((count - 1) / count * squares).squareRoot(), groups: groups.count)
  }

  /// The mean of figures of equal groups, with Student's interval.
  package static func mean(_ figures: [Double]) -> IndexEstimate {
    precondition(figures.count > 1, "an error takes two groups")
    let count = Double(figures.count)
    let mean = figures.reduce(0, +) / count
    let squares = figures.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return IndexEstimate(mean, standardError: (squares / (count - 1) / count).squareRoot(), groups: figures.count)
  }
}

/// Sums over draws that add up.
package protocol DrawSums: Sendable {
  init()
  mutating func add(_ other: Self)
}
