import Distributions
import TariffModel
import Testing

/// A number for a test, certain and without a source.
func number(_ value: Double, _ path: String = "test") -> Quantity { .constant(value, path: path) }

/// A study of one export line without uncertainty: every outcome is certain, and the formulas can be read off.
struct StudyFixture {
  var study: Study

  /// One line of value 100 and a duty, under one scenario named `policy` with one measure.
  init(
    value: Double = 100, duty: Double = 0.1, rate: Double = 0.29,
    response: OwnPriceResponse = .constantElasticity(.demand(elasticity: number(1)))
  ) {
    study = Study(title: "test", home: "Home", partner: "Partner")
    study.exports = [
      ExportLine(
        id: "1", hs: "6302", group: "Textiles", baseValue: number(value), baseDuty: number(duty), response: .ownPrice(response))
    ]
    study.measures = [TariffMeasure(name: "tariff", rate: number(rate))]
    study.scenarios = [PolicyScenario(name: "policy", measures: [PolicyScenario.Use("tariff")])]
  }

  /// Adds import line `id` of the given value and tariff.
  mutating func addImport(
    id: String = "5201", value: Double, tariff: Double, barrier: Double? = nil,
    response: ImportResponse = .log(elasticity: number(1), passThrough: nil), additionality: Double? = nil
  ) {
    study.imports.append(
      ImportLine(
        id: id, hs: id, baseValue: number(value), tariff: number(tariff), barrier: barrier.map { number($0) }, response: response,
        additionality: additionality.map { .share(number($0)) }))
  }

  /// Adds a commitment and has the scenario use it.
  mutating func addCommitment(_ commitment: PurchaseCommitment) {
    study.commitments.append(commitment)
    study.scenarios[0].commitments.append(PolicyScenario.Use(commitment.name))
  }

  /// The outcome of the one scenario, which is certain.
  func outcome(
    _ outcome: Outcome, period: String = "year", slice: OutcomeSlice = .total, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Double {
    let key = OutcomeKey(scenario: "policy", period: period, outcome: outcome, slice: slice)
    let compiled = try #require(
      try CompiledModel(study, reportsLines: true).outcomes.first { $0.key == key }, sourceLocation: sourceLocation)
    guard case .certain(let value) = compiled.value else {
      Issue.record("\(outcome) is uncertain", sourceLocation: sourceLocation)
      return .nan
    }
    return value
  }
}

extension Outcome {
  /// The outcomes that every study has, whatever it states and however its lines react.
  static let ofEveryStudy = allCases.filter {
    !EconomyTests.stated.contains($0) && $0 != .buyerIncidence && $0 != .exporterIncidence
  }
}

/// Whether two numbers agree to a few units in the last place of the larger.
func isClose(_ a: Double, _ b: Double, relative: Double = 1e-14, scale: Double = 0) -> Bool {
  abs(a - b) <= relative * max(abs(a), abs(b), scale)
}
