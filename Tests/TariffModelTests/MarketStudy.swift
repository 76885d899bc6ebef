import TariffModel
import Testing

/// A study of one Armington market without uncertainty: home's line and some rivals under one scenario named `policy`.
struct MarketStudy {
  var study: Study

  /// Home sells 100 at a duty of 10 %; the measure of 29 % falls on all origins.
  init(
    substitution: Double = 3, demand: Double = 1.2, rivals: [(origin: String, value: Double, duty: Double)] = MarketStudy.rivals
  ) {
    study = Study(title: "test", home: "Home", partner: "Partner")
    study.exports = [
      ExportLine(
        id: "1", hs: "6302", baseValue: number(100), baseDuty: number(0.1), response: .market(supply: nil, nest: nil))
    ]
    study.markets = [
      Market(hs: "6302", response: .armington(substitution: number(substitution), demand: number(demand)))
    ]
    study.suppliers = rivals.map {
      Supplier(origin: $0.origin, hs: "6302", baseValue: number($0.value), baseDuty: number($0.duty))
    }
    study.measures = [TariffMeasure(name: "tariff", rate: number(0.29))]
    study.scenarios = [PolicyScenario(name: "policy", measures: [PolicyScenario.Use("tariff")])]
  }

  static let rivals = [(origin: "India", value: 300.0, duty: 0.08), (origin: "China", value: 600.0, duty: 0.2)]

  /// Has the scenario use these measures alone.
  mutating func setMeasures(_ measures: [TariffMeasure]) {
    study.measures = measures
    study.scenarios[0].measures = measures.map { PolicyScenario.Use($0.name) }
  }

  /// An outcome of the one scenario, which is certain.
  func outcome(
    _ outcome: Outcome, period: String = "year", slice: OutcomeSlice = .total, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Double {
    var fixture = StudyFixture()
    fixture.study = study
    return try fixture.outcome(outcome, period: period, slice: slice, sourceLocation: sourceLocation)
  }

  /// All outcomes of the study by key, which are certain.
  func outcomes() throws -> [OutcomeKey: Double] {
    Dictionary(
      uniqueKeysWithValues: try CompiledModel(study, reportsLines: true).outcomes.compactMap { outcome in
        if case .certain(let value) = outcome.value { (outcome.key, value) } else { nil }
      })
  }
}

extension Outcome {
  /// What is reported by origin.
  static let ofOrigins: [Outcome] = [
    .marketImports, .marketImportsChange, .marketImportsChangePercent, .marketDuty, .marketDutyChange, .marketShareChange,
  ]
}
