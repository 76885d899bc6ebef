import TariffModel
import Testing

extension ProblemTests {
  /// Periods of a quarter and of a half-year that begins in it.
  private static func overlapping() throws -> [Period] {
    [
      Period(name: "Q1", start: try day(2025, 1, 1), end: try day(2025, 3, 31)),
      Period(name: "half", start: try day(2025, 3, 31), end: try day(2025, 6, 30)),
    ]
  }

  private static func anticipation(_ share: Double) throws -> Anticipation {
    Anticipation(announced: try day(2025, 4, 1), frontLoading: number(share))
  }

  /// What the model refuses of time.
  static let timeCases: [Case] = [
    Case(
      name: "long run without periods", path: "exports/1/longRunElasticity",
      statement: "it counts days, and the study has no periods"
    ) {
      $0.study.exports[0].adjustment = ElasticityAdjustment(longRun: number(2), speed: number(1))
    },
    Case(name: "negative speed", path: "test", statement: "every value must lie in [0, ∞)") {
      $0.study.periods = try quarters()
      $0.study.exports[0].adjustment = ElasticityAdjustment(longRun: number(2), speed: number(-1))
    },
    Case(name: "growth without periods", path: "imports/5201/growth", statement: "it counts days, and the study has no periods") {
      $0.study.baseYear = 2024
      $0.addImport(value: 1, tariff: 0)
      $0.study.imports[0].growth = number(0.1)
    },
    Case(name: "growth without a base year", path: "exports/1/growth", statement: "nothing says which year the base value is of")
    {
      $0.study.periods = try quarters()
      $0.study.exports[0].growth = number(0.1)
    },
    Case(name: "growth of less than all", path: "test", statement: "every value must lie in (−1, ∞)") {
      $0.study.periods = try quarters()
      $0.study.baseYear = 2024
      $0.study.exports[0].growth = number(-1)
    },
    Case(
      name: "phase-in without periods", path: "measures/tariff/phaseIn",
      statement: "it counts days, and the study has no periods"
    ) {
      $0.study.measures[0].phaseIn = [PhaseInStep(date: try day(2025, 4, 1), share: number(1))]
    },
    Case(
      name: "phase-in out of order", path: "measures/tariff/phaseIn/2025-04-01",
      statement: "its date is not after that of the step before"
    ) {
      $0.study.periods = try quarters()
      $0.study.measures[0].phaseIn = [
        PhaseInStep(date: try day(2025, 4, 2), share: number(1)), PhaseInStep(date: try day(2025, 4, 1), share: number(1)),
      ]
    },
    Case(name: "phase-in beyond all", path: "test", statement: "every value must lie in [0, 1]") {
      $0.study.periods = try quarters()
      $0.study.measures[0].phaseIn = [PhaseInStep(date: try day(2025, 4, 1), share: number(1.5))]
    },
    Case(
      name: "front-loading without periods", path: "measures/tariff/frontLoading",
      statement: "it counts days, and the study has no periods"
    ) {
      $0.study.measures[0].validity.start = try day(2025, 7, 1)
      $0.study.measures[0].anticipation = try anticipation(0.1)
    },
    Case(
      name: "announced on the first day", path: "measures/tariff/announced",
      statement: "the announcement is not before the first day"
    ) {
      $0.study.periods = try quarters()
      $0.study.measures[0].validity.start = try day(2025, 4, 1)
      $0.study.measures[0].anticipation = try anticipation(0.1)
    },
    Case(
      name: "more than there is to bring forward", path: "measures/other/frontLoading",
      statement: "in scenario policy it and tariff can bring forward more than line 1 has in the period in which both start"
    ) {
      $0.study.periods = try quarters()
      $0.study.measures[0].validity.start = try day(2025, 7, 1)
      $0.study.measures[0].anticipation = try anticipation(0.6)
      $0.addMeasure(
        TariffMeasure(
          name: "other", rate: number(0.1), validity: Validity(start: try day(2025, 8, 1)), anticipation: try anticipation(0.5)))
    },
    Case(
      name: "front-loading between periods that overlap", path: "periods/half",
      statement: "it shares days with Q1, so that no period is the one before, into which goods are brought forward"
    ) {
      $0.study.periods = try overlapping()
      $0.study.measures[0].validity.start = try day(2025, 7, 1)
      $0.study.measures[0].anticipation = try anticipation(0.1)
    },
    Case(name: "a period named all", path: "periods/all/name", statement: "it is the name of a sum over periods") {
      $0.study.periods = try quarters()
      $0.study.periods[0].name = "all"
    },
    Case(
      name: "a period named as a running total", path: "periods/to 2025 Q2/name",
      statement: "it is the name of a sum over periods"
    ) {
      $0.study.periods = try quarters()
      $0.study.periods[0].name = "to 2025 Q2"
    },
  ]
}
