extension Study {
  /// The first day on which a measure acts, as a day number; nothing where it acts in no period.
  ///
  /// Where it is phased in that is the day of its first step with something in force; with an open start and no phase-in it is the
  /// first day of the first period. Days before the first period count: a measure that acts in the study may have started long before.
  func firstDay(of validity: Validity, phaseIn: [PhaseInStep]) -> Int? {
    guard let firstOfStudy = periods.map(\.days.lowerBound).min() else { return nil }
    var start = validity.start?.dayNumber ?? firstOfStudy
    if !phaseIn.isEmpty {
      guard let step = phaseIn.first(where: { upperBound(of: $0.share) != 0 }) else { return nil }
      // A phase-in that began before the first period counts from its own date.
      start = max(validity.start?.dayNumber ?? .min, step.date.dayNumber)
    }
    let last = validity.end?.dayNumber ?? .max
    let acts = periods.contains { start < $0.days.upperBound && last >= max(start, $0.days.lowerBound) }
    return acts ? start : nil
  }
}
