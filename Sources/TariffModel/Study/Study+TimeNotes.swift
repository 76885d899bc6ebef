internal import Distributions

extension Study {
  /// What a reader should know of dates and periods.
  var timeNotes: [ModelNote] {
    if periods.isEmpty { return [] }
    let dated =
      measures.map { ($0.name, $0.validity, $0.phaseIn) } + tariffCuts.map { ($0.name, $0.validity, $0.phaseIn) }
      + barrierCuts.map { ($0.name, $0.validity, $0.phaseIn) }
    let firstOfStudy = periods.map(\.days.lowerBound).min() ?? .max
    var notes = dated.filter { _, validity, steps in
      // What was ordered under a measure that has ended may still arrive.
      let isOver = validity.end.map { $0.dayNumber < firstOfStudy } ?? false
      return firstDay(of: validity, phaseIn: steps) == nil && !(hasLag && isOver)
    }.map { ModelNote(scenario: nil, subject: .neverActs(name: $0.0)) }
    let announced = measures.filter { $0.anticipation != nil && firstDay(of: $0.validity, phaseIn: $0.phaseIn) != nil }
    notes += announced.filter { frontLoadingWindow(of: $0) == nil }.map {
      ModelNote(scenario: nil, subject: .nothingBroughtForward(measure: $0.name))
    }
    notes += lagNotes
    notes += earnedQuotas.filter { $0.earning.before == nil && $0.earning.lagDays > 0 }.map {
      ModelNote(scenario: nil, subject: .purchasesBeforeAssumed(quota: $0.name, days: $0.earning.lagDays))
    }
    if let (first, second) = overlappingPeriods {
      notes.append(ModelNote(scenario: nil, subject: .overlappingPeriods(first: first, second: second)))
    }
    return notes
  }

  /// Lags that differ from line to line or market to market for no other reason than that each is drawn.
  private var lagNotes: [ModelNote] {
    let stated = exports.compactMap(\.lag).flatMap(\.numbers) + markets.compactMap(\.lag).flatMap(\.numbers)
    var drawn: [String: [Quantity.Value: Set<String>]] = [:]
    var notes: [ModelNote] = []
    for (key, quantity) in stated {
      guard case .distribution(let distribution) = quantity.value, distribution.constantValue == nil else { continue }
      drawn[key, default: [:]][quantity.value, default: []].insert(quantity.path)
    }
    for (_, values) in drawn.sorted(by: { $0.key < $1.key }) {
      let repeated = values.values.filter { $0.count > 1 }
      guard let path = repeated.compactMap({ $0.min() }).min() else { continue }
      notes.append(
        ModelNote(scenario: nil, subject: .lagDrawnForEach(path: path, others: repeated.map(\.count).reduce(-1, +))))
    }
    return notes
  }
}
