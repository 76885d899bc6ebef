import Distributions

extension Study {
  /// What a study says of the days that its priors rest on.
  package struct PriorDates: Hashable, Sendable {
    /// The latest day that a number states; nothing where none does.
    package let latest: CivilDate?
    /// Uncertain numbers drawn for themselves that state none.
    package let unstated: Int
    package let stated: Int
  }

  /// When the study's uncertain numbers were last chosen, or certain ones that say so.
  ///
  /// A number that names a parameter is dated by it. O(numbers).
  package var priorDates: PriorDates {
    var latest: CivilDate?
    var (stated, unstated) = (0, 0)
    var seen: Set<String> = []
    for quantity in assumptions.map(\.quantity) where seen.insert(quantity.path).inserted {
      if let asOf = quantity.provenance.asOf {
        latest = latest.map { max($0, asOf) } ?? asOf
        stated += 1
      } else if case .distribution(let distribution) = quantity.value, distribution.constantValue == nil {
        unstated += 1
      }
    }
    return PriorDates(latest: latest, unstated: unstated, stated: stated)
  }
}
