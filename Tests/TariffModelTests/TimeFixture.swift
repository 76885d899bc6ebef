import TariffModel
import Testing

/// A day that the calendar has.
func day(_ year: Int, _ month: Int, _ day: Int, sourceLocation: SourceLocation = #_sourceLocation) throws -> CivilDate {
  try #require(CivilDate(year: year, month: month, day: day), sourceLocation: sourceLocation)
}

/// The quarters of some years, named as in `2025 Q1`.
func quarters(_ years: ClosedRange<Int>) throws -> [Period] {
  try years.flatMap { year in
    [
      Period(name: "\(year) Q1", start: try day(year, 1, 1), end: try day(year, 3, 31)),
      Period(name: "\(year) Q2", start: try day(year, 4, 1), end: try day(year, 6, 30)),
      Period(name: "\(year) Q3", start: try day(year, 7, 1), end: try day(year, 9, 30)),
      Period(name: "\(year) Q4", start: try day(year, 10, 1), end: try day(year, 12, 31)),
    ]
  }
}

/// The quarters of 2025.
func quarters() throws -> [Period] { try quarters(2025...2025) }

extension StudyFixture {
  /// Adds a measure that the scenario uses.
  mutating func addMeasure(_ measure: TariffMeasure) {
    study.measures.append(measure)
    study.scenarios[0].measures.append(PolicyScenario.Use(measure.name))
  }

  /// The outcome in each of the study's periods.
  func byPeriod(_ outcome: Outcome) throws -> [Double] { try study.periods.map { try self.outcome(outcome, period: $0.name) } }
}
