internal import Statistics
internal import TariffModel

extension ModelNote.WithheldErrors {
  /// How many errors of each statistic are withheld, outcome by outcome; nothing where none is.
  init?(_ outcomes: some Sequence<[SampleSummary.MomentStatistic]>) {
    self.init()
    for statistic in outcomes.joined() {
      switch statistic {
      case .mean: means += 1
      case .standardDeviation: standardDeviations += 1
      case .skewness: skewnesses += 1
      case .lowerShortfall, .upperShortfall: shortfalls += 1
      }
    }
    if self == Self() { return nil }
  }
}

extension BoundedSides {
  /// The sides on which an outcome's law is known to have bounds.
  init(_ outcome: CompiledOutcome) {
    self = []
    if outcome.isBounded.below { insert(.below) }
    if outcome.isBounded.above { insert(.above) }
  }
}
