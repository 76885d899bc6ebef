import Distributions
import Reporting
import TariffModel
import Testing

@Suite("Assumptions")
struct AssumptionRowTests {
  private let source = Provenance(source: "a table", isJudgement: true)

  @Test("a distribution has its own figures, its words and its source")
  func distribution() throws {
    let uniform = try Distribution.uniform(lower: 0, upper: 1)
    let row = AssumptionRow(
      Quantity(.distribution(uniform), path: "cifFactor", provenance: source), parameters: ParameterFigures([:]))
    #expect(row.path == "cifFactor" && row.distribution == uniform.description)
    #expect(row.mean == 0.5 && row.p5 == 0.05 && row.p50 == 0.5 && row.p95 == 0.95)
    // √(1/12) is one rounding away in either order of operations: 2 ulp.
    #expect(abs((row.standardDeviation ?? 0) - (1.0 / 12).squareRoot()) <= 2 * (1.0 / 12).squareRoot().ulp)
    #expect(row.source == "a table" && row.isJudgement)
  }

  @Test("a number that was replaced keeps its source, says what it was, and is judgement")
  func replaced() {
    func row(_ provenance: Provenance) -> AssumptionRow {
      AssumptionRow(.constant(0.29, path: "measures/m/rate", provenance: provenance), parameters: ParameterFigures([:]))
    }
    let known = row(Provenance(source: "order").overridden(was: "0.19"))
    #expect(known.source == "order; overridden on the command line, was 0.19" && known.isJudgement)
    #expect(row(Provenance().overridden(was: "0.19")).source == "overridden on the command line, was 0.19")
  }

  @Test("a constant does not vary")
  func constant() {
    let row = AssumptionRow(.constant(0.29, path: "measures/m/rate"), parameters: ParameterFigures([:]))
    #expect([row.mean, row.p5, row.p50, row.p95] == [0.29, 0.29, 0.29, 0.29] && row.standardDeviation == 0)
  }

  @Test("a distribution without a mean leaves it blank")
  func noMean() throws {
    let heavy = try Distribution.studentT(degreesOfFreedom: 1, location: 0, scale: 1)
    let row = AssumptionRow(Quantity(.distribution(heavy), path: "x"), parameters: ParameterFigures([:]))
    #expect(row.mean == nil && row.standardDeviation == nil && row.p50 == 0)
  }

  @Test(
    "a named parameter has its figures, scaled; a negative scale swaps the ends",
    arguments: [
      (1.0, "= p", 0.5, 0.05, 0.95), (0.5, "= 0.5 × p", 0.25, 0.025, 0.475), (-2.0, "= -2 × p", -1, -1.9, -0.1),
    ])
  func parameter(times: Double, text: String, mean: Double, p5: Double, p95: Double) throws {
    let parameters = ["p": Quantity(.distribution(try .uniform(lower: 0, upper: 1)), path: "parameters/p")]
    let row = AssumptionRow(
      Quantity(.parameter(name: "p", times: times), path: "cifFactor"), parameters: ParameterFigures(parameters))
    #expect(row.distribution == text && row.mean == mean && row.p5 == p5 && row.p95 == p95)
    #expect((row.standardDeviation ?? -1) >= 0)
  }

  @Test(
    "a number that names a parameter has the parameter's source where it states none, and is judgement where either is",
    arguments: [
      (Provenance(), "a table", true), (Provenance(source: "own count"), "own count", true),
      (Provenance(isJudgement: true), "a table", true),
    ])
  func lineage(stated: Provenance, shown: String, isJudgement: Bool) {
    let parameters = ["p": Quantity.constant(1, path: "parameters/p", provenance: source)]
    let quantity = Quantity(.parameter(name: "p", times: 0.5), path: "cifFactor", provenance: stated)
    let row = AssumptionRow(quantity, parameters: ParameterFigures(parameters))
    #expect(row.source == shown && row.isJudgement == isJudgement)
    let bare = ["p": Quantity.constant(1, path: "parameters/p")]
    let own = AssumptionRow(quantity, parameters: ParameterFigures(bare))
    #expect(own.source == stated.source && own.isJudgement == stated.isJudgement)
  }

  @Test("every number of a study has a row, in the study's order, parameters first")
  func rows() {
    var study = Study(title: "t", home: "h", partner: "p")
    study.parameters = ["b": .constant(1, path: "parameters/b"), "a": .constant(2, path: "parameters/a")]
    study.measures = [TariffMeasure(name: "m", rate: .constant(0.1, path: "measures/m/rate"))]
    #expect(AssumptionRow.rows(of: study).map(\.path) == ["parameters/a", "parameters/b", "measures/m/rate"])
  }
}
