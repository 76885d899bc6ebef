internal import TariffModel

/// Which of the periods that a result has are told of first.
enum ReportedPeriods {
  /// The sum over all periods, or every period where there is no such sum.
  static func leading(_ names: [String]) -> [String] {
    names.contains(OutcomeKey.allPeriods) ? [OutcomeKey.allPeriods] : names
  }

  /// The periods without the sums over several.
  static func single(_ names: [String]) -> [String] {
    let sums = [OutcomeKey.allPeriods] + names.map { OutcomeKey.runningTotal(to: $0) }
    return names.filter { !sums.contains($0) }
  }
}
