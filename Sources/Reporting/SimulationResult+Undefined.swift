internal import Analysis
internal import Statistics
internal import TariffModel

/// Ratios that are not defined in every draw: what they divide by is nothing in some.
///
/// Such an outcome rests on the draws in which it is defined and says how many these are; one that is defined in none has no number.
extension SimulationResult {
  /// In how many draws an outcome is defined, where these are not all: only a ratio can be undefined.
  func drawsDefined(_ outcome: OutcomeResult) -> Int? {
    outcome.key.outcome.isRatio && outcome.summary.draws < plan.draws ? outcome.summary.draws : nil
  }

  /// Every outcome in the result's order, with nothing in place of the numbers of one that is never defined.
  var withUndefined: [(key: OutcomeKey, result: OutcomeResult?)] {
    var all: [(key: OutcomeKey, result: OutcomeResult?)] = []
    all.reserveCapacity(outcomes.count + undefined.count)
    var next = undefined.makeIterator()
    var waiting = next.next()
    for (position, outcome) in outcomes.enumerated() {
      while let found = waiting, found.position <= position {
        all.append((found.key, nil))
        waiting = next.next()
      }
      all.append((outcome.key, outcome))
    }
    while let found = waiting {
      all.append((found.key, nil))
      waiting = next.next()
    }
    return all
  }

  /// The same of one scenario.
  func withUndefined(of scenario: String) -> [(key: OutcomeKey, result: OutcomeResult?)] {
    // There are thousands of scenarios, and seldom an outcome that is never defined.
    if undefined.isEmpty { return outcomes(of: scenario).map { ($0.key, $0) } }
    return withUndefined.filter { $0.key.scenario == scenario }
  }

  /// A sentence for each scenario and outcome that lacks a value in some draws, with its kind; totals only, lines and groups are in the files.
  var undefinedSentences: [(kind: String, sentence: String)] {
    withUndefined.compactMap { key, result in
      guard key.slice == .total else { return nil }
      let place = "Under \(key.scenario)" + (periods(of: key.scenario).count > 1 ? ", \(key.period)" : "")
      guard let result else {
        return ("never", "\(place): \(key.outcome.rawValue) has no value: what it divides by is nothing in every draw.")
      }
      guard let defined = drawsDefined(result) else { return nil }
      return (
        "seldom",
        "\(place): \(key.outcome.rawValue) has a value in \(NumberText.count(defined)) of \(NumberText.count(plan.draws)) "
          + "draws and rests on these; in the others what it divides by is nothing."
      )
    }
  }
}
