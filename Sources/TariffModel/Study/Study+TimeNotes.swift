extension Study {
  /// What a reader should know of dates and periods.
  var timeNotes: [ModelNote] {
    if periods.isEmpty { return [] }
    let dated =
      measures.map { ($0.name, $0.validity, $0.phaseIn) } + tariffCuts.map { ($0.name, $0.validity, $0.phaseIn) }
      + barrierCuts.map { ($0.name, $0.validity, $0.phaseIn) }
    var notes = dated.filter { firstDay(of: $0.1, phaseIn: $0.2) == nil }.map {
      ModelNote(scenario: nil, subject: .neverActs(name: $0.0))
    }
    let announced = measures.filter { $0.anticipation != nil && firstDay(of: $0.validity, phaseIn: $0.phaseIn) != nil }
    notes += announced.filter { frontLoadingWindow(of: $0) == nil }.map {
      ModelNote(scenario: nil, subject: .nothingBroughtForward(measure: $0.name))
    }
    if let (first, second) = overlappingPeriods {
      notes.append(ModelNote(scenario: nil, subject: .overlappingPeriods(first: first, second: second)))
    }
    return notes
  }
}
